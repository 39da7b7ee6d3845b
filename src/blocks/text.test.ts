// Blocks whose edges carry text, and models of which only the outside is known.
import { describe, expect, test } from 'vitest'
import { dim, numberOf, parseDim, type Dim } from '../shared/dimension'
import { isClash, type Inputs } from './block'
import { blockOf } from './index'
import type { Kind, Tensor } from './tensor'
import { valuesOf } from './values'

const tensor = (kind: Kind, ...shape: (number | string)[]): Tensor => ({
  kind,
  shape: shape.map((size) => dim(size)),
  modality: ['vision'],
})

function apply(type: string, params: Readonly<Record<string, unknown>>, inputs: Inputs) {
  const block = blockOf(type)!
  const valued = valuesOf(block, params, parseDim)
  if (!valued.ok) throw new Error(valued.problems[0]!.sentence)
  const found = block.shape(valued.values, inputs)
  if (isClash(found)) return { sentence: found.sentence, outputs: {}, weights: 0, macs: 0 }
  const size = (shape: readonly Dim[]) => shape.reduce((product, each) => product * Number(numberOf(each)), 1)
  const written = Object.entries(found).map(([port, { kind, shape }]) => [
    port,
    [kind, ...shape.map((each) => numberOf(each) ?? each.key)],
  ])
  const macs = block.macs?.(valued.values, inputs) ?? {}
  return {
    sentence: '',
    outputs: Object.fromEntries(written) as Record<string, unknown[]>,
    weights: (block.weights?.(valued.values, inputs) ?? []).reduce((sum, { shape }) => sum + size(shape), 0),
    macs: [macs.weights, macs.activations].reduce((sum, each) => sum + (each ? Number(numberOf(each)) : 0), 0),
  }
}

test('text is cut into tokens and joined again, one sequence for each string', () => {
  expect(apply('tokenize', { length: 77 }, { text: tensor('string', 365) }).outputs).toEqual({ ids: ['ids', 365, 77] })
  expect(apply('detokenize', {}, { ids: tensor('ids', 20, 77) }).outputs).toEqual({ text: ['string', 20] })
})

test('a prompt is one text, however many are put into it', () => {
  const shots = { a: tensor('string', 5, 16), b: tensor('string'), c: tensor('string') }
  expect(apply('promptTemplate', { inputs: 3 }, shots).outputs).toEqual({ text: ['string'] })
  expect(apply('promptTemplate', { inputs: 3, count: [5] }, shots).outputs).toEqual({ text: ['string', 5] })
})

test('a gap may stay empty', () => {
  expect(apply('promptTemplate', { inputs: 3 }, { a: tensor('string'), c: tensor('string') }).outputs).toEqual({
    text: ['string'],
  })
})

test('vectors are made a sequence, and token ids are cut like vectors', () => {
  expect(apply('asTokens', {}, { x: tensor('vector', 2, 9, 2048) }).outputs).toEqual({ x: ['tokens', 2, 9, 2048] })
  expect(apply('asTokens', {}, { x: tensor('vector', 2048) }).sentence).toMatch(/one vector/)
  expect(apply('split', { first: 1792 }, { x: tensor('ids', 1, 2048) }).outputs).toEqual({
    a: ['ids', 1, 1792],
    b: ['ids', 1, 256],
  })
})

test('decoding gives one text for each sequence, or ids as long as the sequence', () => {
  const logits = { logits: tensor('logits', 5, 100, 50257) }
  expect(apply('sample', {}, logits).outputs).toEqual({ text: ['string', 5] })
  expect(apply('sample', { count: [20] }, logits).outputs).toEqual({ text: ['string', 5, 20] })
  expect(apply('sample', { gives: 'ids' }, logits).outputs).toEqual({ ids: ['ids', 5, 100] })
})

test('the best strings are picked row by row', () => {
  const list = { scores: tensor('matrix', 1, 365), items: tensor('string', 365) }
  expect(apply('retrieve', { top: [3] }, list).outputs).toEqual({ text: ['string', 1, 3] })
  expect(apply('retrieve', {}, list).outputs).toEqual({ text: ['string', 1] })
  expect(apply('retrieve', { top: [3] }, { ...list, scores: tensor('matrix', 8, 365) }).outputs).toEqual({
    text: ['string', 8, 3],
  })
  expect(apply('retrieve', {}, { ...list, items: tensor('string', 80) }).sentence).toMatch(/one string for each column/)
  expect(apply('retrieve', { top: [400] }, list).sentence).toMatch(/365, fewer than 400/)
  expect(apply('retrieve', {}, { items: tensor('string', 5) }).outputs).toEqual({ text: ['string'] })
  expect(apply('retrieve', {}, { items: tensor('string') }).sentence).toMatch(/nothing to choose/)
})

describe('a black box', () => {
  test('keeps what counts values and gives the shape that it is said to give', () => {
    const video = { x: tensor('image', 2, 6, 3, 224, 224) }
    expect(apply('blackBox', {}, video).outputs).toEqual({ x: ['string', 2, 6] })
    const trunk = { gives: 'tokens', shape: [49, 1024], parameters: 4_800_000_000, macs: 1000 }
    expect(apply('blackBox', trunk, video)).toMatchObject({
      outputs: { x: ['tokens', 2, 6, 49, 1024] },
      weights: 4_800_000_000,
      macs: 12_000,
    })
  })

  test('has no weights when nobody knows how many', () => {
    expect(apply('blackBox', {}, { x: tensor('image', 3, 8, 8) }).weights).toBe(0)
  })

  test('says when its shape is not that of the kind', () => {
    expect(apply('blackBox', { gives: 'tokens', shape: [8] }, { x: tensor('image', 3, 8, 8) }).sentence).toMatch(
      /takes 2 sizes/,
    )
  })
})

test('an image becomes as many codes as its map has places', () => {
  expect(apply('quantise', { codes: 1024 }, { map: tensor('map', 1, 256, 16, 16) })).toMatchObject({
    outputs: { ids: ['ids', 1, 256] },
    weights: 1024 * 256,
    macs: 256 * 256 * 1024,
  })
})

test('spans that move to the end leave a mask token and bring one', () => {
  const ids = { ids: tensor('ids', 1, 2046) }
  expect(apply('maskSpans', {}, ids).outputs).toEqual({ ids: ['ids', 1, 2046] })
  expect(apply('maskSpans', { form: 'moved to the end', spans: 3 }, ids).outputs).toEqual({ ids: ['ids', 1, 2052] })
})

test('token ids are put one after the other, but not beside vectors', () => {
  const ids = { a: tensor('ids', 1, 1000), b: tensor('ids', 1, 256) }
  expect(apply('concat', {}, ids).outputs).toEqual({ x: ['ids', 1, 1256] })
  expect(apply('concat', {}, { ...ids, b: tensor('tokens', 1, 256, 8) }).sentence).toMatch(
    /“b” is of kind tokens, but “a” is of kind ids/,
  )
  expect(apply('concat', {}, { ...ids, b: tensor('ids', 2, 256) }).sentence).toMatch(/only their lengths may differ/)
})

describe('joint attention', () => {
  const [a, b] = [tensor('tokens', 1, 197, 768), tensor('tokens', 1, 64, 768)]
  const alone = (x: Tensor, params = {}) => apply('selfAttention', { heads: 12, ...params }, { x })

  test('of one sequence is self-attention', () => {
    const joint = apply('jointAttention', { inputs: 1, heads: 12 }, { a })
    expect(joint.weights).toBe(alone(a).weights)
    expect(joint.macs).toBe(alone(a).macs)
  })

  test('of two has the weights of both and the scores of all tokens', () => {
    const joint = apply('jointAttention', { heads: 12, out_norm: true }, { a, b })
    expect(joint.outputs).toEqual({ a: ['tokens', 1, 197, 768], b: ['tokens', 1, 64, 768] })
    expect(joint.weights).toBe(2 * alone(a, { out_norm: true }).weights)
    expect(joint.macs).toBe(alone(tensor('tokens', 1, 261, 768)).macs)
  })

  test('goes on with one when the other is missing', () => {
    expect(apply('jointAttention', { heads: 12 }, { a })).toMatchObject({
      outputs: { a: ['tokens', 1, 197, 768] },
      weights: alone(a).weights,
    })
  })

  test('lets widths differ when the heads have a width', () => {
    const narrow = tensor('tokens', 1, 64, 512)
    expect(apply('jointAttention', { heads: 12 }, { a, b: narrow }).sentence).not.toBe('')
    expect(apply('jointAttention', { heads: 12, head_width: 64 }, { a, b: narrow }).sentence).toBe('')
  })
})

test('values may be wider than queries and keys', () => {
  const x = tensor('tokens', 1, 256, 1280)
  const found = apply('selfAttention', { heads: 8, head_width: 32, value_width: 1280 }, { x })
  expect(found.weights).toBe(2 * (1280 * 256 + 256) + 2 * (1280 * 1280 + 1280))
  expect(found.macs).toBe(256 * 1280 * (2 * 256 + 2 * 1280) + 256 * 256 * (256 + 1280))
  const latents = tensor('tokens', 1, 256, 1280)
  const context = tensor('tokens', 1, 2048, 768)
  const cross = apply('crossAttention', { heads: 8, head_width: 32, value_width: 1280 }, { x: latents, context })
  expect(cross.weights).toBe(1280 * 256 + 256 + 768 * 256 + 256 + 768 * 1280 + 1280 + 1280 * 1280 + 1280)
})
