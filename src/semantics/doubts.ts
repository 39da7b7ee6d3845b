// What the numbers of a node, or of the whole, rest on that was not read at its source: symbols, the phase, parts of the
// model. Each can be changed: a symbol has a value, a phase has states, a node can go.
import { basisText, isDoubtful } from '../document/basis'
import { own } from '../document/own'
import type { Basis, Language } from '../document/schema'
import { say } from '../document/words'
import type { Analysis } from './analyse'
import { titleOf } from './title'
import { everyNode, nodeAtPath, type TreeNode } from './tree'
import { basisOf, unsureIn, unsureSaid, type Unsure } from './unsure'
import { isWithin } from '../shared/path'

export interface Doubt {
  readonly of: 'symbol' | 'phase' | 'node'
  /** The symbol's name, the phase's id, the node's path. */
  readonly name: string
  readonly basis: Basis
}

/** What is doubtful at a path and in what is inside; at the empty path: in the whole. */
export function doubtsAt(analysis: Analysis, unsure: Unsure, path: string): Doubt[] {
  const { phase, tree } = analysis
  const symbols = (unsure.get(path) ?? []).map((name): Doubt => ({
    of: 'symbol',
    name,
    basis: basisOf(analysis, name)!,
  }))
  const phases: Doubt[] =
    path === '' && phase && isDoubtful(phase.basis) ? [{ of: 'phase', name: phase.id, basis: phase.basis! }] : []
  const nodes = [...everyNode(tree)]
    .filter((item) => isDoubtful(item.node.basis) && !item.inference.absent)
    .filter((item) => isWithin(item.path, path))
    .map((item): Doubt => ({ of: 'node', name: item.path, basis: item.node.basis! }))
  return [...symbols, ...phases, ...nodes]
}

/** Whether a node itself says something doubtful: that it is there, or a size of its own. */
export function isDoubted(analysis: Analysis, { path, node, state }: TreeNode): boolean {
  return state !== 'absent' && (isDoubtful(node.basis) || unsureSaid(analysis).has(path))
}

/** All of a diagram in one setting. */
export function doubtsOf(analysis: Analysis): Doubt[] {
  return doubtsAt(analysis, unsureIn(analysis), '')
}

/** `lm_width (from memory)`; a phase and a node are called as they are in the picture. */
export function doubtText(analysis: Analysis, doubt: Doubt, language: Language): string {
  return `${doubtName(analysis, doubt, language)} (${basisText(doubt.basis, language)})`
}

export function doubtName({ diagram, phase, tree }: Analysis, { of, name }: Doubt, language: Language): string {
  if (of === 'symbol') return name
  if (of === 'phase') return say(phase?.label, language) || name
  const item = nodeAtPath(tree, name)
  return item ? titleOf(diagram, item, language) : name
}

/** How it is known, and what else the document says of it. */
export function doubtNote({ diagram, phase, tree }: Analysis, { of, name, basis }: Doubt, language: Language): string {
  const symbol = of === 'symbol' ? own(diagram.symbols, name) : undefined
  const known = typeof symbol === 'object' ? (symbol.note ?? symbol.label) : undefined
  const about = of === 'phase' ? phase?.note : of === 'node' ? nodeAtPath(tree, name)?.node.note : known
  return [basisText(basis, language), say(about, language)].filter(Boolean).join(': ')
}
