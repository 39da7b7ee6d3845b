// What is counted of a model, by name: in tables, in figures, and where two models are held against each other.
import type { Translated } from '../shared/languages'

export const quantityNames = {
  parameters: { en: 'Parameters', ja: 'パラメータ', 'zh-Hans': '参数', 'zh-Hant': '參數' },
  forwardFlops: { en: 'Forward FLOPs', ja: '順伝播 FLOPs', 'zh-Hans': '前向 FLOPs', 'zh-Hant': '前向 FLOPs' },
  trainingFlops: { en: 'Training FLOPs', ja: '学習 FLOPs', 'zh-Hans': '训练 FLOPs', 'zh-Hant': '訓練 FLOPs' },
  imageTokens: { en: 'Image tokens', ja: '画像トークン', 'zh-Hans': '图像词元', 'zh-Hant': '影像詞元' },
} as const satisfies Readonly<Record<string, Translated>>
