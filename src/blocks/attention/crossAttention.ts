// Attention from one sequence to another.
import type { Dim } from '../../shared/dimension'
import { isZero, plus, times } from '../arithmetic'
import { given, lengthOf, vectorsOf, widthOf, withWidth } from '../axes'
import { defineBlock, type Inputs } from '../block'
import { leadingClash } from '../clash'
import { tensor } from '../example'
import { projection } from '../weight'
import { headClash, headFields, headsWords, headWidths, valueWidthField } from './heads'
import { phrases, terms } from '../words'

export const crossAttention = defineBlock({
  type: 'crossAttention',
  label: { en: 'Cross-attention', ja: 'クロスアテンション', 'zh-Hans': '交叉注意力', 'zh-Hant': '交叉注意力' },
  group: 'attention',
  about: {
    en: 'Every token of one sequence asks the tokens of another and takes in a mean of their values, weighted by the softmax of the products of its query with their keys.',
    ja: '一方の列の各トークンが他方の列のトークンに問い合わせ、クエリとキーの積の softmax で重み付けしたバリューの平均を取り込む。',
    'zh-Hans': '一个序列的每个词元询问另一个序列的词元，按查询与键之积的 softmax 加权取入值的平均。',
    'zh-Hant': '一個序列的每個詞元詢問另一個序列的詞元，按查詢與鍵之積的 softmax 加權取入值的平均。',
  },
  source: 'Vaswani et al., Attention is all you need, arXiv:1706.03762',
  fields: {
    ...headFields,
    value_width: valueWidthField,
    bias: { type: 'boolean', label: terms.bias, initial: true },
    width: {
      type: 'dimension',
      label: { en: 'Output width', ja: '出力の幅', 'zh-Hans': '输出宽度', 'zh-Hant': '輸出寬度' },
      hint: {
        en: '0 for that of the queries.',
        ja: '0 ならクエリと同じ。',
        'zh-Hans': '0 表示与查询相同。',
        'zh-Hant': '0 表示與查詢相同。',
      },
      initial: 0,
      least: 0,
    },
    attends: {
      type: 'words',
      label: { en: 'Attends to', ja: '見る先', 'zh-Hans': '关注对象', 'zh-Hant': '關注對象' },
      hint: {
        en: 'Which tokens a query may see.',
        ja: 'クエリが見てよいトークン。',
        'zh-Hans': '查询可以看到哪些词元。',
        'zh-Hant': '查詢可以看到哪些詞元。',
      },
      initial: '',
    },
  },
  inputs: [
    { id: 'x', label: { en: 'queries', ja: 'クエリ', 'zh-Hans': '查询', 'zh-Hant': '查詢' }, kinds: ['tokens'] },
    {
      id: 'context',
      label: { en: 'keys and values', ja: 'キーとバリュー', 'zh-Hans': '键与值', 'zh-Hant': '鍵與值' },
      kinds: ['tokens'],
    },
    { id: 'mask', kinds: ['mask'], optional: true, side: true },
  ],
  outputs: [{ id: 'x', kinds: ['tokens'] }],
  shape(values, inputs) {
    const [x, context] = [given(inputs, 'x'), given(inputs, 'context')]
    const { kind, shape } = withWidth(x, outputWidth(values.width, inputs))
    return (
      headClash('x', widthOf(x), values) ??
      leadingClash({ port: 'context', tensor: context, otherPort: 'x', other: x }) ?? { x: { kind, shape } }
    )
  },
  weights(values, inputs) {
    const [width, contextWidth] = [widthOf(given(inputs, 'x')), widthOf(given(inputs, 'context'))]
    const { queries, keys, values: own, taken } = headWidths(width, values)
    return [
      ...projection('query', width, queries, values.bias),
      ...projection('key', contextWidth, keys, values.bias),
      ...projection('value', contextWidth, own, values.bias),
      ...projection('out', taken, outputWidth(values.width, inputs), values.bias),
    ]
  },
  macs(values, inputs) {
    const [x, context] = [given(inputs, 'x'), given(inputs, 'context')]
    const { queries, keys, values: own, taken } = headWidths(widthOf(x), values)
    return {
      weights: plus(
        times(vectorsOf(x), widthOf(x), queries),
        times(vectorsOf(x), taken, outputWidth(values.width, inputs)),
        times(vectorsOf(context), widthOf(context), plus(keys, own)),
      ),
      activations: times(vectorsOf(x), lengthOf(context), plus(queries, taken)),
    }
  },
  sublabel(values, show, say) {
    const words = headsWords(values, show, say)
    if (values.attends !== '') words.push(values.attends)
    return words.join(say(phrases.comma))
  },
  example: {
    x: tensor('tokens', ['B', 'T', 768], 'language'),
    context: tensor('tokens', ['B', 256, 1024], 'vision'),
  },
})

function outputWidth(width: Dim, inputs: Inputs): Dim {
  return isZero(width) ? widthOf(given(inputs, 'x')) : width
}
