// MathJax's SVG of a formula as one outline: transforms worked in, bars and frames as paths. Pure; knows no MathJax.
import type { Formula } from './formulas'

/** A node of a tree of markup, as MathJax's own light DOM has it. */
export interface MarkupNode {
  readonly kind: string
  readonly attributes?: Readonly<Record<string, unknown>>
  readonly children?: readonly MarkupNode[]
  /** Of a node of text. */
  readonly value?: string
}

/** x' = sx·x + dx, y' = sy·y + dy: formulas are never turned. */
interface Transform {
  readonly sx: number
  readonly sy: number
  readonly dx: number
  readonly dy: number
}

const identity: Transform = { sx: 1, sy: 1, dx: 0, dy: 0 }

export class UnknownMarkup extends Error {}

/** Throws `UnknownMarkup` on what formulas have never had. */
export function flatten(svg: MarkupNode): Formula {
  const [left, top, width, height] = numbersIn(text(svg, 'viewBox'))
  if (left === undefined || top === undefined || width === undefined || height === undefined)
    throw new UnknownMarkup('It has more than one line.')
  const parts: string[] = []
  const words: Formula['words'][number][] = []
  const visit = (node: MarkupNode, outer: Transform, clip: Clip | undefined) => {
    const here = compose(outer, transformOf(text(node, 'transform')))
    switch (node.kind) {
      case 'path':
        parts.push(clip ? clipped(text(node, 'd'), here, clip) : moved(text(node, 'd'), here))
        return
      case 'rect':
        parts.push(frame(node, here))
        return
      case 'text':
        words.push({
          text: (node.children ?? []).map((child) => child.value ?? '').join(''),
          x: round(here.dx),
          y: round(here.dy),
          size: round(Number.parseFloat(text(node, 'font-size')) * Math.abs(here.sx)),
        })
        return
      case 'svg': {
        const inner = inset(node, here)
        for (const child of node.children ?? []) visit(child, inner.transform, inner.clip)
        return
      }
      case 'g':
        for (const child of node.children ?? []) visit(child, here, clip)
        return
      case 'defs':
      case 'title':
        return
      default:
        throw new UnknownMarkup(`It has “${node.kind}” in it.`)
    }
  }
  for (const child of svg.children ?? []) visit(child, { ...identity, dx: -left }, undefined)
  return {
    width: round(width),
    ascent: round(-top),
    descent: round(top + height),
    outline: parts.join(''),
    words,
  }
}

interface Clip {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A part of its own with its own measure: MathJax has one where it draws out a brace, and shows a stretch of a bar. */
function inset(node: MarkupNode, outer: Transform): { transform: Transform; clip: Clip } {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => number(node, name))
  const [left = 0, top = 0, innerWidth = width!, innerHeight = height!] = numbersIn(text(node, 'viewBox'))
  const transform = compose(outer, {
    sx: width! / innerWidth,
    sy: height! / innerHeight,
    dx: x! - (left * width!) / innerWidth,
    dy: y! - (top * height!) / innerHeight,
  })
  const corners = [place(outer, x!, y!), place(outer, x! + width!, y! + height!)]
  const [xs, ys] = [corners.map((c) => c.x), corners.map((c) => c.y)]
  return {
    transform,
    clip: { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) },
  }
}

/** Such a stretch is a straight bar, so its box is its shape. */
function clipped(d: string, transform: Transform, clip: Clip): string {
  const points = pairsIn(d).map(([x, y]) => place(transform, x, y))
  const [xs, ys] = [points.map((p) => p.x), points.map((p) => p.y)]
  const [left, right] = [Math.max(clip.left, Math.min(...xs)), Math.min(clip.right, Math.max(...xs))]
  const [top, bottom] = [Math.max(clip.top, Math.min(...ys)), Math.min(clip.bottom, Math.max(...ys))]
  return left < right && top < bottom ? box(left, top, right, bottom) : ''
}

/** Filled; or, where it has a stroke instead, a frame as thick as that. */
function frame(node: MarkupNode, transform: Transform): string {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => number(node, name))
  const [a, b] = [place(transform, x!, y!), place(transform, x! + width!, y! + height!)]
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)]
  if (text(node, 'fill') !== 'none') return box(left, top, right, bottom)
  const half = (number(node, 'stroke-width') * Math.abs(transform.sx)) / 2
  return (
    box(left - half, top - half, right + half, bottom + half) +
    box(right - half, top + half, left + half, bottom - half)
  )
}

/** The other way round where left and right are exchanged: then it is a hole. */
function box(left: number, top: number, right: number, bottom: number): string {
  const [l, t, r, b] = [left, top, right, bottom].map(round)
  return `M${l} ${t}L${r} ${t}L${r} ${b}L${l} ${b}Z`
}

function moved(d: string, transform: Transform): string {
  let result = ''
  for (const [, command, rest] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    if (!'MLCQZ'.includes(command!)) throw new UnknownMarkup(`It has the stroke “${command}” in it.`)
    const points = pairsIn(rest!).map(([x, y]) => place(transform, x, y))
    result += command! + points.map(({ x, y }) => `${round(x)} ${round(y)}`).join(' ')
  }
  return result
}

function pairsIn(text: string): [number, number][] {
  const numbers = numbersIn(text)
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!])
}

function numbersIn(text: string): number[] {
  return (text.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
}

function transformOf(text: string): Transform {
  let found = identity
  for (const [, name, inside] of text.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a = 0, b] = numbersIn(inside!)
    if (name === 'translate') found = compose(found, { ...identity, dx: a, dy: b ?? 0 })
    else if (name === 'scale') found = compose(found, { ...identity, sx: a, sy: b ?? a })
    else throw new UnknownMarkup(`It is moved by “${name}”.`)
  }
  return found
}

function compose(outer: Transform, inner: Transform): Transform {
  return {
    sx: outer.sx * inner.sx,
    sy: outer.sy * inner.sy,
    dx: outer.sx * inner.dx + outer.dx,
    dy: outer.sy * inner.dy + outer.dy,
  }
}

function place({ sx, sy, dx, dy }: Transform, x: number, y: number) {
  return { x: sx * x + dx, y: sy * y + dy }
}

function text(node: MarkupNode, name: string): string {
  const value = node.attributes?.[name]
  return value === undefined ? '' : String(value)
}

function number(node: MarkupNode, name: string): number {
  const value = Number.parseFloat(text(node, name))
  return Number.isFinite(value) ? value : 0
}

function round(value: number): number {
  return Math.round(value * 10) / 10 + 0
}
