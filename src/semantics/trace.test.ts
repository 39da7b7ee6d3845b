import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { analyse } from './analyse'
import { sampleOf, tinyLanguageModel } from './sample.fixture'
import { traceOf } from './trace'
import { everyNode } from './tree'

const sorted = (set: ReadonlySet<string>) => [...set].sort()

test('what feeds a node and what it feeds', () => {
  const { upstream, downstream } = traceOf(analyse(tinyLanguageModel()), ['linear'])
  expect(sorted(upstream.nodes)).toEqual(['embed', 'ids'])
  expect(sorted(downstream.nodes)).toEqual(['extra', 'head', 'loss'])
  expect(sorted(upstream.edges)).toEqual(['#embed.tokens>linear.x', '#ids.ids>embed.ids'])
  expect(sorted(downstream.edges)).toEqual(['#head.logits>loss.logits', '#linear.x>extra.x', '#linear.x>head.x'])
})

/** Two ways through one group that do not meet, and a node inside one of them. */
const twoWays = sampleOf(
  {
    symbols: { B: { example: 1 } },
    nodes: [
      { id: 'a', block: 'features', params: { count: 4, width: 8 } },
      { id: 'b', block: 'features', params: { count: 4, width: 8 } },
      {
        id: 'both',
        group: {
          inputs: [{ id: 'x' }, { id: 'y' }],
          outputs: [{ id: 'x' }, { id: 'y' }],
          nodes: [
            { id: 'one', block: 'layerNorm' },
            { id: 'other', block: 'layerNorm' },
          ],
          edges: [
            { from: 'in.x', to: 'one.x' },
            { from: 'one.x', to: 'out.x' },
            { from: 'in.y', to: 'other.x' },
            { from: 'other.x', to: 'out.y' },
          ],
        },
      },
      { id: 'c', block: 'layerNorm' },
      { id: 'd', block: 'layerNorm' },
    ],
  },
  [
    ['a.tokens', 'both.x'],
    ['b.tokens', 'both.y'],
    ['both.x', 'c.x'],
    ['both.y', 'd.x'],
  ],
)

test('through walls port by port: ways that do not meet stay apart', () => {
  const trace = (path: string) => traceOf(analyse(twoWays), [path])
  expect(sorted(trace('c').upstream.nodes)).toEqual(['a', 'both', 'both/one'])
  expect(sorted(trace('b').downstream.nodes)).toEqual(['both', 'both/other', 'd'])
  expect(sorted(trace('both/one').upstream.nodes)).toEqual(['a'])
  expect(sorted(trace('both/one').downstream.nodes)).toEqual(['c'])
  expect(sorted(trace('both').downstream.nodes)).toEqual(['c', 'd'])
})

test('who feeds whom is the same from both ends, in every diagram', () => {
  for (const { name, diagram } of allDiagrams()) {
    const analysis = analyse(diagram)
    const leaves = [...everyNode(analysis.tree)].filter((item) => !item.inside).map((item) => item.path)
    const some = leaves.filter((_, i) => i % Math.ceil(leaves.length / 12) === 0)
    for (const path of some) {
      const { downstream } = traceOf(analysis, [path])
      for (const other of some)
        if (other !== path)
          expect(traceOf(analysis, [other]).upstream.nodes.has(path), `${name}: ${path} → ${other}`).toBe(
            downstream.nodes.has(other),
          )
    }
  }
})
