// The list of all blocks, in the order of the palette. A block exists when it stands here.
import type { Block } from './block'
import { crossAttention } from './attention/crossAttention'
import { feedForward } from './attention/feedForward'
import { jointAttention } from './attention/jointAttention'
import { selfAttention } from './attention/selfAttention'
import { attentionPool } from './convolution/attentionPool'
import { bottleneck } from './convolution/bottleneck'
import { conv2d } from './convolution/conv2d'
import { flattenMap } from './convolution/flattenMap'
import { mbConv } from './convolution/mbConv'
import { nfBlock } from './convolution/nfBlock'
import { pool2d } from './convolution/pool2d'
import { classToken } from './embeddings/classToken'
import { fourierPositions } from './embeddings/fourierPositions'
import { maskToken } from './embeddings/maskToken'
import { patchEmbedding } from './embeddings/patchEmbedding'
import { positionEmbedding } from './embeddings/positionEmbedding'
import { quantise } from './embeddings/quantise'
import { timeEmbedding } from './embeddings/timeEmbedding'
import { tokenEmbedding } from './embeddings/tokenEmbedding'
import { typeEmbedding } from './embeddings/typeEmbedding'
import { combine } from './experts/combine'
import { dispatch } from './experts/dispatch'
import { router } from './experts/router'
import { classifier } from './heads/classifier'
import { lmHead } from './heads/lmHead'
import { sample } from './heads/sample'
import { similarity } from './heads/similarity'
import { attentionMask } from './inputs/attentionMask'
import { features } from './inputs/features'
import { image } from './inputs/image'
import { learnedTokens } from './inputs/learnedTokens'
import { relativePositionBias } from './inputs/relativePositionBias'
import { temperature } from './inputs/temperature'
import { tokenIds } from './inputs/tokenIds'
import { activation } from './layers/activation'
import { add } from './layers/add'
import { blackBox } from './layers/blackBox'
import { gate } from './layers/gate'
import { layerNorm } from './layers/layerNorm'
import { linear } from './layers/linear'
import { multiply } from './layers/multiply'
import { rmsNorm } from './layers/rmsNorm'
import { scale } from './layers/scale'
import { auxiliaryLoss } from './losses/auxiliaryLoss'
import { classificationLoss } from './losses/classificationLoss'
import { contrastiveLoss } from './losses/contrastiveLoss'
import { languageModelingLoss } from './losses/languageModelingLoss'
import { lossSum } from './losses/lossSum'
import { sigmoidLoss } from './losses/sigmoidLoss'
import { asTokens } from './sequence/asTokens'
import { concat } from './sequence/concat'
import { flatten } from './sequence/flatten'
import { joinTokens } from './sequence/joinTokens'
import { mapHead } from './sequence/mapHead'
import { maskSpans } from './sequence/maskSpans'
import { normalise } from './sequence/normalise'
import { pool } from './sequence/pool'
import { split } from './sequence/split'
import { transpose } from './sequence/transpose'
import { unflatten } from './sequence/unflatten'
import { unsqueeze } from './sequence/unsqueeze'
import { detokenize } from './text/detokenize'
import { promptTemplate } from './text/promptTemplate'
import { retrieve } from './text/retrieve'
import { text } from './text/text'
import { tokenize } from './text/tokenize'

export const blocks: readonly Block[] = [
  image,
  features,
  tokenIds,
  learnedTokens,
  temperature,
  attentionMask,
  relativePositionBias,

  patchEmbedding,
  classToken,
  maskToken,
  positionEmbedding,
  fourierPositions,
  tokenEmbedding,
  typeEmbedding,
  timeEmbedding,
  quantise,

  linear,
  layerNorm,
  rmsNorm,
  add,
  multiply,
  scale,
  gate,
  activation,
  blackBox,

  selfAttention,
  crossAttention,
  jointAttention,
  feedForward,

  conv2d,
  pool2d,
  bottleneck,
  mbConv,
  nfBlock,
  attentionPool,
  flattenMap,

  router,
  dispatch,
  combine,

  concat,
  split,
  flatten,
  unflatten,
  unsqueeze,
  asTokens,
  joinTokens,
  transpose,
  pool,
  mapHead,
  normalise,
  maskSpans,

  similarity,
  lmHead,
  classifier,
  sample,

  text,
  promptTemplate,
  tokenize,
  detokenize,
  retrieve,

  contrastiveLoss,
  sigmoidLoss,
  languageModelingLoss,
  classificationLoss,
  auxiliaryLoss,
  lossSum,
]

const byType = new Map(blocks.map((block) => [block.type, block]))
if (byType.size < blocks.length) {
  const double = blocks.find((block) => byType.get(block.type) !== block)
  throw new Error(`Two blocks have the type “${double?.type}”`)
}

/** Undefined for a type of a later version or a misspelt one: the document keeps it, and it is drawn as a plain box. */
export function blockOf(type: string): Block | undefined {
  return byType.get(type)
}
