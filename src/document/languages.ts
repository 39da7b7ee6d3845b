// The languages that documents and interface speak. Apart from the schema, so that naming them does not load it.

export const languages = ['en', 'ja', 'zh-Hans', 'zh-Hant'] as const
export type Language = (typeof languages)[number]
