// Putting names in an order in which each comes after those that it needs.

export interface Order {
  readonly order: readonly string[]
  /** The first circle that was met: names that need each other, the first one again at the end. */
  readonly circle?: readonly string[]
}

/** Works without calling itself, so that a long chain cannot overflow anything. Names without an entry need nothing. */
export function orderByNeed(needs: ReadonlyMap<string, Iterable<string>>): Order {
  const order: string[] = []
  const done = new Set<string>()
  for (const start of needs.keys()) {
    if (done.has(start)) continue
    const trail = [{ name: start, rest: needs.get(start)![Symbol.iterator]() }]
    const onTrail = new Set([start])
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const next = top.rest.next()
      if (next.done) {
        trail.pop()
        onTrail.delete(top.name)
        done.add(top.name)
        order.push(top.name)
      } else if (onTrail.has(next.value)) {
        const names = trail.map((each) => each.name)
        return { order, circle: [...names.slice(names.indexOf(next.value)), next.value] }
      } else if (!done.has(next.value) && needs.has(next.value)) {
        onTrail.add(next.value)
        trail.push({ name: next.value, rest: needs.get(next.value)![Symbol.iterator]() })
      }
    }
  }
  return { order }
}
