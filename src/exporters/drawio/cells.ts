// Cells of a draw.io page: shapes, containers and edges, with styles as it writes them.
import { round } from '../../drawing/numbers'
import type { Box, Point } from '../../shared/geometry'
import { element, type Markup } from '../xml'

/** `key=value;` pairs; `true` and `false` are 1 and 0, an empty value is a word alone. */
export type Style = Readonly<Record<string, string | number | boolean | undefined>>

function styleText(style: Style): string {
  return Object.entries(style)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => (value === '' ? `${key};` : `${key}=${typeof value === 'boolean' ? Number(value) : value};`))
    .join('')
}

export interface Cell {
  readonly id: string
  readonly parent: string
  /** HTML. */
  readonly label: string
  readonly style: Style
  /** Shown on hover. Only where no other cell names this one: old readers find no wrapped cell before they come to it. */
  readonly tooltip?: string
}

/** `at`: from the corner of the parent. */
export function shapeCell(cell: Cell, at: Box): string {
  const geometry = element('mxGeometry', {
    x: round(at.x),
    y: round(at.y),
    width: round(at.width),
    height: round(at.height),
    as: 'geometry',
  })
  return wrapped(cell, { vertex: true }, geometry)
}

export interface Ends {
  readonly source: string | undefined
  readonly target: string | undefined
  readonly points: readonly Point[]
}

/** `points`: the whole route, from the corner of the parent. */
export function edgeCell(cell: Cell, { source, target, points }: Ends): string {
  const place = (p: Point, as?: string) => element('mxPoint', { x: round(p.x), y: round(p.y), as })
  const geometry = element(
    'mxGeometry',
    { relative: true, as: 'geometry' },
    place(points[0]!, 'sourcePoint'),
    place(points.at(-1)!, 'targetPoint'),
    points.length > 2 &&
      element(
        'Array',
        { as: 'points' },
        points.slice(1, -1).map((p) => place(p)),
      ),
  )
  return wrapped(cell, { edge: true, source, target }, geometry)
}

/** A label on an edge, `along` from -1 at its start to 1 at its end. */
export function edgeLabelCell(cell: Cell, along: number): string {
  const geometry = element(
    'mxGeometry',
    { x: round(along), relative: true, as: 'geometry' },
    element('mxPoint', { as: 'offset' }),
  )
  return wrapped(cell, { vertex: true, connectable: false }, geometry)
}

function wrapped(
  { id, parent, label, style, tooltip }: Cell,
  more: Readonly<Record<string, string | boolean | undefined>>,
  geometry: Markup,
): string {
  const own = { style: styleText(style), parent, ...more }
  if (tooltip === undefined) return element('mxCell', { id, value: label, ...own }, geometry)
  return element('UserObject', { label, tooltip, id }, element('mxCell', own, geometry))
}
