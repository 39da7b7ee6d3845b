// What is selected twice over: nodes together with edges, and one definition seen in several instances.
import { beforeAll, expect, test } from 'vitest'
import { parseValue } from '../../document/parse'
import type { Diagram } from '../../document/schema'
import type { Editor } from '../editor'
import { diagramOf } from '../state'
import { startLanguages } from '../strings/language'
import { shown, tiny, tinyEditor } from '../tiny.fixture'
import { runCommand } from './command'
import { commandOf } from './index'

beforeAll(() => startLanguages('en'))

/** The layer stands in `stack` and in `more`. */
const twoLayers: Diagram = {
  ...tiny,
  nodes: [...tiny.nodes, { id: 'more', module: 'layer' }],
  edges: [...tiny.edges, { from: 'norm.x', to: 'more.x' }],
  view: { unfolded: ['stack', 'more'] },
}

async function ready(selection: readonly string[]): Promise<Editor> {
  const editor = tinyEditor(twoLayers)
  await shown(editor)
  editor.select(selection)
  return editor
}

async function after(id: string, selection: readonly string[]): Promise<Diagram> {
  const editor = await ready(selection)
  expect(runCommand(editor, commandOf(id))).toBe(true)
  expect(editor.state().history.past).toHaveLength(1)
  const diagram = diagramOf(editor.state())
  expect(parseValue(diagram)).toMatchObject({ ok: true })
  return diagram
}

const edgesOf = (diagram: Diagram) => diagram.edges.map(({ from, to }) => `${from}>${to}`)
const layerOf = (diagram: Diagram) => diagram.modules!['layer']!.nodes.map(({ id }) => id)

test('edges go when nodes are selected with them', async () => {
  const diagram = await after('remove', ['text', '#norm.x>more.x'])
  expect(diagram.nodes.map(({ id }) => id)).not.toContain('text')
  expect(edgesOf(diagram)).not.toContain('norm.x>more.x')
})

test('the edges of a node that goes are no reason to leave the chain broken', async () => {
  const diagram = await after('remove', ['norm', '#stack.x>norm.x', '#norm.x>more.x'])
  expect(edgesOf(diagram)).toContain('stack.x>more.x')
})

test('an edge of a module that is seen twice is one edge', async () => {
  const diagram = await after('remove', ['stack#norm.x>linear.x', 'more#norm.x>linear.x'])
  expect(diagram.modules!['layer']!.edges).toHaveLength(2)
})

test('a node that is seen in two instances is removed once, and the chain closes', async () => {
  const diagram = await after('remove', ['stack/norm', 'more/norm'])
  expect(layerOf(diagram)).toEqual(['linear'])
  expect(diagram.modules!['layer']!.edges).toEqual([
    { from: 'linear.x', to: 'out.x' },
    { from: 'in.x', to: 'linear.x' },
  ])
})

test('a node that is seen in two instances is duplicated once', async () => {
  expect(await after('duplicate', ['stack/norm', 'more/norm'])).toSatisfy(
    (diagram: Diagram) => layerOf(diagram).length === 3,
  )
})

test('nodes of one module, each chosen in another instance, are grouped as what they are', async () => {
  const diagram = await after('group', ['stack/norm', 'more/linear'])
  const [group] = diagram.modules!['layer']!.nodes
  expect(group!.group!.nodes.map(({ id }) => id)).toEqual(['norm', 'linear'])
})

test('what was removed is counted as it is written', async () => {
  const editor = await ready(['stack/norm', 'more/norm', '#norm.x>more.x'])
  runCommand(editor, commandOf('remove'))
  expect(editor.state().session.announcement).toContain('2')
})
