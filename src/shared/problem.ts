// Something to tell a person about their input: where, what, and what to do about it.
import type { Message } from './message'

export interface Problem {
  /** Where, as a person would say it: `nodes.encoder.params.heads`, or a node's path. */
  readonly path: string
  /** In English; `tellOf` says it in other languages. */
  readonly sentence: string
  readonly message?: Message
  readonly severity: 'error' | 'warning'
}
