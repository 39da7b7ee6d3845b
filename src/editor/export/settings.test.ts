// What was kept in a browser may be of another version, or by another hand: what cannot be understood is as it was at first.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSettings, readyPresets, withPreset } from './settings'
import { overridesOf } from './what'

test('whatever was kept, settings come of it, and those are kept as they are', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const settings = readSettings(value)
      expect(readSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings)
    }),
  )
  expect(readSettings({ extension: 'exe', options: { scale: 9e9 }, without: ['all'], fit: 'moon' })).toEqual(
    readSettings(undefined),
  )
})

test('the ready sets mean what they say', () => {
  for (const [, preset] of readyPresets) expect(readSettings(preset)).toMatchObject(preset)
})

test('a set under a known name replaces the one that was there', () => {
  const settings = readSettings({})
  const twice = withPreset(withPreset([], { name: 'A', settings }), {
    name: 'A',
    settings: { ...settings, theme: 'dark' },
  })
  expect(twice).toEqual([{ name: 'A', settings: { ...settings, theme: 'dark' } }])
})

test('what is left as it stands asks nothing of the view', () => {
  expect(overridesOf(readSettings({}))).toEqual({})
  expect(overridesOf(readSettings({ direction: 'up', without: ['legend'] }))).toEqual({
    direction: 'up',
    legend: false,
  })
})
