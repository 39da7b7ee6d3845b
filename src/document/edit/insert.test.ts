import { expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import { analyse } from '../../semantics/analyse'
import { viewOf } from '../../graph/view'
import { fragmentOf, type Fragment } from '../fragment'
import { bodyAt, insideOf, nodeAt } from '../place'
import { parseDiagram } from '../parse'
import { serialise } from '../serialise'
import { checkEdit } from '../checkEdit.fixture'
import { example } from '../example.fixture'
import { pick, randomDiagram, randomFrom, some, somePaths } from '../randomDiagram.fixture'
import type { Diagram } from '../schema'
import { asGroup, cutOut } from './cutOut'
import { edgeInto, setEdge } from './edges'
import { insert, type Into } from './insert'
import { removeNodes } from './nodes'
import { setSymbol } from './symbols'
import { english } from '../../shared/message'

const shown = { variant: 'S', phase: 'pretrain' }

/** As it comes out of the clipboard. */
function carried(fragment: Fragment | undefined): Fragment {
  const parsed = parseDiagram(serialise(fragment!))
  if (!parsed.ok) throw new Error(parsed.problems.map(({ sentence }) => sentence).join('\n'))
  return fragmentOf(parsed.diagram)!
}

function put(diagram: Diagram, fragment: Fragment, into: Partial<Into> = {}) {
  const inserted = insert(diagram, fragment, { path: '', graph: '', ...into })
  if (!inserted.ok) throw new Error(inserted.message.kind)
  return { ids: inserted.ids, diagram: checkEdit(diagram, () => inserted.diagram) }
}

test('a fragment is a document that holds all it needs', () => {
  const fragment = carried(cutOut(example, '', ['vision', 'project'], shown))
  expect(fragment.nodes.map((node) => node.id)).toEqual(['vision', 'project'])
  expect(Object.keys(fragment.modules!)).toEqual(['layer'])
  expect(Object.keys(fragment.symbols!)).toEqual(['width', 'heads', 'layers'])
  expect(fragment.edges).toHaveLength(1)
  expect(fragment.phases).toEqual([
    { id: 'pretrain', label: 'Pretraining', states: { vision: 'frozen', 'vision/blocks/attention': 'trainable' } },
  ])
  expect(fragment.view).toEqual({
    variant: 'S',
    phase: 'pretrain',
    unfolded: ['vision', 'vision/blocks'],
    pins: { 'vision/patch': { x: 10, y: 20 }, project: { x: 300, y: 0 } },
  })
  expect(fragment.fragment).toMatchObject({
    inputs: [{ from: 'image.image', to: 'vision.image' }],
    outputs: [{ from: 'project.x', to: 'join.a' }],
    states: { vision: 'frozen' },
  })
})

test('what a module is told by its surroundings becomes a symbol, and a parameter again at home', () => {
  const fragment = carried(cutOut(example, 'lm', ['attention'], shown))
  expect(fragment.symbols).toEqual({ heads: 8 })
  const home = put(example, fragment, { path: 'lm', graph: 'layer:', feed: { as: 'before' } })
  expect(nodeAt(home.diagram, 'layer:attention_2')!.params).toEqual({ heads: 'heads' })
  expect(edgeInto(home.diagram, 'layer:', 'attention_2.x')).toEqual({ from: 'ln_1.x', to: 'attention_2.x' })
  expect(home.diagram.symbols).toBe(example.symbols)
  const away = put(example, fragment)
  expect(nodeAt(away.diagram, 'attention')!.params).toEqual({ heads: 'heads_2' })
  expect(away.diagram.symbols!.heads_2).toBe(8)
})

test('the same definition is used again, another one is kept apart, and a second time it is found', () => {
  const other = setSymbol(example, 'layers', 7)
  const fragment = carried(cutOut(example, '', ['vision'], shown))
  const once = put(other, fragment)
  expect(nodeAt(once.diagram, 'vision_2/blocks')).toMatchObject({ module: 'layer', repeat: 'layers_2' })
  expect(once.diagram.symbols).toMatchObject({ layers: 7, layers_2: 2 })
  const twice = put(once.diagram, fragment)
  expect(nodeAt(twice.diagram, 'vision_3/blocks')).toMatchObject({ module: 'layer', repeat: 'layers_2' })
  expect(twice.diagram.modules).toBe(once.diagram.modules)

  const changed = removeNodes(example, 'layer:', ['ln_1'], { heal: true })
  const apart = put(changed, fragment)
  expect(nodeAt(apart.diagram, 'vision_2/blocks')!.module).toBe('layer_2')
  expect(apart.diagram.modules!.layer_2).toEqual(example.modules!.layer)
  expect(put(apart.diagram, fragment).diagram.modules).toBe(apart.diagram.modules)
})

test('a symbol that varies is worth in another document what was seen', () => {
  const blank: Diagram = { version: 1, about: { title: 'x' }, nodes: [], edges: [], symbols: { width: 64 } }
  const large = put(blank, carried(cutOut(example, '', ['project'], { variant: 'L' })))
  expect(large.diagram.symbols).toEqual({ width: 64, width_2: 128 })
  expect(nodeAt(large.diagram, 'project')!.params).toEqual({ width: 'width_2' })
  const small = put(blank, carried(cutOut(example, '', ['project'], { variant: 'S' })))
  expect(small.diagram.symbols).toEqual({ width: 64 })
})

test('a copy beside the original is fed as the original', () => {
  const fragment = carried(cutOut(example, '', ['vision', 'project'], shown))
  const { diagram } = put(example, fragment, { feed: { as: 'before' } })
  expect(nodeAt(diagram, 'vision_2')).toEqual({ ...nodeAt(example, 'vision')!, id: 'vision_2' })
  expect(edgeInto(diagram, '', 'vision_2.image')).toEqual({ from: 'image.image', to: 'vision_2.image' })
  expect(edgeInto(diagram, '', 'project_2.x')).toMatchObject({ from: 'vision_2.tokens', label: 'patches', shape: true })
  expect(edgeInto(diagram, '', 'join.a')).toMatchObject({ from: 'project.x' })
  expect(diagram.view!.pins).toMatchObject({ project_2: { x: 324, y: 24 }, 'vision_2/patch': { x: 10, y: 20 } })
  expect(diagram.nodes.map((node) => node.id).slice(1, 5)).toEqual(['vision', 'project', 'vision_2', 'project_2'])
})

test('what is written on an edge that is cut through comes along in every language', () => {
  const label = { en: 'patches', ja: 'パッチ', 'zh-Hans': '图块' }
  const worded = setEdge(example, '', 'join.a', { label })
  const fragment = carried(cutOut(worded, '', ['join'], shown))
  expect(fragment.fragment.inputs).toContainEqual({ from: 'project.x', to: 'join.a', label })
  const { diagram } = put(worded, fragment, { feed: { as: 'before' } })
  expect(edgeInto(diagram, '', 'join_2.a')).toMatchObject({ from: 'project.x', label })
})

test('what is not said names symbols too, and is said where these are called otherwise', () => {
  const pixels: Diagram = {
    ...example,
    symbols: { ...example.symbols, image_size: 448 },
    nodes: [{ id: 'image', block: 'image' }],
    edges: [],
  }
  const fragment = carried(cutOut(pixels, '', ['image'], shown))
  expect(fragment.symbols).toMatchObject({ image_size: 448, B: { example: 1 } })
  const blank: Diagram = { version: 1, about: { title: 'x' }, nodes: [], edges: [], symbols: { image_size: 224 } }
  const { diagram } = put(blank, fragment)
  expect(diagram.symbols).toMatchObject({ image_size: 224, image_size_2: 448 })
  expect(diagram.nodes[0]).toEqual({ id: 'image', block: 'image', params: { size: 'image_size_2' } })
})

test('after a node it is fed by it, on an edge it is put in between', () => {
  const fragment = carried(cutOut(example, '', ['project'], shown))
  const after = put(example, fragment, { feed: { as: 'after', node: 'lm' } })
  expect(edgeInto(after.diagram, '', 'project_2.x')).toEqual({ from: 'lm.x', to: 'project_2.x' })
  expect(after.diagram.nodes.map((node) => node.id).indexOf('project_2')).toBe(6)
  const on = put(example, fragment, { feed: { as: 'onEdge', to: 'join.b' } })
  expect(edgeInto(on.diagram, '', 'project_2.x')).toEqual({ from: 'lm.x', to: 'project_2.x' })
  expect(edgeInto(on.diagram, '', 'join.b')).toEqual({ from: 'project_2.x', to: 'join.b' })
})

test('taken out of a chain and put back, it is where it was', () => {
  const fragment = carried(cutOut(example, '', ['project'], shown))
  const gone = removeNodes(example, '', ['project'], { heal: true })
  const back = put(gone, fragment, { feed: { as: 'before' } })
  expect(edgeInto(back.diagram, '', 'project.x')).toEqual(edgeInto(example, '', 'project.x'))
  expect(edgeInto(back.diagram, '', 'join.a')).toEqual(edgeInto(example, '', 'join.a'))
})

test('states of phases of the same name come along; else what was seen', () => {
  const fragment = carried(cutOut(example, '', ['vision'], shown))
  const same = put(example, fragment)
  expect(same.diagram.phases![0]!.states).toMatchObject({
    vision_2: 'frozen',
    'vision_2/blocks/attention': 'trainable',
  })
  const other: Diagram = { ...example, phases: [{ id: 'x', label: 'X' }], view: {} }
  expect(put(other, fragment).diagram.phases![0]!.states).toEqual({
    vision_2: 'frozen',
    'vision_2/blocks/attention': 'trainable',
  })
  const none: Diagram = { version: 1, about: { title: 'x' }, nodes: [], edges: [] }
  expect(put(none, fragment).diagram.phases).toEqual([
    { id: 'pretrain', label: 'Pretraining', states: { vision: 'frozen', 'vision/blocks/attention': 'trainable' } },
  ])
  const lm = carried(cutOut(example, '', ['lm'], { phase: 'tune' }))
  expect(put(none, lm).diagram.nodes[0]).toMatchObject({ id: 'lm', state: 'frozen' })
})

test('pinned where the hand is, each beside the others', () => {
  const fragment = cutOut(example, '', ['project', 'join'], shown)!
  const placed = {
    ...fragment,
    fragment: { ...fragment.fragment, places: { project: { x: 0, y: 0 }, join: { x: 200, y: 30.4 } } },
  }
  const { diagram } = put(example, carried(placed), { at: { x: 100, y: 50 } })
  expect(diagram.view!.pins).toMatchObject({ project_2: { x: 100, y: 50 }, join_2: { x: 300, y: 80 } })
})

test('a module goes into itself neither directly nor through another', () => {
  const fragment = carried(cutOut(example, '', ['lm'], shown))
  const inserted = insert(example, fragment, { path: 'lm', graph: 'layer:' })
  expect(inserted.ok ? '' : english(inserted.message)).toContain('contains itself')
})

test('where a parameter has the name of a symbol, the symbol is named otherwise', () => {
  const fragment = carried(cutOut(example, '', ['lm'], shown))
  const free = { ...fragment, modules: {}, nodes: [{ id: 'own', block: 'selfAttention', params: { heads: 'heads' } }] }
  const once = put(example, free, { path: 'lm', graph: 'layer:' })
  expect(once.diagram.symbols!.heads_2).toBe('heads')
  expect(nodeAt(once.diagram, 'layer:own')!.params).toEqual({ heads: 'heads_2' })
  expect(put(once.diagram, free, { path: 'lm', graph: 'layer:' }).diagram.symbols).toBe(once.diagram.symbols)
})

test('notes that were tampered with are left out', () => {
  const notes = {
    graph: 3,
    params: { a: 1, 'b c': 'x' },
    inputs: [{ from: 'image.image' }, 3, { from: 'a.x', to: 'nobody.x' }, { from: 'a.x', to: 'project.x', label: {} }],
    outputs: 'x',
    states: { project: 'melted' },
    places: { project: { x: 'far', y: 2 }, join: null },
  }
  const bad = { ...cutOut(example, '', ['project'], shown)!, fragment: notes } as unknown as Diagram
  expect(fragmentOf(bad)!.fragment).toEqual({
    graph: '',
    params: {},
    inputs: [{ from: 'a.x', to: 'project.x' }],
    outputs: [],
    states: {},
    places: {},
  })
  expect(fragmentOf({ ...bad, fragment: [] } as unknown as Diagram)).toBeUndefined()
})

test('any nodes of any document go into any other, and at home nothing is doubled', () => {
  let tried = 0
  for (let seed = 0; seed < 200; seed++) {
    const random = randomFrom(seed)
    const from = randomDiagram(random, 7)
    const paths = ['', ...somePaths(from).filter((path) => insideOf(from, path) !== undefined)]
    const path = pick(random, paths)!
    const graph = insideOf(from, path)!
    const ids = some(random, bodyAt(from, graph)!.nodes, 0.5).map((node) => node.id)
    const variant = pick(random, ['S', 'L'])
    const cut = cutOut(from, path, ids, { variant, phase: 'tune' })
    if (!cut) continue
    const fragment = carried(cut)
    for (const feed of [undefined, { as: 'before' } as const]) {
      const home = insert(from, fragment, { path, graph, feed })
      if (!home.ok) continue
      tried++
      checkEdit(from, () => home.diagram)
      expect(home.diagram.symbols).toBe(from.symbols)
      expect(Object.keys(home.diagram.modules ?? {})).toEqual(Object.keys(from.modules ?? {}))
    }
    const other = randomDiagram(random, 5)
    const away = insert(other, fragment, { path: '', graph: '' })
    if (!away.ok) continue
    checkEdit(other, () => away.diagram)
    const again = carried(cutOut(away.diagram, '', away.ids, { variant, phase: 'tune' }))
    expect(again.nodes).toHaveLength(fragment.nodes.length)
    expect(again.edges).toHaveLength(fragment.edges.length)
    expect(Object.keys(again.modules ?? {})).toHaveLength(Object.keys(fragment.modules ?? {}).length)
  }
  expect(tried).toBeGreaterThan(100)
})

test.each(allDiagrams())(
  '$name goes into another diagram whole, and counts there as it counted at home',
  ({ diagram }) => {
    const blank: Diagram = {
      version: 1,
      about: { title: 'Blank' },
      nodes: [],
      edges: [],
      symbols: { width: 3, lm_width: 5, B: { example: 1 } },
    }
    const view = viewOf(diagram)
    const before = analyse(diagram, view)
    const setting = { variant: before.variant?.id, phase: before.phase?.id }
    const { diagram: after } = put(blank, carried(asGroup(diagram, setting)))
    expect(analyse(after, viewOf(after)).total.params).toEqual(before.total.params)
  },
)
