// What travels on an edge.
import type { Dim } from '../shared/dimension'
import type { Message } from '../shared/message'

/** What a value is, whatever its size. */
export const kinds = [
  'image', // pixels: [..., channels, height, width]
  'ids', // token ids: [..., length]
  'tokens', // a sequence of vectors: [..., length, width]
  'map', // a feature map: [..., channels, height, width]
  'vector', // one vector per example: [..., width]
  'matrix', // similarities: [rows, columns]
  'logits', // scores over a vocabulary: [..., length, vocabulary]
  'gates', // routing weights: [..., length, experts]
  'mask', // who may see whom, or a bias on attention scores: [..., queries, keys]
  'scalar', // one number
  'loss', // one number to be made small
  'string', // text as text
] as const
export type Kind = (typeof kinds)[number]

/** How many dimensions belong to one value of a kind; those before them count values. */
export const ownDimensions: Readonly<Record<Kind, number>> = {
  image: 3,
  ids: 1,
  tokens: 2,
  map: 3,
  vector: 1,
  matrix: 2,
  logits: 2,
  gates: 2,
  mask: 2,
  scalar: 0,
  loss: 0,
  string: 0,
}

export const modalities = ['vision', 'language', 'audio'] as const
export type Modality = (typeof modalities)[number]

export interface Tensor {
  readonly kind: Kind
  /** Outermost first; the batch leads. */
  readonly shape: readonly Dim[]
  /** Where its content comes from: none for learned constants, several for fused content. */
  readonly modality: readonly Modality[]
}

/** Why inputs do not fit, said about one input port, with the smallest repair where there is one. */
export interface Clash {
  readonly port: string
  /** In English; names both sides. */
  readonly sentence: string
  readonly message: Message
  readonly repair?: Repair
}

/** A block to be inserted on the edge into the port that clashes. */
export interface Repair {
  /** `a Linear 768 → 640`; absent: the name of the block says it. */
  readonly what?: Message
  readonly block: string
  readonly params: Readonly<Record<string, string | number | boolean | number[]>>
}
