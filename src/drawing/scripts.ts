// What a sign is, as far as the width and the face of a text depend on it.

/** Ideographs, kana, hangul, bopomofo and the punctuation and full-width forms that go with them. */
const cjk =
  /[\u1100-\u11ff\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u

/** Signs that a CJK face draws one em wide, although a Latin face draws them narrow. */
const ambiguous =
  /[\u00a7\u00a8\u00b0\u00b1\u00b4\u00b6\u00b7\u00d7\u00f7\u2014-\u2016\u2018\u2019\u201c\u201d\u2020-\u2022\u2025\u2026\u2030-\u203b\u2103\u2160-\u217f\u2190-\u22ff\u2308-\u230b\u2460-\u27bf\u2900-\u2bff]/u

const kana = /[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f]/u
const hangul = /[\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7ff]/u
const bopomofo = /[\u3105-\u312f\u31a0-\u31bf]/u
const emoji = /\p{Emoji_Presentation}|\p{Regional_Indicator}|[\ufe0f\u20e3]/u
const zeroWidth = /\p{Mn}|\p{Me}|\p{Cf}|\p{Cc}|\p{Cs}|[\u1160-\u11ff]/u

export type CjkLanguage = 'ja' | 'zh-Hans' | 'zh-Hant' | 'ko'

export function hasCjk(text: string): boolean {
  return cjk.test(text)
}

export function hasEmoji(text: string): boolean {
  return emoji.test(text)
}

export function isAmbiguous(sign: string): boolean {
  return ambiguous.test(sign)
}

export function isZeroWidth(sign: string): boolean {
  return zeroWidth.test(sign)
}

export function isHalfWidth(code: number): boolean {
  return (code >= 0xff61 && code <= 0xffdc) || (code >= 0xffe8 && code <= 0xffee)
}

/** Whose glyphs a CJK text wants: what `lang` says, else what the text itself shows. */
export function cjkLanguage(text: string, lang = ''): CjkLanguage {
  const tag = lang.toLowerCase()
  if (/^ja\b/.test(tag)) return 'ja'
  if (/^ko\b/.test(tag)) return 'ko'
  if (/^zh\b.*-(hant|tw|hk|mo)\b/.test(tag)) return 'zh-Hant'
  if (/^zh\b/.test(tag)) return 'zh-Hans'
  if (kana.test(text)) return 'ja'
  if (hangul.test(text)) return 'ko'
  return bopomofo.test(text) ? 'zh-Hant' : 'zh-Hans'
}
