// The views that a page for the web can turn to: each phase, and what can be folded and unfolded.
import { say } from './document/words'
import type { Diagram } from './document/schema'
import type { Page } from './exporters/exporter'
import { pageOf } from './exporters/page'
import type { View } from './graph/view'
import type { LayOut } from './layout/layout'
import { render } from './render'
import type { Look } from './scene/look'
import { analyse } from './semantics/analyse'
import { phasesOf } from './semantics/setting'
import { titleOf } from './semantics/title'
import { everyNode } from './semantics/tree'
import { isInside, isWithin, parentOf } from './shared/path'

/** For somebody who waits: work that takes long says how far it is, from 0 to 1, and ends when it is told to. */
export interface Watch {
  readonly signal?: AbortSignal
  readonly onProgress?: (share: number) => void
}

/** Each view takes a layout of its own. */
const most = 24
/** Beyond so many nodes, a picture of everything is no use on a screen. */
const mostNodes = 300

/** The picture itself comes first. */
export async function viewPages(
  diagram: Diagram,
  view: View,
  look: Look,
  layOut: LayOut,
  { signal, onProgress }: Watch = {},
): Promise<{ readonly phases: Page[]; readonly folds: Page[] }> {
  const views = viewsOf(diagram, view)
  const pages: { readonly page: Page; readonly presses: number }[] = []
  for (const { view: next, title, presses } of views) {
    signal?.throwIfAborted()
    const { graph, layout, analysis, scene } = await render(diagram, next, look, layOut)
    const page = pageOf({ graph, layout, analysis, view: next, look })!
    pages.push({ page: { ...page, title: title || scene.title }, presses })
    onProgress?.(pages.length / views.length)
  }
  const those = (isFold: boolean) => pages.filter(({ presses }) => presses > 0 === isFold).map(({ page }) => page)
  return { phases: those(false), folds: those(true) }
}

interface TitledView {
  readonly view: View
  readonly title: string
  /** How many lead to it from the phase as it opens. */
  readonly presses: number
}

/** This view and the other phases, then what one press leads to in each of them, two presses, and so on. */
function viewsOf(diagram: Diagram, view: View): TitledView[] {
  const first = analyse(diagram, view).phase?.id
  const others = phasesOf(diagram, view).filter(({ id }) => id !== first)
  const views = [first, ...others.map(({ id }) => id)].flatMap((phase) =>
    viewsIn(diagram, { ...view, ...(phase !== undefined && { phase }) }),
  )
  return views.sort((a, b) => a.presses - b.presses).slice(0, most)
}

function viewsIn(diagram: Diagram, view: View): TitledView[] {
  const { tree, phase } = analyse(diagram, view)
  const containers = [...everyNode(tree)].filter((item) => item.inside && !item.inference.absent)
  const paths = containers.map(({ path }) => path)
  const isSmall = [...everyNode(tree)].length <= mostNodes
  const found = foldsFrom(view.unfolded, paths, [new Set(), ...(isSmall ? [new Set(paths)] : [])])
  return found.map(({ unfolded, presses }) => {
    const changed = containers.filter(({ path }) => unfolded.has(path) !== view.unfolded.has(path))
    const outermost = changed.filter(({ path }) => !changed.some((each) => isInside(path, each.path)))
    const signs = outermost.map((each) => {
      return `${unfolded.has(each.path) ? '+' : '−'} ${titleOf(diagram, each, view.language)}`
    })
    const said = !presses ? '' : !unfolded.size ? '−' : unfolded.size === paths.length ? '+' : signs.join(' ')
    const title = [say(phase?.label, view.language), said].filter(Boolean).join(' · ')
    return { view: { ...view, unfolded }, title, presses }
  })
}

interface Fold {
  readonly unfolded: ReadonlySet<string>
  readonly presses: number
}

/** What can stand open, the nearest first; what one command leads to is as near as what a press does. */
function foldsFrom(
  start: ReadonlySet<string>,
  paths: readonly string[],
  commands: readonly ReadonlySet<string>[],
): Fold[] {
  const found: Fold[] = []
  const known = new Set<string>()
  const add = (unfolded: ReadonlySet<string>, presses: number) => {
    const key = [...unfolded].sort().join()
    if (known.has(key) || found.length >= most) return
    known.add(key)
    found.push({ unfolded, presses })
  }
  add(start, 0)
  for (const each of commands) add(each, 1)
  for (let i = 0; i < found.length && found.length < most; i++) {
    const { unfolded, presses } = found[i]!
    for (const path of paths)
      if (parentOf(path) === '' || unfolded.has(parentOf(path))) add(toggled(unfolded, path), presses + 1)
  }
  return found.sort((a, b) => a.presses - b.presses)
}

/** Closing closes what is inside, too. */
function toggled(open: ReadonlySet<string>, path: string): ReadonlySet<string> {
  const rest = [...open].filter((each) => !isWithin(each, path))
  return new Set(open.has(path) ? rest : [...rest, path])
}
