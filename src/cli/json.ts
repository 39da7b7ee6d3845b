// JSON for other programs: one line, whole numbers of any size as plain integers.

export function writeJson(value: unknown): string {
  return `${textOf(value)}\n`
}

function textOf(value: unknown): string {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .map(([k, v]) => `${JSON.stringify(k)}:${textOf(v)}`)
      .join(',')}}`
  return JSON.stringify(value)
}
