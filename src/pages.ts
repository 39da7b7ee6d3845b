// What leaves as a file, as pages: the steps of a lecture, or the views of a diagram that a page for the web holds, which are
// each phase, and each container opened or folded.
import { say } from './document/words'
import type { Diagram } from './document/schema'
import type { Page } from './exporters/exporter'
import { pageOf } from './exporters/page'
import type { View } from './graph/view'
import type { LayOut } from './layout/layout'
import { render, type Picture } from './render'
import type { Look } from './scene/look'
import { phasesOf } from './semantics/setting'
import { titleOf } from './semantics/title'
import { everyNode } from './semantics/tree'
import { renderSteps } from './talk'

/** For somebody who waits: work that takes long says how far it is, from 0 to 1, and ends when it is told to. */
export interface Watch {
  readonly signal?: AbortSignal
  readonly onProgress?: (share: number) => void
}

/** The steps of the lecture, all or those with the indexes given. What the overrides ask for holds for all of them. */
export async function stepPages(
  diagram: Diagram,
  indexes: readonly number[] | undefined,
  look: Look,
  overrides: Partial<View>,
  layOut: LayOut,
  { signal }: Watch = {},
): Promise<Page[]> {
  const watched: LayOut = (graph, options) => {
    signal?.throwIfAborted()
    return layOut(graph, options)
  }
  const pictures = await renderSteps(diagram, look, watched, overrides, indexes)
  let said: string | undefined
  return pictures.map(({ step: { step, index }, scene: _scene, figure, ...drawn }) => {
    const title = say(step.title, drawn.view.language)
    // Formats made from the graph get that of the step.
    const { notes: doubts, ...page }: Page = figure ? { scene: figure, drawn } : pageOf(drawn)!
    // What is not sure is said once, until it is something else.
    const notes = [say(step.notes, drawn.view.language), doubts === said ? '' : doubts].filter(Boolean).join('\n\n')
    said = doubts ?? said
    return { ...page, step: index + 1, ...(title && { title }), ...(notes && { notes }) }
  })
}

/** So many pictures make a page of a few hundred kilobytes. */
const most = 14
/** Beyond so many nodes, a picture of everything is no use on a screen. */
const mostNodes = 300

/** The picture itself comes first. */
export async function viewPages(
  diagram: Diagram,
  view: View,
  look: Look,
  layOut: LayOut,
  { signal, onProgress }: Watch = {},
): Promise<Page[]> {
  const pages: Page[] = []
  const seen = new Set<string>()
  const add = async (next: View, title: string): Promise<Picture | undefined> => {
    const key = `${next.phase} ${[...next.unfolded].sort().join(' ')}`
    if (seen.has(key) || pages.length >= most) return undefined
    seen.add(key)
    signal?.throwIfAborted()
    const picture = await render(diagram, next, look, layOut)
    const { graph, layout, analysis } = picture
    pages.push({ ...pageOf({ graph, layout, analysis, view: next, look })!, title })
    onProgress?.(pages.length / most)
    return picture
  }
  const phases = phasesOf(diagram, view)
  const nameOf = (id: string | undefined) => say(phases.find((phase) => phase.id === id)?.label, view.language)
  const first = (await add(view, ''))!
  const here = { ...view, ...(first.analysis.phase && { phase: first.analysis.phase.id }) }
  // Said only now, when the phase that is shown is known.
  const start = nameOf(here.phase) || first.scene.title
  pages[0] = { ...pages[0]!, title: start }
  seen.add(`${here.phase} ${[...here.unfolded].sort().join(' ')}`)
  for (const phase of phases) await add({ ...here, phase: phase.id }, nameOf(phase.id))

  const containers = [...everyNode(first.analysis.tree)].filter((item) => item.inside && !item.inference.absent)
  const isVisible = (path: string) => !path.includes('/') || here.unfolded.has(path.slice(0, path.lastIndexOf('/')))
  for (const item of containers) {
    if (!isVisible(item.path)) continue
    const name = titleOf(diagram, item, view.language)
    const isOpen = here.unfolded.has(item.path)
    const open = [...here.unfolded].filter((path) => path !== item.path && !path.startsWith(`${item.path}/`))
    await add(
      { ...here, unfolded: new Set(isOpen ? open : [...open, item.path]) },
      `${start} · ${isOpen ? '−' : '+'} ${name}`,
    )
  }
  await add({ ...here, unfolded: new Set() }, `${start} · −`)
  const all = new Set(containers.map(({ path }) => path))
  if ([...everyNode(first.analysis.tree)].length <= mostNodes) await add({ ...here, unfolded: all }, `${start} · +`)
  return pages
}
