// Which CJK faces Office has, and its tags for languages.
import { cjkLanguage, hasCjk, type CjkLanguage } from '../../drawing/scripts'

export const officeFaces: Readonly<Record<CjkLanguage, string>> = {
  ja: 'Yu Gothic',
  'zh-Hans': 'Microsoft YaHei',
  'zh-Hant': 'Microsoft JhengHei',
  ko: 'Malgun Gothic',
}

const tags: Readonly<Record<CjkLanguage, string>> = {
  ja: 'ja-JP',
  'zh-Hans': 'zh-CN',
  'zh-Hant': 'zh-TW',
  ko: 'ko-KR',
}

/** The tag of a run, and the East Asian face that it needs, if any. */
export function speech(text: string, lang?: string): { readonly tag: string; readonly face?: string } {
  if (!hasCjk(text)) return { tag: 'en-US' }
  const tongue = cjkLanguage(text, lang)
  return { tag: tags[tongue], face: officeFaces[tongue] }
}
