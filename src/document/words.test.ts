import { expect, test } from 'vitest'
import { setLabel } from './edit/words'
import type { Diagram } from './schema'
import { reworded, say, type Writing } from './words'

const japanese: Writing = { language: 'ja', plain: 'en' }

test('a text that names no language stays one string while one language is written', () => {
  expect(reworded('Encoder', 'en', 'Tower')).toBe('Tower')
  expect(reworded('Encoder', { language: 'en', plain: 'en' }, 'Tower')).toBe('Tower')
})

test('written in another language, the first text is kept', () => {
  expect(reworded('Encoder', japanese, 'エンコーダ')).toEqual({ en: 'Encoder', ja: 'エンコーダ' })
  expect(reworded('Encoder', japanese, 'Encoder')).toBe('Encoder')
  expect(reworded(undefined, japanese, 'エンコーダ')).toEqual({ ja: 'エンコーダ' })
  expect(reworded({ en: 'Encoder', ja: '塔' }, japanese, 'エンコーダ')).toEqual({ en: 'Encoder', ja: 'エンコーダ' })
})

test('empty text takes away only the language that is written', () => {
  const diagram = (label?: string | Record<string, string>): Diagram => ({
    version: 1,
    about: { title: 'x' },
    nodes: [{ id: 'a', block: 'linear', ...(label !== undefined && { label }) }],
    edges: [],
  })
  const after = (label: string | Record<string, string>, writing: Writing) =>
    setLabel(diagram(label), 'a', '', writing).nodes[0]!.label
  expect(after('Encoder', 'en')).toBeUndefined()
  expect(after('Encoder', japanese)).toBe('Encoder')
  expect(after({ en: 'Encoder', ja: 'エンコーダ' }, japanese)).toEqual({ en: 'Encoder' })
  expect(say(after({ ja: 'エンコーダ' }, japanese), 'ja')).toBe('')
})
