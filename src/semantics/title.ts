// What a node is called for a reader: its own label, else its module's, else its block's.
import type { Diagram, Language } from '../document/schema'
import { say } from '../document/words'
import { own } from '../document/own'
import type { TreeNode } from './tree'

export function titleOf(diagram: Diagram, { node, inference }: TreeNode, language: Language): string {
  const module = node.module === undefined ? undefined : own(diagram.modules, node.module)
  const words = say(node.label ?? module?.label, language)
  return words || inference.block?.label[language] || node.block || node.module || node.id
}
