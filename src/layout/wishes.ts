// What a level would like: the main line straight, towers level up to where they meet, few and small steps. Asks the
// model; the rules of `apart.ts` decide what can be had.
import type { Differences, Reference } from './differences'
import type { Flow, FlowEdge, Spacing } from './flow'
import type { Level, Pieces } from './pieces'
import type { Ranks } from './spine'
import { isBalanced, sideOf, straightnessOf } from './spine'

export function tieMainLines(
  model: Differences,
  flow: Flow,
  routes: readonly Pieces[],
  ranks: Ranks,
  indices: ReadonlyMap<string, number>,
  room: number,
): void {
  const wishes = straightnessOf(flow, ranks)
  const order = [...routes].sort((a, b) => wishes.get(b.edge.id)! - wishes.get(a.edge.id)!)
  const isLine = ({ start, end, levels }: Pieces) => !start && !end && levels.length > 1
  for (const pieces of order) {
    if (!isLine(pieces) || wishes.get(pieces.edge.id)! === 0) continue
    if (!isBalanced(flow, pieces.edge, ranks)) tieAll(model, pieces.levels, room)
    // One step only: where the towers meet, or where they part.
    else if (meets(flow, pieces.edge)) tieAll(model, pieces.levels.slice(0, -1), room)
    else tieAll(model, pieces.levels.slice(1), room)
  }
  // What enters and leaves a repeated container on one line keeps the stack from drifting sideways.
  for (const port of flow.walls) {
    if (port.side !== 'start') continue
    const [a, b] = [indices.get(`wall ${port.id}`), indices.get(`wall ${port.id.replace('in:', 'out:')}`)]
    if (a !== undefined && b !== undefined) model.tie({ index: a, offset: 0 }, { index: b, offset: 0 }, room)
  }
  // Long ways round: as few steps as possible.
  for (const pieces of order) {
    const inner = pieces.levels.slice(pieces.start ? 0 : 1, pieces.end ? undefined : -1)
    if (inner.length > 1) tieAll(model, inner, room)
  }
  for (const pieces of order) {
    if (pieces.levels.length > 1 && !isBalanced(flow, pieces.edge, ranks)) tieAll(model, pieces.levels, room)
  }
}

function meets(flow: Flow, { to }: FlowEdge): boolean {
  const target = flow.nodes.find(({ id }) => id === to.node)
  return (
    target !== undefined &&
    flow.edges.filter((each) => each.to.node === to.node && sideOf(target, each.to.port) === 'start').length > 1
  )
}

/** The ends first: what lies between them follows. */
function tieAll(model: Differences, levels: readonly Level[], room: number): void {
  const first = levels[0]!.reference
  if (!model.tie(first, levels.at(-1)!.reference, room)) return
  for (const { reference } of levels.slice(1, -1)) model.tie(first, reference, room)
}

/** A step so small looks like a mistake. */
const smallStep = 14

/** The smallest first; says whether any could be tied. */
export function tieSmallSteps(
  model: Differences,
  routes: readonly Pieces[],
  positions: readonly number[],
  room: number,
): boolean {
  const at = ({ index, offset }: Reference) => positions[index]! + offset
  const steps = routes.flatMap(({ levels }) =>
    levels.slice(1).map(({ reference }, index) => {
      const before = levels[index]!.reference
      return { before, reference, size: Math.abs(at(reference) - at(before)) }
    }),
  )
  let any = false
  for (const { before, reference, size } of steps.sort((a, b) => a.size - b.size)) {
    if (size <= 0.01 || size >= smallStep || model.isTied(reference, before)) continue
    any = model.tie(before, reference, room) || any
  }
  return any
}

export function addSprings(
  model: Differences,
  flow: Flow,
  routes: readonly Pieces[],
  ranks: Ranks,
  spacing: Spacing,
): void {
  const wishes = straightnessOf(flow, ranks)
  for (const { edge, levels, start, end } of routes) {
    const weight = 1 + wishes.get(edge.id)!
    const first = levels[0]?.reference
    const last = levels.at(-1)?.reference
    levels.slice(1).forEach(({ reference }, index) => model.pull(levels[index]!.reference, reference, 0, weight))
    // Balanced arrivals count alike, whatever their length: that makes towers symmetric.
    if (first && last && isBalanced(flow, edge, ranks)) model.pull(first, last, 0, 20)
    for (const [stub, level, node, port] of [
      [start, first, edge.from.node, edge.from.port],
      [end, last, edge.to.node, edge.to.port],
    ] as const) {
      if (!stub?.reference || !level || node === undefined) continue
      const target = flow.nodes.find(({ id }) => id === node)!
      const rest = sideOf(target, port) === 'low' ? -spacing.edgeNode : spacing.edgeNode
      model.pull(stub.reference, level, rest, 0.5)
    }
  }
}
