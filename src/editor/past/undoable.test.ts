import { beforeAll, expect, test } from 'vitest'
import { setTitle } from '../../document/edit/words'
import { diagramOf } from '../state'
import { startLanguages } from '../strings/language'
import { tiny, tinyEditor } from '../tiny.fixture'
import { notifyUndoable } from './undoable'

beforeAll(() => startLanguages('en'))

function mended() {
  const editor = tinyEditor()
  editor.edit((diagram) => setTitle(diagram, 'Mended', 'en'))
  notifyUndoable(editor, 'Mended.')
  return { editor, notices: () => editor.state().session.notices }
}

test('what was done last is taken back by a press', () => {
  const { editor, notices } = mended()
  notices()[0]!.action!.run()
  expect(diagramOf(editor.state())).toBe(tiny)
  expect(notices()).toEqual([])
})

test('there is nothing to press any more when something else was done', () => {
  const { editor, notices } = mended()
  editor.select(['norm'])
  expect(notices()).toHaveLength(1)
  editor.edit((diagram) => setTitle(diagram, 'Other', 'en'))
  expect(notices()).toEqual([])
})
