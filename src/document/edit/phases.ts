// The training phases, in order.
import { uniqueIn } from '../ids'
import type { Diagram, Phase } from '../schema'
import { mapField, mapList } from './references'
import { withoutPhasesGone } from './symbols'
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
