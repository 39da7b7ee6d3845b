import { expect, test } from 'vitest'
import { removeNodes } from '../../document/edit/nodes'
import { setParam } from '../../document/edit/params'
import { frames } from '../commands/view'
import { show } from '../canvas/camera/reveal'
import { clearSelection } from '../commands/select'
import { availability, runCommand } from '../commands/command'
import { leaveAloneCommand, openAloneCommand } from '../commands/ways'
import { currentView, diagramOf } from '../state'
import { shown, tinyEditor } from '../tiny.fixture'

// The focus is the browser's.
globalThis.requestAnimationFrame ??= () => 0

async function aloneEditor() {
  const editor = tinyEditor()
  await shown(editor)
  editor.select(['stack'])
  runCommand(editor, openAloneCommand)
  return editor
}

const pathsIn = async (editor: Awaited<ReturnType<typeof aloneEditor>>) => {
  await shown(editor)
  // The picture of the view that is wanted now.
  while (editor.state().session.shown!.view !== currentView(editor.state())) await Promise.resolve()
  return [...editor.state().session.shown!.picture.layout.nodes.keys()].sort()
}

test('a container alone, edited, undone, left', async () => {
  const editor = await aloneEditor()
  expect(await pathsIn(editor)).toEqual(['stack', 'stack/linear', 'stack/norm'])
  editor.edit((diagram) => setParam(diagram, 'layer:linear', 'width', 4))
  editor.undo()
  expect(await pathsIn(editor)).toEqual(['stack', 'stack/linear', 'stack/norm'])
  runCommand(editor, clearSelection)
  expect(await pathsIn(editor)).toContain('image')
  expect(editor.state().history.present.selection).toEqual(['stack'])
  expect(availability(leaveAloneCommand, editor.state())).toBe('reason.notAlone')
})

test('Escape lets go of what is selected before it leaves', async () => {
  const editor = await aloneEditor()
  editor.select(['stack/norm'])
  runCommand(editor, clearSelection)
  expect(editor.state().session.alone).toBe('stack')
  runCommand(editor, clearSelection)
  expect(editor.state().session.alone).toBeUndefined()
})

test('what lies outside is shown in the whole, and what is deleted is not shown alone', async () => {
  const editor = await aloneEditor()
  show(editor, 'stack', ['stack/norm'], () => true)
  expect(editor.state().session.alone).toBe('stack')
  show(editor, '', ['image'], () => true)
  expect(editor.state().session.alone).toBeUndefined()

  const other = await aloneEditor()
  other.edit((diagram) => removeNodes(diagram, '', ['stack']))
  expect(await pathsIn(other)).toContain('image')
  other.undo()
  expect(currentView(other.state()).root).toBe('stack')
  expect(diagramOf(other.state()).nodes).toHaveLength(5)
})

test('the title and the bar of the whole are turned off and on again while a part is alone', async () => {
  const editor = await aloneEditor()
  for (const command of frames) {
    const part = command.id.replace('toggle-', '') as 'title' | 'legend' | 'bar'
    expect(command.isOn!(editor.state())).toBe(true)
    runCommand(editor, command)
    expect(diagramOf(editor.state()).view![part]).toBe(false)
    expect(command.isOn!(editor.state())).toBe(false)
    runCommand(editor, command)
    expect(diagramOf(editor.state()).view![part]).toBe(true)
  }
})
