// What is wrong with what a diagram means.
import type { Repair } from '../blocks/tensor'
import type { Message } from '../shared/message'
import type { Problem } from '../shared/problem'

export interface MeaningProblem extends Problem {
  readonly message: Message
  /** The edge that is wrong, `path#from>to`; absent when it is the node. */
  readonly edge?: string
  readonly repair?: Repair
}
