// How numbers are written: at most two decimals, never an exponent.

/** Throws on what is no number, which would spoil a whole file in silence. */
export function round(value: number): number {
  if (!Number.isFinite(value)) throw new Error(`a coordinate is ${value}`)
  return Math.round(value * 100) / 100 || 0
}

/** Rounds every number in path data. */
export function roundNumbers(d: string): string {
  return d.replace(/-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g, (number) => String(round(Number(number))))
}
