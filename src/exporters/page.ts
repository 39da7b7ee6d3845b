// A picture as a page for exporters: the whole, or what was selected of it.
import { draw } from '../scene/draw'
import { drawOnSlide } from '../scene/onSlide'
import type { Look } from '../scene/look'
import type { Scene } from '../scene/scene'
import { phrase } from '../scene/phrases'
import { drawSelection } from '../scene/selection'
import { doubtsOf, doubtText } from '../semantics/doubts'
import { capital } from '../shared/capital'
import type { Drawn, Page } from './exporter'

/** Undefined when none of the paths is in the picture. */
export function pageOf(drawn: Drawn): Page | undefined {
  const scene = sceneOf(drawn, drawn.look)
  const notes = doubtsSaid(drawn)
  return (
    scene && { scene, drawn, ...(notes && { notes }), inTheme: (theme) => sceneOf(drawn, { ...drawn.look, theme })! }
  )
}

/** What its numbers rest on that was not read at its source; empty where all was. */
export function doubtsSaid({ analysis, view }: Drawn): string {
  const doubts = doubtsOf(analysis).map((each) => doubtText(analysis, each, view.language))
  return doubts.length ? `${capital(phrase('unsure', view.language))}: ${doubts.join(', ')}` : ''
}

function sceneOf({ graph, layout, analysis, view, paths, surround }: Drawn, look: Look): Scene | undefined {
  if (paths) return drawSelection(graph, layout, analysis, view, look, paths)
  if (surround?.slide) return drawOnSlide(graph, layout, analysis, view, look, surround, surround.slide)
  return draw(graph, layout, analysis, view, look, surround)
}
