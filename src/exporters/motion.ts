// What moves in a figure that is shown over time: tokens on the edges that the picture shows, or the steps one after the other.
import { travelOf, type Travel } from '../scene/travel'
import type { Size } from '../shared/geometry'
import type { Page } from './exporter'
import { groupsIn } from './scenes'

/** Seconds that a step stands still, and that a flow rests before it begins again. */
export const stay = 3
export const rest = 1

/** The data on its way; backward too where the picture shows the gradient. Undefined where nothing travels. */
export function flowOf({ scene, drawn }: Page): Travel | undefined {
  if (!drawn) return undefined
  const { graph, layout, analysis, look } = drawn
  const { drawn: shown } = groupsIn(scene.primitives)
  const all = travelOf(graph, layout, analysis, look)
  const trips = all.trips.filter(({ edge, hue }) => shown.has(edge) && (hue !== 'gradient' || look.gradients))
  if (!trips.length) return undefined
  const isBackward = trips.some(({ hue }) => hue === 'gradient')
  return { ...all, trips, duration: isBackward ? all.duration : all.forward + all.duration - lastEnd(all) }
}

function lastEnd({ trips }: Travel): number {
  return Math.max(...trips.map(({ end }) => end))
}

/** Room for each of the pages, which stand in its middle. */
export function commonSize(pages: readonly Page[]): Size {
  const most = (of: (size: Size) => number) => Math.max(...pages.map(({ scene }) => of(scene)))
  return { width: most(({ width }) => width), height: most(({ height }) => height) }
}
