// Places on one axis that make room for what has grown: what is in the way is pushed just as far as it must, what has
// shrunk draws after it what stood against it, and all else stays. No change means no movement at all, to the last bit.

/** A place: that of a variable, and so much after it. */
export interface Spot {
  readonly index: number
  readonly offset: number
}

/** One end of a thing, from its variable: where it was, and where it is to be. */
export interface Rim {
  readonly index: number
  readonly old: number
  readonly now: number
}

interface Rule {
  readonly a: Rim
  readonly b: Rim
  readonly gap: number
  /** The distance that there was. */
  readonly rest: number
}

/** There are no such places; two things that are tied contradict each other, where that is known. */
export interface Conflict {
  readonly between: readonly number[]
}

interface Distance {
  readonly a: number
  readonly b: number
  readonly least: number
}

interface Follower {
  readonly index: number
  /** The point whose movement it shares where there is room. */
  readonly end: Rim
}

const tiny = 0.005
/** What is no farther away than this stands against it. */
const against = 64

export class Axis {
  private readonly old: number[] = []
  private readonly weight: number[] = []
  private readonly parent: number[] = []
  /** Of a variable, from its group's representative, in the new picture. */
  private readonly offset: number[] = []
  private readonly rules: Rule[] = []
  private readonly followers: Follower[] = []
  private readonly fixed = new Map<number, number>()

  /** `weight` says how much its old place counts among those that it is tied to. */
  add(old: number, weight: number): number {
    this.old.push(old)
    this.weight.push(weight)
    this.parent.push(this.parent.length)
    this.offset.push(0)
    return this.old.length - 1
  }

  oldOf(index: number): number {
    return this.old[index]!
  }

  private find(index: number): { root: number; offset: number } {
    let [root, offset] = [index, 0]
    while (this.parent[root] !== root) {
      offset += this.offset[root]!
      root = this.parent[root]!
    }
    return { root, offset }
  }

  /** Makes two places equal in the new picture. Says whether it could. */
  tie(a: Spot, b: Spot): boolean {
    const [first, second] = [this.find(a.index), this.find(b.index)]
    const difference = first.offset + a.offset - second.offset - b.offset
    if (first.root === second.root) return Math.abs(difference) < tiny
    this.parent[second.root] = first.root
    this.offset[second.root] = difference
    return true
  }

  isTied(a: number, b: number): boolean {
    return this.find(a).root === this.find(b).root
  }

  /** `b` stays after `a`: as far as it was, though no farther than is wanted. */
  keep(a: Rim, b: Rim, wanted: number): void {
    const rest = this.old[b.index]! + b.old - this.old[a.index]! - a.old
    this.rules.push({ a, b, gap: Math.min(rest, wanted), rest })
  }

  /** `b` comes so far after `a` at least, however it was. */
  keepApart(a: Rim, b: Rim, gap: number): void {
    this.rules.push({ a, b, gap, rest: gap })
  }

  follow(index: number, end: Rim): void {
    this.followers.push({ index, end })
  }

  fix(index: number, position: number): void {
    this.fixed.set(index, position)
  }

  /** The new places. With `holdsMain` the heaviest group stays, and others give way. */
  settle(holdsMain: boolean): number[] | Conflict {
    const found = this.old.map((_, index) => this.find(index))
    const desired = this.desiredPlaces(found)
    const distances = this.distances(found)
    if ('between' in distances) return distances
    const held = this.held(found, desired, holdsMain)
    if (!held) return { between: [] }
    const places = [...desired]
    for (const [root, place] of held) places[root] = place
    const most = ceilings(distances, places, held)
    if (!most) return { between: [] }
    places.forEach((place, root) => (places[root] = Math.min(place, most[root]!)))
    if (!raise(distances, places)) return { between: [] }
    for (const [root, place] of held) if (Math.abs(places[root]! - place) > tiny) return { between: [] }
    if (this.hasShrunk()) this.draw(found, distances, places, most, held)
    this.attract(found, distances, places, held)
    return found.map(({ root, offset }) => places[root]! + offset)
  }

  /** Where the middle of its members would have it: those whose size stayed, and lines. */
  private desiredPlaces(found: readonly { root: number; offset: number }[]): number[] {
    const wishes = new Map<number, { at: number; weight: number }[]>()
    found.forEach(({ root, offset }, index) => {
      const list = wishes.get(root) ?? []
      list.push({ at: this.old[index]! - offset, weight: this.weight[index]! })
      wishes.set(root, list)
    })
    return this.old.map((old, index) => (wishes.has(index) ? median(wishes.get(index)!) : old))
  }

  private distances(found: readonly { root: number; offset: number }[]): Distance[] | Conflict {
    const sharpest = new Map<number, Distance>()
    for (const { a, b, gap } of this.rules) {
      const [first, second] = [found[a.index]!, found[b.index]!]
      const least = gap + a.now + first.offset - b.now - second.offset
      if (first.root === second.root) {
        if (least > tiny) return { between: [a.index, b.index] }
        continue
      }
      const key = first.root * this.old.length + second.root
      const known = sharpest.get(key)
      if (!known || known.least < least) sharpest.set(key, { a: first.root, b: second.root, least })
    }
    return [...sharpest.values()]
  }

  private held(
    found: readonly { root: number; offset: number }[],
    desired: readonly number[],
    holdsMain: boolean,
  ): Map<number, number> | undefined {
    const held = new Map<number, number>()
    for (const [index, position] of this.fixed) {
      const { root, offset } = found[index]!
      const known = held.get(root)
      if (known !== undefined && Math.abs(known - position + offset) > tiny) return undefined
      held.set(root, position - offset)
    }
    if (held.size > 0 || !holdsMain) return held
    const weights = new Map<number, number>()
    found.forEach(({ root }, index) => weights.set(root, (weights.get(root) ?? 0) + this.weight[index]!))
    const [main] = [...weights].reduce((best, each) => (each[1] > best[1] ? each : best), [-1, -1])
    if (main >= 0) held.set(main, desired[main]!)
    return held
  }

  private hasShrunk(): boolean {
    return this.rules.some(({ a, b }) => a.now < a.old - tiny || b.now > b.old + tiny)
  }

  /** What stood right against something that drew back follows it. */
  private draw(
    found: readonly { root: number; offset: number }[],
    distances: readonly Distance[],
    places: number[],
    most: readonly number[],
    held: ReadonlyMap<number, number>,
  ): void {
    const isBefore = (root: number) => most[root]! < Infinity && !held.has(root)
    const nearest = { after: new Map<number, number>(), before: new Map<number, number>() }
    for (const { a, b, rest } of this.rules) {
      const [first, second] = [found[a.index]!.root, found[b.index]!.root]
      if (first === second) continue
      nearest.after.set(second, Math.min(rest, nearest.after.get(second) ?? Infinity))
      nearest.before.set(first, Math.min(rest, nearest.before.get(first) ?? Infinity))
    }
    const placeOf = (index: number) => places[found[index]!.root]! + found[index]!.offset
    const moved = ({ index, old, now }: Rim) => placeOf(index) + now - this.old[index]! - old
    const bounds = neighbours(distances, this.old.length)
    const pushed = [...places]
    const movedFirst = new Map(this.rules.flatMap(({ a, b }) => [a, b]).map((rim) => [rim, moved(rim)]))
    for (let round = 0; round < this.old.length; round++) {
      const targets = new Map<number, number>()
      for (const { a, b, rest } of this.rules) {
        const [first, second] = [found[a.index]!.root, found[b.index]!.root]
        if (first === second) continue
        const isFollower = !isBefore(second) && !held.has(second) && !isBefore(first)
        if (isFollower && rest <= Math.max(nearest.after.get(second)! + 2, against)) {
          const target = pushed[second]! + Math.min(0, moved(a) - movedFirst.get(b)!)
          targets.set(second, Math.max(target, targets.get(second) ?? -Infinity))
        }
        if (
          isBefore(first) &&
          (isBefore(second) || held.has(second)) &&
          rest <= Math.max(nearest.before.get(first)! + 2, against)
        ) {
          const target = pushed[first]! + Math.max(0, moved(b) - movedFirst.get(a)!)
          targets.set(first, Math.min(target, targets.get(first) ?? Infinity))
        }
      }
      let isSettled = true
      for (const [root, target] of targets) {
        const from = places[root]!
        const next = isBefore(root)
          ? Math.max(from, Math.min(target, ...bounds.after[root]!.map(({ b, least }) => places[b]! - least)))
          : Math.min(from, Math.max(target, ...bounds.before[root]!.map(({ a, least }) => places[a]! + least)))
        if (Math.abs(next - from) <= tiny) continue
        places[root] = next
        isSettled = false
      }
      if (isSettled) return
    }
  }

  /** Loose ones keep with their ends, as far as others leave room. */
  private attract(
    found: readonly { root: number; offset: number }[],
    distances: readonly Distance[],
    places: number[],
    held: ReadonlyMap<number, number>,
  ): void {
    if (this.followers.length === 0) return
    const bounds = neighbours(distances, this.old.length)
    const order = [...this.followers].sort((a, b) => this.old[a.index]! - this.old[b.index]!)
    for (const sweep of [order.toReversed(), order]) {
      for (const { index, end } of sweep) {
        const { root, offset } = found[index]!
        if (held.has(root) || found[end.index]!.root === root) continue
        const target = found[end.index]!
        const way = places[target.root]! + target.offset + end.now - this.old[end.index]! - end.old
        const wish = this.old[index]! + way - offset
        const low = Math.max(...bounds.before[root]!.map(({ a, least }) => places[a]! + least))
        const high = Math.min(...bounds.after[root]!.map(({ b, least }) => places[b]! - least))
        if (low <= high + tiny) places[root] = Math.min(Math.max(wish, low), Math.max(low, high))
      }
    }
  }
}

/** How far each may lie at most, so that what is held can stay; `undefined` where that contradicts itself. */
function ceilings(
  distances: readonly Distance[],
  places: readonly number[],
  held: ReadonlyMap<number, number>,
): number[] | undefined {
  const most = places.map((_, root) => held.get(root) ?? Infinity)
  if (held.size === 0) return most
  for (let round = 0; round <= places.length; round++) {
    let isSettled = true
    for (const { a, b, least } of distances) {
      const limit = most[b]! - least
      if (limit >= most[a]! - tiny) continue
      if (held.has(a)) return undefined
      most[a] = limit
      isSettled = false
    }
    if (isSettled) return most
  }
  return undefined
}

function raise(distances: readonly Distance[], places: number[]): boolean {
  for (let round = 0; round <= places.length; round++) {
    let isSettled = true
    for (const { a, b, least } of distances) {
      const limit = places[a]! + least
      if (limit <= places[b]! + tiny) continue
      places[b] = limit
      isSettled = false
    }
    if (isSettled) return true
  }
  return false
}

function neighbours(distances: readonly Distance[], size: number) {
  const before: Distance[][] = Array.from({ length: size }, () => [])
  const after: Distance[][] = Array.from({ length: size }, () => [])
  for (const distance of distances) {
    before[distance.b]!.push(distance)
    after[distance.a]!.push(distance)
  }
  return { before, after }
}

function median(wishes: readonly { readonly at: number; readonly weight: number }[]): number {
  const sorted = [...wishes].sort((a, b) => a.at - b.at)
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2
  let sum = 0
  for (const { at, weight } of sorted) {
    sum += weight
    if (sum >= half - 1e-9) return at
  }
  return sorted.at(-1)!.at
}
