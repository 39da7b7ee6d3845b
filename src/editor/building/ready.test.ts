import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import { blank } from '../../document/blank'
import { insert } from '../../document/edit/insert'
import { fragmentOf } from '../../document/fragment'
import { parseDiagram } from '../../document/parse'
import { serialise } from '../../document/serialise'
import type { Diagram, DiagramNode } from '../../document/schema'
import { checkEdit } from '../../document/checkEdit.fixture'
import { viewOf } from '../../graph/view'
import { analyse } from '../../semantics/analyse'
import { problemsIn } from '../../semantics/checks'
import { doubtsOf } from '../../semantics/doubts'
import { parts, ready, readyFragment, readyIds, type ReadyId } from './ready'

const text = readFileSync(join(import.meta.dirname, 'parts.json'), 'utf8')
const diagrams = new Map<string, Diagram>(allDiagrams().map(({ name, diagram }) => [name, diagram]))

function sourceOf(id: ReadyId): Diagram {
  const { from } = ready[id]
  if (from !== parts) return diagrams.get(from)!
  const parsed = parseDiagram(text)
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, sentence }) => `${path}: ${sentence}`).join('\n'))
  return parsed.diagram
}

const image: DiagramNode = { id: 'image', block: 'image', params: { size: 224 } }
const ids: DiagramNode = { id: 'ids', block: 'tokenIds', params: { length: 77 } }
const tokens = (id: string, width: number): DiagramNode => ({
  id,
  block: 'learnedTokens',
  params: { count: 16, width },
})
const vector = (id: string, width: number): DiagramNode => ({
  id,
  block: 'features',
  params: { batch: [], count: 'B', width, kind: 'vector' },
})

/** What each is fed with (its first node, where no other is named), and how many parameters it has then: worked out by hand, layer by layer, or from the literature. */
const cases: Readonly<Record<ReadyId, { fed?: Readonly<Record<string, DiagramNode>>; at?: string; params: number }>> = {
  // ViT-B/16 without a head: 16² · 3 · 768 + 768 + 768 + 197 · 768 + 12 · 7,087,872 + 1,536
  vit: { fed: { image }, params: 85_798_656 },
  // CLIP ViT-L/14 with its projection: 303,966,208 as in OpenAI’s release
  clipViT: { fed: { image }, params: 303_966_208 },
  // 49,408 · 512 + 77 · 512 + 12 · 3,152,384 + 1,024
  textEncoder: { fed: { ids }, params: 63_165_952 },
  // LLaMA-7B
  languageModel: { params: 6_738_415_616 },
  vicuna: { fed: { visual: tokens('x', 4096) }, at: 'vicuna', params: 6_738_415_616 },
  encoderLayer: { fed: { x: tokens('x', 768) }, params: 7_087_872 },
  decoderLayer: { fed: { x: tokens('x', 768), context: tokens('context', 768) }, params: 9_451_776 },
  causalLayer: { fed: { x: tokens('x', 4096) }, params: 202_383_360 },
  // Attention 2,362,368, two norms, a router of 768 · 8 and 8 feed-forwards of 4,722,432
  moeLayer: { fed: { x: tokens('x', 768) }, params: 2_362_368 + 3_072 + 6_144 + 8 * 4_722_432 },
  projector: { fed: { x: tokens('x', 1024) }, params: 20_979_712 },
  // 6 · (4 · 1024 · 512 + 8 · 1024² + 3 · 2048) + 64 · 1024 + 2048
  resampler: { fed: { features: tokens('x', 1024) }, params: 63_019_008 },
  qFormer: { fed: { image: tokens('image', 1408) }, params: 105_162_240 },
  gatedCrossAttention: { fed: { x: tokens('x', 2048), visual: tokens('visual', 2048) }, params: 50_339_842 },
  // 768 · 512 + 512 · 512 + the temperature
  contrastiveHead: { fed: { image: vector('image', 768), text: vector('text', 512) }, params: 655_361 },
  captioningHead: { fed: { x: tokens('x', 768) }, params: 64_000 * 768 },
}

test.each(readyIds)('%s goes into a blank document whole, as it is in its diagram', (id) => {
  const fragment = readyFragment(id, sourceOf(id))
  const parsed = parseDiagram(serialise(fragment))
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, sentence }) => `${path}: ${sentence}`).join('\n'))
  expect(parsed.problems).toEqual([])
  expect(fragmentOf(parsed.diagram)!.nodes).toEqual(fragment.nodes)
  const inserted = insert(blank(), fragment, { path: '', graph: '' })
  if (!inserted.ok) throw new Error(inserted.message.kind)
  const placed = checkEdit(blank(), () => inserted.diagram)
  const { fed = {}, params, at: root = inserted.ids[0] } = cases[id]
  const whole: Diagram = {
    ...placed,
    symbols: { B: { example: 1 }, ...placed.symbols },
    nodes: [...Object.values(fed), ...placed.nodes],
    edges: [
      ...Object.entries(fed).map(([port, node]) => ({
        from: `${node.id}.${node.block === 'image' ? 'image' : node.block === 'tokenIds' ? 'ids' : 'tokens'}`,
        to: `${root}.${port}`,
      })),
      ...placed.edges,
    ],
  }
  const analysis = analyse(whole, viewOf(whole))
  expect(problemsIn(analysis).filter(({ severity }) => severity === 'error')).toEqual([])
  const own = Object.values(fed).reduce((sum, node) => sum + (analysis.tallyAt(node.id)?.params.total ?? 0n), 0n)
  expect(Number(analysis.total.params.total - own)).toBe(params)
  expect(doubtsOf(analysis)).toEqual([])
})
