// What kinds of tensors and modalities are called.
import type { Translated } from '../shared/languages'
import type { Kind, Modality } from './tensor'

export const kindWords: Readonly<Record<Kind, Translated>> = {
  image: { en: 'image', ja: '画像', 'zh-Hans': '图像', 'zh-Hant': '影像' },
  ids: { en: 'ids', ja: 'トークン ID', 'zh-Hans': '词元 ID', 'zh-Hant': '詞元 ID' },
  tokens: { en: 'tokens', ja: 'トークン列', 'zh-Hans': '词元序列', 'zh-Hant': '詞元序列' },
  map: { en: 'map', ja: '特徴マップ', 'zh-Hans': '特征图', 'zh-Hant': '特徵圖' },
  vector: { en: 'vector', ja: 'ベクトル', 'zh-Hans': '向量', 'zh-Hant': '向量' },
  matrix: { en: 'matrix', ja: '行列', 'zh-Hans': '矩阵', 'zh-Hant': '矩陣' },
  logits: { en: 'logits', ja: 'ロジット', 'zh-Hans': 'logits', 'zh-Hant': 'logits' },
  gates: { en: 'gates', ja: 'ゲート', 'zh-Hans': '门控权重', 'zh-Hant': '閘控權重' },
  mask: { en: 'mask', ja: 'マスク', 'zh-Hans': '掩码', 'zh-Hant': '遮罩' },
  scalar: { en: 'scalar', ja: 'スカラー', 'zh-Hans': '标量', 'zh-Hant': '純量' },
  loss: { en: 'loss', ja: '損失', 'zh-Hans': '损失', 'zh-Hant': '損失' },
  string: { en: 'string', ja: '文字列', 'zh-Hans': '字符串', 'zh-Hant': '字串' },
}

export const modalityWords: Readonly<Record<Modality, Translated>> = {
  vision: { en: 'vision', ja: '画像', 'zh-Hans': '视觉', 'zh-Hant': '視覺' },
  language: { en: 'language', ja: '言語', 'zh-Hans': '语言', 'zh-Hant': '語言' },
  audio: { en: 'audio', ja: '音声', 'zh-Hans': '音频', 'zh-Hant': '音訊' },
}
