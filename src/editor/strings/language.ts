// The languages of the interface, by i18next. English is the measure: its keys are the type of all keys.
import i18next from 'i18next'
import { tell, type Message } from '../../shared/message'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language } from '../../document/schema'
import { en } from './en'

export type StringKey = keyof typeof en
export type Strings = Readonly<Record<StringKey, string>>
export type Say = (key: StringKey, values?: Readonly<Record<string, string | number>>) => string

/** English is there from the start, as what is said where another language cannot be loaded. */
export const loadStrings: Readonly<Record<Language, () => Promise<Strings>>> = {
  en: () => Promise.resolve(en),
  ja: () => import('./ja').then((file) => file.ja),
  'zh-Hans': () => import('./zhHans').then((file) => file.zhHans),
  'zh-Hant': () => import('./zhHant').then((file) => file.zhHant),
}

/** Each in its own name, as a reader who looks for it would know it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  ja: '日本語',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
}

export async function startLanguages(language: Language) {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  } as Parameters<typeof i18next.init>[0])
  await speak(language)
}

let wanted: Language = 'en'

/** Says everything in another language from now on; in the old one where the new one cannot be loaded. */
export async function speak(language: Language) {
  wanted = language
  try {
    if (!i18next.hasResourceBundle(language, 'translation'))
      i18next.addResourceBundle(language, 'translation', await loadStrings[language]())
  } catch (error) {
    reportError(error)
    return
  }
  // Another language may have been chosen while this one was on its way.
  if (wanted !== language) return
  if (i18next.language !== language) await i18next.changeLanguage(language)
  if (typeof document !== 'undefined') document.documentElement.lang = language
}

/** In the current language, outside of components. */
export const say: Say = (key, values) => i18next.t(key, { ...values })

/** The same for what the program found out. */
export function tellNow(message: Message): string
export function tellNow(message: Message | undefined): string | undefined
export function tellNow(message: Message | undefined): string | undefined {
  return message && tell(message, i18next.language as Language)
}

/** In the current language; the component is drawn again when it changes. */
export function useSay(): Say {
  return useTranslation().t as unknown as Say
}
