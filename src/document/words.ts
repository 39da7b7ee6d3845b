// Text for a reader in a language.
import type { Language, Words } from './schema'

const fallbacks: Readonly<Record<string, readonly string[]>> = {
  'zh-Hant': ['zh-Hans', 'en'],
  'zh-Hans': ['zh-Hant', 'en'],
}

/** In the language, else in the nearest one that there is, else in the first. */
export function say(words: Words | undefined, language: Language): string {
  if (words === undefined) return ''
  if (typeof words === 'string') return words
  for (const each of [language, ...(fallbacks[language] ?? ['en'])]) {
    if (Object.hasOwn(words, each)) return words[each]!
  }
  return Object.values(words)[0] ?? ''
}

/**
 * In which language somebody writes, and in which texts are that name no language. Just a language: those are taken for
 * the same, so that one string stays one string.
 */
export type Writing = Language | { readonly language: Language; readonly plain: Language }

/** The words with one language's text replaced. One string for all languages stays so until they differ. */
export function reworded(words: Words | undefined, writing: Writing, text: string): Words {
  const { language, plain } = typeof writing === 'string' ? { language: writing, plain: writing } : writing
  if (words === undefined) return language === plain ? text : { [language]: text }
  if (typeof words === 'string') {
    if (language === plain || words === '') return text
    return words === text ? words : { [plain]: words, [language]: text }
  }
  return words[language] === text && Object.hasOwn(words, language) ? words : { ...words, [language]: text }
}

/** What a file says of weights that begin at random, whichever language it is written in. */
export const scratch = 'scratch'

export function isScratch(init: Words | undefined): boolean {
  return say(init, 'en') === scratch
}
