// What a lens is: a small live figure that explains what a box cannot. One file and one line in the list. It is drawn with
// the primitives of every picture, so it exports like one; what it computes is exact, and the same for the same values.
import type { LensKind, Words, Language } from '../document/schema'
import type { Primitive } from '../drawing/primitives'
import type { Look } from '../scene/look'
import type { Point } from '../shared/geometry'

export type LensValue = number | boolean | string
export type LensValues = Readonly<Record<string, LensValue>>

/** What a person can change; `initial` comes from the diagram where it has the symbol. */
export type Control = { readonly id: string; readonly label: Words } & (
  | {
      readonly type: 'range'
      readonly min: number
      readonly max: number
      readonly step: number
      readonly initial: number
    }
  | { readonly type: 'switch'; readonly initial: boolean }
  | { readonly type: 'choice'; readonly options: readonly Option[]; readonly initial: string }
)

export interface Option {
  readonly id: string
  readonly label: Words
}

/** The symbols of the diagram that is looked at, as numbers. */
export interface Given {
  /** The first of these names that the diagram has. */
  symbol(...names: readonly string[]): number | undefined
}

/** Something in the figure that a hand can move. */
export interface Handle extends Point {
  readonly id: string
  readonly label: Words
}

export interface Figure {
  /** Inside `page`, below the heading. */
  readonly primitives: readonly Primitive[]
  readonly handles?: readonly Handle[]
  /** What the figure shows, in a sentence with its numbers, for those who do not see it. */
  readonly summary: string
}

export interface LensFrame {
  readonly look: Look
  readonly language: Language
}

export interface Lens {
  readonly kind: LensKind
  readonly title: Words
  /** What is shown, and where it is from. */
  readonly about: Words
  /** Types of the blocks that it explains. */
  readonly blocks: readonly string[]
  controls(given: Given): readonly Control[]
  draw(values: LensValues, frame: LensFrame): Figure
  /** The values after a handle was moved to a point of the page. */
  drag?(values: LensValues, handle: string, to: Point): LensValues
}

/** The whole figure, and the part of it below the heading that a lens fills. */
export const page = { width: 960, height: 540 } as const
export const field = { x: 36, y: 104, width: 888, height: 400 } as const

/** A number among the values; a lens names only its own controls. */
export function number(values: LensValues, id: string): number {
  const value = values[id]
  if (typeof value !== 'number') throw new Error(`The lens has no number “${id}”`)
  return value
}
