import { expect, test } from 'vitest'
import { unfold } from '../../document/edit/view'
import { shown, tinyEditor } from '../tiny.fixture'
import { createStage, type StageClock } from './stage'

/** Time goes on by hand. */
function handClock() {
  let now = 0
  let asked: (() => void) | undefined
  const clock: StageClock = {
    now: () => now,
    frame(call) {
      asked = call
      return () => (asked = undefined)
    },
    isStill: () => false,
  }
  const advance = (time: number) => {
    now += time
    const call = asked
    asked = undefined
    call?.()
  }
  return { clock, advance }
}

async function staged() {
  const editor = tinyEditor()
  const { clock, advance } = handClock()
  const stage = createStage(editor, clock)
  await shown(editor)
  const stop = stage.start()
  return { editor, stage, advance, stop, session: () => editor.state().session }
}

test('what stands around the canvas has the old picture while it glides, and the new one at its end', async () => {
  const { editor, stage, advance, session } = await staged()
  const before = session().shown
  expect(session().rested).toBe(before)
  editor.edit((diagram) => unfold(diagram, ['stack']))
  await shown(editor)
  const after = session().shown!
  expect(after).not.toBe(before)
  advance(16)
  expect(stage.current?.layout).not.toBe(after.picture.layout)
  expect(session().rested).toBe(before)
  advance(1000)
  expect(stage.current?.layout).toBe(after.picture.layout)
  expect(session().rested).toBe(after)
})

test('it does not wait for the last of many pictures in a row', async () => {
  const { editor, advance, session } = await staged()
  editor.edit((diagram) => unfold(diagram, ['stack']))
  await shown(editor)
  advance(16)
  editor.undo()
  await shown(editor)
  expect(session().rested).toBe(session().shown)
})

test('without a canvas nothing is held back', async () => {
  const { editor, stop, session } = await staged()
  stop()
  expect(session().rested).toBeUndefined()
  editor.edit((diagram) => unfold(diagram, ['stack']))
  await shown(editor)
  expect(session().rested).toBeUndefined()
})
