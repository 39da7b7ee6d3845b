// Numbers for people: 86.2M, 9.66B, 1.97T.

const units = ['', 'K', 'M', 'B', 'T', 'P', 'E', 'Z'] as const

/** Three significant digits with the field's letters: 87849216 → `87.8M`. */
export function short(value: bigint | number, letters: readonly string[] = units): string {
  let x = Number(value)
  if (!Number.isFinite(x)) return String(value)
  let unit = 0
  while (Math.abs(x) >= 999.5 && unit < letters.length - 1) {
    x /= 1000
    unit += 1
  }
  if (unit === 0) return String(Math.round(x * 1000) / 1000)
  return `${Number(x.toPrecision(3))}${letters[unit]}`
}

/** 87,849,216 and 1,234.5678 */
export function grouped(value: bigint | number): string {
  const [whole, ...decimals] = String(value).split('.')
  return [whole!.replace(/\B(?=(\d{3})+(?!\d))/g, ','), ...decimals].join('.')
}
