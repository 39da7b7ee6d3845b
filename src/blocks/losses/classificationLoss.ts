// Cross-entropy over classes.
import { defineBlock } from '../block'
import { tensor } from '../example'
import { terms } from '../words'
import { crossEntropyWords } from './crossEntropy'

export const classificationLoss = defineBlock({
  type: 'classificationLoss',
  label: { en: 'Classification loss', ja: '分類損失', 'zh-Hans': '分类损失', 'zh-Hant': '分類損失' },
  group: 'losses',
  about: {
    en: 'Cross-entropy of the scores of the classes with the class that is right.',
    ja: 'クラスのスコアと正しいクラスとの交差エントロピー。',
    'zh-Hans': '各类别分数与正确类别的交叉熵。',
    'zh-Hant': '各類別分數與正確類別的交叉熵。',
  },
  source: 'Bridle, softmax, 1990; smoothing: Szegedy et al., arXiv:1512.00567',
  fields: {
    smoothing: { type: 'dimension', label: terms.labelSmoothing, initial: 0, least: 0, most: 1, decimal: true },
  },
  inputs: [{ id: 'logits', kinds: ['logits'] }],
  outputs: [{ id: 'loss', kinds: ['loss'] }],
  shape: () => ({ loss: { kind: 'loss', shape: [] } }),
  sublabel: ({ smoothing }, show, say) => crossEntropyWords(smoothing, show, say),
  example: { logits: tensor('logits', ['B', 1000], 'vision') },
})
