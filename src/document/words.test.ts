import { expect, test } from 'vitest'
import { setInit, setLabel } from './edit/words'
import type { Diagram } from './schema'
import { isScratch, reworded, say, type Writing } from './words'

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

test('from scratch is so in every language, and no word for what else the weights begin as', () => {
  const after = (init: string | Record<string, string> | undefined, text: string, writing: Writing) =>
    setInit(
      { version: 1, about: { title: 'x' }, nodes: [{ id: 'a', block: 'linear', ...(init && { init }) }], edges: [] },
      'a',
      text,
      writing,
    ).nodes[0]!.init
  expect(after({ en: 'CLIP', ja: 'CLIP（対照学習）' }, 'scratch', japanese)).toBe('scratch')
  expect(after('scratch', 'CLIP', japanese)).toEqual({ ja: 'CLIP' })
  expect(after('scratch', '', japanese)).toBeUndefined()
  expect([isScratch('scratch'), isScratch({ en: 'scratch', ja: 'ゼロから' }), isScratch({ ja: 'CLIP' })]).toEqual([
    true,
    true,
    false,
  ])
})
