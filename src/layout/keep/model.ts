// A draft as places on two axes: corners of boxes, and the pieces of lines, which alternate between flat and upright.
// Says what is tied to what; `order.ts` says what keeps its order, and `axis.ts` finds the places.
import type { Box, Point } from '../../shared/geometry'
import type { FlowEdge } from '../flow'
import { netOf } from '../flow'
import { segmentsOf } from '../plane'
import { Axis, type Rim, type Spot } from './axis'
import type { Body, Draft, Line, Mooring } from './draft'

export interface Piece {
  readonly isFlat: boolean
  /** Its height when flat, its place along the flow when upright; the variable is of that axis. */
  readonly index: number
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Strand {
  readonly line: Line
  readonly edge: FlowEdge
  readonly net: string
  readonly pieces: readonly Piece[]
  readonly label?: { readonly box: Box; readonly piece: number; readonly index: number }
}

export interface Model {
  readonly draft: Draft
  readonly x: Axis
  readonly y: Axis
  /** By node: the variables of its corner. */
  readonly corners: ReadonlyMap<string, { readonly x: number; readonly y: number }>
  /** By port: the variable of its place on its wall. */
  readonly walls: ReadonlyMap<string, number>
  readonly strands: readonly Strand[]
}

const bodyWeight = 2

export function modelOf(draft: Draft, priorities: ReadonlyMap<string, number>): Model {
  const [x, y] = [new Axis(), new Axis()]
  const corners = new Map(
    draft.bodies.map(({ id, old, hasChanged }) => {
      const weight = hasChanged ? 0 : bodyWeight
      return [id, { x: x.add(old.x, weight), y: y.add(old.y, weight) }] as const
    }),
  )
  const walls = new Map<string, number>()
  for (const { id } of draft.flow.walls) {
    const at = draft.old.walls.get(id)
    if (!at) continue
    const isOnFlow = at.x < 1 || at.x > draft.old.width - 1
    walls.set(id, isOnFlow ? y.add(at.y, 1) : x.add(at.x, 1))
  }
  const spotOf = (mooring: Mooring, axis: 'x' | 'y'): Spot => {
    if (mooring.kind === 'wall') return { index: walls.get(mooring.port)!, offset: 0 }
    return { index: corners.get(mooring.node)![axis], offset: mooring.now[axis] }
  }
  const shared = new Map<string, Piece[]>()
  const strands: Strand[] = []
  // The main lines first: where two cannot both be straight, the other one steps.
  const order = [...draft.lines].sort(
    (a, b) =>
      Number(a.points.length === 2) - Number(b.points.length === 2) ||
      priorities.get(b.edge.id)! - priorities.get(a.edge.id)!,
  )
  for (const line of order) strands.push(strandOf(line))
  const rank = new Map(draft.lines.map(({ edge }, index) => [edge.id, index]))
  strands.sort((a, b) => rank.get(a.edge.id)! - rank.get(b.edge.id)!)
  return { draft, x, y, corners, walls, strands }

  function pieceOf(net: string, isFlat: boolean, at: number, from: number, to: number, isAlone: boolean): Piece {
    const key = `${net} ${isFlat}`
    const [low, high] = [Math.min(from, to), Math.max(from, to)]
    const twin = isAlone
      ? undefined
      : (shared.get(key) ?? []).find(
          (each) =>
            Math.abs(each.at - at) < 0.5 &&
            Math.min(each.from, each.to) <= high + 0.5 &&
            low <= Math.max(each.from, each.to) + 0.5,
        )
    const piece = { isFlat, at, from, to, index: twin ? twin.index : (isFlat ? y : x).add(at, 1) }
    shared.set(key, [...(shared.get(key) ?? []), piece])
    return piece
  }

  function strandOf(line: Line): Strand {
    const { edge, points, start, end } = line
    const net = netOf(edge)
    const segments = segmentsOf(points)
    const flatness = segments.map(([a, b]) => Math.abs(a.y - b.y) < Math.abs(a.x - b.x))
    const make = (isAlone: boolean) =>
      segments.map(([a, b], index) => {
        const isFlat = flatness[index]!
        return isFlat ? pieceOf(net, true, a.y, a.x, b.x, isAlone) : pieceOf(net, false, a.x, a.y, b.y, isAlone)
      })
    let pieces = make(false)
    if (pieces.length > 1) {
      if (!moored(pieces[0]!, start)) pieces = [make(true)[0]!, ...pieces.slice(1)]
      moored(pieces[0]!, start)
      if (!moored(pieces.at(-1)!, end)) pieces = [...pieces.slice(0, -1), make(true).at(-1)!]
      moored(pieces.at(-1)!, end)
    } else {
      const [only] = pieces
      const isStraight = moored(only!, start) && moored(only!, end)
      if (!isStraight) pieces = stepped(line, only!)
    }
    return { line, edge, net, pieces, ...labelOf(line, pieces) }
  }

  function moored({ isFlat, index }: Piece, mooring: Mooring): boolean {
    return (isFlat ? y : x).tie({ index, offset: 0 }, spotOf(mooring, isFlat ? 'y' : 'x'))
  }

  /** A straight line in three pieces. */
  function stepped({ start, end, edge }: Line, { isFlat, at, from, to }: Piece): Piece[] {
    const net = `${netOf(edge)} stepped ${edge.id}`
    const middle = (from + to) / 2
    const pieces = [
      pieceOf(net, isFlat, at, from, middle, true),
      pieceOf(net, !isFlat, middle, at, at, true),
      pieceOf(net, isFlat, at, middle, to, true),
    ]
    moored(pieces[0]!, start)
    moored(pieces[2]!, end)
    return pieces
  }

  function labelOf({ label, edge }: Line, pieces: readonly Piece[]): Pick<Strand, 'label'> {
    if (!edge.label) return {}
    if (!label) return { label: newLabelOn(pieces, { x, y }) }
    const middle: Point = { x: label.x + label.width / 2, y: label.y + label.height / 2 }
    const piece = pieces.findIndex(({ isFlat, at, from, to }) => {
      const [along, across] = isFlat ? [middle.x, middle.y] : [middle.y, middle.x]
      return Math.abs(across - at) < 1 && along >= Math.min(from, to) - 0.5 && along <= Math.max(from, to) + 0.5
    })
    if (piece < 0) return {}
    const { isFlat } = pieces[piece]!
    const index = isFlat ? x.add(middle.x, 0) : y.add(middle.y, 0)
    return { label: { box: label, piece, index } }
  }
}

/** In the middle of the longest piece, without a size as yet. */
function newLabelOn(
  pieces: readonly Piece[],
  axes: { readonly x: Axis; readonly y: Axis },
): NonNullable<Strand['label']> {
  const length = ({ from, to }: Piece) => Math.abs(from - to)
  const score = (piece: Piece) => length(piece) + (piece.isFlat ? 1e4 : 0)
  const piece = pieces.reduce((best, each, index) => (score(each) > score(pieces[best]!) ? index : best), 0)
  const { isFlat, at, from, to } = pieces[piece]!
  const middle = (from + to) / 2
  const corner = isFlat ? { x: middle, y: at } : { x: at, y: middle }
  return { box: { ...corner, width: 0, height: 0 }, piece, index: axes[isFlat ? 'x' : 'y'].add(middle, 0) }
}

export const rimOf = (index: number, old: number, now = old): Rim => ({ index, old, now })

/** The two rims of a body on an axis. */
export function rimsOf(body: Body, index: number, axis: 'x' | 'y'): { low: Rim; high: Rim } {
  const size = axis === 'x' ? 'width' : 'height'
  const before = body.before[axis]
  return {
    low: rimOf(index, 0, -before),
    high: rimOf(index, body.old[size], body.node[size] - before),
  }
}
