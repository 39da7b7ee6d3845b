// What of the diagram leaves: all of it, what is selected, one module, one step of the lecture, or all of them.
import type { Page } from '../../exporters/exporter'
import { exporterFor } from '../../exporters'
import { pageOf } from '../../exporters/page'
import { targets, type TargetName } from '../../exporters/targets'
import type { View } from '../../graph/view'
import type { LayOut } from '../../layout/layout'
import { stepPages, viewPages, type Watch } from '../../pages'
import { render, type Picture } from '../../render'
import { beside } from '../../scene/beside/beside'
import { plainLook, type Look } from '../../scene/look'
import { largeStep, largeView, renderFor } from '../../slide'
import { titleOf } from '../../semantics/title'
import { renderBeside } from '../../talk'
import { holding } from '../beside/chosen'
import { nodeAtPath } from '../../semantics/tree'
import type { ChosenBeside, Shown } from '../state'
import type { ExportSettings } from './settings'

export type What =
  | { readonly kind: 'whole' }
  | { readonly kind: 'selection'; readonly paths: readonly string[] }
  | { readonly kind: 'module'; readonly path: string }
  | { readonly kind: 'steps'; readonly indexes: readonly number[] }
  /** With what was put beside it. */
  | { readonly kind: 'beside' }

/** What had to change for words that can be read there. */
export interface Changes {
  readonly isLarge: boolean
  /** Names of what was folded. */
  readonly folded: readonly string[]
}

export interface Figure {
  readonly pages: readonly Page[]
  readonly changes?: Changes
}

/** What a person asks for beside the view of the canvas, as `frieze render` takes it from its options. */
export function overridesOf({ direction, shapes, language, without }: ExportSettings): Partial<View> {
  return {
    ...(direction !== 'own' && { direction }),
    ...(shapes !== 'own' && { shapes }),
    ...(language !== 'own' && { language }),
    ...Object.fromEntries(without.map((part) => [part, false])),
  }
}

/** What is on the canvas, and whether the way of the gradients is drawn there. */
export type Seen = Shown & { readonly gradients: boolean; readonly beside: ChosenBeside }

export function lookOf({ theme, background }: ExportSettings, { gradients }: Pick<Seen, 'gradients'>): Look {
  return { ...plainLook, theme, background, gradients }
}

/** The picture as it stands, or laid out anew where that was asked for. */
export async function figureOf(
  shown: Seen,
  what: What,
  settings: ExportSettings,
  layOut: LayOut,
  watch: Watch = {},
): Promise<Figure> {
  const overrides = overridesOf(settings)
  const look = lookOf(settings, shown)
  const { diagram } = shown
  const view = { ...shown.view, ...overrides }
  if (what.kind === 'steps') {
    const { language, set, shapeText } = shown.view
    const large = settings.fit !== 'none' && largeStep
    const all = { language, set, shapeText, ...overrides, ...large }
    return { pages: await stepPages(diagram, what.indexes, look, all, layOut, watch) }
  }
  if (what.kind === 'whole' && exporterFor(settings.extension)?.hasViews)
    return { pages: await viewPages(diagram, view, look, layOut, watch) }
  if (what.kind === 'beside') {
    const large = settings.fit !== 'none' && largeStep
    return { pages: [await besidePage(shown, { ...view, ...large }, look, layOut)] }
  }
  const drawn = await pictureOf(shown, what, view, look, settings.fit, layOut, watch.signal)
  const paths = what.kind === 'selection' ? what.paths : what.kind === 'module' ? [what.path] : undefined
  const { analysis, graph, layout, changes } = drawn
  const page = pageOf({ analysis, graph, layout, view: drawn.view, look, ...(paths && { paths }) })
  return { pages: page ? [page] : [], ...(changes && { changes }) }
}

async function besidePage({ diagram, beside: chosen }: Seen, view: View, look: Look, layOut: LayOut): Promise<Page> {
  const held = holding(diagram, chosen)
  const left = { ...(await render(held, view, look, layOut)), view, look }
  const right = await renderBeside(held, chosen.asked, view, look, layOut)
  return right ? { scene: beside(left, right), drawn: left } : pageOf(left)!
}

async function pictureOf(
  shown: Shown,
  what: What,
  asked: View,
  look: Look,
  fit: TargetName | 'none',
  layOut: LayOut,
  signal?: AbortSignal,
): Promise<Picture & { readonly view: View; readonly changes?: Changes }> {
  if (fit !== 'none' && what.kind === 'whole') {
    const fitted = await renderFor(shown.diagram, asked, look, layOut, targets[fit], signal)
    const nameOf = (path: string) => titleOf(shown.diagram, nodeAtPath(fitted.analysis.tree, path)!, asked.language)
    return { ...fitted, changes: { isLarge: fitted.isLarge, folded: fitted.folded.map(nameOf) } }
  }
  const open = what.kind === 'module' ? opened(asked, what.path) : asked
  const view = fit === 'none' ? open : largeView(open)
  if (view === open && open === asked && sameView(asked, shown.view)) return { ...shown.picture, view }
  const changes = fit === 'none' ? undefined : { isLarge: true, folded: [] }
  return { ...(await render(shown.diagram, view, look, layOut)), view, ...(changes && { changes }) }
}

/** A module is taken away to show what is in it. */
function opened(view: View, path: string): View {
  const ids = path.split('/')
  const ways = ids.map((_, i) => ids.slice(0, i + 1).join('/'))
  return ways.every((way) => view.unfolded.has(way))
    ? view
    : { ...view, unfolded: new Set([...view.unfolded, ...ways]) }
}

function sameView(a: View, b: View): boolean {
  return (Object.keys(a) as (keyof View)[]).every((key) => a[key] === b[key])
}
