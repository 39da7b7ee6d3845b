// The figures of the literature for convolutional networks, put together by hand from blocks. They hold or a formula is wrong.
import { describe, expect, test } from 'vitest'
import { Chain, pixels, type Sizes } from './chain.fixture'

describe('CLIP’s ResNets', () => {
  function resNet(depths: Sizes, stemWidth: number, size: number, heads: number, embed: number, queries: string) {
    const batchNorm = { norm: 'batch', activation: 'relu' }
    const stem = pixels(size)
      .through('conv2d', { channels: stemWidth / 2, stride: 2, ...batchNorm })
      .through('conv2d', { channels: stemWidth / 2, ...batchNorm })
      .through('conv2d', { channels: stemWidth, ...batchNorm })
      .through('pool2d')
    const layers = new Chain(stem.last)
    for (const [index, blocks] of depths.entries()) {
      const width = stemWidth * 2 ** index
      layers.through('bottleneck', { width, stride: index === 0 ? 1 : 2, project: true })
      layers.through('bottleneck', { width }, {}, blocks - 1)
    }
    const pool = new Chain(layers.last).through('attentionPool', { heads, width: embed, queries })
    const gigaflops = stem.gigaflops + layers.gigaflops + pool.gigaflops
    return { stem, layers, pool, params: stem.params + layers.params + pool.params, gigaflops }
  }

  test('RN50 has its stem, layers and attention pool', () => {
    const { stem, layers, pool, params } = resNet([3, 4, 6, 3], 64, 224, 32, 1024, 'mean')
    expect([stem.params, layers.params, pool.params]).toEqual([28_768, 23_498_496, 14_789_632])
    expect(layers.shape).toEqual([1, 2048, 7, 7])
    expect(params).toBe(38_316_896)
  })

  // The published profile is of open_clip, whose attention pool works out all queries and keeps one.
  test.each([
    ['RN50', [3, 4, 6, 3], 64, 224, 32, 1024, 38_316_896, 12.22],
    ['RN50x4', [4, 6, 10, 6], 80, 288, 40, 640, 87_137_080, 42.56],
    ['RN50x64', [3, 15, 36, 10], 128, 448, 64, 1024, 420_380_352, 529.11],
  ])('%s has the FLOPs of the published profile', (_, depths, width, size, heads, embed, params, gigaflops) => {
    const tower = resNet(depths, width, size, heads, embed, 'all')
    expect(tower.params).toBe(params)
    expect(tower.gigaflops).toBeCloseTo(gigaflops, 2)
  })
})

describe('EfficientNet', () => {
  type Stage = readonly [kernel: number, stride: number, expand: number, channels: number, blocks: number]
  const stages = (channels: Sizes, blocks: Sizes): Stage[] =>
    [3, 3, 5, 3, 5, 5, 3].map((kernel, i) => [kernel, [1, 2, 2, 2, 1, 2, 1][i]!, i ? 6 : 1, channels[i]!, blocks[i]!])
  const L2 = { stem: 136, stages: stages([72, 104, 176, 344, 480, 824, 1376], [6, 11, 11, 16, 16, 22, 6]) }
  const B7 = { stem: 64, stages: stages([32, 48, 80, 160, 224, 384, 640], [4, 7, 7, 10, 10, 13, 4]) }

  function trunk(net: typeof L2, size: number) {
    const stem = pixels(size).through('conv2d', { channels: net.stem, stride: 2, norm: 'batch', activation: 'silu' })
    const rest = new Chain(stem.last)
    for (const [kernel, stride, expand, channels, count] of net.stages) {
      rest.through('mbConv', { kernel, stride, expand, channels })
      rest.through('mbConv', { kernel, expand, channels }, {}, count - 1)
    }
    return { stem, rest, gigaflops: stem.gigaflops + rest.gigaflops }
  }

  test('has the parameters of L2 and B7', () => {
    expect(trunk(L2, 289).stem.params).toBe(3_944)
    expect(trunk(L2, 289).rest.params).toBe(467_215_852)
    expect(trunk(L2, 289).rest.shape).toEqual([1, 1376, 10, 10])
    expect(trunk(B7, 289).stem.params).toBe(1_856)
    expect(trunk(B7, 289).rest.params).toBe(62_141_584)
    const head = new Chain(trunk(L2, 289).rest.last).through('conv2d', { channels: 5504, kernel: 1, norm: 'batch' })
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
      .through('conv2d', { channels: 16, stride: 2, ...standardised })
      .through('conv2d', { channels: 32, ...standardised })
      .through('conv2d', { channels: 64, ...standardised })
      .through('conv2d', { channels: 128, stride: 2, ...standardised })
    const stages = new Chain(stem.last)
    for (const [index, channels] of [256, 512, 1536, 1536].entries()) {
      stages.through('nfBlock', { channels, stride: index === 0 ? 1 : 2, first: true })
      stages.through('nfBlock', { channels }, {}, depths[index]! - 1)
    }
    const last = new Chain(stages.last).through('conv2d', { channels: 3072, kernel: 1, ...standardised })
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
