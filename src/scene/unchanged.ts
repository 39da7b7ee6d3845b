// What was drawn the last time, for as long as nothing that it was drawn from has changed. The very same objects spare
// whoever paints them, too: where a hand moves one node, all others are known to stand as they stood.

/**
 * Keeps the last result for each object that something is drawn of. `from` is everything else that it depends on, each the
 * same object or an equal number as the last time.
 */
export function unchanged<Of extends object, Drawn>() {
  const last = new WeakMap<Of, { readonly from: readonly unknown[]; readonly drawn: Drawn }>()
  return (of: Of, from: readonly unknown[], draw: () => Drawn): Drawn => {
    const before = last.get(of)
    if (before?.from.every((each, i) => Object.is(each, from[i]))) return before.drawn
    const drawn = draw()
    last.set(of, { from, drawn })
    return drawn
  }
}
