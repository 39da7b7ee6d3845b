// The few words that a picture says by itself, in the languages that diagrams are read in.
import type { Language } from '../document/schema'
import { quantityNames } from '../semantics/quantities'

const phrases = {
  trainable: { en: 'trainable', ja: '学習', 'zh-Hans': '可训练', 'zh-Hant': '可訓練' },
  frozen: { en: 'frozen', ja: '凍結', 'zh-Hans': '冻结', 'zh-Hant': '凍結' },
  mixed: { en: 'partly trainable', ja: '一部を学習', 'zh-Hans': '部分可训练', 'zh-Hant': '部分可訓練' },
  plain: { en: 'no weights', ja: '重みなし', 'zh-Hans': '无权重', 'zh-Hant': '無權重' },
  absent: { en: 'not in this phase', ja: 'この段階では不使用', 'zh-Hans': '本阶段不参与', 'zh-Hant': '本階段不參與' },
  repeated: { en: 'repeated', ja: '繰り返し', 'zh-Hans': '重复', 'zh-Hant': '重複' },
  vision: { en: 'vision', ja: '画像', 'zh-Hans': '视觉', 'zh-Hant': '視覺' },
  language: { en: 'language', ja: '言語', 'zh-Hans': '语言', 'zh-Hant': '語言' },
  parameters: quantityNames.parameters,
  forwardFlops: quantityNames.forwardFlops,
  trainingFlops: quantityNames.trainingFlops,
  systems: { en: 'Systems side by side', ja: 'システムの比較', 'zh-Hans': '系统对比', 'zh-Hant': '系統對比' },
  perToken: {
    en: 'Parameters per token and examples seen',
    ja: 'トークンあたりのパラメータと学習事例数',
    'zh-Hans': '每词元参数与已见样本',
    'zh-Hant': '每詞元參數與已見樣本',
  },
  gradient: { en: 'gradient', ja: '勾配', 'zh-Hans': '梯度', 'zh-Hant': '梯度' },
  crossed: { en: 'gradient passes through', ja: '勾配が通過', 'zh-Hans': '梯度穿过', 'zh-Hant': '梯度穿過' },
  unreached: { en: 'no gradient', ja: '勾配なし', 'zh-Hans': '无梯度', 'zh-Hant': '無梯度' },
  mask: {
    en: 'mask: rows see columns',
    ja: 'マスク：行が列を見る',
    'zh-Hans': '掩码：行可见列',
    'zh-Hant': '遮罩：橫列可見直欄',
  },
  unsure: {
    en: 'not sure in the literature',
    ja: '文献では不確か',
    'zh-Hans': '文献中不确定',
    'zh-Hant': '文獻中不確定',
  },
  fused: { en: 'fused', ja: '融合', 'zh-Hans': '融合', 'zh-Hant': '融合' },
  paired: {
    en: 'same number: same part, of another kind, state or size',
    ja: '同じ番号：同じ部分で、種類・状態・大きさが異なる',
    'zh-Hans': '编号相同：同一部分，但种类、状态或规模不同',
    'zh-Hant': '編號相同：同一部分，但種類、狀態或規模不同',
  },
  onlyLeft: { en: 'only in the first', ja: '一つ目だけにある', 'zh-Hans': '仅第一幅有', 'zh-Hant': '僅第一幅有' },
  onlyRight: { en: 'only in the second', ja: '二つ目だけにある', 'zh-Hans': '仅第二幅有', 'zh-Hant': '僅第二幅有' },
  same: {
    en: 'pale: the same in both',
    ja: '淡色：両方で同じ',
    'zh-Hans': '淡色：两者相同',
    'zh-Hant': '淡色：兩者相同',
  },
  kind: { en: 'kind', ja: '種類', 'zh-Hans': '种类', 'zh-Hant': '種類' },
  state: { en: 'state', ja: '状態', 'zh-Hans': '状态', 'zh-Hant': '狀態' },
  size: { en: 'size', ja: '大きさ', 'zh-Hans': '规模', 'zh-Hant': '規模' },
  andMore: {
    en: '… and {count} more',
    ja: '… ほか {count} 件',
    'zh-Hans': '… 另有 {count} 项',
    'zh-Hant': '… 另有 {count} 項',
  },
} as const

export type Phrase = keyof typeof phrases

export function phrase(name: Phrase, language: Language): string {
  return phrases[name][language]
}

/** All of them. */
export function everyPhrase(language: Language): readonly string[] {
  return Object.values(phrases).map((each) => each[language])
}
