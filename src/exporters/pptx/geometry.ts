// Custom geometry that a person can drag larger: places are said from a side or the middle, and lengths as shares of the
// shorter side, as PowerPoint's own shapes say them. (Lengths in EMU would be simpler; LibreOffice misreads those.)
import type { Point } from '../../shared/geometry'
import { element } from '../xml'

/** A place along one axis: EMU after the start, before the end, or after the middle, or a share of the whole. */
export type Along =
  | { readonly from: 'start' | 'middle' | 'end'; readonly by: number }
  | { readonly from: 'share'; readonly share: number }

export const start = (by = 0): Along => ({ from: 'start', by: Math.round(by) })
export const middle = (by = 0): Along => ({ from: 'middle', by: Math.round(by) })
export const end = (by = 0): Along => ({ from: 'end', by: Math.round(by) })

export const part = (share: number): Along => ({ from: 'share', share })

export interface Spot {
  readonly x: Along
  readonly y: Along
}

export type Stroke =
  | { readonly kind: 'move' | 'line'; readonly to: Spot }
  | { readonly kind: 'curve'; readonly by: readonly Spot[] }
  /** Degrees clockwise from three o'clock. */
  | { readonly kind: 'arc'; readonly radius: number; readonly angle: number; readonly sweep: number }
  | { readonly kind: 'close' }

export interface ShapePath {
  readonly strokes: readonly Stroke[]
  readonly filled: boolean
  readonly stroked: boolean
}

export interface Site {
  readonly x: Along
  readonly y: Along
  /** The way that a connector leaves here, in degrees clockwise from right. */
  readonly angle: number
}

const degree = 60000

/** `a:custGeom` of a shape whose shorter side is `least`; `sites` in the order of their indices. */
export function customGeometry(least: number, paths: readonly ShapePath[], sites: readonly Site[]): string {
  const guides = new Map<string, string>()
  const length = (by: number): string => {
    const share = Math.round((by / least) * 100000)
    const guide = `${share < 0 ? 'm' : 'p'}${Math.abs(share)}`
    guides.set(guide, `*/ ss ${share} 100000`)
    return guide
  }
  const name = (axis: 'x' | 'y', along: Along): string => {
    if (along.from === 'share') {
      const share = Math.round(along.share * 100000)
      const side = axis === 'x' ? 'w' : 'h'
      guides.set(`${side}s${share}`, `*/ ${side} ${share} 100000`)
      return `${side}s${share}`
    }
    const edge = { x: { start: 'l', middle: 'hc', end: 'r' }, y: { start: 't', middle: 'vc', end: 'b' } }[axis][
      along.from
    ]
    if (along.by === 0) return edge
    const by = length(along.by)
    if (along.from === 'start') return by
    guides.set(`${edge}${by}`, `+- ${edge} ${by} 0`)
    return `${edge}${by}`
  }
  const point = ({ x, y }: Spot) => element('a:pt', { x: name('x', x), y: name('y', y) })
  const stroke = (each: Stroke): string => {
    switch (each.kind) {
      case 'move':
        return element('a:moveTo', {}, point(each.to))
      case 'line':
        return element('a:lnTo', {}, point(each.to))
      case 'curve':
        return element(each.by.length === 2 ? 'a:quadBezTo' : 'a:cubicBezTo', {}, each.by.map(point))
      case 'arc': {
        const radius = length(each.radius)
        const angles = { stAng: Math.round(each.angle * degree), swAng: Math.round(each.sweep * degree) }
        return element('a:arcTo', { wR: radius, hR: radius, ...angles })
      }
      case 'close':
        return element('a:close')
    }
  }
  const drawn = paths.map(({ strokes, filled, stroked }) =>
    element('a:path', { ...(!filled && { fill: 'none' }), ...(!stroked && { stroke: false }) }, strokes.map(stroke)),
  )
  const connections = sites.map(({ x, y, angle }) =>
    element('a:cxn', { ang: angle * degree }, element('a:pos', { x: name('x', x), y: name('y', y) })),
  )
  return element(
    'a:custGeom',
    {},
    element('a:avLst'),
    element(
      'a:gdLst',
      {},
      [...guides].map(([guide, fmla]) => element('a:gd', { name: guide, fmla })),
    ),
    element('a:ahLst'),
    element('a:cxnLst', {}, connections),
    element('a:rect', { l: 'l', t: 't', r: 'r', b: 'b' }),
    element('a:pathLst', {}, drawn),
  )
}

/** A rectangle with round corners, moved by `by` as a whole. */
export function roundedRectangle(radius: number, by: Point = { x: 0, y: 0 }): Stroke[] {
  const [left, top] = [(d: number) => start(by.x + d), (d: number) => start(by.y + d)]
  const [right, bottom] = [(d: number) => end(by.x - d), (d: number) => end(by.y - d)]
  const arc = (angle: number): Stroke => ({ kind: 'arc', radius, angle, sweep: 90 })
  return [
    { kind: 'move', to: { x: left(0), y: top(radius) } },
    arc(180),
    { kind: 'line', to: { x: right(radius), y: top(0) } },
    arc(270),
    { kind: 'line', to: { x: right(0), y: bottom(radius) } },
    arc(0),
    { kind: 'line', to: { x: left(radius), y: bottom(0) } },
    arc(90),
    { kind: 'close' },
  ]
}
