import { expect, test } from 'vitest'
import { commands } from '../commands'
import { en } from './en'
import { languages } from '../../shared/languages'
import { loadStrings } from './language'

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

test.each(languages)('%s says everything, with the same blanks to fill in', async (language) => {
  const strings = await loadStrings[language]()
  expect(Object.keys(strings).sort()).toEqual(Object.keys(en).sort())
  for (const [key, text] of Object.entries(strings)) {
    expect(text.trim(), key).not.toBe('')
    expect(placeholders(text), key).toEqual(placeholders(en[key as keyof typeof en]))
  }
})

test('every command has a name', () => {
  for (const command of commands) expect(Object.keys(en), command.id).toContain(command.label)
})
