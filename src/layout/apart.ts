// The rules of a level: what lies above what, and how far apart it stays. They hold who lies above whom as ELK had it,
// so no line comes to cross a node however things move.
import type { Differences, Reference } from './differences'
import type { Placed, PlacedRoute, Spacing } from './flow'
import { netOf } from './flow'
import { between, type Level, type Pieces, type Task } from './pieces'
import { sideBoxOf } from './satellites'

interface Thing {
  readonly from: number
  readonly to: number
  readonly reference: Reference
  readonly above: number
  readonly below: number
  readonly y: number
  readonly kind: 'node' | 'line' | 'label'
  readonly net?: string
  readonly edge?: string
  readonly node?: string
}

interface Upright {
  readonly x: number
  readonly ends: readonly Reference[]
  readonly low: number
  readonly high: number
  readonly net: string
  readonly edge: string
}

export function keepApart(
  model: Differences,
  task: Task,
  indices: ReadonlyMap<string, number>,
  routes: readonly Pieces[],
): void {
  const { placed, spacing } = task
  const things = thingsOf(task, indices, routes)
  const uprights = routes.flatMap((pieces) => uprightsOf(pieces, placed))
  keepThings(model, things, spacing)
  keepUprights(model, things, uprights, spacing)
  keepWalls(model, task, indices)
}

function thingsOf(task: Task, indices: ReadonlyMap<string, number>, routes: readonly Pieces[]): Thing[] {
  const { flow, placed, satellites } = task
  const things: Thing[] = flow.nodes.map((node) => {
    const { x, y, width, height } = placed.nodes.get(node.id)!
    const reference = { index: indices.get(node.id)!, offset: 0 }
    return { from: x, to: x + width, reference, above: 0, below: height, y, kind: 'node', node: node.id }
  })
  for (const satellite of satellites) {
    const at = sideBoxOf(satellite, placed.nodes.get(satellite.at)!)
    const reference = { index: indices.get(satellite.at)!, offset: at.y - placed.nodes.get(satellite.at)!.y }
    const [x, y] = [at.x, at.y]
    things.push({ from: x, to: x + at.width, reference, above: 0, below: at.height, y, kind: 'node' })
  }
  for (const { edge, levels, label } of routes) {
    const ys = levelsOf(placed.routes.get(edge.id)!, levels)
    levels.forEach(({ reference, from, to }, index) => {
      things.push({
        from: Math.min(from, to),
        to: Math.max(from, to),
        reference,
        above: 0,
        below: 0,
        y: ys[index]!,
        kind: 'line',
        net: netOf(edge),
        edge: edge.id,
      })
    })
    if (!label) continue
    const half = label.box.height / 2
    const { reference } = levels[label.level]!
    things.push({
      from: label.box.x,
      to: label.box.x + label.box.width,
      reference,
      above: half,
      below: half,
      y: ys[label.level]!,
      kind: 'label',
      net: netOf(edge),
      edge: edge.id,
    })
  }
  return things
}

/** Heights of the level pieces as ELK had them. */
function levelsOf({ points }: PlacedRoute, levels: readonly Level[]): number[] {
  const flats = points
    .slice(1)
    .flatMap((point, index) => (points[index]!.y === point.y ? [[points[index]!, point] as const] : []))
  return levels.map(({ from, to }) => {
    const middle = (from + to) / 2
    const hit = flats.find(([a, b]) => between(middle, a.x, b.x) && (between(from, a.x, b.x) || between(to, a.x, b.x)))
    return (hit ?? flats[0]!)[0].y
  })
}

function uprightsOf({ edge, levels, start, end }: Pieces, placed: Placed): Upright[] {
  const net = netOf(edge)
  const { points } = placed.routes.get(edge.id)!
  const ys = levelsOf(placed.routes.get(edge.id)!, levels)
  const result: Upright[] = []
  levels.slice(1).forEach(({ reference, from }, index) => {
    const span = [ys[index]!, ys[index + 1]!]
    result.push({
      x: from,
      ends: [levels[index]!.reference, reference],
      net,
      edge: edge.id,
      low: Math.min(...span),
      high: Math.max(...span),
    })
  })
  const outer = [
    [start, levels[0], points[0]!.y, ys[0]],
    [end, levels.at(-1), points.at(-1)!.y, ys.at(-1)],
  ] as const
  for (const [stub, level, y, levelY] of outer) {
    if (!stub) continue
    const ends = [...(stub.reference ? [stub.reference] : []), ...(level ? [level.reference] : [])]
    const ys = [y, levelY ?? (stub === start ? points.at(-1)!.y : points[0]!.y)]
    result.push({ x: stub.x, ends, net, edge: edge.id, low: Math.min(...ys), high: Math.max(...ys) })
  }
  return result
}

function keepThings(model: Differences, things: readonly Thing[], spacing: Spacing): void {
  const wanted = (a: Thing, b: Thing) => {
    if (a.kind === 'label' || b.kind === 'label') return 10
    if (a.kind === 'node' && b.kind === 'node') return spacing.across
    return a.kind === 'line' && b.kind === 'line' ? spacing.edgeEdge : spacing.edgeNode
  }
  things.forEach((first, index) => {
    for (const second of things.slice(index + 1)) {
      if (first.reference.index === second.reference.index) continue
      if (first.edge !== undefined && first.edge === second.edge) continue
      if (first.kind === 'line' && second.kind === 'line' && first.net === second.net) continue
      const margin = first.kind === 'node' && second.kind === 'node' ? 8 : 4
      if (first.from >= second.to + margin || second.from >= first.to + margin) continue
      const [upper, lower] = middle(first) <= middle(second) ? [first, second] : [second, first]
      const actual = lower.y - lower.above - upper.y - upper.below
      if (actual < -0.01) continue
      // Pieces that only meet end to end, at an upright, need no more than to stay apart.
      const touches =
        first.kind === 'line' && second.kind === 'line' && !(first.from < second.to && second.from < first.to)
      model.keep(
        { ...upper.reference, offset: upper.reference.offset + upper.below },
        { ...lower.reference, offset: lower.reference.offset - lower.above },
        Math.min(actual, touches ? 4 : wanted(upper, lower)),
      )
    }
  })
}

const middle = ({ y, above, below }: Thing) => y + (below - above) / 2

/** Ports on one wall stay apart, also where the line of one of them has no length. */
function keepWalls(model: Differences, { flow, placed, spacing }: Task, indices: ReadonlyMap<string, number>): void {
  for (const side of ['start', 'end'] as const) {
    const ports = flow.walls
      .filter((port) => port.side === side)
      .map(({ id }) => ({ y: placed.walls.get(id)!.y, reference: { index: indices.get(`wall ${id}`)!, offset: 0 } }))
      .sort((a, b) => a.y - b.y)
    ports.slice(1).forEach((port, index) => {
      const before = ports[index]!
      model.keep(before.reference, port.reference, Math.min(port.y - before.y, spacing.edgeEdge))
    })
  }
}

function keepUprights(
  model: Differences,
  things: readonly Thing[],
  uprights: readonly Upright[],
  spacing: Spacing,
): void {
  uprights.forEach((upright, index) => {
    for (const thing of things) {
      if (thing.kind === 'line' || thing.edge === upright.edge) continue
      if (upright.x <= thing.from - 6 || upright.x >= thing.to + 6) continue
      const top = thing.y - thing.above
      const bottom = thing.y + thing.below
      for (const end of upright.ends) {
        if (end.index === thing.reference.index) continue
        if (bottom <= upright.low + 0.01) {
          const gap = Math.min(upright.low - bottom, spacing.edgeNode)
          model.keep({ ...thing.reference, offset: thing.reference.offset + thing.below }, end, gap)
        } else if (top >= upright.high - 0.01) {
          const gap = Math.min(top - upright.high, spacing.edgeNode)
          model.keep(end, { ...thing.reference, offset: thing.reference.offset - thing.above }, gap)
        }
      }
    }
    for (const other of uprights.slice(index + 1)) {
      if (other.net === upright.net || Math.abs(other.x - upright.x) >= spacing.edgeEdge * 0.7) continue
      const [upper, lower] = upright.high <= other.low ? [upright, other] : [other, upright]
      if (upper.high > lower.low) continue
      const gap = Math.min(lower.low - upper.high, 6)
      for (const a of upper.ends) for (const b of lower.ends) model.keep(a, b, gap)
    }
  })
}
