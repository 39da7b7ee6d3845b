import { expect, test } from 'vitest'
import { checkEdit } from '../document/checkEdit.fixture'
import type { Diagram } from '../document/schema'
import { analyse } from './analyse'
import { problemsIn } from './checks'
import { repairsFor } from './repairs'
import type { Setting } from './setting'
import { edgesOf, sampleOf, tinyLanguageModel } from './sample.fixture'

/** The labels of what is offered for the only problem; each is applied, and has to end it. */
function offered(diagram: Diagram, setting: Setting = {}): string[] {
  const [problem, ...rest] = problemsIn(analyse(diagram, setting))
  expect(rest).toEqual([])
  return repairsFor(diagram, setting, problem!).map((mend) => {
    const after = checkEdit(diagram, (each) => mend.apply(each))
    expect(problemsIn(analyse(after, setting))).toEqual([])
    return mend.label
  })
}

function towers(
  nodes: readonly object[],
  edges: readonly (readonly [string, string])[],
  symbols: object = {},
): Diagram {
  return sampleOf(
    {
      symbols: { B: { example: 1 }, embed_dim: 640, ...symbols },
      nodes: [
        { id: 'image', block: 'image', params: { batch: ['B'], size: 32 } },
        { id: 'patches', block: 'patchEmbedding', params: { patch_size: 16, width: 768 } },
        { id: 'ids', block: 'tokenIds', params: { batch: ['B'], length: 7 } },
        { id: 'embed', block: 'tokenEmbedding', params: { vocab_size: 10, width: 'embed_dim' } },
        ...nodes,
      ],
    },
    [['image.image', 'patches.image'], ['ids.ids', 'embed.ids'], ...edges],
  )
}

const pools = [
  { id: 'pool_a', block: 'pool' },
  { id: 'pool_b', block: 'pool' },
]

test('widths that differ: a Linear with the name of the width that is wanted', () => {
  const diagram = towers(
    [...pools, { id: 'similarity', block: 'similarity' }],
    [
      ['patches.tokens', 'pool_a.x'],
      ['embed.tokens', 'pool_b.x'],
      ['pool_b.x', 'similarity.a'],
      ['pool_a.x', 'similarity.b'],
    ],
  )
  // Either may be made as wide as the other.
  expect(offered(diagram)).toEqual(['Insert a Linear 768 → 640', 'Insert a Linear 640 → 768'])
  const [mend] = repairsFor(diagram, {}, problemsIn(analyse(diagram))[0]!)
  const linear = mend!.apply(diagram).nodes.find((node) => node.block === 'linear')
  expect(linear?.params).toEqual({ width: 'embed_dim' })
})

test('dimensions in another order: a Transpose before a Linear, and where nothing but the order is wrong', () => {
  const swapped = towers(
    [
      { id: 'turned', block: 'transpose' },
      { id: 'add', block: 'add' },
      { id: 'sum', block: 'pool' },
    ],
    [
      ['patches.tokens', 'turned.x'],
      ['patches.tokens', 'add.a'],
      ['turned.x', 'add.b'],
      ['add.x', 'sum.x'],
    ],
  )
  expect(offered(swapped)).toEqual(['Insert a Transpose', 'Take turned out'])
  // 16 patches of width 768 stand the other way round: 12 heads divide 768, but not 4.
  const attention = towers(
    [
      { id: 'turned', block: 'transpose' },
      { id: 'attention', block: 'selfAttention', params: { heads: 12 } },
    ],
    [
      ['patches.tokens', 'turned.x'],
      ['turned.x', 'attention.x'],
    ],
  )
  expect(offered(attention)).toEqual(['Insert a Transpose', 'Take turned out'])
})

test('tokens where a vector is wanted: a Pool, and a Linear where the width differs as well', () => {
  const edges = [
    ['patches.tokens', 'pool_a.x'],
    ['pool_a.x', 'similarity.a'],
    ['embed.tokens', 'similarity.b'],
  ] as const
  const nodes = [
    { id: 'pool_a', block: 'pool' },
    { id: 'similarity', block: 'similarity' },
  ]
  expect(offered(towers(nodes, edges))[0]).toBe('Insert a Pool, then a Linear 640 → 768')
  expect(offered(towers(nodes, edges, { embed_dim: 768 }))[0]).toBe('Insert a Pool')
})

test('inside a module: in the words of its parameters, and good for every instance', () => {
  const diagram = sampleOf(
    {
      symbols: { B: { example: 1 }, wide: 12, narrow: 6 },
      modules: {
        stage: {
          params: { size: 4 },
          inputs: [{ id: 'x', kind: 'tokens' }],
          outputs: [{ id: 'y', kind: 'tokens' }],
          nodes: [
            { id: 'down', block: 'linear', params: { width: 5 } },
            { id: 'add', block: 'add' },
          ],
          edges: edgesOf([
            ['in.x', 'down.x'],
            ['in.x', 'add.a'],
            ['down.x', 'add.b'],
            ['add.x', 'out.y'],
          ]),
        },
      },
      nodes: [
        { id: 'ids', block: 'tokenIds', params: { batch: ['B'], length: 7 } },
        { id: 'embed', block: 'tokenEmbedding', params: { vocab_size: 10, width: 'wide' } },
        { id: 'one', module: 'stage', params: { size: 'wide' } },
        { id: 'less', block: 'linear', params: { width: 'narrow' } },
        { id: 'two', module: 'stage', params: { size: 'narrow' } },
      ],
    },
    [
      ['ids.ids', 'embed.ids'],
      ['embed.tokens', 'one.x'],
      ['one.y', 'less.x'],
      ['less.x', 'two.x'],
    ],
  )
  const [problem] = problemsIn(analyse(diagram))
  expect(problem?.path).toBe('one/add')
  const [mend] = repairsFor(diagram, {}, problem!)
  const after = checkEdit(diagram, (each) => mend!.apply(each))
  expect(after.modules?.['stage']?.nodes.find((node) => node.id === 'linear')?.params).toEqual({ width: 'size' })
  expect(problemsIn(analyse(after))).toEqual([])
})

test('weights that nothing trains are frozen in the phase, or led to what they lack', () => {
  expect(offered(tinyLanguageModel())).toEqual(['Freeze it in this phase'])
})

test('an input without an edge is connected to what fits', () => {
  const diagram = towers(
    [...pools, { id: 'similarity', block: 'similarity' }],
    [
      ['patches.tokens', 'pool_a.x'],
      ['embed.tokens', 'pool_b.x'],
      ['pool_b.x', 'similarity.a'],
    ],
    { embed_dim: 768 },
  )
  expect(offered(diagram)).toEqual(['Connect pool_b.x to it', 'Connect pool_a.x to it'])
})

test('a node that nothing feeds, and that feeds nothing, is removed', () => {
  const diagram = towers([{ id: 'lost', block: 'sample' }], [])
  expect(offered(diagram)).toEqual(['Remove it'])
})

test('a repeat whose output does not fit its input stands once', () => {
  const diagram = towers(
    [{ id: 'linear', block: 'linear', params: { width: 5 }, repeat: 3 }],
    [['embed.tokens', 'linear.x']],
  )
  expect(offered(diagram)).toContain('Let it stand once')
})

test('a parameter that cannot be is put back', () => {
  const diagram = towers(
    [{ id: 'linear', block: 'linear', params: { width: 'embed_dim - 700' } }],
    [['embed.tokens', 'linear.x']],
  )
  expect(offered(diagram)[0]).toBe('Put width back to its initial value')
})

test('nothing is offered that does not help', () => {
  const diagram = towers([{ id: 'loss', block: 'languageModelingLoss' }], [['embed.tokens', 'loss.logits']])
  expect(offered(diagram)).toEqual(['Remove it'])
})

test('nothing is taken out of a module because one of its instances does not need it', () => {
  const tiny = tinyLanguageModel()
  const instance = (id: string) => ({ id, module: 'stage' })
  const diagram = sampleOf(
    {
      ...tiny,
      phases: [{ id: 'training', label: 'Training', states: {} }],
      modules: {
        stage: {
          inputs: [{ id: 'x', kind: 'tokens' }],
          outputs: [{ id: 'x', kind: 'tokens' }],
          nodes: [{ id: 'down', block: 'linear', params: { width: 'width' } }],
          edges: edgesOf([
            ['in.x', 'down.x'],
            ['down.x', 'out.x'],
          ]),
        },
      },
      nodes: [
        ...tiny.nodes.filter(({ id }) => id !== 'linear' && id !== 'extra'),
        instance('used'),
        { ...instance('unused'), init: 'scratch' },
      ],
    },
    [
      ['ids.ids', 'embed.ids'],
      ['embed.tokens', 'used.x'],
      ['embed.tokens', 'unused.x'],
      ['used.x', 'head.x'],
      ['head.logits', 'loss.logits'],
      ['ids.ids', 'loss.targets'],
    ],
  )
  const setting = { phase: 'training' }
  const problem = problemsIn(analyse(diagram, setting)).find(({ path }) => path === 'unused/down')
  expect(problem?.message.kind).toBe('unreached')
  // Frozen from scratch it would be wrong as well, and `used` needs what is in the module.
  expect(repairsFor(diagram, setting, problem!)).toEqual([])
})
