// How a fact is known, in words, and whether that leaves a doubt.
import type { Basis, Language, Words } from './schema'
import { say } from './words'

/** Neither read at its source nor counted nor computed from what was. */
export function isDoubtful(basis: Basis | undefined): boolean {
  return basis === 'inferred' || basis === 'memory' || basis === 'unknown'
}

/** `from memory`; nothing of what was read at its source. */
export function basisText(basis: Basis | undefined, language: Language): string {
  return basis === undefined || basis === 'stated' ? '' : basisName(basis, language)
}

export function basisName(basis: Basis, language: Language): string {
  return say(words[basis], language)
}

const words: Readonly<Record<Basis, Words>> = {
  stated: { en: 'stated in the source', ja: '出典に明記', 'zh-Hans': '来源中写明', 'zh-Hant': '來源中寫明' },
  counted: {
    en: 'counted on an instance',
    ja: '実装のインスタンスで計数',
    'zh-Hans': '在实例上计数',
    'zh-Hant': '於實例上計數',
  },
  computed: { en: 'by formula', ja: '式による計算', 'zh-Hans': '按公式计算', 'zh-Hant': '依公式計算' },
  inferred: {
    en: 'inferred, not stated',
    ja: '推定（明記なし）',
    'zh-Hans': '推断，未明确给出',
    'zh-Hant': '推斷，未明確給出',
  },
  memory: {
    en: 'from memory',
    ja: '記憶による（未照合）',
    'zh-Hans': '凭记忆，未核对',
    'zh-Hant': '憑記憶，未核對',
  },
  unknown: { en: 'not known', ja: '不明', 'zh-Hans': '不详', 'zh-Hant': '不詳' },
}
