// How a diagram is looked at: everything that changes the picture and not the document.
import type { Diagram, Language } from '../document/schema'
import type { Setting } from '../semantics/setting'

export const flowDirections = ['right', 'down', 'up'] as const
export type FlowDirection = (typeof flowDirections)[number]

/** Which edges show the shape that travels on them: none, those marked in the document, all. */
export const shapeAmounts = ['off', 'main', 'all'] as const
export type ShapeAmount = (typeof shapeAmounts)[number]

/** free: numbers, with free symbols by name. symbolic: hyperparameters by name, too. numeric: free symbols at their examples. */
export const shapeTexts = ['free', 'symbolic', 'numeric'] as const
export type ShapeText = (typeof shapeTexts)[number]

export interface View extends Setting {
  readonly language: Language
  readonly direction: FlowDirection
  /** Paths of the containers that stand open. */
  readonly unfolded: ReadonlySet<string>
  /** The path of the only container that is shown, standing open; absent, or where it leads to none: the whole. */
  readonly root?: string
  readonly shapes: ShapeAmount
  /** How shapes are written; absent: `free`. */
  readonly shapeText?: ShapeText
  /** For slides: second lines are left out, and everything stands closer, so that what is written can be larger. */
  readonly large?: boolean
  /** Width by height of where it goes; absent: a slide. */
  readonly aspect?: number
  /** The numbers on nodes; shown when absent. */
  readonly badges?: boolean
  readonly title: boolean
  readonly legend: boolean
  readonly bar: boolean
  /** Second lines of nodes; shown when absent. */
  readonly sublabels?: boolean
  /** The sentence below the title; shown when absent. */
  readonly summary?: boolean
  /** The line with the source; absent: wherever there is a title. */
  readonly citation?: boolean
}

/** The view that the document itself asks for, with overrides. */
export function viewOf(diagram: Diagram, overrides: Partial<View> = {}): View {
  const own = diagram.view ?? {}
  return {
    language: 'en',
    direction: own.direction ?? 'right',
    unfolded: new Set(own.unfolded ?? []),
    shapes: own.shapes ?? 'main',
    title: own.title ?? true,
    legend: own.legend ?? true,
    bar: own.bar ?? true,
    ...overrides,
  }
}
