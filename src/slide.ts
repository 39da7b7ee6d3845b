// A picture for a slide: large type, and folded as far as needed so that everything on it can be read from the last row.
import type { Diagram } from './document/schema'
import type { View } from './graph/view'
import type { LayOut } from './layout/layout'
import type { Primitive } from './drawing/primitives'
import { render, type Picture } from './render'
import type { Look } from './scene/draw'
import type { Scene } from './scene/scene'

/** 13.33 × 7.5 inches, in points. */
export const slide = { width: 960, height: 540 } as const
/** The least size of type on it. */
export const leastPoints = 12

export interface SlidePicture extends Picture {
  readonly view: View
  /** Paths of what had to be folded. */
  readonly folded: readonly string[]
}

/** How a view is looked at from the last row: no second lines, no small print. */
export function largeView(view: View): View {
  return { ...view, large: true, legend: false, bar: false, shapes: view.shapes === 'all' ? 'all' : 'off' }
}

/** Folds the largest open container, again and again, and then leaves out the numbers, until the smallest text has 12 points. */
export async function renderForSlide(diagram: Diagram, view: View, look: Look, layOut: LayOut): Promise<SlidePicture> {
  let now = largeView(view)
  const folded: string[] = []
  for (;;) {
    const picture = await render(diagram, now, look, layOut)
    if (pointsOn(picture.scene) >= leastPoints) return { ...picture, view: now, folded }
    const largest = largestOpen(picture)
    if (largest !== undefined) {
      folded.push(largest)
      now = { ...now, unfolded: new Set([...now.unfolded].filter((path) => path !== largest)) }
    } else if (now.badges !== false) now = { ...now, badges: false }
    else return { ...picture, view: now, folded }
  }
}

/** The size of the smallest text when the picture fills a slide, in points. */
export function pointsOn(scene: Scene): number {
  const scale = Math.min(slide.width / scene.width, slide.height / scene.height)
  return smallestIn(scene.primitives) * scale
}

function smallestIn(primitives: readonly Primitive[]): number {
  return primitives.reduce((least, each) => {
    if (each.kind === 'group') return Math.min(least, smallestIn(each.children))
    return each.kind === 'text' ? Math.min(least, each.size) : least
  }, Infinity)
}

/** Of the containers that hold no open one. */
function largestOpen({ graph, layout }: Picture): string | undefined {
  let found: { readonly path: string; readonly area: number } | undefined
  const visit = (level: typeof graph) => {
    for (const node of level.nodes) {
      if (!node.inside) continue
      const { width, height } = layout.nodes.get(node.path)!
      const isInnermost = !node.inside.nodes.some((each) => each.inside)
      if (isInnermost && (!found || width * height > found.area)) found = { path: node.path, area: width * height }
      visit(node.inside)
    }
  }
  visit(graph)
  return found?.path
}
