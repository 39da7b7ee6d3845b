// Which faces a text is set in. In files, names that the reader's machine has (rule S7); on screen, the bundled faces.

import { cjkLanguage, hasCjk, type CjkLanguage } from './scripts'

const latin = 'Arial, Helvetica, sans-serif'
export const screenFamily = "Arimo, 'Noto Sans Math', Arial, Helvetica, sans-serif"

/** Families of one language, the one that most machines have first. */
export const cjkFamilies: Readonly<Record<CjkLanguage, string>> = {
  ja: "'Noto Sans CJK JP', 'Yu Gothic', 'Hiragino Sans'",
  'zh-Hans': "'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC'",
  'zh-Hant': "'Noto Sans CJK TC', 'Microsoft JhengHei', 'PingFang TC'",
  ko: "'Noto Sans CJK KR', 'Malgun Gothic', 'Apple SD Gothic Neo'",
}

/** The value of `font-family` in a file: a CJK face is first when any sign needs one, because some programs try no other. */
export function fontFamily(text: string, lang?: string): string {
  return withCjk(text, lang, latin)
}

/** The same on screen; `family` is for the signs that need no CJK face. */
export function screenFontFamily(text: string, lang?: string, family: string = screenFamily): string {
  return withCjk(text, lang, family)
}

function withCjk(text: string, lang: string | undefined, family: string): string {
  return hasCjk(text) ? `${cjkFamilies[cjkLanguage(text, lang)]}, ${family}` : family
}
