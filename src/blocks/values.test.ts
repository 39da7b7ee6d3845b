import { expect, test } from 'vitest'
import { dim, parseDim, pretty, substitute, symbolsOf, type Dim, type ParsedDim } from '../shared/dimension'
import { dispatch } from './experts/dispatch'
import { learnedTokens } from './inputs/learnedTokens'
import { image } from './inputs/image'
import { linear } from './layers/linear'
import { selfAttention } from './attention/selfAttention'
import { attentionMask } from './inputs/attentionMask'
import { concat } from './sequence/concat'
import { portsOf, unknownParams, valuesOf } from './values'
import { alike, type Translated } from '../shared/languages'
import type { Message } from '../shared/message'
import type { Block } from './block'

const noSymbol = (words: Translated): Message => ({ kind: 'noSymbol', words, args: {} })
const scope: Readonly<Record<string, Dim>> = { width: dim(1408), half: dim('1/2') }

function resolve(expression: number | string): ParsedDim {
  const parsed = parseDim(expression)
  if (!parsed.ok) return parsed
  const unknown = [...symbolsOf(parsed.dim)].find((name) => !scope[name])
  if (unknown) return { ok: false, problem: noSymbol(alike(`there is no symbol “${unknown}”.`)) }
  return { ok: true, dim: substitute(parsed.dim, (name) => scope[name]) }
}

const resolveB = (expression: number | string): ParsedDim =>
  expression === 'B' ? { ok: true, dim: dim('B') } : resolve(expression)

function problems(block: Block, params: Record<string, unknown>) {
  const valued = valuesOf(block, params, resolve)
  return valued.ok ? [] : valued.problems.map(({ field, sentence }) => ({ field, sentence }))
}

test('expressions are worked out in the scope, and what is not given is filled in', () => {
  const valued = valuesOf(linear, { width: '4 * width' }, resolve)
  expect(valued).toEqual({ ok: true, values: { width: dim(5632), bias: true } })
})

test('what is no size may depend on symbols', () => {
  const either = (condition: string) => ({ mask: { if: condition, is: 'causal', else: 'full' }, heads: 8 })
  const maskOf = (condition: string) => {
    const valued = valuesOf(selfAttention, either(condition), resolve)
    return valued.ok ? valued.values['mask'] : valued.problems[0]!.sentence
  }
  expect(maskOf('width - 1408')).toBe('full')
  expect(maskOf('half')).toBe('causal')
  expect(maskOf('wdith')).toMatch(/no symbol “wdith”/)
  expect(problems(selfAttention, { mask: { if: 'width', is: 'causal', else: 'sideways' } })[0]!.sentence).toMatch(
    /“sideways” is not a choice/,
  )
  expect(problems(linear, { bias: { if: 1, is: true } })[0]!.sentence).toMatch(/neither true nor false/)
  expect(problems(linear, { width: { if: 1, is: 2, else: 3 } })[0]!.sentence).toMatch(/neither a number nor a formula/)
})

test('conditions stand in each other, and decide between shapes', () => {
  const mask = { if: 'width - 1408', is: 'causal', else: { if: 'half', is: 'prefix', else: 'full' } }
  const batch = { if: 'half', is: ['B', 'width'], else: ['B'] }
  const [chosen, shaped] = [valuesOf(selfAttention, { mask }, resolve), valuesOf(image, { batch }, resolveB)]
  expect(chosen.ok && chosen.values['mask']).toBe('prefix')
  expect(shaped.ok && (shaped.values['batch'] as Dim[]).map(pretty)).toEqual(['B', '1408'])
})

test('a condition that nobody can decide is said', () => {
  const open = valuesOf(linear, { bias: { if: 'T', is: true, else: false } }, parseDim)
  expect(open.ok ? '' : open.problems[0]!.sentence).toBe('Bias: “T” has no value, so it cannot decide between two.')
  const decided = valuesOf(linear, { bias: { if: 'T', is: true, else: false } }, parseDim, () => 0)
  expect(decided.ok && decided.values['bias']).toBe(false)
})

test('an initial symbol that the scope lacks stands for itself', () => {
  const valued = valuesOf(image, undefined, resolve)
  if (!valued.ok) throw new Error('not ok')
  expect(pretty(valued.values['size'] as Dim)).toBe('image_size')
})

test.each([
  [linear, { width: 'widht' }, 'width', 'Width: there is no symbol “widht”.'],
  [linear, { width: 0 }, 'width', 'Width: it is 0, but must be at least 1.'],
  [
    linear,
    { width: 'width * half + half' },
    'width',
    'Width: it is 704.5, but must be whole; floor(…) or ceil(…) rounds it.',
  ],
  [linear, { width: true }, 'width', 'Width: “true” is neither a number nor a formula.'],
  [linear, { bias: 'yes' }, 'bias', 'Bias: “yes” is neither true nor false.'],
  [
    selfAttention,
    { mask: 'casual' },
    'mask',
    'Mask: “casual” is not a choice; it may be full, causal, prefix or own sequence.',
  ],
  [learnedTokens, { batch: 4 }, 'batch', 'Batch: “4” is not a list of sizes, such as ["B",4].'],
  [learnedTokens, { batch: [0] }, 'batch', 'Batch: it is 0, but must be at least 1.'],
  [attentionMask, { words: ['a'] }, 'words', 'In words: “["a"]” is not text.'],
  [concat, { inputs: 27 }, 'inputs', 'Inputs: it is 27, but must be at most 26.'],
  [dispatch, { capacity_factor: -1 }, 'capacity_factor', 'Capacity factor: it is -1, but must be at least 0.'],
] as const)('%# %o is a problem of one field', (block, params, field, sentence) => {
  expect(problems(block as Block, params)).toEqual([{ field, sentence: sentence.replace('-1', pretty(dim(-1))) }])
})

test('every field is checked, not the first only', () => {
  expect(problems(linear, { width: 0, bias: 1 }).map((problem) => problem.field)).toEqual(['width', 'bias'])
})

test('a ratio need not be whole, and 0 may stand for "as the input has it"', () => {
  expect(problems(dispatch, { capacity_factor: 1.05 })).toEqual([])
  expect(problems(selfAttention, { head_width: 0 })).toEqual([])
})

test('words may come once per language', () => {
  const valued = valuesOf(attentionMask, { words: { ja: '直前の画像', en: 'the last image' } }, resolve)
  expect(valued.ok && valued.values['words']).toBe('the last image')
})

test('a parameter that the block lacks is said, with those it has', () => {
  expect(unknownParams(linear, { widht: 3 })).toMatchObject([
    { field: 'widht', sentence: 'Linear has no parameter “widht”; it has width and bias.' },
  ])
})

test('a counted block has as many ports', () => {
  const valued = valuesOf(concat, { inputs: 3 }, resolve)
  if (!valued.ok) throw new Error('not ok')
  expect(portsOf(concat, valued.values).inputs.map((port) => port.id)).toEqual(['a', 'b', 'c'])
})
