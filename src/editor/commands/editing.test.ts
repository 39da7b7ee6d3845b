import { beforeAll, expect, test } from 'vitest'
import { parseValue } from '../../document/parse'
import type { Diagram } from '../../document/schema'
import type { Editor } from '../editor'
import { diagramOf } from '../state'
import { startLanguages } from '../strings/language'
import { shown, tiny, tinyEditor } from '../tiny.fixture'
import { availability, runCommand } from './command'
import { commandOf } from './index'

beforeAll(() => startLanguages('en'))

const longer: Diagram = {
  ...tiny,
  nodes: [...tiny.nodes, { id: 'norm_2', block: 'layerNorm' }, { id: 'more', module: 'layer' }],
  edges: [...tiny.edges, { from: 'norm.x', to: 'norm_2.x' }, { from: 'norm_2.x', to: 'more.x' }],
}

async function ready(selection: readonly string[]): Promise<Editor> {
  const editor = tinyEditor(longer)
  await shown(editor)
  editor.select(selection)
  return editor
}

test.each([
  ['duplicate', ['embed', 'stack']],
  ['group', ['embed', 'stack']],
  ['stack', ['norm', 'norm_2']],
  ['unstack', ['stack']],
  ['makeIndependent', ['stack']],
  ['align-left', ['embed', 'norm']],
  ['align-middle', ['embed', 'norm']],
  ['distribute-across', ['embed', 'stack', 'text']],
  ['order-last', ['image']],
  ['order-earlier', ['norm', 'text']],
  ['pin', ['norm']],
  ['lock', ['norm']],
])('%s with %j selected is one step, and is undone to the very object', async (id, selection) => {
  const editor = await ready(selection)
  expect(runCommand(editor, commandOf(id))).toBe(true)
  const after = diagramOf(editor.state())
  expect(after).not.toBe(longer)
  expect(parseValue(after)).toMatchObject({ ok: true })
  expect(editor.state().history.past).toHaveLength(1)
  editor.undo()
  expect(diagramOf(editor.state())).toBe(longer)
  expect(editor.state().history.present.selection).toEqual(selection)
  editor.redo()
  expect(diagramOf(editor.state())).toBe(after)
})

test.each([
  ['group', ['embed', 'norm'], 'reason.between'],
  ['group', [], 'reason.selectNode'],
  ['ungroup', ['stack'], 'reason.isModule'],
  ['makeModule', ['embed'], 'reason.selectGroup'],
  ['shareEqual', ['embed'], 'reason.selectGroup'],
  ['stack', ['stack', 'more'], 'reason.noRow'],
  ['stack', ['norm'], 'reason.selectSeveral'],
  ['unstack', ['norm'], 'reason.selectRepeated'],
  ['align-left', ['norm'], 'reason.selectSeveral'],
  ['distribute-down', ['norm', 'stack'], 'reason.selectThree'],
  ['order-first', ['image'], 'reason.atEnd'],
  ['selectInstances', ['norm'], 'reason.selectInstance'],
  ['cut', [], 'reason.selectNode'],
])('%s with %j selected says why not', async (id, selection, reason) => {
  const editor = await ready(selection)
  expect(availability(commandOf(id), editor.state())).toBe(reason)
})

test('what is locked is neither moved nor deleted, and tidying leaves it', async () => {
  const editor = await ready(['norm'])
  runCommand(editor, commandOf('lock'))
  await shown(editor)
  const locked = diagramOf(editor.state())
  expect(locked.view!.pins!.norm).toMatchObject({ locked: true })
  expect(availability(commandOf('remove'), editor.state())).toBe('reason.locked')
  runCommand(editor, commandOf('nudgeArrowLeft8'))
  expect(availability(commandOf('tidy'), editor.state())).toBe('reason.noPins')
  expect(availability(commandOf('unpin'), editor.state())).toBe('reason.noPin')
  expect(diagramOf(editor.state())).toBe(locked)
  runCommand(editor, commandOf('lock'))
  expect(diagramOf(editor.state()).view!.pins!.norm).not.toHaveProperty('locked')
})

test('a group is taken apart into what it was made of, which is selected', async () => {
  const editor = await ready(['embed', 'stack'])
  runCommand(editor, commandOf('group'))
  expect(editor.state().history.present.selection).toEqual(['group'])
  runCommand(editor, commandOf('ungroup'))
  expect(editor.state().history.present.selection).toEqual(['embed', 'stack'])
  const { nodes, edges } = diagramOf(editor.state())
  expect(nodes).toEqual(longer.nodes)
  expect(edges).toHaveLength(longer.edges.length)
  expect(edges).toEqual(expect.arrayContaining(longer.edges))
})

test.each([
  ['selectSameBlock', ['norm'], ['norm', 'norm_2']],
  ['selectInstances', ['stack'], ['stack', 'more']],
  ['selectSiblings', ['stack'], ['image', 'embed', 'stack', 'norm', 'text', 'norm_2', 'more']],
  ['selectSameState', ['embed'], ['embed']],
])('%s', async (id, selection, expected) => {
  const editor = await ready(selection)
  runCommand(editor, commandOf(id))
  expect(editor.state().history.present.selection).toEqual(expected)
})

test('deleting several in a chain closes the gap', async () => {
  const editor = await ready(['norm', 'norm_2'])
  runCommand(editor, commandOf('remove'))
  expect(diagramOf(editor.state()).edges.at(-1)).toEqual({ from: 'stack.x', to: 'more.x' })
})
