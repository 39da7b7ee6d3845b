// One vector for a sequence or a map.
import { catalogue } from '../../shared/message'
import { given, leadingOf, mapAxes, widthOf } from '../axes'
import { defineBlock } from '../block'
import { refuse } from '../clash'
import { tensor } from '../example'
import { choiceWords, terms } from '../words'

const sentences = catalogue({
  noSuchToken: {
    en: '“x” is a feature map, which has no such token ({token}): pool it by mean or max.',
    ja: '「x」は特徴マップで、そのトークン（{token}）はありません。平均か最大で集約してください。',
    'zh-Hans': '“x”是特征图，没有这样的词元（{token}）：请用均值或最大值汇聚。',
    'zh-Hant': '「x」是特徵圖，沒有這樣的詞元（{token}）：請用平均或最大值匯聚。',
  },
})

export const pool = defineBlock({
  type: 'pool',
  label: { en: 'Pool', ja: '集約', 'zh-Hans': '汇聚', 'zh-Hant': '匯聚' },
  group: 'sequence',
  about: {
    en: 'Makes one vector of a sequence or a map: the mean, the largest of each number, or the state of one token.',
    ja: '列やマップを 1 つのベクトルにする。平均、成分ごとの最大、または 1 つのトークンの状態。',
    'zh-Hans': '把序列或特征图变成一个向量：均值、逐分量最大值，或某个词元的状态。',
    'zh-Hant': '把序列或特徵圖變成一個向量：平均、逐分量最大值，或某個詞元的狀態。',
  },
  source: 'CLIP takes the end of the text (arXiv:2103.00020), BERT the first token (arXiv:1810.04805)',
  fields: {
    form: {
      type: 'choice',
      label: terms.form,
      options: ['mean', 'max', 'first', 'last', 'end of text'],
      initial: 'mean',
    },
  },
  inputs: [{ id: 'x', kinds: ['tokens', 'map'] }],
  outputs: [{ id: 'x', kinds: ['vector'] }],
  shape({ form }, inputs) {
    const x = given(inputs, 'x')
    if (x.kind !== 'map') return { x: { kind: 'vector', shape: [...leadingOf(x, 2), widthOf(x)] } }
    if (form !== 'mean' && form !== 'max') {
      return refuse('x', sentences.noSuchToken({ token: choiceWords(form) }))
    }
    const { leading, channels } = mapAxes(x)
    return { x: { kind: 'vector', shape: [...leading, channels] } }
  },
  sublabel: ({ form }, _, say) => say(choiceWords(form)),
  example: { x: tensor('tokens', ['B', 77, 512], 'language') },
})
