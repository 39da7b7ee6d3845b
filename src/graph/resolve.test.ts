import { expect, test } from 'vitest'
import { analyse } from '../semantics/analyse'
import { edgesOf, sampleOf, tinyLanguageModel } from '../semantics/sample.fixture'
import type { Diagram } from '../document/schema'
import { timesOf, type Graph, type GraphEdge, type GraphNode } from './graph'
import { resolve } from './resolve'
import { viewOf, type View } from './view'

const graphOf = (diagram: Diagram, overrides: Partial<View> = {}): Graph => {
  const view = viewOf(diagram, overrides)
  return resolve(analyse(diagram, view), view)
}

const nodeIn = (graph: Graph, id: string): GraphNode => graph.nodes.find((node) => node.id === id)!
const wire = ({ from, to }: GraphEdge) => `${from.node ?? 'in'}.${from.port} > ${to.node ?? 'out'}.${to.port}`

/** image → patches → two blocks of `count` layers each → pool; the layer adds what its norm gives. */
function stacks(count: number | string, more: object = {}): Diagram {
  return sampleOf(
    {
      symbols: { B: { example: 1 }, width: 32, depth: 2 },
      modules: {
        layer: {
          inputs: [{ id: 'x' }],
          outputs: [{ id: 'x' }],
          nodes: [
            { id: 'norm', block: 'layerNorm' },
            { id: 'add', block: 'add' },
          ],
          edges: edgesOf([
            ['in.x', 'norm.x'],
            ['norm.x', 'add.a'],
            ['in.x', 'add.b'],
            ['add.x', 'out.x'],
          ]),
        },
      },
      nodes: [
        { id: 'image', block: 'image', params: { batch: ['B'], channels: 3, size: 8 } },
        { id: 'patches', block: 'patchEmbedding', params: { patch_size: 4, width: 'width' } },
        { id: 'first', module: 'layer', repeat: 'depth' },
        { id: 'second', module: 'layer', repeat: count },
        { id: 'linear', block: 'linear', params: { width: 8 } },
      ],
      ...more,
    },
    [
      ['image.image', 'patches.image'],
      ['patches.tokens', 'first.x'],
      ['first.x', 'second.x'],
      ['second.x', 'linear.x'],
    ],
  )
}

test('what is there no times is not drawn, and its edges go on from where it would have got them', () => {
  expect(graphOf(stacks(2)).edges.map(wire)).toContain('second.x > linear.x')
  const graph = graphOf(stacks(0))
  expect(graph.nodes.map((node) => node.id)).toEqual(['image', 'patches', 'first', 'linear'])
  expect(graph.edges.map(wire)).toEqual([
    'image.image > patches.image',
    'patches.tokens > first.x',
    'first.x > linear.x',
  ])
})

test('an optional input that is left out takes its way inside with it', () => {
  const joint = {
    inputs: [{ id: 'a' }, { id: 'b', optional: true }],
    outputs: [{ id: 'a' }],
    nodes: [
      { id: 'norm', block: 'layerNorm', repeat: 'both' },
      { id: 'attention', block: 'jointAttention', params: { heads: 4 } },
    ],
    edges: edgesOf([
      ['in.a', 'attention.a'],
      ['in.b', 'norm.x'],
      ['norm.x', 'attention.b'],
      ['attention.a', 'out.a'],
    ]),
  }
  const tokens = { batch: ['B'], count: 3, width: 32 }
  const diagram = sampleOf(
    {
      symbols: { B: { example: 1 }, both: 1 },
      variants: [
        { id: 'both', set: {} },
        { id: 'one', set: { both: 0 } },
      ],
      nodes: [
        { id: 'a', block: 'learnedTokens', params: tokens },
        { id: 'b', block: 'learnedTokens', params: tokens, repeat: 'both' },
        { id: 'joint', group: joint },
      ],
    },
    [
      ['a.tokens', 'joint.a'],
      ['b.tokens', 'joint.b'],
    ],
  )
  const inside = (variant: string) =>
    nodeIn(graphOf(diagram, { variant, unfolded: new Set(['joint']) }), 'joint').inside!.edges.map(wire)
  expect(inside('both')).toHaveLength(4)
  expect(inside('one')).toEqual(['in.a > attention.a', 'attention.a > out.a'])
})

test('several absent nodes in a row are passed by, and one that nothing feeds takes its edge with it', () => {
  const gone = { symbols: { B: { example: 1 }, width: 32, depth: 0 } }
  expect(graphOf(stacks(0, gone)).edges.map(wire)).toEqual(['image.image > patches.image', 'patches.tokens > linear.x'])
  const unfed = sampleOf(
    {
      nodes: [
        { id: 'norm', block: 'layerNorm', repeat: 0 },
        { id: 'linear', block: 'linear', params: { width: 8 } },
      ],
    },
    [['norm.x', 'linear.x']],
  )
  expect(graphOf(unfed).edges).toEqual([])
})

test('ids of edges name the edge of the document, whatever it is drawn from', () => {
  expect(graphOf(stacks(0)).edges.at(-1)!.id).toBe('#second.x>linear.x')
})

test('one copy is no stack; several are, with their count', () => {
  const [one, three] = [1, 3].map((count) => nodeIn(graphOf(stacks(count)), 'second'))
  expect([one!.stacked, one!.count]).toEqual([false, ''])
  expect([three!.stacked, three!.count]).toEqual([true, '× 3'])
})

test('the second line does not say the title again, unless somebody wrote it', () => {
  const lossOf = (more: object) => {
    const loss = {
      id: 'loss',
      block: 'languageModelingLoss',
      label: { en: 'Cross-entropy', ja: '交差エントロピー' },
      ...more,
    }
    return sampleOf({ nodes: [loss] }, [])
  }
  const second = (diagram: Diagram, view: Partial<View> = {}) => nodeIn(graphOf(diagram, view), 'loss').sublabel
  expect(second(lossOf({}))).toBe('')
  expect(second(lossOf({}), { language: 'ja' })).toBe('')
  expect(second(lossOf({ label: 'Next-token loss' }))).toBe('cross-entropy')
  expect(second(lossOf({ sublabel: 'Cross-entropy' }))).toBe('Cross-entropy')
})

test('what is not sure has a question mark beside its name, unless numbers are hidden', () => {
  const symbols = { B: { example: 1 }, width: { value: 32, basis: 'memory' }, depth: { value: 2, unsure: true } }
  const marks = (overrides: Partial<View>) =>
    graphOf(stacks(3, { symbols }), overrides).nodes.map((node) => [node.count, timesOf(node)])
  const none = ['', '']
  expect(marks({})).toEqual([none, ['?', ''], ['× 2 ?', '× 2'], ['× 3', '× 3'], none])
  expect(marks({ badges: false })).toEqual([none, none, ['× 2', '× 2'], ['× 3', '× 3'], none])
  expect(marks({ set: { depth: 2 } })[2]).toEqual(['× 2', '× 2'])
})

test('only what stands open has an inside, and its ports are the wall', () => {
  const graph = graphOf(stacks(2), { unfolded: new Set(['first', 'linear', 'nobody']) })
  expect(graph.nodes.filter((node) => node.inside).map((node) => node.id)).toEqual(['first'])
  const { inside } = nodeIn(graph, 'first')
  expect(inside!.nodes.map((node) => node.path)).toEqual(['first/norm', 'first/add'])
  expect(inside!.edges.map(wire)).toEqual(['in.x > norm.x', 'norm.x > add.a', 'in.x > add.b', 'add.x > out.x'])
  expect(inside!.inputs.concat(inside!.outputs).map(({ id, free }) => [id, free])).toEqual([
    ['x', false],
    ['x', false],
  ])
})

test('a copy of a module is defined where the module is, so that both copies bear its pins', () => {
  const pinned = stacks(2, { view: { pins: { 'layer:norm': { x: 7, y: 9 } } } })
  const graph = graphOf(pinned, { unfolded: new Set(['first', 'second']) })
  for (const id of ['first', 'second'])
    expect(nodeIn(nodeIn(graph, id).inside!, 'norm')).toMatchObject({ place: 'layer:norm', pin: { x: 7, y: 9 } })
})

test('equal insides have equal keys; another size, pin, port or edge gives another', () => {
  const open = { unfolded: new Set(['first', 'second']) }
  const keys = (diagram: Diagram) => ['first', 'second'].map((id) => nodeIn(graphOf(diagram, open), id).inside!.key)
  const [first, second] = keys(stacks(2))
  expect(first).toBe(second)
  expect(keys(stacks(2, { view: { pins: { 'layer:norm': { x: 7, y: 9 } } } }))[0]).not.toBe(first)
  const wider = stacks(2)
  const layer = wider.modules!['layer']!
  const changed = (nodes: typeof layer.nodes, edges = layer.edges) =>
    keys({ ...wider, modules: { layer: { ...layer, nodes, edges } } })[0]
  const [norm, add] = layer.nodes
  expect(changed([{ ...norm!, label: 'A label that is much longer than the one before' }, add!])).not.toBe(first)
  expect(changed(layer.nodes, layer.edges.slice(1))).not.toBe(first)
  expect(changed([{ ...norm!, note: 'Said by the inspector only' }, add!])).toBe(first)
})

test('the key of the whole does not depend on the path, the phase or the theme, but on what is open', () => {
  const diagram = tinyLanguageModel()
  const { key } = graphOf(diagram)
  expect(graphOf(structuredClone(diagram)).key).toBe(key)
  expect(graphOf(stacks(2)).key).not.toBe(graphOf(stacks(2), { unfolded: new Set(['first']) }).key)
})

test('weights that another node owns have the state of their owner', () => {
  const state = (states: Readonly<Record<string, string>>, id: string) =>
    nodeIn(graphOf(tinyLanguageModel(states)), id).state
  expect(state({ embed: 'frozen' }, 'head')).toBe('frozen')
  expect(state({ head: 'frozen' }, 'head')).toBe('trainable')
  expect(state({ embed: 'absent' }, 'embed')).toBe('absent')
  // What it would have fed takes no part, either.
  expect(state({ embed: 'absent', head: 'frozen' }, 'head')).toBe('absent')
})

test('where the owner takes no part in this phase, whoever uses its weights first has them', () => {
  const diagram = sampleOf(
    {
      nodes: [
        { id: 'ids', block: 'tokenIds', params: { length: 3 } },
        { id: 'embed', block: 'tokenEmbedding', params: { vocab_size: 8, width: 4 } },
        { id: 'tokens', block: 'learnedTokens', params: { count: 3, width: 4 } },
        { id: 'head', block: 'lmHead', params: { vocab_size: 8 }, tied: 'embed' },
      ],
      symbols: { B: { example: 1 } },
      phases: [{ id: 'p', label: 'P', states: { embed: 'absent', head: 'frozen' } }],
    },
    [
      ['ids.ids', 'embed.ids'],
      ['tokens.tokens', 'head.x'],
    ],
  )
  expect(nodeIn(graphOf(diagram), 'head').state).toBe('frozen')
})

test('what has no weights has no state; a folded container says what is inside', () => {
  const both = stacks(2, { phases: [{ id: 'p', label: 'P', states: { first: 'frozen', 'second/norm': 'frozen' } }] })
  const graph = graphOf(both)
  expect(graph.nodes.map(({ id, state }) => [id, state])).toEqual([
    ['image', undefined],
    ['patches', 'trainable'],
    ['first', 'frozen'],
    ['second', 'frozen'],
    ['linear', 'trainable'],
  ])
  expect(nodeIn(graphOf(both, { unfolded: new Set(['first']) }), 'first').state).toBe('frozen')
})

test('shapes stand on the edges that the view asks for, in its way of writing', () => {
  const labels = (overrides: Partial<View>) => graphOf(stacks(2), overrides).edges.map((edge) => edge.label?.text ?? '')
  expect(labels({ shapes: 'off' })).toEqual(['', '', '', ''])
  expect(labels({ shapes: 'main' })).toEqual(['', '', '', ''])
  expect(labels({ shapes: 'all' })[1]).toBe('B × 4 × 32')
  expect(labels({ shapes: 'all', shapeText: 'numeric' })[1]).toBe('1 × 4 × 32')
  expect(labels({ shapes: 'all', shapeText: 'symbolic' })[1]).toBe('B × 4 × width')
})

test('an unknown block is drawn with the ports that edges name', () => {
  const odd = sampleOf(
    {
      nodes: [
        { id: 'ids', block: 'tokenIds', params: { batch: ['B'], length: 3 } },
        { id: 'odd', block: 'fromTheFuture' },
      ],
      symbols: { B: { example: 1 } },
    },
    [['ids.ids', 'odd.somewhere']],
  )
  expect(nodeIn(graphOf(odd), 'odd').inputs).toMatchObject([{ id: 'somewhere', free: false }])
})

test('one container alone: what it holds as in the whole, and nothing around it', () => {
  const diagram = stacks(2)
  const whole = graphOf(diagram)
  const container = whole.nodes.find((node) => node.foldable)!
  const alone = graphOf(diagram, { root: container.path })
  expect(alone.nodes.map(({ path }) => path)).toEqual([container.path])
  expect(alone.edges).toEqual([])
  const open = nodeIn(graphOf(diagram, { unfolded: new Set([container.path]) }), container.id)
  expect(alone.nodes[0]!.inside).toEqual(open.inside)
  // What leads to no container is the whole.
  expect(graphOf(diagram, { root: 'nobody/there' })).toEqual(whole)
  expect(graphOf(diagram, { root: 'image' })).toEqual(whole)
})

test('words that a parameter says once per language are said in the language of the view', () => {
  const words = { en: 'a question', ja: '質問' }
  const diagram: Diagram = sampleOf({ nodes: [{ id: 'text', block: 'text', params: { words } }] }, [])
  expect(nodeIn(graphOf(diagram, { language: 'ja' }), 'text').sublabel).toBe('質問')
  expect(nodeIn(graphOf(diagram, { language: 'zh-Hans' }), 'text').sublabel).toBe('a question')
})
