// frieze render --step: steps of the lecture as pages.
import type { Diagram } from '../document/schema'
import { say } from '../document/words'
import type { Page } from '../exporters/exporter'
import { pageOf } from '../exporters/page'
import type { View } from '../graph/view'
import { layOut } from '../layout/inProcess'
import type { Look } from '../scene/look'
import { renderSteps } from '../talk'
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

/** What the words ask for beside the steps holds for all of them. */
export async function stepPages(
  diagram: Diagram,
  indexes: readonly number[],
  look: Look,
  overrides: Partial<View>,
): Promise<Page[]> {
  const pictures = await renderSteps(diagram, look, layOut, overrides, indexes)
  return pictures.map(({ step: { step }, scene: _scene, figure, ...drawn }) => {
    const [title, notes] = [say(step.title, drawn.view.language), say(step.notes, drawn.view.language)]
    // Formats made from the graph get that of the step.
    const page = figure ? { scene: figure, drawn } : pageOf(drawn)!
    return { ...page, ...(title && { title }), ...(notes && { notes }) }
  })
}
