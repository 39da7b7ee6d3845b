import { expect, test } from 'vitest'
import type { Diagram } from '../document/schema'
import { analyse } from '../semantics/analyse'
import { marksOf } from './marks'
import { resolve } from './resolve'
import { viewOf } from './view'

/** Inside the group, nothing feeds the norm. */
const diagram: Diagram = {
  version: 1,
  about: { title: 'Marks' },
  symbols: { B: { example: 2 }, d: 8 },
  nodes: [
    { id: 'tokens', block: 'learnedTokens', params: { batch: ['B'], count: 4, width: 'd' } },
    { id: 'group', group: { nodes: [{ id: 'norm', block: 'layerNorm' }], edges: [] } },
    { id: 'linear', block: 'linear', params: { width: 16 } },
  ],
  edges: [{ from: 'tokens.tokens', to: 'linear.x', shape: true }],
}

test('a folded container bears the mark of what is inside it, an open one does not', () => {
  const analysis = analyse(diagram)
  expect([...marksOf(analysis, 'en').within.keys()]).toEqual(['group'])
  const closed = resolve(analysis, viewOf(diagram))
  const open = resolve(analysis, viewOf(diagram, { unfolded: new Set(['group']) }))
  const groupIn = ({ nodes }: typeof open) => nodes.find(({ id }) => id === 'group')!
  expect(groupIn(closed).problem).toMatch(/no edge/)
  expect(groupIn(open).problem).toBeUndefined()
  expect(groupIn(open).inside!.nodes[0]!.problem).toMatch(/no edge/)
})

test.each([
  ['free', 'B × 4 × 8'],
  ['symbolic', 'B × 4 × d'],
  ['numeric', '2 × 4 × 8'],
] as const)('shapes are written %s', (shapeText, text) => {
  const graph = resolve(analyse(diagram), viewOf(diagram, { shapeText }))
  expect(graph.edges[0]!.label?.text).toBe(text)
})
