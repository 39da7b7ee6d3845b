// The types of what semantics finds out about a graph before anything is counted: tensors, weights, work.
import type { Block, Macs, Port, Weight } from '../blocks/block'
import type { Repair, Tensor } from '../blocks/tensor'
import type { Dim } from '../shared/dimension'
import { told, type Message, type Told } from '../shared/message'
import type { Passing } from './absence'
import type { Ports } from './ports'

export type Tensors = Readonly<Record<string, Tensor | undefined>>

/** What arrives at a node or a graph, by port. A tensor that is not known, because something is wrong, is undefined. */
export interface Given {
  readonly fed: Tensors
  /** Ports with an edge on which nothing travels, see `absence.ts`. */
  readonly gone: Ports
}

/** Something wrong with one node, or with the edge into one of its ports. */
export interface Finding extends Told {
  /** The input port, when it is the edge into it that is wrong. */
  readonly port?: string
  readonly field?: string
  readonly repair?: Repair
  readonly severity: 'error' | 'warning'
}

export function finding(
  message: Message,
  severity: Finding['severity'] = 'error',
  more: Omit<Finding, keyof Told | 'severity'> = {},
): Finding {
  return { ...told(message), severity, ...more }
}

export interface Repetition {
  readonly mode: 'stack' | 'parallel' | 'shared'
  readonly count: Dim
  /** Copies that one token uses. */
  readonly active: Dim
  /** The count as a number, where it is one. */
  readonly times: number | undefined
}

/** What is known of one node, wherever its graph is used with the same inputs. */
export interface NodeInference {
  readonly block?: Block
  /** The block's resolved parameters. */
  readonly values?: Readonly<Record<string, unknown>>
  readonly inputPorts: readonly Port[]
  readonly outputPorts: readonly Port[]
  readonly inputs: Tensors
  readonly outputs: Tensors
  /** The ports of `inputs` and of `outputs`. */
  readonly takes: Ports
  readonly gives: Ports
  /** Of one copy. */
  readonly weights: readonly Weight[]
  /** Of one forward pass of one copy. */
  readonly macs: Macs
  readonly repetition?: Repetition
  /** Its tie is off: its weights are its own. */
  readonly untied: boolean
  /** A repeat of 0: the node is not even drawn. */
  readonly absent: boolean
  /** Present where the node takes no part, see `absence.ts`: what it hands on instead. */
  readonly passes: Passing | undefined
  readonly inside?: BodyInference
  /** The parameters bound for a module, by name. */
  readonly bound?: ReadonlyMap<string, Dim>
  readonly findings: readonly Finding[]
}

export interface BodyInference {
  readonly nodes: ReadonlyMap<string, NodeInference>
  /** Node ids, each after those that feed it; nodes on a loop are left out. */
  readonly order: readonly string[]
  /** What travels on each edge, by its place in the list. */
  readonly tensors: readonly (Tensor | undefined)[]
  /** What arrives at the body's own outputs. */
  readonly outputs: Tensors
  /** Those of them that only nodes which are not there would give. */
  readonly gone: Ports
  /** The edges on which nothing travels for the same reason, or between two such nodes, by their place in the list. */
  readonly goneEdges: ReadonlySet<number>
  readonly findings: readonly Finding[]
}
