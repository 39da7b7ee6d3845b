// A picture for a place where it is seen from afar or printed small: large type, and folded as far as needed so that everything on
// it can be read there.
import type { Diagram } from './document/schema'
import { leastPoints, targets, type Target } from './exporters/targets'
import type { View } from './graph/view'
import type { LayOut } from './layout/layout'
import { render, type Picture } from './render'
import type { Look } from './scene/look'

export interface FittedPicture extends Picture {
  readonly view: View
  /** Second lines, legend, sources and the like had to go. */
  readonly isLarge: boolean
  /** Paths of what had to be folded. */
  readonly folded: readonly string[]
  /** Of the smallest words, there. */
  readonly points: number
}

/** How a view is looked at from the last row: no second lines, no small print. */
export function largeView(view: View): View {
  return { ...view, large: true, legend: false, bar: false, shapes: view.shapes === 'all' ? 'all' : 'off' }
}

/** How a step of a lecture is looked at from there: what it says of shapes holds. */
export const largeStep: Partial<View> = { large: true, legend: false, bar: false }

export interface FitOptions {
  readonly signal?: AbortSignal | undefined
  /** A person asked for the direction in which it runs. */
  readonly keepsDirection?: boolean | undefined
}

/**
 * Sets it in large type, down a narrow column, then folds the largest open container, again and again, and then leaves out the
 * numbers and at last the title of a narrow one, until the smallest words can be read. Where even that is not enough, `points` says how far it came.
 */
export async function renderFor(
  diagram: Diagram,
  view: View,
  look: Look,
  layOut: LayOut,
  target: Target = targets.slide,
  { signal, keepsDirection = false }: FitOptions = {},
): Promise<FittedPicture> {
  const folded: string[] = []
  let best: FittedPicture | undefined
  for (let now = startIn(view, target); ;) {
    signal?.throwIfAborted()
    const picture = await render(diagram, now, look, layOut)
    const points = leastPoints(target, picture.scene) ?? Infinity
    const fitted = { ...picture, view: now, isLarge: now.large ?? false, folded: [...folded], points }
    if (!best || points > best.points) best = fitted
    if (points >= target.least) return fitted
    const largest = largestOpen(picture)
    if (!now.large) now = keepsDirection ? largeView(now) : turned(largeView(now), target)
    else if (largest !== undefined) {
      folded.push(largest)
      now = { ...now, unfolded: new Set([...now.unfolded].filter((path) => path !== largest)) }
    } else if (now.badges !== false) now = { ...now, badges: false }
    else if (isNarrow(target) && now.title) now = { ...now, title: false }
    else return best
  }
}

/** On slides type is large from the start, so that the figures of a deck look alike. */
function startIn(view: View, target: Target): View {
  return target === targets.slide ? largeView(view) : view
}

/** As a column of a paper is, where the words below a figure say what it is. */
function isNarrow({ room }: Target): boolean {
  return room.height > 2 * room.width
}

/** Down a narrow column, and no wider than it has to be. */
function turned(view: View, target: Target): View {
  if (!isNarrow(target)) return view
  return { ...view, aspect: 0.5, direction: view.direction === 'right' ? 'down' : view.direction }
}

/** Of the containers that hold no open one. */
export function largestOpen({ graph, layout }: Pick<Picture, 'graph' | 'layout'>): string | undefined {
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
