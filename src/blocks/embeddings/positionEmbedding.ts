// A learned vector for each place in the sequence.
import { writeShape } from '../shapeText'
import { catalogue } from '../../shared/message'
import { pretty } from '../../shared/dimension'
import { isLess, isZero } from '../arithmetic'
import { given, lengthOf, widthOf } from '../axes'
import { defineBlock } from '../block'
import { refuse } from '../clash'
import { tensor } from '../example'
import { phrases } from '../words'

const sentences = catalogue({
  fewRows: {
    en: '“tokens” is {shape}, but the table has {rows} rows only.',
    ja: '「tokens」は {shape} ですが、表は {rows} 行しかありません。',
    'zh-Hans': '“tokens”为 {shape}，而表只有 {rows} 行。',
    'zh-Hant': '「tokens」為 {shape}，而表只有 {rows} 列。',
  },
})

export const positionEmbedding = defineBlock({
  type: 'positionEmbedding',
  label: { en: 'Position embedding', ja: '位置埋め込み', 'zh-Hans': '位置嵌入', 'zh-Hant': '位置嵌入' },
  group: 'embeddings',
  about: {
    en: 'Adds to every token a learned vector that depends only on its place in the sequence.',
    ja: '各トークンに、列の中の位置だけで決まる学習されたベクトルを足す。',
    'zh-Hans': '给每个词元加上一个只由其在序列中的位置决定的可学习向量。',
    'zh-Hant': '給每個詞元加上一個只由其在序列中的位置決定的可學習向量。',
  },
  source: 'Gehring et al., arXiv:1705.03122; Devlin et al., BERT, arXiv:1810.04805',
  fields: {
    rows: {
      type: 'dimension',
      label: { en: 'Rows', ja: '行数', 'zh-Hans': '行数', 'zh-Hant': '列數' },
      hint: {
        en: 'Places in the table; 0 for as many as the input has.',
        ja: '表の行数。0 なら入力と同じ。',
        'zh-Hans': '表中的位置数；0 表示与输入相同。',
        'zh-Hant': '表中的位置數；0 表示與輸入相同。',
      },
      initial: 0,
      least: 0,
    },
  },
  inputs: [{ id: 'tokens', kinds: ['tokens'] }],
  outputs: [{ id: 'tokens', kinds: ['tokens'] }],
  shape({ rows }, inputs) {
    const tokens = given(inputs, 'tokens')
    if (!isZero(rows) && isLess(rows, lengthOf(tokens))) {
      return refuse('tokens', sentences.fewRows({ shape: writeShape(tokens.shape), rows: pretty(rows) }))
    }
    return { tokens }
  },
  weights({ rows }, inputs) {
    const tokens = given(inputs, 'tokens')
    return [{ name: 'positions', shape: [isZero(rows) ? lengthOf(tokens) : rows, widthOf(tokens)] }]
  },
  sublabel: ({ rows }, show, say) =>
    [say(phrases.learned), ...(isZero(rows) ? [] : [say(phrases.rows, { n: show(rows) })])].join(say(phrases.comma)),
  example: { tokens: tensor('tokens', ['B', 77, 512], 'language') },
})
