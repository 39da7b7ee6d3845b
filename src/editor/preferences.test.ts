import { expect, test } from 'vitest'
import { languageFor, loadPreferences, savePreferences } from './preferences'

test.each([
  [['ja-JP', 'en'], 'ja'],
  [['zh-TW'], 'zh-Hant'],
  [['zh-Hant-HK'], 'zh-Hant'],
  [['zh-CN'], 'zh-Hans'],
  [['zh'], 'zh-Hans'],
  [['fr', 'ja'], 'ja'],
  [['fr'], 'en'],
  [[], 'en'],
])('of the languages %j we speak %s', (wanted, expected) => {
  expect(languageFor(wanted)).toBe(expected)
})

test('what was saved is loaded, and what is not understood is left out', () => {
  let kept = ''
  const storage = { getItem: () => kept, setItem: (_: string, text: string) => void (kept = text) }
  const preferences = loadPreferences({ getItem: () => null }, ['en'])
  savePreferences(storage, { ...preferences, theme: 'dark', palette: false })
  expect(loadPreferences(storage, ['ja'])).toEqual({ ...preferences, theme: 'dark', palette: false })
  kept = '{"theme": "pink", "language": 3, "palette": "yes"}'
  expect(loadPreferences(storage, ['en'])).toEqual(preferences)
  kept = 'nonsense'
  expect(loadPreferences(storage, ['en'])).toEqual(preferences)
})
