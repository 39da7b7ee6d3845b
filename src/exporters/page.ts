// A picture as a page for exporters: the whole, or what was selected of it.
import { draw } from '../scene/draw'
import type { Look } from '../scene/look'
import type { Scene } from '../scene/scene'
import { drawSelection } from '../scene/selection'
import type { Drawn, Page } from './exporter'

/** Undefined when none of the paths is in the picture. */
export function pageOf(drawn: Drawn): Page | undefined {
  const scene = sceneOf(drawn, drawn.look)
  return scene && { scene, drawn, inTheme: (theme) => sceneOf(drawn, { ...drawn.look, theme })! }
}

function sceneOf({ graph, layout, analysis, view, paths, surround }: Drawn, look: Look): Scene | undefined {
  if (paths) return drawSelection(graph, layout, analysis, view, look, paths)
  return draw(graph, layout, analysis, view, look, surround)
}
