// The whole pipeline in one place:
//
//            analyse, resolve            lay out                draw
//  Diagram ───────────────────▶ Graph ───────────▶ Layout ───────────▶ Scene ──▶ canvas, files
//
// Each arrow is a pure function in a folder of its own. Only `layOut` differs between browser, command line and tests.
import { formulasOf } from './document/formulas'
import type { Diagram } from './document/schema'
import { missingFormulas, typesetFormulas } from './drawing/math/typeset'
import type { Graph } from './graph/graph'
import { resolve } from './graph/resolve'
import type { View } from './graph/view'
import type { LayOut, Layout, LayoutOptions } from './layout/layout'
import { draw } from './scene/draw'
import type { Look } from './scene/look'
import type { Scene } from './scene/scene'
import { analyse, type Analysis } from './semantics/analyse'

export interface Picture {
  readonly analysis: Analysis
  readonly graph: Graph
  readonly layout: Layout
  readonly scene: Scene
}

/** What a view asks of the layout. */
export function optionsOf({ direction, large, aspect }: View): LayoutOptions {
  return { direction, ...(large && { isClose: true }), ...(aspect !== undefined && { aspect }) }
}

/** From a document to a picture. Rejects with a sentence when it cannot be laid out. */
export async function render(diagram: Diagram, view: View, look: Look, layOut: LayOut): Promise<Picture> {
  await prepare(diagram)
  return renderPrepared(diagram, view, look, layOut)
}

/** Finds the shapes of the formulas in a document, where they are not known yet. Without them, their source is drawn. */
export async function prepare(diagram: Diagram): Promise<void> {
  const formulas = formulasOf(diagram)
  if (formulas.length > 0) await typesetFormulas(formulas)
}

/** Whether that is done already, or not needed. */
export function isPrepared(diagram: Diagram): boolean {
  return missingFormulas(formulasOf(diagram)).length === 0
}

/** At once, with what is known of its formulas by now. `breathe` is waited for between the parts of the work. */
export async function renderPrepared(
  diagram: Diagram,
  view: View,
  look: Look,
  layOut: LayOut,
  breathe?: () => Promise<void>,
): Promise<Picture> {
  if (breathe) await breathe()
  const analysis = analyse(diagram, view)
  if (breathe) await breathe()
  const graph = resolve(analysis, view)
  const layout = await layOut(graph, optionsOf(view))
  if (breathe) await breathe()
  return { analysis, graph, layout, scene: draw(graph, layout, analysis, view, look) }
}
