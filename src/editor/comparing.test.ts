import { expect, test } from 'vitest'
import { setSymbol } from '../document/edit/symbols'
import { setView } from '../document/edit/view'
import { comparedWith, pinBaseline, signed } from './comparing'
import { shown, tiny, tinyEditor } from './tiny.fixture'

const compare = (editor: ReturnType<typeof tinyEditor>) => comparedWith(editor.state().session.shown, editor.state())

test('nothing to compare until something is edited; then only what differs', async () => {
  const editor = tinyEditor()
  await shown(editor)
  expect(compare(editor)).toBeUndefined()
  editor.edit((diagram) => setSymbol(diagram, 'd', 16, 'small'))
  await shown(editor)
  const found = compare(editor)!
  expect(found.after.params.total).toBeGreaterThan(found.before.params.total)
  expect(found.nodes.map(({ path }) => path)).toContain('stack/linear')
  editor.undo()
  await shown(editor)
  expect(compare(editor)).toBeUndefined()
})

test('another variant is no change, unless a state was pinned', async () => {
  const editor = tinyEditor()
  await shown(editor)
  editor.edit((diagram) => setView(diagram, { variant: 'large' }))
  await shown(editor)
  expect(compare(editor)!.nodes).toEqual([])
  editor.undo()
  await shown(editor)
  pinBaseline(editor)
  editor.edit((diagram) => setView(diagram, { variant: 'large' }))
  await shown(editor)
  expect(compare(editor)!.nodes.length).toBeGreaterThan(0)
  editor.open(tiny, { name: 'tiny' })
  expect(editor.state().session.baseline).toBeUndefined()
})

test('differences bear a sign', () => {
  expect(signed(5n, 5n)).toBe('')
  expect(signed(0n, 1_200_000n)).toBe('+1.2M')
  expect(signed(1500n, 0n)).toBe('−1.5K')
})
