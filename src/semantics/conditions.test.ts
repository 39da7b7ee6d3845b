// What depends on symbols and is no size: choices of a block, and whether weights are shared.
import { expect, test } from 'vitest'
import { check } from '../document/check'
import { renaming, rewriteNode } from '../document/edit/rewrite'
import type { Diagram } from '../document/schema'
import { analyse } from './analyse'
import { checkDiagram } from './checks'
import { edgesOf, sampleOf } from './sample.fixture'

const diagram: Diagram = sampleOf(
  {
    symbols: { B: { example: 1 }, width: 8, tied: 1, has_bias: 'tied' },
    variants: [
      { id: 'tied', set: {} },
      { id: 'untied', set: { tied: 0 } },
    ],
    nodes: [
      { id: 'ids', block: 'tokenIds', params: { batch: ['B'], length: 3 } },
      { id: 'embed', block: 'tokenEmbedding', params: { vocab_size: 100, width: 'width' } },
      { id: 'linear', block: 'linear', params: { width: 'width', bias: { if: 'has_bias', is: true, else: false } } },
      { id: 'head', block: 'lmHead', params: { vocab_size: 100 }, tied: 'embed', tiedIf: 'tied' },
      { id: 'loss', block: 'languageModelingLoss' },
    ],
  },
  [
    ['ids.ids', 'embed.ids'],
    ['embed.tokens', 'linear.x'],
    ['linear.x', 'head.x'],
    ['head.logits', 'loss.logits'],
  ],
)

const paramsIn = (variant: string, of = diagram) => {
  const { tallyAt, total } = analyse(of, { variant })
  return { linear: tallyAt('linear').params.total, head: tallyAt('head').params.total, total: total.params.total }
}

test('a variant shares the weights of another node, and one does not', () => {
  expect(paramsIn('tied')).toEqual({ linear: 72n, head: 0n, total: 872n })
  expect(paramsIn('untied')).toEqual({ linear: 64n, head: 800n, total: 1664n })
  expect(analyse(diagram, { variant: 'untied' }, 'symbolic').total).toEqual(
    analyse(diagram, { variant: 'untied' }).total,
  )
  expect([...check(diagram), ...checkDiagram(diagram)]).toEqual([])
})

test('a container that is not tied in a variant has all its weights', () => {
  const group = (id: string, more: object = {}) => ({
    id,
    group: {
      inputs: [{ id: 'x' }],
      outputs: [{ id: 'x' }],
      nodes: [{ id: 'linear', block: 'linear', params: { width: 'width' } }],
      edges: edgesOf([
        ['in.x', 'linear.x'],
        ['linear.x', 'out.x'],
      ]),
    },
    ...more,
  })
  const twice = sampleOf(
    {
      symbols: { B: { example: 1 }, width: 8, tied: 1 },
      nodes: [
        { id: 'tokens', block: 'learnedTokens', params: { batch: ['B'], count: 1, width: 'width' } },
        group('first'),
        group('second', { tied: 'first', tiedIf: 'tied' }),
      ],
    },
    [
      ['tokens.tokens', 'first.x'],
      ['first.x', 'second.x'],
    ],
  )
  expect(analyse(twice).total.params.total).toBe(8n + 72n)
  expect(analyse(twice, { set: { tied: 0 } }).total.params.total).toBe(8n + 144n)
})

test('conditions follow when a symbol is renamed, and what they name has to be there', () => {
  const names = new Map([
    ['tied', 'shared'],
    ['has_bias', 'biased'],
  ])
  const nodes = diagram.nodes.map((node) => rewriteNode(node, renaming(names)))
  expect(nodes[3]!.tiedIf).toBe('shared')
  expect(nodes[2]!.params!['bias']).toEqual({ if: 'biased', is: true, else: false })
  expect(nodes[0]).toBe(diagram.nodes[0])
  const lost = { ...diagram, nodes: diagram.nodes.map((n) => (n.id === 'head' ? { ...n, tiedIf: 'nobody' } : n)) }
  expect(check(lost).map((problem) => problem.path)).toContain('nodes.head.tiedIf')
  expect(
    checkDiagram(lost)
      .map(({ sentence }) => sentence)
      .join(),
  ).toMatch(/“nobody” is not known here/)
})
