// The steps of the lecture. Whatever is done to one, the others go on showing what they showed: each says only how it
// differs from the one before, so what follows a change is said anew.
import { withoutLeftCompanions } from '../companions'
import type { Beside, Companion, Diagram, Step } from '../schema'
import { fullSteps, shown, showsAtFirst, showsAfter, statement, type Shows } from '../steps'
import { own, without } from '../own'
import { isSame } from '../same'
import { mapField } from './references'
import { changedWords } from './words'
import type { Writing } from '../words'

/** A step with what it is to show, before it is known what it inherits. */
interface Draft {
  readonly step: Step
  readonly shows: Shows
}

/** A new step before another place in the order; at the end where there is none. */
export function addStep(diagram: Diagram, shows: Shows, own: Step = {}, index = Infinity): Diagram {
  return rewrite(diagram, (drafts) => drafts.toSpliced(Math.min(index, drafts.length), 0, { step: own, shows }))
}

/** What a step shows is what is shown now; its words stay. */
export function recapture(diagram: Diagram, index: number, shows: Shows): Diagram {
  return rewrite(diagram, (drafts) => drafts.map((draft, i) => (i === index ? { ...draft, shows } : draft)))
}

export function removeStep(diagram: Diagram, index: number): Diagram {
  return rewrite(diagram, (drafts) => (drafts[index] ? drafts.toSpliced(index, 1) : drafts))
}

/** The same again, after it. */
export function duplicateStep(diagram: Diagram, index: number): Diagram {
  return rewrite(diagram, (drafts) => (drafts[index] ? drafts.toSpliced(index + 1, 0, drafts[index]) : drafts))
}

/** Takes a step to another place in the order. */
export function moveStep(diagram: Diagram, from: number, to: number): Diagram {
  return rewrite(diagram, (drafts) => {
    const moved = drafts[from]
    if (!moved || from === to || to < 0 || to >= drafts.length) return drafts
    return drafts.toSpliced(from, 1).toSpliced(to, 0, moved)
  })
}

/** Several steps at the end at once. */
export function addSteps(diagram: Diagram, drafts: readonly { readonly step: Step; readonly shows: Shows }[]): Diagram {
  return rewrite(diagram, (before) => [...before, ...drafts])
}

/** The words of a step in one language; empty text takes them away. */
export function setStepWords(
  diagram: Diagram,
  index: number,
  key: 'title' | 'text' | 'notes',
  text: string,
  writing: Writing,
): Diagram {
  return updateStep(diagram, index, (step) => {
    const words = changedWords(step[key], text, writing)
    if (words === step[key]) return step
    return words === undefined ? without(step, key) : { ...step, [key]: words }
  })
}

/** What stands beside a step; another diagram comes into the document with it. */
export function setBeside(diagram: Diagram, index: number, beside: Beside | undefined, companion?: Companion): Diagram {
  const name = beside?.diagram
  const isNew = companion && name !== undefined && !isSame(own(diagram.companions, name), companion)
  const holding = isNew ? { ...diagram, companions: { ...diagram.companions, [name]: companion } } : diagram
  return withoutLeftCompanions(setStepOwn(holding, index, 'beside', beside))
}

/** What belongs to the step alone: a lens, what stands beside it, its quiz. */
export function setStepOwn<K extends 'lens' | 'beside' | 'quiz'>(
  diagram: Diagram,
  index: number,
  key: K,
  value: Step[K] | undefined,
): Diagram {
  return updateStep(diagram, index, (step) => {
    if (isSame(step[key], value)) return step
    return value === undefined ? without(step, key) : { ...step, [key]: value }
  })
}

function updateStep(diagram: Diagram, index: number, change: (step: Step) => Step): Diagram {
  return mapField(diagram, 'steps', (steps) => {
    const step = steps[index]
    const changed = step && change(step)
    return changed === undefined || changed === step ? steps : steps.with(index, changed)
  })
}

/** Changes the list, and then what each step has to say. One whose predecessor is the same as before is left as it is. */
function rewrite(diagram: Diagram, change: (drafts: readonly Draft[]) => readonly Draft[]): Diagram {
  const before: readonly Draft[] = fullSteps(diagram)
  const after = change(before)
  if (after === before) return diagram
  let inherited = showsAtFirst(diagram)
  const steps = after.map((draft, i): Step => {
    const isKept = before.includes(draft) && isSame(showsAfter(inherited, draft.step), draft.shows)
    // The first says everything, so that working on the picture later changes no talk.
    const said = statement(i === 0 ? nothing : inherited, draft.shows)
    const step = isKept ? draft.step : { ...ownOf(draft.step), ...said }
    inherited = showsAfter(inherited, step)
    return step
  })
  // Moving a step past its like, or capturing what is there, changes nothing.
  if (isSame(steps, diagram.steps ?? [])) return diagram
  return withoutLeftCompanions(steps.length ? { ...diagram, steps } : without(diagram, 'steps'))
}

const nothing: Partial<Shows> = {}

/** What does not follow from what is shown: words, lens, and fields that this version does not know. */
function ownOf(step: Step): Step {
  return shown.reduce<Step>((each, key) => without(each, key), step)
}
