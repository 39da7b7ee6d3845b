// What blocks say about inputs that do not fit, and how they would mend them.
import { describe, expect, test } from 'vitest'
import { parseDim } from '../shared/dimension'
import { english, tell } from '../shared/message'
import { isClash, type Inputs } from './block'
import { tensor } from './example'
import { blockOf } from './index'
import type { Clash } from './tensor'
import { valuesOf } from './values'

function clash(type: string, params: Record<string, unknown>, inputs: Inputs): Clash {
  const block = blockOf(type)
  if (!block) throw new Error(`no block ${type}`)
  const valued = valuesOf(block, params, parseDim)
  if (!valued.ok) throw new Error(valued.problems.map((problem) => problem.sentence).join(' '))
  const result = block.shape(valued.values, inputs)
  if (!isClash(result)) throw new Error(`${type} found nothing wrong`)
  return result
}

const tokens = (...shape: (number | string)[]) => tensor('tokens', shape)
const vector = (...shape: (number | string)[]) => tensor('vector', shape)
const map = (...shape: (number | string)[]) => tensor('map', shape)

test('two towers of different width want a Linear', () => {
  const { message, repair, ...rest } = clash('similarity', {}, { a: vector('B', 640), b: vector('B', 768) })
  expect(tell(message, 'ja')).toBe('「b」は B × 768 ですが、「a」は B × 640 です。幅 768 と 640 が異なります。')
  expect(repair).toMatchObject({ block: 'linear', params: { width: '640' } })
  expect(english(repair!.what!)).toBe('a Linear 768 → 640')
  expect(rest).toEqual({
    port: 'b',
    sentence: '“b” is B × 768, but “a” is B × 640: widths 768 and 640 differ.',
  })
})

test('the same dimensions in another order want a Transpose', () => {
  const repair = (a: readonly (number | string)[], b: readonly (number | string)[]) =>
    clash('add', {}, { a: tokens(...a), b: tokens(...b) }).repair
  expect(repair(['B', 77, 512], ['B', 512, 77])).toEqual({ block: 'transpose', params: {} })
  const turned = repair(['B', 'images', 77, 512], ['images', 77, 'B', 512])
  expect(turned).toMatchObject({ block: 'transpose', params: { axes: [2, 0, 1, 3] } })
  expect(english(turned!.what!)).toBe('a Transpose 2, 0, 1, 3')
  // Equal sizes stay where they are.
  expect(repair([8, 4, 8], [8, 8, 4])?.params).toEqual({})
  expect(repair(['B', 77, 512], ['B', 512, 76])?.block).not.toBe('transpose')
})

test('a repair may be a formula', () => {
  const { repair } = clash('add', {}, { a: tokens('B', 'T', '4 * width'), b: tokens('B', 'T', 'width') })
  expect(repair?.params).toEqual({ width: '4*width' })
})

describe.each([
  [
    'add',
    {},
    { a: tokens('B', 77, 768), b: tokens('B', 50, 768) },
    '“b” is B × 50 × 768, but “a” is B × 77 × 768: lengths 50 and 77 differ',
  ],
  [
    'add',
    {},
    { a: tokens('B', 77, 768), b: tokens('N', 77, 768) },
    '“b” is N × 77 × 768, but “a” is B × 77 × 768: dimensions N and B differ',
  ],
  ['add', {}, { a: tokens('B', 1, 768), b: vector('B', 768) }, '“b” is of kind vector, but “a” is of kind tokens'],
  [
    'add',
    {},
    { a: tokens('B', 77, 768), b: tokens('B', 'images', 77, 768) },
    '“b” is B × images × 77 × 768, but “a” is B × 77 × 768: 4 and 3 dimensions',
  ],
  [
    'concat',
    {},
    { a: tokens('B', 256, 4096), b: tokens('B', 64, 1664) },
    '“b” is B × 64 × 1664, but “a” is B × 256 × 4096: widths 1664 and 4096 differ',
  ],
  [
    'concat',
    { axis: 'width' },
    { a: tokens('B', 256, 4096), b: tokens('B', 64, 4096) },
    '“b” is B × 64 × 4096, but “a” is B × 256 × 4096: only their widths may differ',
  ],
  [
    'transpose',
    { axes: [0, 2] },
    { x: tokens('B', 77, 512) },
    '“x” is B × 77 × 512, but the axes are 0, 2: each of 0, 1, 2 has to occur once',
  ],
  [
    'transpose',
    { axes: [0, 2, 2] },
    { x: tokens('B', 77, 512) },
    '“x” is B × 77 × 512, but the axes are 0, 2, 2: each of 0, 1, 2 has to occur once',
  ],
  ['transpose', {}, { x: vector(512) }, '“x” is 512: there are no two dimensions to swap'],
  [
    'selfAttention',
    { heads: 7 },
    { x: tokens('B', 50, 768) },
    '“x” has width 768, which 7 heads do not divide: give the width of a head',
  ],
  [
    'selfAttention',
    { segments: [256, 16] },
    { x: tokens('B', 273, 768) },
    '“x” is B × 273 × 768, but the segments 256 + 16 make 272 tokens',
  ],
  [
    'selfAttention',
    { heads: 16 },
    { x: tokens('B', 50, 1024), bias: tensor('mask', [12, 1, 1]) },
    '“bias” is for 12 heads, but the attention has 16',
  ],
  [
    'crossAttention',
    {},
    { x: tokens('B', 'T', 768), context: tokens('N', 256, 768) },
    '“context” is N × 256 × 768, but “x” is B × T × 768: the dimensions before the last two differ',
  ],
  [
    'positionEmbedding',
    { rows: 64 },
    { tokens: tokens('B', 77, 512) },
    '“tokens” is B × 77 × 512, but the table has 64 rows only',
  ],
  ['split', { first: 300 }, { x: tokens('B', 257, 8) }, '“x” is B × 257 × 8: it has no 300 tokens to split off'],
  ['flatten', {}, { x: tokens(64, 8) }, '“x” is 64 × 8: it has no dimension to merge with its length'],
  [
    'timeEmbedding',
    {},
    { tokens: tokens(64, 8) },
    '“tokens” is 64 × 8: it has no dimension for frames before its length and width',
  ],
  [
    'pool',
    { form: 'first' },
    { x: map('B', 8, 7, 7) },
    '“x” is a feature map, which has no such token (first token): pool it by mean or max',
  ],
  [
    'bottleneck',
    { width: 128 },
    { map: map('B', 256, 56, 56) },
    '“map” is B × 256 × 56 × 56, but the block gives 512 channels: its shortcut has to project',
  ],
  [
    'nfBlock',
    { channels: 256, stride: 2 },
    { map: map('B', 256, 72, 72) },
    '“map” is B × 256 × 72 × 72, but the block has stride 2: only the first of a stage may',
  ],
  [
    'nfBlock',
    { channels: 300, first: true },
    { map: map('B', 256, 72, 72) },
    'The 150 inner channels are not whole groups of 128',
  ],
  ['conv2d', { groups: 5 }, { map: map('B', 64, 9, 9) }, '“map” is B × 64 × 9 × 9: 5 groups do not divide 64 channels'],
  [
    'combine',
    {},
    { x: tokens('B', 9, 8), gates: tensor('gates', ['B', 8, 4]) },
    '“gates” is B × 8 × 4, but “x” is B × 9 × 8: each token needs its own shares',
  ],
  [
    'similarity',
    {},
    { a: vector(512), b: vector('B', 512) },
    '“a” is 512, but has to be a list of vectors, such as B × 512',
  ],
  [
    'contrastiveLoss',
    {},
    { logits: tensor('matrix', ['B', 'N']) },
    '“logits” is B × N, but pairs need as many rows as columns',
  ],
  [
    'languageModelingLoss',
    {},
    { logits: tensor('logits', ['B', 320, 8]), targets: tensor('ids', ['B', 64]) },
    '“targets” is B × 64, but “logits” is B × 320 × 8: there has to be one target for each position',
  ],
])('%s %o', (type, params, inputs, sentence) => {
  test(sentence, () => expect(clash(type, params, inputs).sentence).toBe(`${sentence}.`))
})

test('sequences of many images are flattened before a cross-attention', () => {
  const inputs = { x: tokens('B', 'T', 2048), context: tokens('B', 'images', 64, 1536) }
  expect(clash('crossAttention', { heads: 16 }, inputs)).toMatchObject({
    port: 'context',
    sentence:
      '“context” is B × images × 64 × 1536, but “x” is B × T × 2048: flatten images × 64 into one sequence first.',
    repair: { block: 'flatten', params: {} },
  })
})
