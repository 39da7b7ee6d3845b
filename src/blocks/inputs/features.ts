// Vectors that come from outside the diagram.
import { defineBlock } from '../block'
import { terms } from '../words'

export const features = defineBlock({
  type: 'features',
  label: { en: 'Given features', ja: '与えられた特徴', 'zh-Hans': '给定特征', 'zh-Hant': '給定特徵' },
  group: 'inputs',
  about: {
    en: 'Vectors that a model outside the diagram computed beforehand, such as the regions of an object detector.',
    ja: '図の外にあるモデルが前もって計算したベクトル。物体検出器が出す領域の特徴など。',
    'zh-Hans': '由图外的模型预先算好的向量，例如目标检测器给出的区域特征。',
    'zh-Hant': '由圖外的模型預先算好的向量，例如物件偵測器給出的區域特徵。',
  },
  source: 'Anderson et al., bottom-up attention, arXiv:1707.07998',
  fields: {
    batch: { type: 'shape', label: terms.batch, initial: ['B'] },
    count: { type: 'dimension', label: terms.count, initial: 50 },
    width: { type: 'dimension', label: terms.width, initial: 2048 },
    kind: {
      type: 'choice',
      label: terms.kind,
      hint: {
        en: 'A sequence of tokens, or a list of vectors that stand for one thing each.',
        ja: 'トークンの列、またはそれぞれが 1 つのものを表すベクトルの並び。',
        'zh-Hans': '词元序列，或各代表一个事物的一列向量。',
        'zh-Hant': '詞元序列，或各代表一個事物的一列向量。',
      },
      options: ['tokens', 'vector'],
      initial: 'tokens',
    },
    modality: { type: 'choice', label: terms.modality, options: ['vision', 'language', 'audio'], initial: 'vision' },
  },
  inputs: [],
  outputs: ({ kind }) => [{ id: 'tokens', kinds: [kind] }],
  shape({ batch, count, width, kind, modality }) {
    return { tokens: { kind, shape: [...batch, count, width], modality: [modality] } }
  },
  sublabel: ({ count, width }, show) => `${show(count)} × ${show(width)}`,
  example: {},
})
