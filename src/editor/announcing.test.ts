import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { announceChanges } from './announcing'
import { commandOf } from './commands'
import { runCommand } from './commands/command'
import type { Editor } from './editor'
import { startLanguages } from './strings/language'
import { shown, tinyEditor } from './tiny.fixture'

beforeAll(() => startLanguages('en'))

let editor: Editor
let stop: () => void

beforeEach(async () => {
  editor = tinyEditor()
  await shown(editor)
  vi.useFakeTimers()
  stop = announceChanges(editor)
})

afterEach(() => {
  stop()
  vi.useRealTimers()
})

function heard(): string {
  vi.runAllTimers()
  return editor.state().session.announcement.trim()
}

test('what is selected is said', () => {
  editor.select(['norm', 'stack'])
  expect(heard()).toMatch(/2/)
  editor.select([])
  expect(heard()).toBe('Nothing selected')
  editor.select(['norm'])
  expect(heard()).toMatch(/^Selected: norm/)
})

test('what is done, undone and done again is said by its name', () => {
  editor.select(['norm'])
  heard()
  runCommand(editor, commandOf('freeze'))
  const done = heard()
  expect(done).toMatch(/^Freeze/)
  editor.undo()
  expect(heard()).toBe(`Undone: ${done}`)
  editor.redo()
  expect(heard()).toBe(`Done again: ${done}`)
})

test('who says it himself is not spoken over', () => {
  editor.select(['norm'])
  heard()
  runCommand(editor, commandOf('remove'))
  expect(heard()).toBe('Removed: 1')
})

test('a drag of many frames is said once', () => {
  editor.select(['norm'])
  heard()
  const said: string[] = []
  const end = editor.store.subscribe((state, last) => {
    if (state.session.announcement !== last.session.announcement) said.push(state.session.announcement)
  })
  for (let i = 0; i < 5; i++) runCommand(editor, commandOf('nudgeArrowLeft1'))
  heard()
  end()
  expect(said).toHaveLength(1)
})
