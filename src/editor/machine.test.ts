import { expect, test } from 'vitest'
import { desk, roomIn } from './machine'
import { isPanelShown, showPanel } from './panels/opening'
import { themeOf } from './state'
import { tinyEditor } from './tiny.fixture'

test('what is larger has less room', () => {
  expect(roomIn(1280, 1)).toBe('full')
  expect(roomIn(1280, 2)).toBe('middle')
  expect(roomIn(360, 1)).toBe('narrow')
  expect(roomIn(3840, 2)).toBe('full')
})

test('who asked the machine for contrast gets it, until they choose a theme here', () => {
  const editor = tinyEditor()
  editor.setPreferences({ theme: 'system' })
  editor.store.setState({ machine: { ...desk, contrast: true } })
  expect(themeOf(editor.state())).toBe('contrast')
  editor.store.setState({ machine: { ...desk, contrast: true, dark: true } })
  expect(themeOf(editor.state())).toBe('contrast-dark')
  editor.setPreferences({ theme: 'light' })
  expect(themeOf(editor.state())).toBe('light')
})

test('where there is room for one panel, the other gives way', () => {
  const editor = tinyEditor()
  editor.store.setState({ machine: { ...desk, width: 360 } })
  showPanel(editor, 'palette', true)
  expect(isPanelShown(editor.state(), 'inspector')).toBe(false)
  showPanel(editor, 'inspector', true)
  expect(isPanelShown(editor.state(), 'palette')).toBe(false)
  expect(isPanelShown(editor.state(), 'inspector')).toBe(true)
})

test('panels that were both open when there was room do not lie over each other', () => {
  const editor = tinyEditor()
  editor.setPreferences({ palette: true, inspector: true })
  editor.store.setState({ machine: { ...desk, width: 700 } })
  expect(isPanelShown(editor.state(), 'palette')).toBe(false)
})
