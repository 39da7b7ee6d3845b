// The languages of the interface, by i18next. English is the measure: its keys are the type of all keys.
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language } from '../../document/schema'
import { en } from './en'
import { ja } from './ja'
import { zhHans } from './zhHans'
import { zhHant } from './zhHant'

export type StringKey = keyof typeof en
export type Strings = Readonly<Record<StringKey, string>>
export type Say = (key: StringKey, values?: Readonly<Record<string, string | number>>) => string

export const resources: Readonly<Record<Language, Strings>> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** Each in its own name, as a reader who looks for it would know it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  ja: '日本語',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
}

export async function startLanguages(language: Language) {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: Object.fromEntries(Object.entries(resources).map(([name, strings]) => [name, { translation: strings }])),
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  } as Parameters<typeof i18next.init>[0])
  speak(language)
}

export function speak(language: Language) {
  if (i18next.language !== language) void i18next.changeLanguage(language)
  if (typeof document !== 'undefined') document.documentElement.lang = language
}

/** In the current language, outside of components. */
export const say: Say = (key, values) => i18next.t(key, { ...values })

/** In the current language; the component is drawn again when it changes. */
export function useSay(): Say {
  return useTranslation().t as unknown as Say
}
