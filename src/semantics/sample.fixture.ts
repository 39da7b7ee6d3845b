// Small documents for tests, written as nodes and pairs of ports.
import { parseDiagram } from '../document/parse'
import type { Diagram } from '../document/schema'

type Pair = readonly [from: string, to: string]

/** A document from JSON with edges as pairs; throws with the problems when it cannot be read. */
export function sampleOf(body: Readonly<Record<string, unknown>>, edges: readonly Pair[]): Diagram {
  const whole = { version: 1, about: { title: 'sample' }, ...body, edges: edgesOf(edges) }
  const parsed = parseDiagram(JSON.stringify(whole))
  if (!parsed.ok) throw new Error(parsed.problems.map((p) => `${p.path}: ${p.sentence}`).join('\n'))
  return parsed.diagram
}

export function edgesOf(edges: readonly Pair[]) {
  return edges.map(([from, to]) => ({ from, to }))
}

/** ids → embed (8 × 4) → linear (4 → 4, bias) → head, which shares embed's weights → loss; `extra` (4 → 2) leads nowhere. */
export function tinyLanguageModel(states: Readonly<Record<string, string>> = {}): Diagram {
  return sampleOf(
    {
      symbols: { B: { example: 1 }, width: 4, vocab_size: 8 },
      nodes: [
        { id: 'ids', block: 'tokenIds', params: { batch: ['B'], length: 3 } },
        { id: 'embed', block: 'tokenEmbedding', params: { vocab_size: 'vocab_size', width: 'width' } },
        { id: 'linear', block: 'linear', params: { width: 'width' } },
        { id: 'extra', block: 'linear', params: { width: 2, bias: false } },
        { id: 'head', block: 'lmHead', params: { vocab_size: 'vocab_size' }, tied: 'embed' },
        { id: 'loss', block: 'languageModelingLoss' },
      ],
      phases: [{ id: 'training', label: 'Training', states }],
    },
    [
      ['ids.ids', 'embed.ids'],
      ['embed.tokens', 'linear.x'],
      ['linear.x', 'extra.x'],
      ['linear.x', 'head.x'],
      ['head.logits', 'loss.logits'],
      ['ids.ids', 'loss.targets'],
    ],
  )
}
