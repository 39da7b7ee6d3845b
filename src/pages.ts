// What leaves as a file, as pages: one picture, the steps of a lecture, or all that a page for the web can turn to. The command
// line and the export dialog ask here, so that the same wish gives the same bytes.
import { say } from './document/words'
import type { Beside, Diagram } from './document/schema'
import { fullSteps } from './document/steps'
import type { Exporter, Page } from './exporters/exporter'
import { pageOf } from './exporters/page'
import { targets, type TargetName } from './exporters/targets'
import { viewOfStep } from './graph/step'
import type { View } from './graph/view'
import type { LayOut } from './layout/layout'
import { render, type Picture } from './render'
import { beside as drawBeside } from './scene/beside/beside'
import type { Look } from './scene/look'
import { figureOnSlide, slideSize } from './scene/onSlide'
import { largeStep, largeView, renderFor } from './slide'
import { renderBeside, renderBesideOnStage, renderSteps, type StepOptions } from './talk'
import { viewPages, type Watch } from './views'
import { pathsTo } from './shared/path'

/** Which part of a diagram. */
export type What =
  | { readonly kind: 'whole' }
  | { readonly kind: 'selection'; readonly paths: readonly string[] }
  | { readonly kind: 'module'; readonly path: string }
  | { readonly kind: 'steps'; readonly indexes: readonly number[] }
  /** With what was put beside it. */
  | { readonly kind: 'beside' }

export interface Wish {
  readonly what: What
  readonly view: View
  /** What holds for every step, whatever it says itself. */
  readonly forSteps: Partial<View>
  readonly look: Look
  /** Where its words have to be read; absent: nothing is changed for them. */
  readonly fit?: TargetName | undefined
  /** What stands open stays so, however small that makes the words. */
  readonly keepsOpen?: boolean
  /** A person asked for the direction in which it runs. */
  readonly keepsDirection?: boolean
  readonly exporter: Pick<Exporter, 'hasViews' | 'isSlides' | 'options'>
  /** Steps are for a handout, where the exporter makes one: their words are read on half a sheet. */
  readonly isHandout?: boolean | undefined
  /** What stands beside it, and the diagram with that in it. */
  readonly beside?: { readonly asked: Beside; readonly held: Diagram } | undefined
  /** A picture that is there already: it leaves as it stands, when it is the one that is wished for. */
  readonly known?: { readonly view: View; readonly picture: Picture }
}

/** What had to change for words that can be read there. */
export interface Changes {
  readonly isLarge: boolean
  /** Paths of what was folded. */
  readonly folded: readonly string[]
  readonly isTurned?: boolean
  /** What of it could not stay, besides what large type never has. */
  readonly without?: readonly ('shapes' | 'badges' | 'title')[]
}

export interface Figure {
  /** None where nothing of the selection is in the picture. */
  readonly pages: readonly Page[]
  readonly changes?: Changes
}

export async function pagesFor(diagram: Diagram, wish: Wish, layOut: LayOut, watch: Watch = {}): Promise<Figure> {
  const { what, view, look, exporter, forSteps } = wish
  if (what.kind === 'steps') {
    const fit = wish.fit ?? (wish.isHandout && exporter.options?.includes('notes') ? 'slide' : undefined)
    const overrides = { ...forSteps, ...(fit && largeStep) }
    const slides = fit === 'slide' ? { crops: !exporter.isSlides, keepsOpen: wish.keepsOpen } : undefined
    const options = { indexes: what.indexes, slides }
    const pages = await stepPages(diagram, options, look, overrides, layOut, watch)
    return { pages, ...(slides && { changes: changesOf(diagram, pages, overrides) }) }
  }
  if (what.kind === 'beside') return { pages: [await besidePage(diagram, wish, layOut)] }
  if (what.kind === 'whole' && exporter.hasViews)
    return { pages: await wholePages(diagram, view, forSteps, look, layOut, watch) }
  const drawn = await pictureOf(diagram, wish, layOut, watch.signal)
  const paths = what.kind === 'selection' ? what.paths : what.kind === 'module' ? [what.path] : undefined
  const { analysis, graph, layout, changes } = drawn
  const page = pageOf({ analysis, graph, layout, view: drawn.view, look, ...(paths && { paths }) })
  return { pages: page ? [page] : [], ...(changes && { changes }) }
}

/** What had to change in any of the steps. */
function changesOf(diagram: Diagram, pages: readonly Page[], overrides: Partial<View>): Changes {
  const steps = fullSteps(diagram)
  const changes = pages.map(({ step, drawn }) =>
    changesBetween(viewOfStep(diagram, steps[step! - 1]!.shows, overrides), drawn!.view),
  )
  const all = <T>(values: readonly T[]) => [...new Set(values)]
  return {
    isLarge: true,
    folded: all(changes.flatMap(({ folded }) => folded)),
    without: all(changes.flatMap(({ without }) => without)),
  }
}

function changesBetween(asked: View, now: View) {
  const without: Changes['without'] = [
    ...(now.shapes === 'off' && asked.shapes !== 'off' ? (['shapes'] as const) : []),
    ...(['badges', 'title'] as const).filter((part) => now[part] === false && asked[part] !== false),
  ]
  return { folded: [...asked.unfolded].filter((path) => !now.unfolded.has(path)), without }
}

async function besidePage(diagram: Diagram, { view: asked, look, fit, beside }: Wish, layOut: LayOut): Promise<Page> {
  const held = beside?.held ?? diagram
  const view = { ...asked, ...(fit && largeStep) }
  const left = { ...(await render(held, view, look, layOut)), view, look }
  if (beside && fit === 'slide') {
    const both = await renderBesideOnStage(held, beside.asked, view, look, layOut, slideSize)
    if (both) return { scene: figureOnSlide(both, view, look, {}), drawn: left }
  }
  const right = beside && (await renderBeside(held, beside.asked, view, look, layOut))
  return right ? { scene: drawBeside(left, right), drawn: left } : pageOf(left)!
}

async function pictureOf(
  diagram: Diagram,
  { what, view: asked, look, fit, keepsOpen, keepsDirection, known }: Wish,
  layOut: LayOut,
  signal?: AbortSignal,
): Promise<Picture & { readonly view: View; readonly changes?: Changes }> {
  if (fit && what.kind === 'whole' && !keepsOpen) {
    const fitted = await renderFor(diagram, asked, look, layOut, targets[fit], { signal, keepsDirection })
    const { isLarge, folded, view } = fitted
    const isTurned = view.direction !== asked.direction
    // That large type has no shapes is said with it.
    const { without } = changesBetween(isLarge ? largeView(asked) : asked, view)
    return { ...fitted, changes: { isLarge, folded, isTurned, without } }
  }
  const open = what.kind === 'module' ? opened(asked, what.path) : asked
  const view = fit ? largeView(open) : open
  const picture = known && sameView(view, known.view) ? known.picture : await render(diagram, view, look, layOut)
  return { ...picture, view, ...(fit && { changes: { isLarge: true, folded: [] } }) }
}

/** A module is taken away to show what is in it. */
function opened(view: View, path: string): View {
  const ways = pathsTo(path)
  return ways.every((way) => view.unfolded.has(way))
    ? view
    : { ...view, unfolded: new Set([...view.unfolded, ...ways]) }
}

function sameView(a: View, b: View): boolean {
  return (Object.keys(a) as (keyof View)[]).every((key) => a[key] === b[key])
}

/** The steps of the lecture, as the options say. What the overrides ask for holds for all of them. */
export async function stepPages(
  diagram: Diagram,
  options: StepOptions,
  look: Look,
  overrides: Partial<View>,
  layOut: LayOut,
  { signal, onProgress }: Watch = {},
): Promise<Page[]> {
  const count = options.indexes?.length ?? diagram.steps?.length ?? 0
  let laidOut = 0
  const watched: LayOut = async (graph, options) => {
    signal?.throwIfAborted()
    const layout = await layOut(graph, options)
    // Steps that are wired alike share one, so that there are this many at most, but for what stands beside them.
    onProgress?.(Math.min(++laidOut / (count + 1), 1))
    return layout
  }
  // As on the screen of a talk, what is not dimmed can be read from the last row.
  const pictures = await renderSteps(diagram, { ...look, strong: true }, watched, overrides, options)
  onProgress?.(1)
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

/** All that can be turned to: the picture itself, the other phases, the steps, and what can be folded and unfolded. */
export async function wholePages(
  diagram: Diagram,
  view: View,
  forSteps: Partial<View>,
  look: Look,
  layOut: LayOut,
  { signal, onProgress }: Watch = {},
): Promise<Page[]> {
  const watch = (from: number): Watch => ({
    ...(signal && { signal }),
    onProgress: (share) => onProgress?.(from + share / 2),
  })
  // On a screen of any size the words of a step have to be read, as on a slide.
  const slides = { slides: { crops: true } }
  const steps = await stepPages(diagram, slides, look, { ...forSteps, ...largeStep }, layOut, watch(0))
  const { phases, folds } = await viewPages(diagram, view, look, layOut, watch(0.5))
  const numbered = steps.map((page) => ({ ...page, title: `${page.step} · ${page.title ?? page.scene.title}` }))
  return [...phases, ...numbered, ...folds]
}
