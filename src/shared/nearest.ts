// The name that somebody probably meant.

/** The name that differs least, where it differs by a slip only: by case, or by two letters at most. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  if (name.length > longest) return undefined
  let best: string | undefined
  let least = Math.min(2, Math.floor(name.length / 3)) + 1
  for (const each of names) {
    const slips = distance(plain(name), plain(each))
    if (slips < least) [best, least] = [each, slips]
  }
  return best
}

const longest = 40

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '')
}

/** Letters to put in, take away or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
