// What a block is: one file says everything about it. Palette, inspector, validation, counting, drawing and
// documentation all read that file.
import type { Dim } from '../shared/dimension'
import type { Translated } from '../shared/languages'
import type { Fields, Values } from './fields'
import type { MaskName } from './masks'
import type { Clash, Kind, Modality, Tensor } from './tensor'
import type { Say } from './words'

export interface Port {
  readonly id: string
  readonly label?: Translated
  /** The kinds of tensor that an input accepts, or that an output gives. */
  readonly kinds: readonly Kind[]
  readonly optional?: boolean
  /** Enters from the side (masks, biases, temperatures, routing weights), not along the flow. */
  readonly side?: boolean
}

/** A weight tensor. `name` is the field's: `qkv`, `out`, `up`, `scale`. */
export interface Weight {
  readonly name: string
  readonly shape: readonly Dim[]
}

/**
 * Multiply-accumulates of one forward pass over the shapes given. `weights`: products of activations with weights (their
 * backward pass costs the same again for the activations and once more for the weights); `activations`: products of two
 * activations, as in attention scores (backward: twice).
 */
export interface Macs {
  readonly weights?: Dim
  readonly activations?: Dim
}

export type Inputs = Readonly<Record<string, Tensor | undefined>>
export type Outputs = Readonly<Record<string, Omit<Tensor, 'modality'> & { readonly modality?: readonly Modality[] }>>

export type PaletteGroup =
  | 'inputs'
  | 'embeddings'
  | 'layers'
  | 'attention'
  | 'convolution'
  | 'experts'
  | 'sequence'
  | 'heads'
  | 'text'
  | 'losses'

// Typed as a method, so that a block of particular fields is also a `Block` of any.
type PortsFromValues<F extends Fields> = { bivariant(values: Values<F>): readonly Port[] }['bivariant']

export interface Block<F extends Fields = Fields> {
  /** The name in documents: `layerNorm`. */
  readonly type: string
  readonly label: Translated
  readonly group: PaletteGroup
  /** One sentence on what it does. */
  readonly about: Translated
  /** Where the formula or the idea comes from. */
  readonly source?: string
  readonly fields: F
  readonly inputs: readonly Port[] | PortsFromValues<F>
  readonly outputs: readonly Port[] | PortsFromValues<F>
  /**
   * Its inputs are parts of a whole, as in a sum: it does without those that are not there, as long as one is. All others
   * cannot be computed without each required input.
   */
  readonly joins?: boolean
  /** Output tensors from input tensors. Required inputs are present. Modality is the union of the inputs' unless stated. */
  shape(values: Values<F>, inputs: Inputs): Outputs | Clash
  /** Absent: no weights, hence no state. Called only when `shape` gave outputs. */
  weights?(values: Values<F>, inputs: Inputs): readonly Weight[]
  macs?(values: Values<F>, inputs: Inputs): Macs
  /** The second line in the box: short, from the parameters. `show` writes a size as the view wants it. */
  sublabel?(values: Values<F>, show: (d: Dim) => string, say: Say): string
  /** Who sees whom, where that is worth a small picture of its own. */
  mask?(values: Values<F>): MaskName | undefined
  /** Drawn as a small circle with this sign in place of a box. */
  readonly sign?: '+' | '×' | '‖'
  /** It has weights, and so a state, even where nobody knows how many. */
  readonly isOpaque?: boolean
  /** False when no gradient passes from the outputs to the inputs (ids, arg max, sampling). */
  readonly differentiable?: boolean
  /** Inputs that fit the initial values: for the palette's preview and for the tests of every block. */
  readonly example: Inputs
}

/** Checks the types of a block's literal; returns it unchanged. */
export function defineBlock<const F extends Fields>(block: Block<F>): Block<F> {
  return block
}

export function isClash(result: Outputs | Clash): result is Clash {
  return 'sentence' in result && typeof result.sentence === 'string'
}
