// Something to tell a person about their input: where, what, and what to do about it.

export interface Problem {
  /** Where, as a person would say it: `nodes.encoder.params.heads`, or a node's path. */
  readonly path: string
  /** A sentence. */
  readonly sentence: string
  readonly severity: 'error' | 'warning'
}
