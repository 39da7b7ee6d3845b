// What a node is called: its own label, else its module's, else its block's, else its id.
import { blockOf } from '../blocks'
import { own } from './own'
import type { Diagram, DiagramNode, Words } from './schema'

/** In all the languages that there are. */
export function titleWords(diagram: Diagram, node: DiagramNode): Words {
  const module = node.module === undefined ? undefined : own(diagram.modules, node.module)
  const block = node.block === undefined ? undefined : blockOf(node.block)
  for (const words of [node.label, module?.label]) if (words !== undefined && !isBlank(words)) return words
  return block?.label || node.block || node.module || node.id
}

function isBlank(words: Words): boolean {
  return typeof words === 'string' ? words === '' : Object.values(words).every((text) => text === '')
}
