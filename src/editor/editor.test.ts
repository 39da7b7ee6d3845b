import { expect, test } from 'vitest'
import { setLabel } from '../document/edit/words'
import { setView } from '../document/edit/view'
import type { Layout } from '../layout/layout'
import { diagramOf, selectedNodes } from './state'
import { inRow, shown, tiny, tinyEditor } from './tiny.fixture'

test('an edit is one step, with its selection', () => {
  const editor = tinyEditor()
  editor.select(['norm'])
  editor.edit((diagram) => setLabel(diagram, 'norm', 'Final', 'en'), { select: ['stack'] })
  expect(selectedNodes(editor.state())).toEqual(['stack'])
  editor.undo()
  expect(diagramOf(editor.state())).toBe(tiny)
  expect(selectedNodes(editor.state())).toEqual(['norm'])
  editor.redo()
  expect(diagramOf(editor.state()).nodes[3]!.label).toBe('Final')
  expect(selectedNodes(editor.state())).toEqual(['stack'])
})

test('an edit that changes nothing is no step', () => {
  const editor = tinyEditor()
  expect(editor.edit((diagram) => diagram)).toBe(false)
  expect(editor.state().history.past).toEqual([])
})

test('selecting is no step, and undo is not needed to get rid of it', () => {
  const editor = tinyEditor()
  editor.select(['image'])
  editor.select(['embed'])
  expect(editor.state().history.past).toEqual([])
})

test('the picture follows the document', async () => {
  const editor = tinyEditor()
  await shown(editor)
  expect(editor.state().session.shown!.picture.graph.nodes.map((node) => node.id)).toContain('stack')
  editor.edit((diagram) => setView(diagram, { unfolded: ['stack'] }))
  await shown(editor)
  expect(editor.state().session.shown!.picture.layout.nodes.has('stack/norm')).toBe(true)
})

test('answers that were overtaken are dropped', async () => {
  const answers: ((late: boolean) => void)[] = []
  const editor = tinyEditor(
    tiny,
    (graph) => new Promise<Layout>((resolve) => answers.push(() => resolve(inRow(graph)))),
  )
  editor.edit((diagram) => setView(diagram, { unfolded: ['stack'] }))
  expect(answers).toHaveLength(2)
  answers[1]!(false)
  await shown(editor)
  const newest = editor.state().session.shown
  answers[0]!(true)
  await new Promise((resolve) => setTimeout(resolve))
  expect(editor.state().session.shown).toBe(newest)
})

test('when there is no layout the last picture stays, and the problem is said', async () => {
  let fails = false
  const editor = tinyEditor(tiny, (graph) =>
    fails ? Promise.reject(new Error('No room left.')) : Promise.resolve(inRow(graph)),
  )
  await shown(editor)
  const good = editor.state().session.shown
  fails = true
  editor.edit((diagram) => setView(diagram, { unfolded: ['stack'] }))
  await expect.poll(() => editor.state().session.pictureProblem).toBe('No room left.')
  expect(editor.state().session.shown).toBe(good)
  fails = false
  editor.undo()
  await expect.poll(() => editor.state().session.pictureProblem).toBeUndefined()
})

test('another document begins its own history', () => {
  const editor = tinyEditor()
  editor.edit((diagram) => setLabel(diagram, 'norm', 'Final', 'en'))
  const other = { ...tiny, about: { title: 'Other' } }
  editor.open(other, { name: 'other' })
  expect(diagramOf(editor.state())).toBe(other)
  editor.undo()
  expect(diagramOf(editor.state())).toBe(other)
})
