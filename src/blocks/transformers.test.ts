// The figures of the literature for Transformers, put together by hand from blocks. They hold or a formula is wrong.
import { describe, expect, test } from 'vitest'
import { encoderLayers, pixels, run, sequence, tensor, words } from './chain.fixture'

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
      .through('rmsNorm')
      .through('selfAttention', { ...mT5, heads })
      .through('rmsNorm')
      .through('feedForward', feedForward)
    expect(encoderLayer.params).toBe(4 * d * 64 * heads + 3 * d * hidden + 2 * d)
    const decoderLayer = sequence(64, d)
      .through('rmsNorm')
      .through('selfAttention', { ...mT5, heads, mask: 'causal' })
      .through('rmsNorm')
      .through('crossAttention', { ...mT5, heads }, { context: tensor('tokens', 1, 320, d) })
      .through('rmsNorm')
      .through('feedForward', feedForward)
    expect(decoderLayer.params).toBe(8 * d * 64 * heads + 3 * d * hidden + 3 * d)
    const bias = run('relativePositionBias', { buckets: 32, heads }, {}, tensor('scalar')).weights
    expect(24 * encoderLayer.params + bias + d).toBe(encoder)
    expect(24 * decoderLayer.params + bias + d).toBe(decoder)
  })

  test('relative positions of Transformer-XL bring a projection, and biases where they are wanted', () => {
    const attention = (distance_bias: boolean) =>
      sequence(32, 4096).through('selfAttention', { heads: 32, positions: 'transformer-xl', distance_bias }).params
    const plain = sequence(32, 4096).through('selfAttention', { heads: 32 }).params
    expect(attention(false) - plain).toBe(4096 ** 2)
    expect(32 * (attention(true) - plain)).toBe(537_133_056)
  })

  test('a window spares the products of what is farther away, and nothing where all is nearer', () => {
    const macs = (window: number, segments: number[] = []) =>
      sequence(1024, 512).through('selfAttention', { heads: 8, window, segments }).macs
    const between = (pairs: number) => 4 * 1024 * 512 ** 2 + 2 * pairs * 512
    expect(macs(0)).toBe(between(1024 ** 2))
    expect(macs(256)).toBe(between(1024 * 256))
    expect(macs(4096)).toBe(between(1024 ** 2))
    expect(macs(256, [1000, 24])).toBe(between(1000 * 256 + 24 ** 2))
  })

  test('rotary positions turn no more than a head has', () => {
    const run = (rotary_width: number) =>
      sequence(8, 4096).through('selfAttention', { heads: 16, positions: 'rotary', rotary_width }).params
    expect(run(64)).toBe(run(0))
    expect(() => run(512)).toThrow(/512 numbers of each head, which has 256/)
  })

  test('the heads share keys and values evenly', () => {
    const grouped = (more: object) => () =>
      sequence(8, 2048).through('selfAttention', { heads: 8, head_width: 256, ...more })
    expect(grouped({ kv_heads: 3 })).toThrow(/8 heads cannot share 3 heads for keys and values evenly/)
    expect(grouped({ kv_heads: 16 })).toThrow(/16 has to divide 8/)
    expect(grouped({ value_width: 100 })).toThrow(/values are 100 wide in all, which 8 heads do not divide/)
    for (const kv_heads of [1, 2, 4, 8]) expect(grouped({ kv_heads, value_width: 800 })).not.toThrow()
  })

  test('mT5-XXL needs 3.00 T for 320 tokens', () => {
    const layer = sequence(320, 4096)
      .through('selfAttention', { ...mT5, heads: 64 })
      .through('feedForward', { hidden: 10240, gated: true, bias: false })
    expect((24 * layer.gigaflops) / 1000).toBeCloseTo(3.0, 2)
  })

  test('a Gemma-2B layer has one key and value head', () => {
    const layer = sequence(384, 2048)
      .through('rmsNorm')
      .through('selfAttention', { heads: 8, head_width: 256, kv_heads: 1, bias: false, positions: 'rotary' })
      .through('rmsNorm')
      .through('feedForward', { hidden: 16384, gated: true, bias: false })
    expect(layer.params).toBe(110_104_576)
    expect((18 * layer.gigaflops) / 1000).toBeCloseTo(1.544, 3)
  })

  test.each([
    [2048, 24, 0.723],
    [4096, 32, 3.692],
    [8192, 80, 36.13],
  ])('a Chinchilla of width %i has 13d² for a layer', (d, layers, teraflops) => {
    const layer = sequence(256, d)
      .through('selfAttention', { heads: d / 128, bias: false, positions: 'transformer-xl', mask: 'causal' })
      .through('feedForward', { hidden: 4 * d, bias: false })
    expect(layer.params).toBe(13 * d ** 2)
    const head = sequence(256, d).through('lmHead', { vocab_size: 32000 })
    expect((layers * layer.gigaflops + head.gigaflops) / 1000).toBeCloseTo(teraflops, d > 5000 ? 2 : 3)
  })

  test('MPT-1B normalises all queries and all keys', () => {
    const d = 2048
    const layer = sequence(256, d)
      .through('layerNorm', { bias: false })
      .through('selfAttention', { heads: 16, bias: false, positions: 'alibi', qk_norm: 'all heads' })
      .through('layerNorm', { bias: false })
      .through('feedForward', { bias: false })
    expect(24 * layer.params + d + 50432 * d).toBe(1_311_442_944)
  })

  test('attention within segments multiplies less', () => {
    const { macs } = sequence(272, 1280).through('selfAttention', { heads: 16, segments: [256, 16] })
    expect(macs).toBe(272 * 4 * 1280 ** 2 + 2 * (256 ** 2 + 16 ** 2) * 1280)
  })
})

describe('CLIP', () => {
  const image = (size: number, patch_size: number, width: number, layers: number, embed: number) =>
    encoderLayers(
      pixels(size)
        .through('patchEmbedding', { patch_size, width, bias: false })
        .through('classToken')
        .through('positionEmbedding')
        .through('layerNorm'),
      layers,
      { heads: width / 64, hidden: 4 * width },
    )
      .through('pool', { form: 'first' })
      .through('layerNorm')
      .through('linear', { width: embed, bias: false })
      .through('normalise')

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
    const embedded = words(77).through('tokenEmbedding', { vocab_size: 49408, width }).through('positionEmbedding')
    const tower = encoderLayers(embedded, 12, { heads: width / 64, hidden: 4 * width, mask: 'causal' })
      .through('layerNorm')
      .through('pool', { form: 'end of text' })
      .through('linear', { width: embed, bias: false })
    expect(tower.params).toBe(params)
    expect(tower.gigaflops).toBeCloseTo(gigaflops, 2)
  })

  test('the temperature is one parameter', () => {
    expect(run('temperature', {}, {}, tensor('scalar')).weights).toBe(1)
  })
})

describe('ViT of PaLI, PaliGemma and LiT', () => {
  const encoder = (size: number, width: number, layers: number, hidden: number, heads: number) =>
    encoderLayers(
      pixels(size).through('patchEmbedding', { patch_size: 14, width }).through('positionEmbedding'),
      layers,
      {
        heads,
        hidden,
      },
    ).through('layerNorm')

  test.each([
    ['g/14', 1408, 40, 6144, 16, 1_011_199_616, 1_036_448_384, 1_078_144_921, 531.9, 534.1],
    ['G/14', 1664, 48, 8192, 16, 1_842_772_352, 1_881_132_416, 1_930_404_761, 963.6, 966.6],
    ['e/14', 1792, 56, 15360, 16, 3_805_417_728, 3_873_342_720, 3_926_402_969, 1973.5, 1977.1],
  ])('%s, with and without heads', (_, width, layers, hidden, heads, params, pooled, classified, gflops, withHeads) => {
    const tower = encoder(224, width, layers, hidden, heads)
    expect(tower.params).toBe(params)
    expect(tower.gigaflops).toBeCloseTo(gflops, 1)
    expect(tower.through('mapHead', { heads, hidden }).params).toBe(pooled)
    expect(tower.through('classifier', { classes: 29_593 }).params).toBe(classified)
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
    expect(sequence(256, from).through('linear', { width }).params).toBe(params)
  })
})

describe('Flamingo', () => {
  test.each([
    [128, 3072],
    [96, 1536],
  ])('a resampler layer with heads of %i', (head_width) => {
    const d = 1536
    const layer = sequence(64, d)
      .through('crossAttention', { heads: 16, head_width, bias: false }, { context: tensor('tokens', 1, 164, d) })
      .through('feedForward', { activation: 'squared relu', bias: false })
    expect(layer.params).toBe(4 * d * 16 * head_width + 8 * d * d)
    if (head_width === 128) expect(6 * layer.params + 3072 * d).toBe(193_631_232 - 64 * d - 8 * d - 6 * 6 * d - 2 * d)
  })

  test('an OpenFlamingo gated block reads narrower tokens through narrower heads', () => {
    const D = 2048
    const block = sequence(256, D)
      .through('layerNorm')
      .through('crossAttention', { heads: 8, head_width: 64, bias: false }, { context: tensor('tokens', 1, 64, 1024) })
      .through('gate')
      .through('layerNorm')
      .through('feedForward', { bias: false })
      .through('gate')
    expect(block.params).toBe(36_708_354)
  })

  test.each([
    [2048, 27.5],
    [4096, 108.7],
    [8192, 432.2],
  ])('a gated cross-attention block of width %i at 256 tokens and 5 images', (D, gigaflops) => {
    const block = sequence(256, D)
      .through('crossAttention', { heads: D / 128, bias: false }, { context: tensor('tokens', 1, 320, D) })
      .through('gate')
      .through('feedForward', { bias: false })
      .through('gate')
    expect(block.params).toBe(12 * D * D + 2)
    expect(block.gigaflops).toBeCloseTo(gigaflops, 1)
  })
})

describe('LIMoE H/14', () => {
  test('has its routers and experts', () => {
    const router = sequence(272, 1280).through('router', { experts: 32 })
    expect(router.params).toBe(40_960)
    expect(router.shape).toEqual([1, 272, 32])
    expect(sequence(272, 1280).through('feedForward', { hidden: 5120 }).params).toBe(13_113_600)
    expect(encoderLayers(sequence(256, 1280), 1, { heads: 16, hidden: 5120 }).params).toBe(19_677_440)
  })
})

test('GPT-2’s embeddings, BERT’s embeddings', () => {
  const bert = words(64)
    .through('tokenEmbedding', { vocab_size: 30522, width: 768 })
    .through('positionEmbedding', { rows: 512 })
    .through('typeEmbedding', { types: 2 })
    .through('layerNorm')
  expect(bert.params).toBe(23_837_184)
})
