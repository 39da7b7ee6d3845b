// Next-token cross-entropy.
import { catalogue } from '../../shared/message'
import { given, leadingOf } from '../axes'
import { defineBlock } from '../block'
import { disagreement, sameShape } from '../clash'
import { tensor } from '../example'
import { terms } from '../words'
import { crossEntropyWords } from './crossEntropy'

const sentences = catalogue({
  eachPosition: {
    en: 'there has to be one target for each position',
    ja: '位置ごとに正解が 1 つ必要です',
    'zh-Hans': '每个位置都须有一个目标',
    'zh-Hant': '每個位置都須有一個目標',
  },
})

export const languageModelingLoss = defineBlock({
  type: 'languageModelingLoss',
  label: { en: 'LM loss', ja: '言語モデル損失', 'zh-Hans': '语言模型损失', 'zh-Hant': '語言模型損失' },
  group: 'losses',
  about: {
    en: 'Cross-entropy of the scores at every position with the token that comes next, the text so far being given.',
    ja: 'それまでのテキストを与え、各位置のスコアと次に来るトークンとの交差エントロピーを取る。',
    'zh-Hans': '给定此前的文本，取每个位置的分数与下一个词元的交叉熵。',
    'zh-Hant': '給定此前的文字，取每個位置的分數與下一個詞元的交叉熵。',
  },
  source: 'Williams & Zipser, teacher forcing, 1989; Raffel et al., T5, arXiv:1910.10683',
  fields: {
    smoothing: { type: 'dimension', label: terms.labelSmoothing, initial: 0, least: 0, most: 1, decimal: true },
  },
  inputs: [
    { id: 'logits', kinds: ['logits'] },
    { id: 'targets', kinds: ['ids'], optional: true },
  ],
  outputs: [{ id: 'loss', kinds: ['loss'] }],
  shape(_, inputs) {
    const logits = given(inputs, 'logits')
    const targets = inputs['targets']
    if (targets && !sameShape(targets.shape, leadingOf(logits, 1))) {
      const pair = { port: 'targets', tensor: targets, otherPort: 'logits', other: logits }
      return disagreement(pair, sentences.eachPosition())
    }
    return { loss: { kind: 'loss', shape: [] } }
  },
  sublabel: ({ smoothing }, show, say) => crossEntropyWords(smoothing, show, say),
  example: {
    logits: tensor('logits', ['B', 'T', 32000], 'language'),
    targets: tensor('ids', ['B', 'T'], 'language'),
  },
})
