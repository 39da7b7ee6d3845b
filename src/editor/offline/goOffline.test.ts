// The worker is a stand-in: what the page does when one arrives, and when another tab lets it take over.
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startLanguages } from '../strings/language'
import { tinyEditor } from '../tiny.fixture'
import { goOffline } from './goOffline'

beforeAll(() => startLanguages('en'))
afterEach(() => vi.unstubAllGlobals())

async function tab(controller: object | null) {
  const waiting = { postMessage: vi.fn() }
  const registration = Object.assign(new EventTarget(), { waiting })
  const serviceWorker = Object.assign(new EventTarget(), {
    controller,
    ready: new Promise(() => undefined),
    register: () => Promise.resolve(registration),
  })
  const reload = vi.fn()
  vi.stubGlobal('navigator', { serviceWorker })
  vi.stubGlobal('location', { reload })
  const editor = tinyEditor()
  await goOffline(editor)
  const takeOver = () => serviceWorker.dispatchEvent(new Event('controllerchange'))
  return { waiting, reload, takeOver, notices: () => editor.state().session.notices }
}

test('the tab that is asked takes the newer version and reloads', async () => {
  const { waiting, reload, takeOver, notices } = await tab({})
  notices()[0]!.action!.run()
  expect(waiting.postMessage).toHaveBeenCalledWith('take over')
  expect(reload).not.toHaveBeenCalled()
  takeOver()
  expect(reload).toHaveBeenCalledOnce()
})

test('another tab is not reloaded under the hand, but says that it has to be', async () => {
  const { reload, takeOver, notices } = await tab({})
  takeOver()
  expect(reload).not.toHaveBeenCalled()
  expect(notices()).toMatchObject([{ stays: true, action: { label: 'Reload' } }])
  notices()[0]!.action!.run()
  expect(reload).toHaveBeenCalledOnce()
})

test('the worker of the first visit replaces nothing', async () => {
  const { takeOver, notices } = await tab(null)
  takeOver()
  expect(notices()).toEqual([])
})
