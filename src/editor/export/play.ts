// The data on its way through the preview of a figure that moves, in the time that the file takes.
import type { Primitive } from '../../drawing/primitives'
import type { Page } from '../../exporters/exporter'
import { flowOf, rest } from '../../exporters/motion'
import { tokensAt } from '../../scene/travel'

/** Draws until the function that it gives is called; undefined where nothing travels, or whoever looks wants no motion. */
export function play(page: Page, draw: (tokens: readonly Primitive[]) => void): (() => void) | undefined {
  const travel = flowOf(page)
  if (!travel || !page.drawn || matchMedia('(prefers-reduced-motion: reduce)').matches) return undefined
  const { look } = page.drawn
  const start = performance.now()
  let frame = requestAnimationFrame(function step(now) {
    const time = ((now - start) / 1000) % (travel.duration + rest)
    draw(tokensAt(travel, time, page.scene.origin, look))
    frame = requestAnimationFrame(step)
  })
  return () => cancelAnimationFrame(frame)
}
