import { beforeAll, expect, test } from 'vitest'
import { moveNodes } from '../canvas/moving/move'
import { addAtSelection, addTo } from '../building/placing'
import { parseValue } from '../../document/parse'
import { diagramOf } from '../state'
import { startLanguages } from '../strings/language'
import { shown, tiny, tinyEditor } from '../tiny.fixture'
import { commandOf, commands } from './index'
import { availability, runCommand } from './command'
import { matches, writeKeys } from './keys'
import type { Editor } from '../editor'

beforeAll(() => startLanguages('en'))

/** Does, gives a valid document, undoes to the very object, redoes, and restores the selection each time. */
async function check(selection: readonly string[], act: (editor: Editor) => void) {
  const editor = tinyEditor()
  await shown(editor)
  editor.select(selection)
  act(editor)
  const after = diagramOf(editor.state())
  const chosen = editor.state().history.present.selection
  expect(after).not.toBe(tiny)
  expect(parseValue(after)).toMatchObject({ ok: true })
  expect(editor.state().history.past).toHaveLength(1)
  editor.undo()
  expect(diagramOf(editor.state())).toBe(tiny)
  expect(editor.state().history.present.selection).toEqual(selection)
  editor.redo()
  expect(diagramOf(editor.state())).toBe(after)
  expect(editor.state().history.present.selection).toEqual(chosen)
}

test.each([
  ['remove', ['embed']],
  ['remove', ['embed', 'stack']],
  ['remove', ['#stack.x>norm.x']],
  ['toggleFold', ['stack']],
  ['unfoldAll', []],
  ['freeze', ['stack', 'norm']],
  ['train', ['embed']],
  ['inherit', ['embed']],
  ['nudgeArrowLeft1', ['norm']],
  ['nudgeArrowDown8', ['norm', 'stack']],
  ['direction-down', []],
  ['shapes-all', []],
  ['toggle-legend', []],
])('%s with %j selected', async (id, selection) => {
  await check(selection, (editor) => expect(runCommand(editor, commandOf(id))).toBe(true))
})

test('a drag is one step', async () => {
  await check(['norm', 'stack'], (editor) => moveNodes(editor, ['norm', 'stack'], { x: 40, y: 10 }))
})

test('dropping on an edge splices in, with a width that fits', async () => {
  await check([], (editor) => {
    addTo(editor, { block: 'linear' }, { path: '', edge: '#stack.x>norm.x' })
    const diagram = diagramOf(editor.state())
    expect(diagram.edges.slice(-2)).toEqual([
      { from: 'stack.x', to: 'linear.x' },
      { from: 'linear.x', to: 'norm.x' },
    ])
    expect(diagram.nodes.find((node) => node.id === 'linear')!.params).toEqual({ width: 'd' })
  })
})

test('adding goes after the selection and is fed by it', async () => {
  await check(['norm'], (editor) => {
    addAtSelection(editor, { block: 'linear' })
    expect(diagramOf(editor.state()).edges.at(-1)).toEqual({ from: 'norm.x', to: 'linear.x' })
    expect(editor.state().history.present.selection).toEqual(['linear'])
  })
})

test('nudges in a row are one step', async () => {
  const editor = tinyEditor()
  await shown(editor)
  editor.select(['norm'])
  for (let i = 0; i < 3; i++) {
    runCommand(editor, commandOf('nudgeArrowLeft1'))
    await shown(editor)
  }
  expect(editor.state().history.past).toHaveLength(1)
})

test('what cannot be done says why and does nothing', () => {
  const editor = tinyEditor()
  expect(availability(commandOf('undo'), editor.state())).toBe('reason.nothingToUndo')
  expect(runCommand(editor, commandOf('remove'))).toBe(false)
  expect(diagramOf(editor.state())).toBe(tiny)
})

test('no two commands answer to the same keys, but for one that needs several nodes', () => {
  const all = commands.flatMap((command) => command.keys ?? [])
  // Aligning at the bottom comes first; with fewer nodes the same keys turn snapping on and off.
  expect(all.filter((keys, i) => all.indexOf(keys) !== i)).toEqual(['Alt+S'])
  const first = commands.find((command) => command.keys?.includes('Alt+S'))!
  expect(availability(first, tinyEditor().state())).not.toBe(true)
})

const event = { key: '', code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }

test.each([
  ['Mod+Z', { key: 'z', code: 'KeyZ', ctrlKey: true }, false, true],
  ['Mod+Z', { key: 'z', code: 'KeyZ', metaKey: true }, true, true],
  ['Mod+Z', { key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }, false, false],
  ['Shift+1', { key: '!', code: 'Digit1', shiftKey: true }, false, true],
  ['1', { key: '1', code: 'Digit1' }, false, true],
  ['?', { key: '?', code: 'Slash', shiftKey: true }, false, true],
  ['Mod++', { key: '+', code: 'Equal', ctrlKey: true, shiftKey: true }, false, true],
  ['Alt+U', { key: '¨', code: 'KeyU', altKey: true }, true, true],
  ['V', { key: 'v', code: 'KeyV', ctrlKey: true }, false, false],
])('%s and %j', (keys, pressed, isMac, expected) => {
  expect(matches(keys, { ...event, ...pressed }, isMac)).toBe(expected)
})

test('keys are written as the machine writes them', () => {
  expect(writeKeys('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z')
  expect(writeKeys('Mod+Shift+Z', true)).toBe('⌘⇧Z')
  expect(writeKeys('Mod++', false)).toBe('Ctrl++')
})
