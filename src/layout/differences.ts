// Numbers on a line that keep their distances: rules of the form b - a ≥ gap, numbers tied into rigid groups, and the
// positions that please a set of springs best. Knows nothing of pictures.

/** A number plus an offset. */
export interface Reference {
  readonly index: number
  readonly offset: number
}

interface Rule {
  readonly a: number
  readonly b: number
  readonly gap: number
}

interface Spring {
  readonly a: Reference
  readonly b: Reference
  /** What `b - a` would like to be. */
  readonly rest: number
  readonly weight: number
}

export class Differences {
  private readonly parent: number[] = []
  /** Of a number, from its group's representative. */
  private readonly offset: number[] = []
  private readonly position: number[] = []
  private readonly rules: Rule[] = []
  private readonly springs: Spring[] = []

  add(position: number): number {
    const index = this.parent.length
    this.parent.push(index)
    this.offset.push(0)
    this.position.push(position)
    return index
  }

  /** `b` stays at least `gap` after `a`. */
  keep(a: Reference, b: Reference, gap: number): void {
    if (a.index !== b.index) this.rules.push({ a: a.index, b: b.index, gap: gap + a.offset - b.offset })
  }

  pull(a: Reference, b: Reference, rest: number, weight: number): void {
    if (weight > 0) this.springs.push({ a, b, rest, weight })
  }

  private find(index: number): { root: number; offset: number } {
    let root = index
    let offset = 0
    while (this.parent[root] !== root) {
      offset += this.offset[root]!
      root = this.parent[root]!
    }
    return { root, offset }
  }

  isTied(a: Reference, b: Reference): boolean {
    const first = this.find(a.index)
    const second = this.find(b.index)
    return first.root === second.root && Math.abs(first.offset + a.offset - second.offset - b.offset) < 0.01
  }

  /** Makes the two equal for good, if the rules allow that within the room. Says whether it did. */
  tie(a: Reference, b: Reference, room = Infinity): boolean {
    const first = this.find(a.index)
    const second = this.find(b.index)
    const difference = first.offset + a.offset - second.offset - b.offset
    if (first.root === second.root) return Math.abs(difference) < 0.01
    this.parent[second.root] = first.root
    this.offset[second.root] = difference
    const least = this.leastExtent()
    if (least !== undefined && least <= room) return true
    this.parent[second.root] = second.root
    this.offset[second.root] = 0
    return false
  }

  /** The rules between groups, the sharpest of each pair; `undefined` where a group contradicts one. */
  private groupRules(): Rule[] | undefined {
    const sharpest = new Map<number, Rule>()
    const size = this.parent.length
    const found = this.parent.map((_, index) => this.find(index))
    for (const { a, b, gap } of this.rules) {
      const first = found[a]!
      const second = found[b]!
      const distance = gap + first.offset - second.offset
      if (first.root === second.root) {
        if (distance > 0.01) return undefined
        continue
      }
      const key = first.root * size + second.root
      const known = sharpest.get(key)
      if (!known || known.gap < distance) sharpest.set(key, { a: first.root, b: second.root, gap: distance })
    }
    return [...sharpest.values()]
  }

  private relax(rules: readonly Rule[], positions: number[]): boolean {
    for (let round = 0; round <= this.parent.length; round++) {
      let isSettled = true
      for (const { a, b, gap } of rules) {
        const least = positions[a]! + gap
        if (positions[b]! < least - 1e-6) {
          positions[b] = least
          isSettled = false
        }
      }
      if (isSettled) return true
    }
    return false
  }

  /** How much room the rules need at least; `undefined` when they cannot be met. */
  leastExtent(): number | undefined {
    const rules = this.groupRules()
    if (!rules) return undefined
    const positions = this.parent.map(() => 0)
    if (!this.relax(rules, positions)) return undefined
    const all = this.parent.map((_, index) => {
      const { root, offset } = this.find(index)
      return positions[root]! + offset
    })
    return Math.max(...all) - Math.min(...all)
  }

  /** Where every number comes to rest, or `undefined` when the rules contradict each other. */
  settle(): number[] | undefined {
    const rules = this.groupRules()
    if (!rules) return undefined
    const found = this.parent.map((_, index) => this.find(index))
    const positions = this.parent.map((_, index) => this.position[index]!)
    if (!this.relax(rules, positions)) return undefined
    const count = positions.length
    const before: Rule[][] = Array.from({ length: count }, () => [])
    const after: Rule[][] = Array.from({ length: count }, () => [])
    for (const rule of rules) {
      before[rule.b]!.push(rule)
      after[rule.a]!.push(rule)
    }
    const pulls: { other: number; shift: number; weight: number }[][] = Array.from({ length: count }, () => [])
    for (const { a, b, rest, weight } of this.springs) {
      const first = found[a.index]!
      const second = found[b.index]!
      if (first.root === second.root) continue
      const shift = first.offset + a.offset + rest - second.offset - b.offset
      pulls[second.root]!.push({ other: first.root, shift, weight })
      pulls[first.root]!.push({ other: second.root, shift: -shift, weight })
    }
    const roots = positions.map((_, index) => index).filter((index) => found[index]!.root === index)
    for (let round = 0; round < 200; round++) {
      const sweep = round % 2 === 0 ? roots : roots.toReversed()
      let moved = 0
      for (const root of sweep) moved = Math.max(moved, this.moveBlock([root], positions, before, after, pulls))
      for (const block of blocksOf(roots, rules, positions)) {
        moved = Math.max(moved, this.moveBlock(block, positions, before, after, pulls))
      }
      if (moved < 0.01) break
    }
    return found.map(({ root, offset }) => positions[root]! + offset)
  }

  private moveBlock(
    block: readonly number[],
    positions: number[],
    before: readonly Rule[][],
    after: readonly Rule[][],
    pulls: readonly { other: number; shift: number; weight: number }[][],
  ): number {
    const own = new Set(block)
    let weight = 0
    let force = 0
    let up = -Infinity
    let down = Infinity
    for (const root of block) {
      for (const pull of pulls[root]!) {
        if (own.has(pull.other)) continue
        weight += pull.weight
        force += pull.weight * (positions[pull.other]! + pull.shift - positions[root]!)
      }
      for (const rule of before[root]!)
        if (!own.has(rule.a)) up = Math.max(up, positions[rule.a]! + rule.gap - positions[root]!)
      for (const rule of after[root]!)
        if (!own.has(rule.b)) down = Math.min(down, positions[rule.b]! - rule.gap - positions[root]!)
    }
    if (weight === 0) return 0
    const step = Math.min(Math.max(force / weight, Math.min(up, 0)), Math.max(down, 0))
    for (const root of block) positions[root]! += step
    return Math.abs(step)
  }
}

/** Sets that touch each other, which only move together. */
function blocksOf(roots: readonly number[], rules: readonly Rule[], positions: readonly number[]): number[][] {
  const leader = new Map(roots.map((root) => [root, root]))
  const find = (index: number): number => {
    let at = index
    while (leader.get(at) !== at) at = leader.get(at)!
    return at
  }
  for (const { a, b, gap } of rules) {
    if (positions[b]! - positions[a]! - gap < 0.01) leader.set(find(a), find(b))
  }
  const blocks = new Map<number, number[]>()
  for (const root of roots) {
    const at = find(root)
    const block = blocks.get(at)
    if (block) block.push(root)
    else blocks.set(at, [root])
  }
  return [...blocks.values()].filter((block) => block.length > 1)
}
