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

/** The words with one language's text replaced. One string for all languages stays so until they differ. */
export function reworded(words: Words | undefined, language: Language, text: string): Words {
  if (words === undefined || typeof words === 'string') return text
  return words[language] === text && Object.hasOwn(words, language) ? words : { ...words, [language]: text }
}
