// The lecture as it is given: each step with all that it inherits. Pure; what a step looks like is decided elsewhere.
import { isSame } from './same'
import type { Diagram, Step, StepCamera } from './schema'

/** What a step shows, whether it says so itself or inherits it. */
export interface Shows {
  /** Empty: nothing is dimmed. */
  readonly focus: readonly string[]
  readonly hidden: readonly string[]
  readonly unfolded: readonly string[]
  readonly variant: string | undefined
  readonly phase: string | undefined
  readonly shapes: 'off' | 'main' | 'all'
  readonly gradients: boolean
  readonly flow: boolean
  readonly camera: StepCamera
}

export interface FullStep {
  /** From 0. */
  readonly index: number
  readonly shows: Shows
  /** Its own words, lens, what stands beside it, its quiz. */
  readonly step: Step
}

/** What the first step inherits. */
export function showsAtFirst({ view = {} }: Diagram): Shows {
  return {
    focus: [],
    hidden: [],
    unfolded: view.unfolded ?? [],
    variant: view.variant,
    phase: view.phase,
    shapes: view.shapes ?? 'main',
    gradients: false,
    flow: false,
    camera: 'all',
  }
}

/** The keys of a step that say what is shown, in the order of the file. */
export const shown = [
  'focus',
  'hidden',
  'unfolded',
  'variant',
  'phase',
  'shapes',
  'gradients',
  'flow',
  'camera',
] as const

/** What a step shows after what was shown before it. */
export function showsAfter(before: Shows, step: Step): Shows {
  // Each key of a step has the type of the same key of what is shown.
  return Object.assign(
    {},
    before,
    ...shown.map((key) => (step[key] === undefined ? {} : { [key]: step[key] })),
  ) as Shows
}

const known = new WeakMap<Diagram, readonly FullStep[]>()

/** All steps, in order. */
export function fullSteps(diagram: Diagram): readonly FullStep[] {
  let found = known.get(diagram)
  if (!found) {
    let shows = showsAtFirst(diagram)
    found = (diagram.steps ?? []).map((step, index) => ({ index, step, shows: (shows = showsAfter(shows, step)) }))
    known.set(diagram, found)
  }
  return found
}

/** What a step has to say to show this after that: nothing where both are the same. */
export function statement(before: Partial<Shows>, wanted: Shows): Partial<Step> {
  const said = shown.filter((key) => !isSame(before[key], wanted[key]) && wanted[key] !== undefined)
  return Object.fromEntries(said.map((key) => [key, wanted[key]])) // Equal keys have equal types.
}
