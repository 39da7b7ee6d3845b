// Softmax over the batch.
import { given } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { isZero } from '../arithmetic'
import { squareClash } from './squareClash'
import { choiceWords, phrases, terms } from '../words'

export const contrastiveLoss = defineBlock({
  type: 'contrastiveLoss',
  label: { en: 'Contrastive loss', ja: '対照損失', 'zh-Hans': '对比损失', 'zh-Hant': '對比損失' },
  group: 'losses',
  about: {
    en: 'Cross-entropy that asks every image for its own text among all texts of the batch, and every text for its own image.',
    ja: 'バッチの全テキストの中から各画像の対のテキストを、全画像の中から各テキストの対の画像を当てさせる交差エントロピー。',
    'zh-Hans': '交叉熵：让每幅图像从整批文本中找出自己的文本，让每段文本找出自己的图像。',
    'zh-Hant': '交叉熵：讓每幅影像從整批文字中找出自己的文字，讓每段文字找出自己的影像。',
  },
  source: 'van den Oord et al., InfoNCE, arXiv:1807.03748; Radford et al., CLIP, arXiv:2103.00020',
  fields: {
    smoothing: { type: 'dimension', label: terms.labelSmoothing, initial: 0, least: 0, most: 1, decimal: true },
    terms: {
      type: 'choice',
      label: { en: 'Terms', ja: '項', 'zh-Hans': '项', 'zh-Hant': '項' },
      options: ['both', 'image to text', 'text to image'],
      initial: 'both',
    },
  },
  inputs: [{ id: 'logits', kinds: ['matrix'] }],
  outputs: [{ id: 'loss', kinds: ['loss'] }],
  shape: (_, inputs) => squareClash('logits', given(inputs, 'logits')) ?? { loss: { kind: 'loss', shape: [] } },
  sublabel({ smoothing, terms: chosen }, show, say) {
    const words = [say(choiceWords(chosen))]
    if (!isZero(smoothing)) words.push(say(phrases.smoothing, { n: show(smoothing) }))
    return words.join(say(phrases.comma))
  },
  example: { logits: tensor('matrix', ['B', 'B'], 'vision', 'language') },
})
