// The whole pipeline in one place:
//
//            analyse, resolve            lay out                draw
//  Diagram ───────────────────▶ Graph ───────────▶ Layout ───────────▶ Scene ──▶ canvas, files
//
// Each arrow is a pure function in a folder of its own. Only `layOut` differs between browser, command line and tests.
import type { Diagram } from './document/schema'
import type { Graph } from './graph/graph'
import { resolve } from './graph/resolve'
import type { View } from './graph/view'
import type { LayOut, Layout } from './layout/layout'
import { draw, type Look } from './scene/draw'
import type { Scene } from './scene/scene'
import { analyse, type Analysis } from './semantics/analyse'

export interface Picture {
  readonly analysis: Analysis
  readonly graph: Graph
  readonly layout: Layout
  readonly scene: Scene
}

/** From a document to a picture. Rejects with a sentence when it cannot be laid out. */
export async function render(diagram: Diagram, view: View, look: Look, layOut: LayOut): Promise<Picture> {
  const analysis = analyse(diagram, view)
  const graph = resolve(analysis, view)
  const layout = await layOut(graph, { direction: view.direction })
  return { analysis, graph, layout, scene: draw(graph, layout, analysis, view, look) }
}
