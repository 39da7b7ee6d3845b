// Plain columns for people, where no JSON is asked for.

export interface Column {
  readonly title: string
  /** Numbers stand on the right. */
  readonly isNumber?: boolean
}

/** Columns as wide as their widest cell, two spaces apart. */
export function columns(heads: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = [heads.map((head) => head.title), ...rows]
  const widths = heads.map((_, i) => lines.reduce((width, line) => Math.max(width, line[i]!.length), 0))
  const pad = (text: string, i: number) => (heads[i]!.isNumber ? text.padStart(widths[i]!) : text.padEnd(widths[i]!))
  return `${lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n')}\n`
}
