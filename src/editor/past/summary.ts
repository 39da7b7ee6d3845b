// What differs between two states of a document, in a few words: “2 added, 1 changed”, or what was done where that is one
// thing. Pure.
import { differenceOf, type Difference, type Kind } from '../../document/difference'
import type { Diagram } from '../../document/schema'
import type { Language } from '../../shared/languages'
import type { Say } from '../strings/language'
import { sayDone } from './done'
import { intentionOf } from './intentions'

/** Empty where nothing differs. */
export function summarise(before: Diagram, after: Diagram, say: Say, language: Language): string {
  const difference = differenceOf(before, after)
  const { nodes, edges, modules, fields } = difference
  if (nodes.length + edges.length + modules.length + fields.length !== 1) return sayCounts(say, difference)
  return sayDone(say, intentionOf(before, after), language)
}

function sayCounts(say: Say, { nodes, edges, modules, fields }: Difference): string {
  const count = (kind: Kind) => nodes.filter((node) => node.kind === kind).length
  const views = fields.filter(({ path }) => path[0] === 'view')
  const moved = views.filter(({ path }) => path[1] === 'pins').length
  const said = (key: Parameters<Say>[0], number: number) => (number > 0 ? [say(key, { count: number })] : [])
  return [
    ...said('versions.nodesAdded', count('added')),
    ...said('versions.nodesRemoved', count('removed')),
    ...said('versions.nodesChanged', count('changed')),
    ...said('versions.edges', edges.length),
    ...said('versions.modules', modules.length),
    ...said('versions.values', fields.length - views.length),
    ...said('versions.moved', moved),
    ...(views.length > moved ? [say('versions.view')] : []),
  ].join(', ')
}
