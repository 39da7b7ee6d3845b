// What points at something elsewhere in the document: phases, published figures, the view, tied weights, lecture steps.
// Only names that must be unique and pins beyond any page are errors; what points nowhere is kept and said.
import { writtenNodes } from './instances'
import { isOnPage, limits } from './limits'
import { nodeAt, nodeOf, placeIn } from './place'
import { counted, listed, problemPath, quote, type ProblemList } from './problems'
import type { Diagram } from './schema'

export function checkReferences(diagram: Diagram, list: ProblemList) {
  const variants = checkUnique(diagram.variants, 'variants', list)
  const phases = checkUnique(diagram.phases, 'phases', list)
  const sources = checkUnique(diagram.about.sources, 'about.sources', list)
  const name = (value: string | undefined, known: readonly string[], what: string, path: string) => {
    if (value !== undefined && !known.includes(value))
      list.warn(path, `There is no ${what} ${quote(value)}; there are: ${listed(known)}.`)
  }
  const path = (value: string, where: string) => {
    if (!nodeOf(diagram, value)) list.warn(where, `${quote(value)} leads to no node.`)
  }

  for (const [symbol, value] of Object.entries(diagram.symbols ?? {}))
    if (typeof value === 'object') name(value.source, sources, 'source', `symbols.${symbol}.source`)

  for (const phase of diagram.phases ?? []) {
    const where = `phases.${phase.id}`
    for (const each of Object.keys(phase.states ?? {})) path(each, `${where}.states`)
    for (const each of phase.variants ?? []) name(each, variants, 'variant', `${where}.variants`)
    if (typeof phase.examples === 'object')
      for (const each of Object.keys(phase.examples)) name(each, variants, 'variant', `${where}.examples`)
  }

  for (const [index, published] of (diagram.published ?? []).entries()) {
    const where = `published[${index}]`
    for (const each of [published.node ?? []].flat()) path(each, `${where}.node`)
    name(published.variant, variants, 'variant', `${where}.variant`)
    name(published.phase, phases, 'phase', `${where}.phase`)
    name(published.source, sources, 'source', `${where}.source`)
  }

  for (const [index, result] of (diagram.results ?? []).entries()) {
    name(result.variant, variants, 'variant', `results[${index}].variant`)
    name(result.source, sources, 'source', `results[${index}].source`)
  }

  for (const [index, step] of (diagram.steps ?? []).entries()) {
    const where = `steps[${index}]`
    for (const key of ['focus', 'hidden', 'unfolded'] as const)
      for (const each of step[key] ?? []) path(each, `${where}.${key}`)
    if (step.lens?.node !== undefined) path(step.lens.node, `${where}.lens`)
    for (const [{ variant, phase }, at] of [
      [step, where],
      [step.beside ?? {}, `${where}.beside`],
    ] as const) {
      name(variant, variants, 'variant', `${at}.variant`)
      name(phase, phases, 'phase', `${at}.phase`)
    }
  }

  const { view } = diagram
  name(view?.variant, variants, 'variant', 'view.variant')
  name(view?.phase, phases, 'phase', 'view.phase')
  for (const each of view?.unfolded ?? []) path(each, 'view.unfolded')
  for (const [place, { x, y }] of Object.entries(view?.pins ?? {})) {
    if (!nodeAt(diagram, place)) list.warn('view.pins', `${quote(place)} is the place of no node.`)
    if (!isOnPage({ x, y }))
      list.error('view.pins', `${quote(place)} lies too far out; the limit is ${counted(limits.pin)} pixels.`)
  }

  for (const { graph, node } of writtenNodes(diagram)) {
    if (node.tied === undefined) continue
    const place = placeIn(graph, node.id)
    const where = `${problemPath(place)}.tied`
    const target = nodeOf(diagram, node.tied)
    if (!target) list.warn(where, `It uses the weights of ${quote(node.tied)}, which leads to no node.`, place)
    else if (target === node) list.error(where, 'It is tied to itself; name the node whose weights it uses.', place)
    else if (target.tied !== undefined)
      list.warn(where, `${quote(node.tied)} uses the weights of another node itself; name that one.`, place)
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
    if (id.trim() === '') list.error(`${path}[${index}]`, 'The id is empty; give it one that can be written.')
    else if (seen.has(id)) list.error(`${path}[${index}]`, `The id ${quote(id)} is used twice in ${path}; rename one.`)
    seen.add(id)
  }
  return ids
}
