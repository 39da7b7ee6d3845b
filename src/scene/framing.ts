// Where the camera of a talk looks: what the step asks for, and near enough that what is in focus can be read from the
// last row. Pure.
import { grow, union } from '../drawing/bounds'
import type { Primitive } from '../drawing/primitives'
import type { StepCamera } from '../document/schema'
import type { Layout } from '../layout/layout'
import type { Scene } from './scene'
import type { Box, Size } from '../shared/geometry'
import { isWithin } from '../shared/path'

export interface View2D {
  /** Of the origin of the picture, in pixels of the canvas. */
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export const zoomLimits = { least: 0.05, most: 4 } as const

/** The view in which the box fills the canvas, but for a margin. */
export function viewOn(box: Box, canvas: { width: number; height: number }, most = 1.6, margin = 4): View2D {
  const zoom = Math.max(
    zoomLimits.least,
    Math.min(
      most,
      (canvas.width - 2 * margin) / Math.max(1, box.width),
      (canvas.height - 2 * margin) / Math.max(1, box.height),
    ),
  )
  return {
    x: canvas.width / 2 - (box.x + box.width / 2) * zoom,
    y: canvas.height / 2 - (box.y + box.height / 2) * zoom,
    zoom,
  }
}

/** Of the height of the screen: the least for text in focus. On a slide, which is 540 points high, it is 12 points. */
export const leastText = 12 / 540
const margin = 28

/**
 * `screen` is the whole screen, `stage` the part of it that shows the picture; `most`: no larger than that for want of more to
 * show; `air`: pixels around the whole picture.
 */
export function framing(
  camera: StepCamera,
  focus: readonly string[],
  layout: Layout,
  scene: Pick<Scene, 'primitives'>,
  stage: Size,
  screen: Size,
  most = 2.4,
  air = margin,
): View2D {
  const lit = focusBox(focus, layout)
  const whole = { x: 0, y: 0, width: layout.width, height: layout.height }
  const isNear = camera === 'focus' && lit !== undefined
  const asked = typeof camera === 'object' ? camera : isNear ? grow(lit, margin) : grow(whole, air)
  const view = viewOn(asked, stage, most, air < margin ? 0 : undefined)
  const text = lit && smallestText(scene.primitives, new Set(focus))
  const needed = text ? (leastText * screen.height) / text : 0
  if (!lit || view.zoom >= needed) return view
  // Nearer, as far as what is in focus still fits.
  const near = viewOn(grow(lit, 12), stage, Math.max(needed, view.zoom))
  return near.zoom <= view.zoom ? view : centred(lit, whole, near.zoom, stage)
}

/** On the focus, but with no more empty page at a side than there has to be. */
export function centred(lit: Box, whole: Box, zoom: number, stage: Size): View2D {
  const along = (at: number, length: number, all: number, room: number) => {
    const middle = room / 2 - (at + length / 2) * zoom
    const least = room - margin - all * zoom
    return least > margin ? middle : Math.min(margin, Math.max(least, middle))
  }
  return {
    x: along(lit.x, lit.width, whole.width, stage.width),
    y: along(lit.y, lit.height, whole.height, stage.height),
    zoom,
  }
}

/** What is around all of them; undefined where none is there. */
export function focusBox(focus: Iterable<string>, layout: Layout): Box | undefined {
  return [...focus].reduce<Box | undefined>((box, path) => union(box, layout.nodes.get(path)), undefined)
}

/** The smallest type size in the groups of the nodes that are in focus, and in what is inside them. */
export function smallestText(primitives: readonly Primitive[], focus: ReadonlySet<string>): number | undefined {
  let least: number | undefined
  const isLit = (path: string) => [...focus].some((each) => isWithin(path, each))
  const visit = (list: readonly Primitive[], inside: boolean) => {
    for (const each of list) {
      if (each.kind === 'group') visit(each.children, inside || (each.node !== undefined && isLit(each.node)))
      else if (each.kind === 'text' && inside) least = Math.min(least ?? Infinity, each.size)
    }
  }
  visit(primitives, false)
  return least
}
