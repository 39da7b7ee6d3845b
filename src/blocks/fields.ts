// The parameters of a block: what they are called, what they accept, what they begin as.
import type { Dim } from '../shared/dimension'
import type { Translated } from '../shared/languages'

interface FieldBase {
  readonly label: Translated
  /** One sentence for the inspector. */
  readonly hint?: Translated
}

/** A size: an integer, a decimal or an expression over the symbols in scope, such as `4 * width`. */
export interface DimensionField extends FieldBase {
  readonly type: 'dimension'
  readonly initial: number | string
  /** The value must not be less, where it can be computed; 1 when absent. */
  readonly least?: number
  /** The value must not be more, where it can be computed. */
  readonly most?: number
  /** A ratio, which need not be whole. */
  readonly decimal?: boolean
}

/** A list of sizes, such as `["B", "images"]`. */
export interface ShapeField extends FieldBase {
  readonly type: 'shape'
  readonly initial: readonly string[]
  /** No size may be less, where it can be computed; 1 when absent. */
  readonly least?: number
}

export interface ChoiceField<O extends string = string> extends FieldBase {
  readonly type: 'choice'
  readonly options: readonly O[]
  readonly initial: O
}

export interface BooleanField extends FieldBase {
  readonly type: 'boolean'
  readonly initial: boolean
}

/** Words for people; they change no number. */
export interface WordsField extends FieldBase {
  readonly type: 'words'
  readonly initial: string
}

export type Field = DimensionField | ShapeField | ChoiceField | BooleanField | WordsField
export type Fields = Readonly<Record<string, Field>>

/** What a field's value is once the expressions are resolved in their scope. */
export type Value<T extends Field> = T extends DimensionField
  ? Dim
  : T extends ShapeField
    ? readonly Dim[]
    : T extends ChoiceField<infer O>
      ? O
      : T extends BooleanField
        ? boolean
        : string

export type Values<F extends Fields = Fields> = { readonly [K in keyof F]: Value<F[K]> }
