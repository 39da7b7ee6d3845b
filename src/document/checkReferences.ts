// What points at something elsewhere in the document: phases, published figures, the view, tied weights, lecture steps.
// Only names that must be unique and pins beyond any page are errors; what points nowhere is kept and said.
import { besideIn } from './companions'
import { writtenNodes } from './instances'
import { isOnPage, limits } from './limits'
import { nodeAt, nodeOf, placeIn } from './place'
import { counted, listed, problemPath, brief, type ProblemList } from './problems'
import type { Diagram } from './schema'
import { checks } from './sentences/checks'
import type { Translated } from '../shared/languages'

export function checkReferences(diagram: Diagram, list: ProblemList) {
  const variants = checkUnique(diagram.variants, 'variants', list)
  const phases = checkUnique(diagram.phases, 'phases', list)
  const sources = checkUnique(diagram.about.sources, 'about.sources', list)
  const name = (value: string | undefined, known: readonly string[], what: Translated, path: string) => {
    if (value !== undefined && !known.includes(value))
      list.warn(path, checks.noSuch({ what, name: brief(value), names: listed(known) }))
  }
  const path = (value: string, where: string) => {
    if (!nodeOf(diagram, value)) list.warn(where, checks.leadsNowhere({ path: brief(value) }))
  }

  for (const [symbol, value] of Object.entries(diagram.symbols ?? {}))
    if (typeof value === 'object') name(value.source, sources, words.source, `symbols.${symbol}.source`)

  for (const { id, phase } of diagram.variants ?? []) name(phase, phases, words.phase, `variants.${id}.phase`)

  for (const phase of diagram.phases ?? []) {
    const where = `phases.${phase.id}`
    for (const each of Object.keys(phase.states ?? {})) path(each, `${where}.states`)
    for (const each of phase.variants ?? []) name(each, variants, words.variant, `${where}.variants`)
    if (typeof phase.examples === 'object')
      for (const each of Object.keys(phase.examples)) name(each, variants, words.variant, `${where}.examples`)
  }

  for (const [index, published] of (diagram.published ?? []).entries()) {
    const where = `published[${index}]`
    for (const each of [published.node ?? []].flat()) path(each, `${where}.node`)
    name(published.variant, variants, words.variant, `${where}.variant`)
    name(published.phase, phases, words.phase, `${where}.phase`)
    name(published.source, sources, words.source, `${where}.source`)
  }

  for (const [index, result] of (diagram.results ?? []).entries()) {
    name(result.variant, variants, words.variant, `results[${index}].variant`)
    name(result.source, sources, words.source, `results[${index}].source`)
  }

  for (const [index, step] of (diagram.steps ?? []).entries()) {
    const where = `steps[${index}]`
    for (const key of ['focus', 'hidden', 'unfolded'] as const)
      for (const each of step[key] ?? []) path(each, `${where}.${key}`)
    if (step.lens?.node !== undefined) path(step.lens.node, `${where}.lens`)
    name(step.variant, variants, words.variant, `${where}.variant`)
    name(step.phase, phases, words.phase, `${where}.phase`)
    if (!step.beside) continue
    const { diagram: companion, variant, phase, unfolded = [] } = step.beside
    if ((companion ?? variant ?? phase ?? step.beside.unfolded) === undefined)
      list.warn(`${where}.beside`, checks.besideItself())
    name(companion, Object.keys(diagram.companions ?? {}), words.companion, `${where}.beside.diagram`)
    const other = besideIn(diagram, step.beside)
    if (!other) continue
    name(variant, idsOf(other.variants), words.variant, `${where}.beside.variant`)
    name(phase, idsOf(other.phases), words.phase, `${where}.beside.phase`)
    for (const each of unfolded)
      if (!nodeOf(other, each)) list.warn(`${where}.beside.unfolded`, checks.leadsNowhere({ path: brief(each) }))
  }

  const { view } = diagram
  name(view?.variant, variants, words.variant, 'view.variant')
  name(view?.phase, phases, words.phase, 'view.phase')
  for (const each of view?.unfolded ?? []) path(each, 'view.unfolded')
  for (const [place, { x, y }] of Object.entries(view?.pins ?? {})) {
    if (!nodeAt(diagram, place)) list.warn('view.pins', checks.placeOfNothing({ place: brief(place) }))
    if (!isOnPage({ x, y }))
      list.error('view.pins', checks.pinTooFar({ place: brief(place), limit: counted(limits.pin) }))
  }

  for (const { graph, node } of writtenNodes(diagram)) {
    if (node.tied === undefined) continue
    const place = placeIn(graph, node.id)
    const where = `${problemPath(place)}.tied`
    const target = nodeOf(diagram, node.tied)
    if (!target) list.warn(where, checks.tiedToNothing({ owner: brief(node.tied) }), place)
    else if (target === node) list.error(where, checks.tiedToItself(), place)
    else if (target.tied !== undefined) list.warn(where, checks.tiedToTied({ owner: brief(node.tied) }), place)
  }
}

function checkUnique(
  things: readonly { readonly id: string }[] | undefined,
  path: string,
  list: ProblemList,
): readonly string[] {
  const ids = (things ?? []).map((thing) => thing.id)
  const seen = new Set<string>()
  for (const [index, id] of ids.entries()) {
    if (id.trim() === '') list.error(`${path}[${index}]`, checks.emptyId())
    else if (seen.has(id)) list.error(`${path}[${index}]`, checks.idTwice({ id: brief(id), list: path }))
    seen.add(id)
  }
  return ids
}

function idsOf(list: readonly { readonly id: string }[] | undefined): string[] {
  return (list ?? []).map(({ id }) => id)
}

const words = {
  companion: { en: 'companion', ja: '並べる図', 'zh-Hans': '并列图', 'zh-Hant': '並列圖' },
  variant: { en: 'variant', ja: 'バリアント', 'zh-Hans': '规格', 'zh-Hant': '規格' },
  phase: { en: 'phase', ja: '段階', 'zh-Hans': '阶段', 'zh-Hant': '階段' },
  source: { en: 'source', ja: '出典', 'zh-Hans': '来源', 'zh-Hant': '來源' },
} as const satisfies Readonly<Record<string, Translated>>
