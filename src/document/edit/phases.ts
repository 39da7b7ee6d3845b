// The training phases, in order.
import { uniqueIn } from '../ids'
import { entry, without } from '../own'
import type { Diagram, Expression, Phase } from '../schema'
import { whole } from './bounded'
import { mapField, mapList } from './references'
import { whyNotSymbol, withoutPhasesGone } from './symbols'
import { changedWords } from './words'
import type { Writing } from '../words'

/** A new phase at the end, with the states of another one at first; its id is made from its label. */
export function addPhase(diagram: Diagram, label: string, like?: string): Diagram {
  const states = diagram.phases?.find((phase) => phase.id === like)?.states
  const phase: Phase = { id: uniqueIn(diagram.phases, label), label, ...(states && { states }) }
  return { ...diagram, phases: [...(diagram.phases ?? []), phase] }
}

/** Changes what readers of a language see; the id stays. */
export function renamePhase(diagram: Diagram, id: string, text: string, writing: Writing): Diagram {
  return updatePhase(diagram, id, (phase) => {
    const label = changedWords(phase.label, text, writing)
    return label === undefined || label === phase.label ? phase : { ...phase, label }
  })
}

/** Changes its objective, its data or its note; empty text takes it away. */
export function setPhaseWords(
  diagram: Diagram,
  id: string,
  field: 'objective' | 'data' | 'note',
  text: string,
  writing: Writing,
): Diagram {
  return updatePhase(diagram, id, (phase) => {
    const words = changedWords(phase[field], text, writing)
    if (words === phase[field]) return phase
    return words === undefined ? without(phase, field) : { ...phase, [field]: words }
  })
}

/** What a symbol is in a phase; undefined: what it is anyway. */
export function setPhaseSymbol(diagram: Diagram, id: string, name: string, value: Expression | undefined): Diagram {
  if (value !== undefined && whyNotSymbol(diagram, name, value) !== undefined) return diagram
  const changed = updatePhase(diagram, id, (phase) => {
    const set = entry(phase.set, name, value)
    if (set === phase.set) return phase
    return set === undefined || Object.keys(set).length === 0 ? without(phase, 'set') : { ...phase, set }
  })
  return whole(diagram, changed)
}

/** Only these variants have the phase; none named: all. */
export function setPhaseVariants(diagram: Diagram, id: string, variants: readonly string[]): Diagram {
  return updatePhase(diagram, id, (phase) => {
    if ((phase.variants ?? []).join('\n') === variants.join('\n')) return phase
    return variants.length === 0 ? without(phase, 'variants') : { ...phase, variants: [...variants] }
  })
}

export function updatePhase(diagram: Diagram, id: string, change: (phase: Phase) => Phase): Diagram {
  return mapField(diagram, 'phases', (phases) => mapList(phases, (phase) => (phase.id === id ? change(phase) : phase)))
}

/** Takes a phase away, with what is said of it alone. */
export function removePhase(diagram: Diagram, id: string): Diagram {
  if (!diagram.phases?.some((phase) => phase.id === id)) return diagram
  return withoutPhasesGone(diagram, { ...diagram, phases: diagram.phases.filter((phase) => phase.id !== id) })
}

/** Puts a phase before another place in the order. */
export function movePhase(diagram: Diagram, id: string, index: number): Diagram {
  const from = diagram.phases?.findIndex((phase) => phase.id === id) ?? -1
  if (from < 0 || from === index || index < 0 || index >= diagram.phases!.length) return diagram
  const phase = diagram.phases![from]!
  return { ...diagram, phases: diagram.phases!.toSpliced(from, 1).toSpliced(index, 0, phase) }
}
