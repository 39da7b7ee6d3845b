// What keeps its order: who lies before whom along the flow, who above whom across it. Two things that passed each other
// on one axis are kept apart there; all others are, once that is settled, on the other axis. So nothing comes to overlap.
import type { Spacing } from '../flow'
import type { Axis, Rim } from './axis'
import type { Mooring } from './draft'
import { type Model, rimOf, rimsOf, type Strand } from './model'

interface Thing {
  readonly kind: 'node' | 'line' | 'label'
  readonly isNew?: boolean
  readonly low: Rim
  readonly high: Rim
  /** On the other axis. */
  readonly from: number
  readonly to: number
  readonly net?: string
  readonly edge?: string
  /** Of a line: the nodes that it ends on. Of a node: itself. */
  readonly nodes: readonly (string | undefined)[]
}

type Wanted = (a: Thing, b: Thing) => number

function keepOrder(axis: Axis, things: readonly Thing[], wanted: Wanted, mayTouch: boolean): void {
  things.forEach((first, index) => {
    for (const second of things.slice(index + 1)) {
      if (first.low.index === second.low.index) continue
      // A flat line may touch the node that it ends on.
      const isEnd = mayTouch && first.kind !== second.kind && first.nodes.some((id) => second.nodes.includes(id))
      const margin = isEnd ? -1 : first.kind === 'node' && second.kind === 'node' ? 8 : 4
      if (first.from >= second.to + margin || second.from >= first.to + margin) continue
      const middle = ({ low, high }: Thing) => axis.oldOf(low.index) + (low.old + high.old) / 2
      const [a, b] = middle(first) <= middle(second) ? [first, second] : [second, first]
      const rest = axis.oldOf(b.low.index) + b.low.old - axis.oldOf(a.high.index) - a.high.old
      if (rest < -0.5) continue
      if (first.isNew || second.isNew) axis.keepApart(a.high, b.low, wanted(a, b))
      else axis.keep(a.high, b.low, gapBetween(axis, a, b, wanted))
    }
  })
}

function gapBetween(axis: Axis, a: Thing, b: Thing, wanted: Wanted): number {
  if (a.kind !== 'line' || b.kind !== 'line') return wanted(a, b)
  if (a.net === b.net) return 0
  // Two ports of one box have their places.
  return axis.isTied(a.low.index, b.low.index) ? 4 : wanted(a, b)
}

const wantedOn =
  (spacing: Spacing, betweenNodes: number): Wanted =>
  (a, b) => {
    if (a.kind === 'node' && b.kind === 'node') return betweenNodes
    if (a.kind === 'label' || b.kind === 'label') return 12
    return a.kind === 'line' && b.kind === 'line' ? spacing.edgeEdge : spacing.edgeNode
  }

/** A line that ends on a wall beside the flow goes on with it when it moves out. */
function onWall(mooring: Mooring): number | undefined {
  if (mooring.kind !== 'wall' || mooring.side === 'start' || mooring.side === 'end') return undefined
  return mooring.side === 'low' ? -1e6 : 1e6
}

/** Along the flow, by what overlapped across it. */
export function orderAlong(model: Model, spacing: Spacing): void {
  const things: Thing[] = model.draft.bodies.map((body) => ({
    kind: 'node',
    isNew: body.isNew,
    nodes: [body.id],
    ...rimsOf(body, model.corners.get(body.id)!.x, 'x'),
    from: body.old.y,
    to: body.old.y + body.old.height,
  }))
  for (const { x, y, width, height } of model.draft.ghosts) {
    // What stood before and behind it comes together, as if there had been nothing between.
    const index = model.x.add(x, 0)
    things.push({
      kind: 'node',
      nodes: [],
      low: rimOf(index, 0),
      high: rimOf(index, width, -spacing.along),
      from: y,
      to: y + height,
    })
  }
  for (const strand of model.strands) {
    const { pieces, label, line } = strand
    pieces.forEach(({ isFlat, index, from, to }, place) => {
      if (isFlat) return
      const ends = [
        place === 0 ? onWall(line.start) : undefined,
        place === pieces.length - 1 ? onWall(line.end) : undefined,
      ]
      things.push(lineThing(strand, index, [ends[0] ?? from, ends[1] ?? to]))
      const mooring = mooringOf(strand, place, 'x')
      if (mooring?.kind === 'body')
        model.x.follow(index, rimOf(model.corners.get(mooring.node)!.x, mooring.old.x, mooring.now.x))
    })
    if (label) things.push(labelThing(strand, 'x'))
  }
  keepOrder(model.x, things, wantedOn(spacing, spacing.along), false)
}

/** A piece of a line: `span` is what it takes up on the other axis. */
function lineThing({ net, edge }: Strand, index: number, span: readonly [number, number]): Thing {
  const rim = rimOf(index, 0)
  return {
    kind: 'line',
    low: rim,
    high: rim,
    from: Math.min(...span),
    to: Math.max(...span),
    net,
    edge: edge.id,
    nodes: [edge.from.node, edge.to.node],
  }
}

/** A loose piece keeps with the nearer end of its line; the first and the last are at an end. */
function mooringOf({ pieces, line }: Strand, place: number, axis: 'x' | 'y'): Mooring | undefined {
  if (place === 0 || place === pieces.length - 1) return undefined
  const [first, last] = [line.points[0]![axis], line.points.at(-1)![axis]]
  const { at } = pieces[place]!
  return Math.abs(at - first) < Math.abs(at - last) ? line.start : line.end
}

function labelThing({ label, pieces, edge }: Strand, axis: 'x' | 'y'): Thing {
  const { box, piece, index } = label!
  const { isFlat, index: line } = pieces[piece]!
  const [size, other, extent] = axis === 'x' ? (['width', 'y', 'height'] as const) : (['height', 'x', 'width'] as const)
  // Along its own piece a label can slide, across it it is tied to it.
  const own = isFlat === (axis === 'x') ? index : line
  const [old, now] = [box[size] / 2, edge.label![size] / 2]
  return {
    kind: 'label',
    low: rimOf(own, -old, -now),
    high: rimOf(own, old, now),
    from: box[other],
    to: box[other] + box[extent],
    edge: edge.id,
    nodes: [],
  }
}

/** Across the flow, by what overlaps along it now. */
export function orderAcross(model: Model, xs: readonly number[], spacing: Spacing): void {
  const { y, corners, draft } = model
  const things: Thing[] = draft.bodies.map((body) => {
    const left = xs[corners.get(body.id)!.x]! - body.before.x
    return {
      kind: 'node',
      nodes: [body.id],
      ...rimsOf(body, corners.get(body.id)!.y, 'y'),
      from: left,
      to: left + body.node.width,
    }
  })
  const uprights: Upright[] = []
  for (const strand of model.strands) {
    const { pieces, label, net, edge, line } = strand
    const cornersOf = (place: number) => [crossingAt(place), crossingAt(place + 1)] as const
    const crossingAt = (place: number): number => {
      const before = pieces[place - 1]
      const after = pieces[place]
      const upright = before && !before.isFlat ? before : after && !after.isFlat ? after : undefined
      if (upright) return xs[upright.index]!
      const mooring = place === 0 ? line.start : line.end
      if (mooring.kind === 'body') return xs[corners.get(mooring.node)!.x]! + mooring.now.x
      return mooring.side === 'start' ? -1e6 : 1e6
    }
    const endOf = (place: number, isFirst: boolean): Rim | undefined => {
      const flat = pieces[place + (isFirst ? -1 : 1)]
      if (flat) return rimOf(flat.index, 0)
      const mooring = isFirst ? line.start : line.end
      if (mooring.kind === 'body') return rimOf(corners.get(mooring.node)!.y, mooring.old.y, mooring.now.y)
      return undefined
    }
    pieces.forEach(({ isFlat, index, from, to }, place) => {
      if (!isFlat) {
        const ends = [endOf(place, true), endOf(place, false)].flatMap((rim) => rim ?? [])
        uprights.push({ x: xs[index]!, ends, low: Math.min(from, to), high: Math.max(from, to), net, edge: edge.id })
        return
      }
      things.push(lineThing(strand, index, cornersOf(place)))
      const mooring = mooringOf(strand, place, 'y')
      if (mooring?.kind === 'body') y.follow(index, rimOf(corners.get(mooring.node)!.y, mooring.old.y, mooring.now.y))
    })
    if (!label) continue
    const { isFlat, index } = pieces[label.piece]!
    const middle = isFlat ? xs[label.index]! : xs[index]!
    const half = edge.label!.width / 2
    things.push({ ...labelThing(strand, 'y'), from: middle - half, to: middle + half })
  }
  keepOrder(y, things, wantedOn(spacing, spacing.across), true)
  keepUprights(y, things, uprights, spacing)
}

interface Upright {
  readonly x: number
  readonly ends: readonly Rim[]
  readonly low: number
  readonly high: number
  readonly net: string
  readonly edge: string
}

/** An upright piece passes neither a box, nor a label, nor another upright piece in one line with it. */
function keepUprights(y: Axis, things: readonly Thing[], uprights: readonly Upright[], spacing: Spacing): void {
  uprights.forEach((upright, index) => {
    for (const thing of things) {
      if (thing.kind === 'line' || (thing.kind === 'label' && thing.edge === upright.edge)) continue
      if (upright.x <= thing.from - 6 || upright.x >= thing.to + 6) continue
      const top = y.oldOf(thing.low.index) + thing.low.old
      const bottom = y.oldOf(thing.high.index) + thing.high.old
      for (const end of upright.ends) {
        if (end.index === thing.low.index) continue
        if (bottom <= upright.low + 0.5) y.keep(thing.high, end, spacing.edgeNode)
        else if (top >= upright.high - 0.5) y.keep(end, thing.low, spacing.edgeNode)
      }
    }
    for (const other of uprights.slice(index + 1)) {
      if (other.net === upright.net || Math.abs(other.x - upright.x) >= spacing.edgeEdge * 0.7) continue
      const [upper, lower] = upright.high <= other.low ? [upright, other] : [other, upright]
      if (upper.high > lower.low) continue
      for (const a of upper.ends) for (const b of lower.ends) if (a.index !== b.index) y.keep(a, b, 6)
    }
  })
}
