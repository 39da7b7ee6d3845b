// What a phase leaves out means what a repeat of 0 means, for shapes, weights, work and gradients.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Diagram, DiagramNode } from '../document/schema'
import { absenceIn } from './absence'
import { analyse } from './analyse'
import { checkDiagram, problemsIn } from './checks'
import { analysed, at, blockMacs, shapeAt } from './counted.fixture'
import { memoryOf } from './memory'
import { sampleOf } from './sample.fixture'
import { randomDiagram } from './randomDiagram.fixture'

type Pair = readonly [string, string]

const d = 4
const source = (id: string, count: number): DiagramNode => ({
  id,
  block: 'learnedTokens',
  params: { batch: [1], count, width: d },
})
const end: DiagramNode[] = [
  { id: 'head', block: 'lmHead', params: { vocab_size: 5, bias: false } },
  { id: 'loss', block: 'languageModelingLoss' },
]
const toEnd: Pair[] = [['head.logits', 'loss.logits']]

/** A diagram with a phase in which these are left out. */
function without(absent: readonly string[], nodes: readonly DiagramNode[], edges: readonly Pair[]): Diagram {
  const states = Object.fromEntries(absent.map((path) => [path, 'absent']))
  return sampleOf({ nodes: [...nodes, ...end], phases: [{ id: 'part', label: 'part', states }] }, [...edges, ...toEnd])
}

describe('an operand that is not there', () => {
  const nodes = [source('a', 2), source('b', 3), source('c', 5)]
  const joined = (absent: readonly string[]) =>
    analyse(
      without(
        absent,
        [...nodes, { id: 'concat', block: 'concat', params: { inputs: 3 } }],
        [
          ['a.tokens', 'concat.a'],
          ['b.tokens', 'concat.b'],
          ['c.tokens', 'concat.c'],
          ['concat.x', 'head.x'],
        ],
      ),
    )

  test.each([
    [[], 10],
    [['a'], 8],
    [['b'], 7],
    [['a', 'c'], 3],
    [['a', 'c', 'concat'], 3],
  ])('is not in the concatenation: without %j', (absent, length) => {
    const analysis = joined(absent)
    expect(shapeAt(analysis, 'head.x')).toEqual([1, length, d])
    expect(analysis.total.flops.forward).toBe(BigInt(2 * length * d * 5))
    // Everything learns, so each product is made twice again.
    expect(analysis.total.flops.backward).toBe(BigInt(4 * length * d * 5))
    expect(analysis.total.params.total).toBe(BigInt(length * d + d * 5))
    expect(problemsIn(analysis)).toEqual([])
  })

  test('takes the concatenation and all after it along when it was the last', () => {
    const {
      total,
      tree,
      flow: { edges },
    } = joined(['a', 'b', 'c'])
    expect(total.params.total).toBe(0n)
    expect(['concat', 'head', 'loss'].map((id) => tree.nodes.get(id)!.state)).toEqual(['absent', 'absent', 'absent'])
    expect(edges.size).toBe(0)
  })

  test('leaves a sum as the other is', () => {
    const sum = (absent: string[]) =>
      analyse(
        without(
          absent,
          [source('a', 2), source('b', 2), { id: 'sum', block: 'add' }],
          [
            ['a.tokens', 'sum.a'],
            ['b.tokens', 'sum.b'],
            ['sum.x', 'head.x'],
          ],
        ),
      )
    for (const absent of [['a'], ['b'], ['a', 'sum']]) {
      expect(shapeAt(sum(absent), 'head.x')).toEqual([1, 2, d])
      expect(sum(absent).flow.edges.has('#sum.x>head.x')).toBe(true)
    }
  })
})

test('an attention whose context is not there hands on what it would have changed', () => {
  const nodes = [source('x', 3), source('context', 7), { id: 'cross', block: 'crossAttention', params: { heads: 2 } }]
  const analysis = analyse(
    without(['context'], nodes, [
      ['x.tokens', 'cross.x'],
      ['context.tokens', 'cross.context'],
      ['cross.x', 'head.x'],
    ]),
  )
  expect(analysis.tallyAt('cross').params.total).toBe(0n)
  expect(shapeAt(analysis, 'head.x')).toEqual([1, 3, d])
  expect(analysis.flow.edges).toEqual(new Set(['#x.tokens>cross.x', '#cross.x>head.x', '#head.logits>loss.logits']))
  expect(problemsIn(analysis)).toEqual([])
})

test('through walls: an optional port that nothing leads to leaves out what it would feed', () => {
  const inner = (context: boolean) =>
    sampleOf(
      {
        nodes: [
          source('x', 3),
          source('context', 7),
          {
            id: 'layer',
            group: {
              inputs: [{ id: 'x' }, { id: 'context', optional: true }],
              outputs: [{ id: 'x' }],
              nodes: [
                { id: 'cross', block: 'crossAttention', params: { heads: 2, bias: false } },
                { id: 'linear', block: 'linear', params: { width: d, bias: false } },
              ],
              edges: [
                { from: 'in.x', to: 'cross.x' },
                { from: 'in.context', to: 'cross.context' },
                { from: 'cross.x', to: 'linear.x' },
                { from: 'linear.x', to: 'out.x' },
              ],
            },
          },
          ...end,
        ],
      },
      [
        ['x.tokens', 'layer.x'],
        ...(context ? [['context.tokens', 'layer.context'] as const] : []),
        ['layer.x', 'head.x'],
        ...toEnd,
      ],
    )
  expect(analyse(inner(true)).tallyAt('layer').params.total).toBe(BigInt(4 * d * d + d * d))
  const open = analyse(inner(false))
  expect(open.tallyAt('layer').params.total).toBe(BigInt(d * d))
  expect(shapeAt(open, 'head.x')).toEqual([1, 3, d])
  expect(problemsIn(open)).toEqual([])
})

test('a split of nothing hands on the whole', () => {
  const analysis = analyse(
    without(
      ['image', 'split'],
      [
        source('image', 2),
        source('text', 3),
        { id: 'concat', block: 'concat' },
        { id: 'split', block: 'split', params: { first: 2 } },
      ],
      [
        ['image.tokens', 'concat.a'],
        ['text.tokens', 'concat.b'],
        ['concat.x', 'split.x'],
        ['split.b', 'head.x'],
      ],
    ),
  )
  expect(shapeAt(analysis, 'head.x')).toEqual([1, 3, d])
  expect(problemsIn(analysis)).toEqual([])
})

describe('in the literature', () => {
  test('mT5 in PaLI learns from text alone', () => {
    const [text, target] = [37, 11]
    const set = { text_length: text, target_length: target }
    const analysis = analysed('pali', set, '17B', 'lm-pretraining')
    const [width, ff, inner, layers] = [4096, 10_240, 64 * 64, 24]
    expect(shapeAt(analysis, 'encoder.x')).toEqual([1, text, width])
    const encoder = text * (4 * width * inner + 3 * width * ff) + 2 * text * text * inner
    const decoder =
      target * (6 * width * inner + 3 * width * ff) +
      text * 2 * width * inner +
      2 * target * target * inner +
      2 * target * text * inner
    const forward = 2 * (layers * (encoder + decoder) + target * width * 250_112)
    expect(at(analysis)).toEqual({
      params: 12_921_057_280,
      active: 12_921_057_280,
      flops: forward,
      // All of it learns, the embedding first of all.
      backward: 2 * forward,
    })
    expect(memoryOf(analysis, 'mixed').total).toBe(16n * 12_921_057_280n)
  })

  test.each([
    ['paligemma', '224'],
    ['frozen', '7B'],
    ['magma', 'v1'],
    ['clipcap-mlp', 'ViT-B/32'],
  ])('the language model of %s trains as if alone: backward is twice forward', (name, variant) => {
    const { total } = analysed(name, {}, variant, 'lm-pretraining')
    // But for Transformer-XL, whose fixed distances want no gradient.
    const { forward, backward } = total.flops
    expect(Number(backward) / Number(forward)).toBeGreaterThan(1.9)
    expect(backward).toBeLessThanOrEqual(2n * forward)
  })

  test('LIMoE without experts is a dense tower that learns', () => {
    const analysis = analysed('limoe', { moe_layers: 0 }, 'B/16')
    const dense = 2 * 12 * (blockMacs(196, 768, 3072) + blockMacs(16, 768, 3072))
    expect(at(analysis, 'tower').flops).toBe(dense)
    expect(at(analysis, 'tower').backward).toBe(2 * dense)
    expect(at(analysis).active).toBe(at(analysis).params)
  })
})

test('only what is said is left out, whatever is said inside of it', () => {
  const states = (paths: string[]) => ({
    id: 'p',
    label: 'p',
    states: Object.fromEntries(paths.map((path) => [path, 'absent' as const])),
  })
  expect(absenceIn(states([])).key).toBe('')
  expect(absenceIn(states(['a', 'a/b', 'c/d'])).key).toBe(absenceIn(states(['c/d', 'a'])).key)
  expect(absenceIn(states(['a/b'])).key).not.toBe(absenceIn(states(['a'])).key)
})

test('absent in a phase is repeated 0 times', () => {
  const law = fc.property(randomDiagram, fc.nat(), (diagram, index) => {
    // The root's own nodes: ones inside modules stand in all instances.
    const { id } = diagram.nodes[index % diagram.nodes.length]!
    const phase = { id: 'part', label: 'part', states: { [id]: 'absent' as const } }
    const left = analyse({ ...diagram, phases: [phase] })
    const nodes = diagram.nodes.map((node) => (node.id === id ? { ...node, repeat: 0 } : node))
    const none = analyse({ ...diagram, phases: [], nodes })
    expect(left.total.params).toEqual(none.total.params)
    expect(left.total.flops.forward).toBe(none.total.flops.forward)
    // Without a loss the phase has an objective that is not drawn.
    if (none.flow.hasLoss) expect(left.total).toEqual(none.total)
    expect(problemsIn(left)).toEqual(problemsIn(none))
  })
  for (const seed of [1, 20, 300]) fc.assert(law, { seed, numRuns: 40, endOnFailure: true })
})

test('what is left out of a phase has nothing wrong with it there', () => {
  const diagram = without(
    ['image'],
    [source('image', 2), source('text', 3), { id: 'sum', block: 'add' }],
    [
      ['image.tokens', 'sum.a'],
      ['text.tokens', 'sum.b'],
      ['sum.x', 'head.x'],
    ],
  )
  expect(problemsIn(analyse(diagram))).toEqual([])
  expect(checkDiagram({ ...diagram, phases: [] }).map(({ path }) => path)).toEqual(['sum'])
})
