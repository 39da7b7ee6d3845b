// Which weights learn in a phase: states stated on nodes and in the phase, inherited downward.
import type { Phase } from '../document/schema'

export type EffectiveState = 'frozen' | 'trainable' | 'absent'

/** What is trainable when nobody says anything: everything. */
const initial: EffectiveState = 'trainable'

export interface States {
  /** The state of a node that states `own` itself, under a parent of the state `inherited`. */
  at(path: string, own: EffectiveState | undefined, inherited: EffectiveState): EffectiveState
  readonly initial: EffectiveState
}

/** The deepest statement on the way to a node wins; at one node the phase beats the node. Absent stays absent inside. */
export function statesIn(phase: Phase | undefined): States {
  const stated = phase?.states ?? {}
  return {
    initial,
    at: (path, own, inherited) => {
      if (inherited === 'absent') return 'absent'
      return (Object.hasOwn(stated, path) ? stated[path] : undefined) ?? own ?? inherited
    },
  }
}
