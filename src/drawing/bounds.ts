// How far a drawing reaches, strokes included.

import type { Box } from '../shared/geometry'
import { measure } from './measure'
import { segments, type Segment } from './path'
import type { Paint, Primitive, TextPrimitive } from './primitives'
import { visibleText } from './text'

/** Of a text size: Arial's ascent and descent. */
export const ascent = 0.905
export const descent = 0.212

/** `undefined` when there is nothing. */
export function bounds(primitives: readonly Primitive[]): Box | undefined {
  let box: Box | undefined
  for (const primitive of primitives) box = union(box, boundsOf(primitive))
  return box
}

const known = new WeakMap<Primitive, Box | null>()

/** Remembered for each object, since primitives never change. */
export function boundsOf(primitive: Primitive): Box | undefined {
  const found = known.get(primitive)
  if (found !== undefined) return found ?? undefined
  const box = compute(primitive)
  known.set(primitive, box ?? null)
  return box
}

export function union(a: Box | undefined, b: Box | undefined): Box | undefined {
  if (!a || !b) return a ?? b
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}

export function grow(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by }
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

function compute(primitive: Primitive): Box | undefined {
  switch (primitive.kind) {
    case 'group':
      return bounds(primitive.children)
    case 'text':
      return textBounds(primitive)
    case 'rect': {
      const { x, y, width, height } = primitive
      return grow({ x, y, width, height }, halfStroke(primitive))
    }
    case 'path': {
      const box = pathBounds(primitive.d)
      return box && grow(box, halfStroke(primitive))
    }
  }
}

function halfStroke({ stroke, strokeWidth = 1 }: Paint): number {
  return stroke === 'none' ? 0 : strokeWidth / 2
}

function textBounds({ x, y, text, size, weight, anchor }: TextPrimitive): Box {
  const width = measure(visibleText(text), size, weight)
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width
  return { x: left, y: y - ascent * size, width, height: (ascent + descent) * size }
}

/** Of the line itself, without its stroke. */
export function pathBounds(d: string): Box | undefined {
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const segment of segments(d)) {
    for (const x of extremes(segment, 'x')) {
      left = Math.min(left, x)
      right = Math.max(right, x)
    }
    for (const y of extremes(segment, 'y')) {
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top }
}

/** The values that may be extreme along one axis: both ends, and where the derivative of a Bézier curve is 0. */
function extremes(segment: Segment, axis: 'x' | 'y'): number[] {
  const [p0 = 0, p1 = p0, p2 = p1, p3 = p2] = segment.map((point) => point[axis])
  if (segment.length <= 2) return [p0, p1]
  const isCubic = segment.length === 4
  const at = (t: number): number => {
    const s = 1 - t
    return isCubic
      ? s ** 3 * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t ** 3 * p3
      : s * s * p0 + 2 * s * t * p1 + t * t * p2
  }
  const roots = isCubic
    ? quadraticRoots(p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0)
    : [(p0 - p1) / (p0 - 2 * p1 + p2)]
  return [p0, isCubic ? p3 : p2, ...roots.filter((t) => t > 0 && t < 1).map(at)]
}

/** Of a·t² + b·t + c. */
function quadraticRoots(a: number, b: number, c: number): number[] {
  if (Math.abs(a) < 1e-12) return [-c / b]
  const root = Math.sqrt(b * b - 4 * a * c)
  return [(-b + root) / (2 * a), (-b - root) / (2 * a)]
}
