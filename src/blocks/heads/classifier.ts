// Scores over classes.
import { times } from '../arithmetic'
import { given, vectorsOf, widthOf, withWidth } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { projection } from '../weight'
import { phrases, terms } from '../words'

export const classifier = defineBlock({
  type: 'classifier',
  label: { en: 'Classifier', ja: '分類器', 'zh-Hans': '分类器', 'zh-Hant': '分類器' },
  group: 'heads',
  about: {
    en: 'Gives every vector one score for each class.',
    ja: '各ベクトルにクラスごとのスコアを与える。',
    'zh-Hans': '为每个向量给出对每个类别的分数。',
    'zh-Hant': '為每個向量給出對每個類別的分數。',
  },
  source: 'torch.nn.Linear',
  fields: {
    classes: {
      type: 'dimension',
      label: { en: 'Classes', ja: 'クラス数', 'zh-Hans': '类别数', 'zh-Hant': '類別數' },
      initial: 1000,
    },
    bias: { type: 'boolean', label: terms.bias, initial: true },
  },
  inputs: [{ id: 'x', kinds: ['vector', 'tokens'] }],
  outputs: [{ id: 'logits', kinds: ['logits'] }],
  shape({ classes }, inputs) {
    return { logits: { kind: 'logits', shape: withWidth(given(inputs, 'x'), classes).shape } }
  },
  weights: ({ classes, bias }, inputs) => projection('kernel', widthOf(given(inputs, 'x')), classes, bias),
  macs({ classes }, inputs) {
    const x = given(inputs, 'x')
    return { weights: times(vectorsOf(x), widthOf(x), classes) }
  },
  sublabel: ({ classes }, show, say) => say(phrases.classes, { n: show(classes) }),
  example: { x: tensor('vector', ['B', 768], 'vision') },
})
