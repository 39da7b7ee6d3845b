// What a lens is: a small live figure that explains what a box cannot. One file and one line in the list. It is drawn with
// the primitives of every picture, so it exports like one; what it computes is exact, and the same for the same values.
import type { LensKind, Words, Language } from '../document/schema'
import type { Primitive } from '../drawing/primitives'
import type { Look } from '../scene/look'
import type { Point } from '../shared/geometry'

export type LensValue = number | boolean | string
export type LensValues = Readonly<Record<string, LensValue>>

/**
 * What a person can change; `initial` comes from the diagram where it says that. `diagram` is what it says there, before it
 * is brought into the range that can be drawn; absent where it says nothing.
 */
export type Control = {
  readonly id: string
  readonly label: Words
  readonly diagram?: LensValue | undefined
} & (
  | {
      readonly type: 'range'
      readonly min: number
      readonly max: number
      readonly step: number
      readonly initial: number
    }
  | { readonly type: 'switch'; readonly initial: boolean }
  | {
      readonly type: 'choice'
      readonly options: readonly Option[]
      readonly initial: string
      /** Whether it may hold this, too, which a hand can put together in the figure. */
      accepts?(value: string): boolean
    }
)

export interface Option {
  readonly id: string
  readonly label: Words
}

/** The diagram that is looked at, in the setting in which it is looked at. */
export interface Given {
  /** Blocks of these types among that from which the lens was opened and what is inside it. */
  near(...types: readonly string[]): readonly GivenBlock[]
  /** The first of these symbols that the diagram has, as a number. */
  symbol(...names: readonly string[]): number | undefined
  /** Those, and then all others of the diagram in its order. */
  blocks(...types: readonly string[]): readonly GivenBlock[]
}

/** A block of the diagram, in numbers. */
export interface GivenBlock {
  readonly type: string
  number(field: string): number | undefined
  text(field: string): string | undefined
  flag(field: string): boolean | undefined
  /** The sizes of what arrives at a port, outermost first; undefined where nothing does or it is not known. */
  input(port: string): readonly (number | undefined)[] | undefined
  /** What it carries is partly of text. */
  isText(port: string): boolean
}

/** Something in the figure that a hand can move: it has a value like a slider. */
export interface Handle extends Point {
  /** Where `move` is absent: of the control that it changes. */
  readonly id: string
  readonly label: Words
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  /** The value grows downward; else upward and to the right. */
  readonly isDown?: boolean
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
  /** Where several lenses explain a type: this block is one for which this lens was made. */
  suits?(block: GivenBlock): boolean
  controls(given: Given): readonly Control[]
  draw(values: LensValues, frame: LensFrame): Figure
  /** The value of a handle for a hand at a point of the page; needed where there are handles. */
  valueAt?(values: LensValues, handle: string, to: Point): number
  /** The values after a handle got another one; absent: a handle sets the control of its name. */
  move?(values: LensValues, handle: string, value: number): LensValues
}

/** The whole figure, and the part of it below the heading that a lens fills. */
export const page = { width: 960, height: 540 } as const
export const field = { x: 36, y: 104, width: 888, height: 416 } as const

/** A number among the values; a lens names only its own controls. */
export function number(values: LensValues, id: string): number {
  const value = values[id]
  if (typeof value !== 'number') throw new Error(`The lens has no number “${id}”`)
  return value
}

export function bounded(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}

/** A range that begins as the diagram says, as near as it goes, or else as in `otherwise`. */
export function range(
  id: string,
  label: Words,
  [min, max, step]: readonly [min: number, max: number, step: number],
  otherwise: number,
  diagram?: number,
): Control {
  return { id, label, type: 'range', min, max, step, initial: bounded(diagram ?? otherwise, min, max), diagram }
}
