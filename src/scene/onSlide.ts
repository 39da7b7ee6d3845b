// A step of a lecture on a slide: its words below, and above them what the camera of the step looks at, as large as it has to be
// for reading. What lies beyond the slide is drawn all the same, so that it can come in from there.
import { bounds, grow } from '../drawing/bounds'
import type { Primitive } from '../drawing/primitives'
import type { Graph } from '../graph/graph'
import type { View } from '../graph/view'
import type { Layout } from '../layout/layout'
import type { Analysis } from '../semantics/analyse'
import { gradientsOf } from '../semantics/gradients'
import type { Point, Size } from '../shared/geometry'
import { captionBlock } from './caption'
import { aboutOf, drawGraph, type OnSlide, type Surround } from './draw'
import { framing } from './framing'
import type { Look } from './look'
import { moved } from './move'
import type { Scene } from './scene'
import { strengthened } from './strong'
import { themes } from './themes'

/** In points. */
export const slideSize = { width: 960, height: 540 }
const margin = 30
/** Around a whole picture, in its pixels, and around a lens or two pictures, in theirs. */
const [air, figureMargin] = [10, 14]
/** Points of a pixel of the caption; and of the picture, at most. */
const captionScale = 0.9
const most = 1.125

export function drawOnSlide(
  graph: Graph,
  layout: Layout,
  analysis: Analysis,
  view: View,
  look: Look,
  { caption }: Surround,
  { camera, focus, crops }: OnSlide,
): Scene {
  const gradients = look.gradients ? gradientsOf(analysis) : undefined
  const at = (origin: Point) => drawGraph(graph, layout, origin, view, look, gradients)
  const stage = stageOnSlide(caption, view, look)
  const { x, y, zoom } = framing(camera, focus, layout, { primitives: at({ x: 0, y: 0 }) }, stage, slideSize, most, air)
  const place = { x: Math.round(x / zoom), y: Math.round(y / zoom) }
  const composed = compose(at(place), zoom, stage, caption, view, look, crops)
  return { ...aboutOf(analysis, view), ...composed, origin: place }
}

/** A lens, or two pictures side by side. Where the step has a title of its own, that of the figure has no room. */
export function figureOnSlide(figure: Scene, view: View, look: Look, { caption }: Surround): Scene {
  const stage = stageOnSlide(caption, view, look)
  const isTitle = (each: Primitive) => each.kind === 'group' && each.id === 'title'
  const primitives = caption?.words?.title ? figure.primitives.filter((each) => !isTitle(each)) : figure.primitives
  const drawn = grow(bounds(primitives) ?? { x: 0, y: 0, width: 1, height: 1 }, figureMargin)
  const zoom = Math.min(stage.width / drawn.width, stage.height / drawn.height, most)
  const place = {
    x: Math.round((stage.width / zoom - drawn.width) / 2 - drawn.x),
    y: Math.round((stage.height / zoom - drawn.height) / 2 - drawn.y),
  }
  const origin = { x: figure.origin.x + place.x, y: figure.origin.y + place.y }
  return {
    ...figure,
    ...compose(
      moved(look.strong ? strengthened(primitives, look) : primitives, place),
      zoom,
      stage,
      caption,
      view,
      look,
      false,
    ),
    origin,
  }
}

/** What the words of the talk leave of a slide, in points. */
export function stageOnSlide(caption: Surround['caption'], view: View, look: Look): Size {
  const { height } = wordsAt(caption, view, look, 1)
  return { width: slideSize.width, height: slideSize.height - (height && height + margin / 2) }
}

/** `pixels`: of one point. */
function wordsAt(caption: Surround['caption'], view: View, look: Look, pixels: number) {
  const room = (slideSize.width - 2 * margin) * pixels
  return captionBlock(caption?.words, caption?.all ?? [], view, look, margin * pixels, room, captionScale * pixels)
}

function compose(
  primitives: readonly Primitive[],
  zoom: number,
  stage: Size,
  caption: Surround['caption'],
  view: View,
  look: Look,
  crops: boolean,
): Pick<Scene, 'width' | 'height' | 'background' | 'primitives'> {
  // Whole pixels at exactly 16:9; smaller rather than larger, so that no words fall below their size.
  const unit = Math.max(1, Math.floor(60 / zoom))
  const [width, height] = [16 * unit, 9 * unit]
  const bottom = (stage.height / slideSize.height) * height
  const isSeen = (each: Primitive) => {
    const box = bounds([each])
    return box && box.x < width && box.y < bottom && box.x + box.width > 0 && box.y + box.height > 0
  }
  const { page } = themes[look.theme]
  const words = wordsAt(caption, view, look, width / slideSize.width).primitives
  const reaches = (bounds(primitives)?.y ?? 0) + (bounds(primitives)?.height ?? 0) > bottom
  const ground: Primitive[] =
    reaches && words.length
      ? [{ kind: 'rect', x: 0, y: bottom, width, height: height - bottom, fill: page, stroke: 'none' }]
      : []
  const children = [...ground, ...moved(words, { x: 0, y: bottom })]
  return {
    width,
    height,
    ...(look.background && { background: page }),
    primitives: [
      ...(crops ? primitives.filter(isSeen) : primitives),
      ...(children.length ? [{ kind: 'group' as const, id: 'caption', children }] : []),
    ],
  }
}
