// The languages that documents and interface speak.

export const languages = ['en', 'ja', 'zh-Hans', 'zh-Hant'] as const
export type Language = (typeof languages)[number]

/** What the program says by itself, in every language. */
export type Translated = Readonly<Record<Language, string>>

/** Names and signs that every language writes alike. */
export function alike(text: string): Translated {
  return { en: text, ja: text, 'zh-Hans': text, 'zh-Hant': text }
}
