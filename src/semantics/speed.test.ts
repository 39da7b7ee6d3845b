// How long analysis takes: linear in what is different, nothing for repeats, and little after an edit of one node.
import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import type { Diagram, DiagramNode } from '../document/schema'
import { analyse } from './analyse'

function chain(length: number): Diagram {
  const layers = Array.from({ length }, (_, i): DiagramNode =>
    i % 2 ? { id: `n${i}`, block: 'feedForward', params: { hidden: '4 * d' } } : { id: `n${i}`, block: 'layerNorm' },
  )
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

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** The least of several: what the machine does beside it only adds. */
function least(times: number, work: (i: number) => unknown): number {
  return Math.min(...Array.from({ length: times }, (_, i) => timed(() => work(i))))
}

test('10,000 different nodes are analysed in time that grows with their number', () => {
  analyse(chain(1000))
  const [short, long] = [1000, 10_000].map((length) => {
    const diagram = chain(length)
    return least(4, () => analyse(structuredClone(diagram)))
  })
  // Half a second where nothing else runs; the bounds leave room for a machine that is shared.
  expect(long).toBeLessThan(3000)
  expect(long! / short!).toBeLessThan(40)
})

test('an edit of one node among 10,000', () => {
  const diagram = chain(10_000)
  analyse(diagram)
  const edit = least(5, (i) => {
    const nodes = diagram.nodes.map((n) => (n.id === 'n5001' ? { ...n, params: { hidden: 100 + i } } : n))
    return analyse({ ...diagram, nodes })
  })
  expect(edit).toBeLessThan(1500)
})

test.each(allDiagrams())('$name: an edit is analysed within a frame', ({ diagram }) => {
  analyse(diagram)
  const edit = least(10, (i) => {
    const nodes = diagram.nodes.map((n, k) => (k === 1 ? { ...n, note: String(i) } : n))
    return analyse({ ...diagram, nodes })
  })
  expect(edit).toBeLessThan(16)
})
