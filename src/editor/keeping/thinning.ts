// Which versions of a document stay as time goes by: many of the last hour, few of last month. Pure.

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * Of each span of the length, the newest stays, once all of the span is that old. Each length divides the next, so that it does
 * not matter when or how often one looks.
 */
const spans: readonly (readonly [length: number, oldAs: number])[] = [
  [7 * day, 30 * day],
  [day, day],
  [hour, hour],
]

export interface VersionMark {
  readonly time: number
  /** Never thinned out: the document as it came, or as it was saved to a file. */
  readonly mark?: 'opened' | 'saved'
}

/** Those that go. */
export function thinnedOut<V extends VersionMark>(versions: readonly V[], now: number): V[] {
  const best = new Map<string, number>()
  for (const { time } of versions) {
    const span = spanOf(time, now)
    best.set(span, Math.max(best.get(span) ?? 0, time))
  }
  return versions.filter(({ time, mark }) => !mark && best.get(spanOf(time, now)) !== time)
}

function spanOf(time: number, now: number): string {
  const endOf = (length: number) => (Math.floor(time / length) + 1) * length
  const [length] = spans.find(([each, oldAs]) => now - endOf(each) >= oldAs) ?? [minute]
  return `${length} ${Math.floor(time / length)}`
}
