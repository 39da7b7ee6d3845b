// What happens from copy to copy of a repeated node, as states that follow each other until they come round again. Counts
// of a million cost no more than counts of three.

/** Copy k is in state k; beyond the end the states from `loop` on come again. */
export interface Sequence<T> {
  readonly states: readonly T[]
  readonly loop: number
}

/** Three threads that change places come round after three copies; nobody draws what needs more than this. */
const mostStates = 100

/** The states of up to `count` copies, each following from the one before. */
export function follow<T>(count: bigint, first: T, next: (state: T) => T, key: (state: T) => string): Sequence<T> {
  const states = [first]
  const seen = new Map([[key(first), 0]])
  while (BigInt(states.length) < count && states.length < mostStates) {
    const state = next(states.at(-1)!)
    const before = seen.get(key(state))
    if (before !== undefined) return { states, loop: before }
    seen.set(key(state), states.length)
    states.push(state)
  }
  return { states, loop: states.length - 1 }
}

export function stateOf<T>({ states, loop }: Sequence<T>, copy: bigint): T {
  return states[indexOf(states.length, loop, copy)]!
}

function indexOf(length: number, loop: number, copy: bigint): number {
  if (copy < BigInt(length)) return Number(copy)
  return loop + Number((copy - BigInt(loop)) % BigInt(length - loop))
}

export interface Meeting<A, B> {
  readonly ahead: A
  readonly back: B
  readonly copies: bigint
}

/** How many copies are in which pair of states, when one sequence begins at the first copy and the other at the last. */
export function meetings<A, B>(ahead: Sequence<A>, back: Sequence<B>, count: bigint): Meeting<A, B>[] {
  const [a, b] = [ahead.states.length, back.states.length]
  if (a === 1 && b === 1) return count > 0n ? [{ ahead: ahead.states[0]!, back: back.states[0]!, copies: count }] : []
  const round = leastCommonMultiple(a - ahead.loop, b - back.loop)
  const found = new Map<number, Meeting<A, B>>()
  const meet = (copy: bigint, copies: bigint) => {
    const [i, j] = [indexOf(a, ahead.loop, copy), indexOf(b, back.loop, count - 1n - copy)]
    const before = found.get(i * b + j)?.copies ?? 0n
    found.set(i * b + j, { ahead: ahead.states[i]!, back: back.states[j]!, copies: before + copies })
  }
  const [start, end] = [BigInt(a), count - BigInt(b)]
  for (let copy = 0n; copy < start && copy < count; copy++) meet(copy, 1n)
  for (let copy = end > start ? end : start; copy < count; copy++) meet(copy, 1n)
  // In between both go round: every copy stands for all those that come a round later.
  for (let i = 0n; i < round && start + i < end; i++) meet(start + i, (end - start - i - 1n) / round + 1n)
  return [...found.values()]
}

function leastCommonMultiple(a: number, b: number): bigint {
  let [x, y] = [a, b]
  while (y > 0) [x, y] = [y, x % y]
  return BigInt((a / x) * b)
}
