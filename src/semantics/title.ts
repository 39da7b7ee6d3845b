// What a node is called for a reader: its own label, else its module's, else its block's.
import type { Diagram, Language } from '../document/schema'
import { say } from '../document/words'
import { own } from '../document/own'
import { plainText } from '../drawing/math/spoken'
import type { TreeNode } from './tree'

/** With the source of its formulas taken for what it says. */
export function titleOf(diagram: Diagram, item: TreeNode, language: Language): string {
  return plainText(labelOf(diagram, item, language))
}

/** As it is written; formulas stand between dollar signs. */
export function labelOf(diagram: Diagram, { node, inference }: TreeNode, language: Language): string {
  const module = node.module === undefined ? undefined : own(diagram.modules, node.module)
  const words = say(node.label ?? module?.label, language)
  return words || inference.block?.label[language] || node.block || node.module || node.id
}
