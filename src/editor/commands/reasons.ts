// Why a command cannot be done now, in words, with the name of what stands in its way.
import { placeOf } from '../../document/place'
import { isLocked } from '../../document/edit/view'
import { drawnNode } from '../building/words'
import { diagramOf, selectedNodes, type EditorState } from '../state'
import type { Say, StringKey } from '../strings/language'

/** Those that are about the selected node, or about the locked ones among the selected. */
const aboutNodes: ReadonlySet<StringKey> = new Set<StringKey>([
  'reason.locked',
  'reason.pinned',
  'reason.isModule',
  'reason.onlyInstance',
  'reason.groupRepeated',
  'reason.noEqualGroup',
  'reason.cannotWriteOut',
  'reason.noPort',
  'reason.atEnd',
])

const mostNamed = 3

export function reasonWords(state: EditorState, reason: StringKey, say: Say): string {
  const nodes = aboutNodes.has(reason) ? nodesBehind(state, reason) : []
  if (nodes.length === 0) return say(reason)
  const names = nodes.slice(0, mostNamed).map((path) => drawnNode(state, path)?.title ?? path)
  const more = nodes.length > mostNamed ? ['…'] : []
  return say('reason.of', { node: [...names, ...more].join(', '), reason: say(reason) })
}

function nodesBehind(state: EditorState, reason: StringKey): readonly string[] {
  const chosen = selectedNodes(state)
  if (reason !== 'reason.locked') return chosen.length === 1 ? chosen : []
  const diagram = diagramOf(state)
  return chosen.filter((path) => {
    const place = placeOf(diagram, path)
    return place !== undefined && isLocked(diagram, place)
  })
}
