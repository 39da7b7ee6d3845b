// Which weights learn in a phase: states stated on nodes and in the phase, inherited downward.
import type { Phase } from '../document/schema'
import { idsOf } from '../shared/path'

export type EffectiveState = 'frozen' | 'trainable' | 'absent'

/** What is trainable when nobody says anything: everything. */
export const initialState: EffectiveState = 'trainable'

/** What a phase says of one node and of everything inside. */
export interface States {
  /** Equal where the same is said. */
  readonly key: string
  readonly own: EffectiveState | undefined
  readonly inside: ReadonlyMap<string, States>
}

const unstated: States = { key: '', own: undefined, inside: new Map() }

type Stated = readonly [path: readonly string[], state: EffectiveState]

/** Of the whole diagram. */
export function statesIn(phase: Phase | undefined, which: (state: EffectiveState) => boolean = () => true): States {
  const stated = Object.entries(phase?.states ?? {}).filter(([, state]) => which(state))
  return statesOf(stated.map(([path, state]): Stated => [idsOf(path), state]))
}

function statesOf(stated: readonly Stated[]): States {
  if (!stated.length) return unstated
  const own = stated.find(([path]) => !path.length)?.[1]
  // Whatever is said inside of what is absent makes no difference.
  if (own === 'absent') return { key: own, own, inside: unstated.inside }
  const ids = [...new Set(stated.flatMap(([path]) => path[0] ?? []))].sort()
  const inside = new Map(
    ids.map((id) => [
      id,
      statesOf(stated.flatMap(([[first, ...rest], state]): Stated[] => (first === id ? [[rest, state]] : []))),
    ]),
  )
  return { key: `${own ?? ''}(${[...inside].map(([id, { key }]) => `${id}:${key}`).join()})`, own, inside }
}

/** Of one node inside. */
export function statesAt({ inside }: States, id: string): States {
  return inside.get(id) ?? unstated
}

/** The deepest statement on the way to a node wins; at one node the phase beats the node. Absent stays absent inside. */
export function stateIn(
  { own: stated }: States,
  own: EffectiveState | undefined,
  inherited: EffectiveState,
): EffectiveState {
  return inherited === 'absent' ? inherited : (stated ?? own ?? inherited)
}
