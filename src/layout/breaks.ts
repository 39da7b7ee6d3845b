// Finds the best places to break a level that is too long into rows, and foresees how large it will be then. The rows
// themselves are laid out in `rows.ts`.
import type { Box } from '../shared/geometry'
import type { Flow, FlowEdge, Placed } from './flow'
import { netOf } from './flow'
import type { LevelStyle } from './level'
import { ranksOf, type Ranks } from './spine'

export const track = 16
/** Between a row and the first line under it, and between that and the next row. */
export const clearance = 22
/** Between lines that run side by side from row to row. */
export const pitchOf = (labelHeight: number) => Math.max(track, labelHeight + 8)

/** In pixels of a row's length: what one more line across a break costs. */
const perLine = 90

export interface Breaks {
  /** Of every node, by its id. */
  readonly rowOf: ReadonlyMap<string, number>
  readonly count: number
  /** What the size will be, about. */
  readonly width: number
  readonly height: number
  readonly lines: number
  /** Short rows of a single node, but for the first; between two others one counts half. */
  readonly widows: number
  /** How much the rows before the last leave empty: 1 for one that is nothing beside the longest, 2 for a single node. */
  readonly emptiness: number
  /** How far lines from the row before run past what else begins a row, as parts of the longest. */
  readonly passing: number
}

/** Of each number of rows so many ways are followed to the end: what the rows need is known only then. */
const followed = 4

/** The best places to break a level that is laid out in one row into `count` rows; which is best, `fit.ts` says. */
export function breaksOf(
  flow: Flow,
  placed: Pick<Placed, 'nodes' | 'width'>,
  count: number,
  style: Pick<LevelStyle, 'padding' | 'spacing'>,
): Breaks[] {
  const found = new Map<string, Breaks>()
  const ranks = ranksOf(flow)
  for (const isFeeder of [shortFeeders(ranks), sideBranches(ranks)]) {
    const xOf = placesOf(flow, placed.nodes, ranks, isFeeder)
    for (const { cuts, lines } of cutsOf(flow, placed, count, xOf)) {
      const rowOf = new Map(flow.nodes.map(({ id }) => [id, cuts.filter((cut) => xOf(id) > cut).length]))
      const key = [...rowOf.values()].join(' ')
      if (found.has(key) || new Set(rowOf.values()).size < count || !sidesReach(flow, rowOf, count)) continue
      found.set(key, { rowOf, count, lines, ...sizeOf(flow, placed.nodes, cuts, rowOf, style) })
    }
  }
  return [...found.values()]
}

interface Cuts {
  readonly cost: number
  readonly widest: number
  readonly lines: number
  readonly cuts: readonly number[]
}

function cutsOf(
  flow: Flow,
  { nodes, width }: Pick<Placed, 'nodes' | 'width'>,
  count: number,
  xOf: (node: string) => number,
): readonly Cuts[] {
  const spans = flow.nodes.map(({ id }) => nodes.get(id)!).sort((a, b) => a.x - b.x)
  const gaps: number[] = []
  let reach = -Infinity
  for (const at of spans) {
    if (reach > -Infinity && at.x > reach + 1) gaps.push((at.x + reach) / 2)
    reach = Math.max(reach, at.x + at.width)
  }
  if (gaps.length < count - 1) return []
  const edges = [0, ...gaps, width]
  const linesAt = gaps.map((gap) => {
    const across = flow.edges.filter(
      ({ from, to }) =>
        (from.node === undefined || xOf(from.node) < gap) && (to.node === undefined || xOf(to.node) > gap),
    )
    const lines = new Set(across.map(netOf)).size
    // Breaking right before the node where towers meet is better than breaking the towers.
    const meet = lines > 1 && new Set(across.map(({ to }) => to.node)).size === 1
    return Math.min(lines, 1) + Math.max(0, lines - 1) * (meet ? 1.4 : 2)
  })
  // Dynamic programme: the ways of ending row r at edge i, where a cost is the longest row so far plus its lines.
  let best: Cuts[][] = edges.map((edge) => [{ cost: edge, widest: edge, lines: 0, cuts: [] }])
  for (let row = 1; row < count; row++) {
    best = edges.map((edge, index) => {
      const ways = best.slice(1, index).flatMap((befores, at) =>
        befores.map((before): Cuts => {
          const cut = edges[at + 1]!
          const widest = Math.max(before.widest, edge - cut)
          const lines = before.lines + linesAt[at]!
          return { cost: widest + lines * perLine, widest, lines, cuts: [...before.cuts, cut] }
        }),
      )
      return ways.sort((a, b) => a.cost - b.cost).slice(0, followed)
    })
  }
  return best.at(-1)!
}

/** As `rows.ts` will stack them. Only how closely a row packs is not known yet. */
function sizeOf(
  flow: Flow,
  nodes: ReadonlyMap<string, Box>,
  cuts: readonly number[],
  rowOf: ReadonlyMap<string, number>,
  { padding, spacing }: Pick<LevelStyle, 'padding' | 'spacing'>,
): Pick<Breaks, 'width' | 'height' | 'widows' | 'emptiness' | 'passing'> {
  const rows = Array.from({ length: cuts.length + 1 }, (_, row) => {
    const members = [...rowOf].filter(([, at]) => at === row).map(([id]) => ({ id, box: nodes.get(id)! }))
    const from = row === 0 ? -Infinity : cuts[row - 1]!
    const own = members.filter(({ box }) => box.x >= from).map(({ box }) => box)
    const left = Math.min(...own.map(({ x }) => x))
    // What stood far before the row now stands right before what it feeds.
    const starts = new Map<string, number>()
    const startOf = (id: string): number => {
      const { x, width } = nodes.get(id)!
      if (x >= from) return x
      const known = starts.get(id)
      if (known !== undefined) return known
      // For those that come round in a circle.
      starts.set(id, left - width)
      const ways = flow.edges.flatMap(({ from: { node }, to, label }) =>
        node === id && to.node !== undefined && rowOf.get(to.node) === row
          ? [startOf(to.node) - spacing.along - (label ? label.width + spacing.along : 0)]
          : [],
      )
      starts.set(id, Math.min(left, ...ways) - width)
      return starts.get(id)!
    }
    const beside = Math.max(0, ...members.map(({ id }) => left - startOf(id)))
    const boxes = members.map(({ box }) => box)
    const forks = forksOf(flow, new Set(members.map(({ id }) => id)))
    const fork = forks.entering ? 2 * spacing.edgeNode : 0
    const skip = forks.any ? spacing.edgeNode : 0
    return {
      isSingle: members.length === 1,
      beside,
      width: Math.max(...own.map(({ x, width }) => x + width)) - left + beside + fork,
      height: Math.max(...boxes.map(({ y, height }) => y + height)) - Math.min(...boxes.map(({ y }) => y)) + skip,
    }
  })
  const crossings = cuts.map((_, index) => {
    const across = flow.edges.filter(({ from, to }) => {
      const start = from.node === undefined ? 0 : rowOf.get(from.node)!
      return start <= index && (to.node === undefined ? cuts.length : rowOf.get(to.node)!) > index
    })
    const nets = new Set(across.map(netOf)).size
    const label = Math.max(0, ...across.map((edge) => edge.label?.height ?? 0))
    return { nets, height: 2 * clearance + Math.max(0, nets - 1) * pitchOf(label) + label }
  })
  const margin = (Math.max(...crossings.map(({ nets }) => nets)) + 1) * track
  const longest = Math.max(...rows.map(({ width }) => width))
  const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0)
  return {
    widows: sum(
      rows.map(({ isSingle, width }, row) =>
        row > 0 && isSingle && width < longest / 2 ? (row === cuts.length ? 1 : 0.5) : 0,
      ),
    ),
    emptiness: sum(rows.slice(0, -1).map(({ isSingle, width }) => (isSingle ? 2 : 1) * (1 - width / longest) ** 2)),
    passing: sum(rows.slice(1).map(({ beside }) => beside / longest)),
    width: longest + 2 * margin + padding.start + padding.end,
    height: [...rows, ...crossings].reduce((sum, { height }) => sum + height, 0) + padding.low + padding.high,
  }
}

/** Lines that fork to nodes one behind the other: one way leads around the others, and at the start it needs room. */
function forksOf(flow: Flow, members: ReadonlySet<string>): { any: boolean; entering: boolean } {
  const nets = new Map<string, FlowEdge[]>()
  for (const edge of flow.edges) {
    if (edge.to.node !== undefined && members.has(edge.to.node))
      nets.set(netOf(edge), [...(nets.get(netOf(edge)) ?? []), edge])
  }
  const forked = [...nets.values()].filter((edges) => new Set(edges.map(({ to }) => to.node)).size > 1)
  const entering = forked.filter(([edge]) => edge!.from.node === undefined || !members.has(edge!.from.node))
  return { any: forked.length > 0, entering: entering.length > 0 }
}

/** How far along each node counts: a feeder as far as the first node that it feeds, into whichever row that comes. */
function placesOf(
  flow: Flow,
  nodes: ReadonlyMap<string, Box>,
  { after }: Ranks,
  isFeeder: (node: string) => boolean,
): (node: string) => number {
  const places = new Map([...nodes].map(([id, { x }]) => [id, x]))
  // What is fed comes before what feeds it.
  for (const { id } of [...flow.nodes].sort((a, b) => after.get(a.id)! - after.get(b.id)!)) {
    const targets = flow.edges.filter(({ from }) => from.node === id).map(({ to }) => to.node)
    if (!isFeeder(id) || targets.length === 0 || targets.includes(undefined)) continue
    if (flow.edges.some(({ from, to }) => to.node === id && from.node === undefined)) continue
    places.set(id, Math.min(...targets.map((target) => places.get(target!)!)) - 0.5)
  }
  return (node) => places.get(node)!
}

/** A source, and what a source alone feeds off the main line. */
function shortFeeders({ before, after }: Ranks): (node: string) => boolean {
  const longest = Math.max(...before.values())
  return (id) => before.get(id) === 0 || (before.get(id) === 1 && 1 + after.get(id)! < longest - 1)
}

/** All that only leads up to a longest way: a whole branch may stand in the row where it is needed. Not one of two towers. */
function sideBranches({ before, after }: Ranks): (node: string) => boolean {
  const longest = Math.max(...before.values())
  return (id) => before.get(id)! + after.get(id)! < longest
}

/** A line from beside the flow cannot pass a row. */
function sidesReach(flow: Flow, rowOf: ReadonlyMap<string, number>, count: number): boolean {
  const sides = new Map(flow.walls.map(({ id, side }) => [id, side]))
  return flow.edges.every(({ from, to }) => {
    const [wall, node] = from.node === undefined ? [from.port, to.node] : [to.port, from.node]
    if (from.node !== undefined && to.node !== undefined) {
      return rowOf.get(from.node)! <= rowOf.get(to.node)!
    }
    const side = sides.get(wall)
    if (side === 'low') return node !== undefined && rowOf.get(node) === 0
    if (side === 'high') return node !== undefined && rowOf.get(node) === count - 1
    return true
  })
}
