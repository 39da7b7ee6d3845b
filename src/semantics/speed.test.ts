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

/** The least of several, but no more of them than are needed: what the machine does beside it only adds. */
function least(times: number, enough: number, work: (i: number) => unknown): number {
  let found = Infinity
  for (let i = 0; i < times && found >= enough; i++)
    found = Math.min(
      found,
      timed(() => work(i)),
    )
  return found
}

test('10,000 different nodes are analysed in time that grows with their number', () => {
  analyse(chain(1000))
  const diagrams = [chain(1000), chain(10_000)] as const
  const time = (diagram: Diagram, times: number, enough: number) =>
    least(times, enough, () => analyse(structuredClone(diagram)))
  const short = time(diagrams[0], 4, 0)
  // Half a second where nothing else runs; the bounds leave room for a machine that is shared.
  const long = time(diagrams[1], 4, Math.min(3000, 40 * short))
  expect(long).toBeLessThan(3000)
  expect(long / short).toBeLessThan(40)
})

test('an edit of one node among 10,000', () => {
  const diagram = chain(10_000)
  analyse(diagram)
  const edit = least(5, 1500, (i) => {
    const nodes = diagram.nodes.map((n) => (n.id === 'n5001' ? { ...n, params: { hidden: 100 + i } } : n))
    return analyse({ ...diagram, nodes })
  })
  expect(edit).toBeLessThan(1500)
})

test.each(allDiagrams())('$name: an edit is analysed within a frame', ({ diagram }) => {
  analyse(diagram)
  const edit = least(10, 16, (i) => {
    const nodes = diagram.nodes.map((n, k) => (k === 1 ? { ...n, note: String(i) } : n))
    return analyse({ ...diagram, nodes })
  })
  expect(edit).toBeLessThan(16)
})
