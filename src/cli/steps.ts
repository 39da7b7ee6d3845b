// frieze render --step: which steps of the lecture.
import type { Diagram } from '../document/schema'
import { Complaint } from './complaint'

/** The steps that `--step N` or `--step all` names, from 1; N may be several with commas between them. */
export function readSteps(diagram: Diagram, text: string): readonly number[] {
  const count = diagram.steps?.length ?? 0
  if (!count) throw new Complaint('--step: this diagram has no steps.')
  if (text === 'all') return Array.from({ length: count }, (_, i) => i)
  return text.split(',').map((word) => {
    const number = Number(word)
    if (!/^\s*\d+\s*$/.test(word) || number < 1 || number > count)
      throw new Complaint(
        `--step is “${text}”; it can be: all, or numbers from 1 to ${count} with commas between them.`,
      )
    return number - 1
  })
}
