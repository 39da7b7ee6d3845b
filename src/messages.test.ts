// What the program says about a document: in every language, and in the form that the language has. That the gaps are the
// same everywhere is for the compiler.
import { expect, test } from 'vitest'
import * as ofBlocks from './blocks/sentences'
import { checks } from './document/sentences/checks'
import { connections } from './document/sentences/connections'
import { edits } from './document/sentences/edits'
import { reading } from './document/sentences/reading'
import { meanings, repairs } from './semantics/sentences'
import { formulas } from './shared/formulaSentences'
import type { Translated } from './shared/languages'
import { catalogue, english, tell, words } from './shared/message'

const catalogues = { formulas, meanings, repairs, checks, connections, edits, reading, ...ofBlocks }
const sentences = Object.entries(catalogues).flatMap(([name, each]) =>
  Object.entries<Translated>(each[words]).map(([kind, translated]) => [`${name}.${kind}`, translated] as const),
)

test.each(sentences)('%s', (_, translated) => {
  const isSentence = translated.en.endsWith('.')
  for (const language of ['ja', 'zh-Hans', 'zh-Hant'] as const) {
    const text = translated[language]
    expect(text.endsWith('。')).toBe(isSentence)
    const hasWords = /[a-z]{3}/.test(translated.en.replace(/\{\w+\}/g, ''))
    if (hasWords) expect(text).not.toBe(translated.en)
    // Quotation marks as the language writes them.
    expect(text).not.toMatch(language === 'zh-Hans' ? /[「」]/ : /[“”]/)
  }
  expect(translated.en).not.toMatch(/[‘’`]/)
})

test('gaps are filled with what the language calls it, lists joined as it joins them', () => {
  const { told } = catalogue({
    told: {
      en: '{who} has {what} or {none}.',
      ja: '{who}は{what}か{none}。',
      'zh-Hans': '{who}有{what}或{none}。',
      'zh-Hant': '{who}有{what}或{none}。',
    },
  })
  const lion: Translated = { en: 'The lion', ja: 'ライオン', 'zh-Hans': '狮子', 'zh-Hant': '獅子' }
  const message = told({ who: lion, what: { joined: 'and', of: ['a', 'b', 'c'] }, none: ['x', 3n] })
  expect(english(message)).toBe('The lion has a, b and c or x, 3.')
  expect(tell(message, 'ja')).toBe('ライオンはa、bとcかx、3。')
  expect(tell(message, 'zh-Hant')).toBe('獅子有a、b和c或x、3。')
  // A dollar sign is a dollar sign, and what a person wrote is not read again.
  expect(english(told({ who: '$&', what: '{none}', none: '' }))).toBe('$& has {none} or .')
})
