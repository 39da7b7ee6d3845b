// The figures of the literature, put together by hand from blocks. They hold or a formula is wrong.
import { describe, expect, test } from 'vitest'
import { dim, numberOf, parseDim } from '../shared/dimension'
import { isClash } from './block'
import { blockOf } from './index'
import type { Kind, Tensor } from './tensor'
import { valuesOf } from './values'

type Params = Readonly<Record<string, unknown>>
type Sizes = readonly number[]

/** A chain of blocks: counts what passes through, and keeps the last output. */
class Chain {
  params = 0
  macs = 0
  constructor(public last: Tensor) {}

  /** `then('linear', { width: 8 })`; other inputs by port. */
  then(type: string, params: Params = {}, others: Readonly<Record<string, Tensor>> = {}, times = 1): this {
    for (let copy = 0; copy < times; copy++) {
      const { tensor, weights, macs } = run(type, params, others, this.last)
      this.last = tensor
      this.params += weights
      this.macs += macs
    }
    return this
  }

  get gigaflops(): number {
    return (2 * this.macs) / 1e9
  }

  get shape(): Sizes {
    return this.last.shape.map((size) => Number(numberOf(size)))
  }
}

function run(type: string, params: Params, others: Readonly<Record<string, Tensor>>, main: Tensor) {
  const block = blockOf(type)
  if (!block) throw new Error(`no block ${type}`)
  const valued = valuesOf(block, params, parseDim)
  if (!valued.ok) throw new Error(valued.problems.map((problem) => problem.sentence).join(' '))
  const ports = typeof block.inputs === 'function' ? block.inputs(valued.values) : block.inputs
  const free = ports.find((port) => !(port.id in others))
  const inputs = free ? { ...others, [free.id]: main } : others
  const outputs = block.shape(valued.values, inputs)
  if (isClash(outputs)) throw new Error(`${type}: ${outputs.sentence}`)
  const weights = block.weights?.(valued.values, inputs) ?? []
  const { weights: a, activations: b } = block.macs?.(valued.values, inputs) ?? {}
  const [first] = Object.values(outputs)
  if (!first) throw new Error(`${type} gives nothing`)
  return {
    tensor: { modality: [], ...first },
    weights: weights.reduce(
      (sum, { shape }) => sum + shape.reduce((size, each) => size * Number(numberOf(each)), 1),
      0,
    ),
    macs: (a ? Number(numberOf(a)) : 0) + (b ? Number(numberOf(b)) : 0),
  }
}

function tensor(kind: Kind, ...shape: Sizes): Tensor {
  return { kind, shape: shape.map((size) => dim(size)), modality: [] }
}

const pixels = (size: number) => new Chain(tensor('image', 1, 3, size, size))
const words = (length: number) => new Chain(tensor('ids', 1, length))
const sequence = (length: number, width: number) => new Chain(tensor('tokens', 1, length, width))

interface Layer {
  readonly heads: number
  readonly hidden: number
  readonly mask?: string
}

function encoderLayers(chain: Chain, count: number, { heads, hidden, mask = 'full' }: Layer): Chain {
  for (let layer = 0; layer < count; layer++) {
    chain.then('layerNorm').then('selfAttention', { heads, mask }).then('layerNorm').then('feedForward', { hidden })
  }
  return chain
}

describe('Transformer layers', () => {
  test.each([512, 768, 1024, 1280, 1664])('a pre-LN layer of width %i has 12d² + 13d parameters', (d) => {
    expect(encoderLayers(sequence(50, d), 1, { heads: d / 64, hidden: 4 * d }).params).toBe(12 * d ** 2 + 13 * d)
  })

  test('… and 2 (N (4d² + 2dh) + 2N²d) FLOPs', () => {
    const [n, d, h] = [50, 768, 3072]
    const { gigaflops } = encoderLayers(sequence(n, d), 1, { heads: 12, hidden: h })
    expect(gigaflops * 1e9).toBe(2 * (n * (4 * d * d + 2 * d * h) + 2 * n * n * d))
  })

  const mT5 = { bias: false, head_width: 64 }
  test.each([
    ['Large', 1024, 2816, 16, 308_332_032, 409_019_904],
    ['XXL', 4096, 10240, 64, 4_630_714_368, 6_241_425_408],
  ])('mT5-%s has its encoder and its decoder', (_, d, hidden, heads, encoder, decoder) => {
    const feedForward = { hidden, gated: true, bias: false, activation: 'gelu tanh' }
    const encoderLayer = sequence(320, d)
      .then('rmsNorm')
      .then('selfAttention', { ...mT5, heads })
      .then('rmsNorm')
      .then('feedForward', feedForward)
    expect(encoderLayer.params).toBe(4 * d * 64 * heads + 3 * d * hidden + 2 * d)
    const decoderLayer = sequence(64, d)
      .then('rmsNorm')
      .then('selfAttention', { ...mT5, heads, mask: 'causal' })
      .then('rmsNorm')
      .then('crossAttention', { ...mT5, heads }, { context: tensor('tokens', 1, 320, d) })
      .then('rmsNorm')
      .then('feedForward', feedForward)
    expect(decoderLayer.params).toBe(8 * d * 64 * heads + 3 * d * hidden + 3 * d)
    const bias = run('relativePositionBias', { buckets: 32, heads }, {}, tensor('scalar')).weights
    expect(24 * encoderLayer.params + bias + d).toBe(encoder)
    expect(24 * decoderLayer.params + bias + d).toBe(decoder)
  })

  test('mT5-XXL needs 3.00 T for 320 tokens', () => {
    const layer = sequence(320, 4096)
      .then('selfAttention', { ...mT5, heads: 64 })
      .then('feedForward', { hidden: 10240, gated: true, bias: false })
    expect((24 * layer.gigaflops) / 1000).toBeCloseTo(3.0, 2)
  })

  test('a Gemma-2B layer has one key and value head', () => {
    const layer = sequence(384, 2048)
      .then('rmsNorm')
      .then('selfAttention', { heads: 8, head_width: 256, kv_heads: 1, bias: false, positions: 'rotary' })
      .then('rmsNorm')
      .then('feedForward', { hidden: 16384, gated: true, bias: false })
    expect(layer.params).toBe(110_104_576)
    expect((18 * layer.gigaflops) / 1000).toBeCloseTo(1.544, 3)
  })

  test.each([
    [2048, 24, 0.723],
    [4096, 32, 3.692],
    [8192, 80, 36.13],
  ])('a Chinchilla of width %i has 13d² for a layer', (d, layers, teraflops) => {
    const layer = sequence(256, d)
      .then('selfAttention', { heads: d / 128, bias: false, positions: 'transformer-xl', mask: 'causal' })
      .then('feedForward', { hidden: 4 * d, bias: false })
    expect(layer.params).toBe(13 * d ** 2)
    const head = sequence(256, d).then('lmHead', { vocab_size: 32000 })
    expect((layers * layer.gigaflops + head.gigaflops) / 1000).toBeCloseTo(teraflops, d > 5000 ? 2 : 3)
  })

  test('MPT-1B normalises all queries and all keys', () => {
    const d = 2048
    const layer = sequence(256, d)
      .then('layerNorm', { bias: false })
      .then('selfAttention', { heads: 16, bias: false, positions: 'alibi', qk_norm: 'all heads' })
      .then('layerNorm', { bias: false })
      .then('feedForward', { bias: false })
    expect(24 * layer.params + d + 50432 * d).toBe(1_311_442_944)
  })

  test('attention within segments multiplies less', () => {
    const { macs } = sequence(272, 1280).then('selfAttention', { heads: 16, segments: [256, 16] })
    expect(macs).toBe(272 * 4 * 1280 ** 2 + 2 * (256 ** 2 + 16 ** 2) * 1280)
  })
})

describe('CLIP', () => {
  const image = (size: number, patch_size: number, width: number, layers: number, embed: number) =>
    encoderLayers(
      pixels(size)
        .then('patchEmbedding', { patch_size, width, bias: false })
        .then('classToken')
        .then('positionEmbedding')
        .then('layerNorm'),
      layers,
      { heads: width / 64, hidden: 4 * width },
    )
      .then('pool', { form: 'first' })
      .then('layerNorm')
      .then('linear', { width: embed, bias: false })
      .then('normalise')

  test.each([
    ['B/32', 224, 32, 768, 12, 512, 87_849_216, 8.818],
    ['B/16', 224, 16, 768, 12, 512, 86_192_640, 35.127],
    ['L/14', 224, 14, 1024, 24, 768, 303_966_208, 162.026],
    ['L/14@336', 336, 14, 1024, 24, 768, 304_293_888, 381.92],
  ])('ViT-%s has its image tower', (_, size, patch, width, layers, embed, params, gigaflops) => {
    const tower = image(size, patch, width, layers, embed)
    expect(tower.params).toBe(params)
    expect(tower.gigaflops).toBeCloseTo(gigaflops, 3)
    expect(tower.shape).toEqual([1, embed])
  })

  test.each([
    [512, 512, 63_428_096, 5.96],
    [768, 768, 123_650_304, 13.3],
    [512, 1024, 63_690_240, 5.96],
  ])('the text tower of width %i for %i', (width, embed, params, gigaflops) => {
    const embedded = words(77).then('tokenEmbedding', { vocab_size: 49408, width }).then('positionEmbedding')
    const tower = encoderLayers(embedded, 12, { heads: width / 64, hidden: 4 * width, mask: 'causal' })
      .then('layerNorm')
      .then('pool', { form: 'end of text' })
      .then('linear', { width: embed, bias: false })
    expect(tower.params).toBe(params)
    expect(tower.gigaflops).toBeCloseTo(gigaflops, 2)
  })

  test('the temperature is one parameter', () => {
    expect(run('temperature', {}, {}, tensor('scalar')).weights).toBe(1)
  })

  const batchNorm = { norm: 'batch', activation: 'relu' }
  const stem = () =>
    pixels(224)
      .then('conv2d', { channels: 32, stride: 2, ...batchNorm })
      .then('conv2d', { channels: 32, ...batchNorm })
      .then('conv2d', { channels: 64, ...batchNorm })
      .then('pool2d')

  test('RN50 has its stem, layers and attention pool', () => {
    expect(stem().params).toBe(28_768)
    const layers = new Chain(stem().last)
    for (const [index, blocks] of [3, 4, 6, 3].entries()) {
      const width = 64 * 2 ** index
      layers.then('bottleneck', { width, stride: index === 0 ? 1 : 2, project: true })
      layers.then('bottleneck', { width }, {}, blocks - 1)
    }
    expect(layers.params).toBe(23_498_496)
    expect(layers.shape).toEqual([1, 2048, 7, 7])
    const pool = new Chain(layers.last).then('attentionPool', { heads: 32, width: 1024 })
    expect(pool.params).toBe(14_789_632)
    expect(stem().params + layers.params + pool.params).toBe(38_316_896)
    expect(stem().gigaflops + layers.gigaflops + pool.gigaflops).toBeCloseTo(12.22, 2)
  })
})

describe('ViT of PaLI, PaliGemma and LiT', () => {
  const encoder = (size: number, width: number, layers: number, hidden: number, heads: number) =>
    encoderLayers(pixels(size).then('patchEmbedding', { patch_size: 14, width }).then('positionEmbedding'), layers, {
      heads,
      hidden,
    }).then('layerNorm')

  test.each([
    ['g/14', 1408, 40, 6144, 16, 1_011_199_616, 1_036_448_384, 1_078_144_921, 531.9, 534.1],
    ['G/14', 1664, 48, 8192, 16, 1_842_772_352, 1_881_132_416, 1_930_404_761, 963.6, 966.6],
    ['e/14', 1792, 56, 15360, 16, 3_805_417_728, 3_873_342_720, 3_926_402_969, 1973.5, 1977.1],
  ])('%s, with and without heads', (_, width, layers, hidden, heads, params, pooled, classified, gflops, withHeads) => {
    const tower = encoder(224, width, layers, hidden, heads)
    expect(tower.params).toBe(params)
    expect(tower.gigaflops).toBeCloseTo(gflops, 1)
    expect(tower.then('mapHead', { heads, hidden }).params).toBe(pooled)
    expect(tower.then('classifier', { classes: 29_593 }).params).toBe(classified)
    expect(tower.gigaflops).toBeCloseTo(withHeads, 1)
  })

  test.each([
    [490, 9.92],
    [588, 14.67],
  ])('e/14 at %i pixels', (size, teraflops) => {
    expect(encoder(size, 1792, 56, 15360, 16).gigaflops / 1000).toBeCloseTo(teraflops, 2)
  })

  test.each([
    [224, 412_442_352],
    [448, 413_327_088],
    [896, 416_866_032],
  ])('So400m/14 at %i pixels', (size, params) => {
    const tower = encoder(size, 1152, 27, 4304, 16)
    expect(tower.params).toBe(params)
    if (size === 224) expect(tower.gigaflops).toBeCloseTo(218.97, 2)
  })

  test.each([
    [1664, 1024, 1_704_960],
    [1664, 4096, 6_819_840],
    [1792, 4096, 7_344_128],
  ])('the projection %i → %i', (from, width, params) => {
    expect(sequence(256, from).then('linear', { width }).params).toBe(params)
  })
})

describe('EfficientNet', () => {
  type Stage = readonly [kernel: number, stride: number, expand: number, channels: number, blocks: number]
  const stages = (channels: Sizes, blocks: Sizes): Stage[] =>
    [3, 3, 5, 3, 5, 5, 3].map((kernel, i) => [kernel, [1, 2, 2, 2, 1, 2, 1][i]!, i ? 6 : 1, channels[i]!, blocks[i]!])
  const L2 = { stem: 136, stages: stages([72, 104, 176, 344, 480, 824, 1376], [6, 11, 11, 16, 16, 22, 6]) }
  const B7 = { stem: 64, stages: stages([32, 48, 80, 160, 224, 384, 640], [4, 7, 7, 10, 10, 13, 4]) }

  function trunk(net: typeof L2, size: number) {
    const stem = pixels(size).then('conv2d', { channels: net.stem, stride: 2, norm: 'batch', activation: 'silu' })
    const rest = new Chain(stem.last)
    for (const [kernel, stride, expand, channels, count] of net.stages) {
      rest.then('mbConv', { kernel, stride, expand, channels })
      rest.then('mbConv', { kernel, expand, channels }, {}, count - 1)
    }
    return { stem, rest, gigaflops: stem.gigaflops + rest.gigaflops }
  }

  test('has the parameters of L2 and B7', () => {
    expect(trunk(L2, 289).stem.params).toBe(3_944)
    expect(trunk(L2, 289).rest.params).toBe(467_215_852)
    expect(trunk(L2, 289).rest.shape).toEqual([1, 1376, 10, 10])
    expect(trunk(B7, 289).stem.params).toBe(1_856)
    expect(trunk(B7, 289).rest.params).toBe(62_141_584)
    const head = new Chain(trunk(L2, 289).rest.last).then('conv2d', { channels: 5504, kernel: 1, norm: 'batch' })
    expect(head.params).toBe(7_584_512)
  })

  test.each([
    ['L2', L2, 289, 139.77],
    ['L2', L2, 360, 204.46],
    ['L2', L2, 600, 540.7],
    ['L2', L2, 800, 941.93],
    ['B7', B7, 289, 19.16],
    ['B7', B7, 600, 74.3],
  ])('%s at %3$i pixels', (_, net, size, gigaflops) => {
    expect(trunk(net, size).gigaflops).toBeCloseTo(gigaflops, 2)
  })
})

describe('NFNet', () => {
  function features(depths: Sizes, size: number) {
    const standardised = { norm: 'weight standardised' }
    const stem = pixels(size)
      .then('conv2d', { channels: 16, stride: 2, ...standardised })
      .then('conv2d', { channels: 32, ...standardised })
      .then('conv2d', { channels: 64, ...standardised })
      .then('conv2d', { channels: 128, stride: 2, ...standardised })
    const stages = new Chain(stem.last)
    for (const [index, channels] of [256, 512, 1536, 1536].entries()) {
      stages.then('nfBlock', { channels, stride: index === 0 ? 1 : 2, first: true })
      stages.then('nfBlock', { channels }, {}, depths[index]! - 1)
    }
    const last = new Chain(stages.last).then('conv2d', { channels: 3072, kernel: 1, ...standardised })
    const sum = (of: (chain: Chain) => number) => of(stem) + of(stages) + of(last)
    return { stem, stages, last, params: sum((chain) => chain.params), gigaflops: sum((chain) => chain.gigaflops) }
  }
  const F6 = [7, 14, 42, 21]

  test('F6 has its parameters, part by part', () => {
    const { stem, stages, last, params } = features(F6, 288)
    expect([stem.params, stages.params, last.params]).toEqual([97_680, 430_463_700, 4_724_736])
    expect(params).toBe(435_286_116)
    expect(last.shape).toEqual([1, 3072, 9, 9])
    expect(features([1, 2, 6, 3], 288).params).toBe(68_416_284)
  })

  test.each([
    [288, 188.9],
    [320, 233.1],
    [448, 456.6],
    [480, 524.1],
    [576, 754.6],
  ])('F6 at %i pixels', (size, gigaflops) => {
    expect(features(F6, size).gigaflops).toBeCloseTo(gigaflops, 1)
  })
})

describe('Flamingo', () => {
  test.each([
    [128, 3072],
    [96, 1536],
  ])('a resampler layer with heads of %i', (head_width) => {
    const d = 1536
    const layer = sequence(64, d)
      .then('crossAttention', { heads: 16, head_width, bias: false }, { context: tensor('tokens', 1, 164, d) })
      .then('feedForward', { activation: 'squared relu', bias: false })
    expect(layer.params).toBe(4 * d * 16 * head_width + 8 * d * d)
    if (head_width === 128) expect(6 * layer.params + 3072 * d).toBe(193_631_232 - 64 * d - 8 * d - 6 * 6 * d - 2 * d)
  })

  test('an OpenFlamingo gated block reads narrower tokens through narrower heads', () => {
    const D = 2048
    const block = sequence(256, D)
      .then('layerNorm')
      .then('crossAttention', { heads: 8, head_width: 64, bias: false }, { context: tensor('tokens', 1, 64, 1024) })
      .then('gate')
      .then('layerNorm')
      .then('feedForward', { bias: false })
      .then('gate')
    expect(block.params).toBe(36_708_354)
  })

  test.each([
    [2048, 27.5],
    [4096, 108.7],
    [8192, 432.2],
  ])('a gated cross-attention block of width %i at 256 tokens and 5 images', (D, gigaflops) => {
    const block = sequence(256, D)
      .then('crossAttention', { heads: D / 128, bias: false }, { context: tensor('tokens', 1, 320, D) })
      .then('gate')
      .then('feedForward', { bias: false })
      .then('gate')
    expect(block.params).toBe(12 * D * D + 2)
    expect(block.gigaflops).toBeCloseTo(gigaflops, 1)
  })
})

describe('LIMoE H/14', () => {
  test('has its routers and experts', () => {
    const router = sequence(272, 1280).then('router', { experts: 32 })
    expect(router.params).toBe(40_960)
    expect(router.shape).toEqual([1, 272, 32])
    expect(sequence(272, 1280).then('feedForward', { hidden: 5120 }).params).toBe(13_113_600)
    expect(encoderLayers(sequence(256, 1280), 1, { heads: 16, hidden: 5120 }).params).toBe(19_677_440)
  })
})

test('GPT-2’s embeddings, BERT’s embeddings', () => {
  const bert = words(64)
    .then('tokenEmbedding', { vocab_size: 30522, width: 768 })
    .then('positionEmbedding', { rows: 512 })
    .then('typeEmbedding', { types: 2 })
    .then('layerNorm')
  expect(bert.params).toBe(23_837_184)
})
