// How much work analysis is, counted and not timed: each different node is inferred once, a repeat costs nothing, and after an
// edit of one node little is inferred again.
import { afterEach, expect, test, vi } from 'vitest'
import { feedForward } from '../blocks/attention/feedForward'
import { allDiagrams } from '../diagrams.fixture'
import type { Diagram, DiagramNode } from '../document/schema'
import { blocks } from '../blocks'
import { analyse } from './analyse'

afterEach(() => vi.restoreAllMocks())

function chain(length: number, repeat?: number): Diagram {
  const layers = Array.from({ length }, (_, i): DiagramNode => ({
    id: `n${i}`,
    block: 'feedForward',
    params: { hidden: `4 * d + ${i}` },
    ...(repeat !== undefined && { repeat }),
  }))
  return {
    version: 1,
    about: { title: 'chain' },
    symbols: { d: 64, B: { example: 1 } },
    nodes: [
      { id: 'tokens', block: 'learnedTokens', params: { batch: ['B'], count: 8, width: 'd' } },
      ...layers,
      { id: 'head', block: 'lmHead', params: { vocab_size: 100 } },
      { id: 'loss', block: 'languageModelingLoss' },
    ],
    edges: [
      { from: 'tokens.tokens', to: 'n0.x' },
      ...layers.slice(1).map((_, i) => ({ from: `n${i}.x`, to: `n${i + 1}.x` })),
      { from: `n${length - 1}.x`, to: 'head.x' },
      { from: 'head.logits', to: 'loss.logits' },
    ],
  }
}

test.each([10, 100, 1000, 10_000])('%d different layers: each is inferred once', (length) => {
  const shape = vi.spyOn(feedForward, 'shape')
  analyse(chain(length))
  expect(shape).toHaveBeenCalledTimes(length)
})

test.each([10, 10_000, 1e9])('a layer repeated %d times is inferred as often as one', (repeat) => {
  const shape = vi.spyOn(feedForward, 'shape')
  analyse(chain(1))
  const alone = shape.mock.calls.length
  analyse(chain(1, repeat))
  expect(shape.mock.calls.length - alone).toBeLessThanOrEqual(alone + 1)
})

test('one node among 10,000 is edited: it alone is inferred again', () => {
  const diagram = chain(10_000)
  analyse(diagram)
  const shape = vi.spyOn(feedForward, 'shape')
  const nodes = diagram.nodes.map((n) => (n.id === 'n5001' ? { ...n, params: { hidden: 100 } } : n))
  analyse({ ...diagram, nodes })
  expect(shape.mock.calls.length).toBeLessThanOrEqual(2)
})

test.each(allDiagrams())('$name: a note on one node has nothing inferred again but that node', ({ diagram }) => {
  analyse(diagram)
  const spies = blocks.map((block) => vi.spyOn(block, 'shape'))
  analyse({ ...diagram, nodes: diagram.nodes.map((n, k) => (k === 1 ? { ...n, note: 'other' } : n)) })
  const calls = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
  expect(calls).toBeLessThanOrEqual(diagram.nodes.length)
})
