// The strings that score best.
import { writeShape, tensorWords } from '../shapeText'
import { catalogue } from '../../shared/message'
import { isEqual, pretty, product, type Dim } from '../../shared/dimension'
import { isLess, one } from '../arithmetic'
import { given } from '../axes'
import { defineBlock, type Outputs } from '../block'
import { refuse } from '../clash'
import { tensor } from '../example'
import { phrases } from '../words'

const sentences = catalogue({
  oneString: {
    en: '“items” is one string: there is nothing to choose from.',
    ja: '「items」は 1 つの文字列です。選ぶものがありません。',
    'zh-Hans': '“items”只有一个字符串：无可选择。',
    'zh-Hant': '「items」只有一個字串：無可選擇。',
  },
  tooFew: {
    en: '“items” are {count}, fewer than {wanted}.',
    ja: '「items」は {count} 個で、{wanted} より少ないです。',
    'zh-Hans': '“items”有 {count} 个，少于 {wanted} 个。',
    'zh-Hant': '「items」有 {count} 個，少於 {wanted} 個。',
  },
  eachColumn: {
    en: '“items” is {items}, but there has to be one string for each column of “scores”, which is {scores}.',
    ja: '「items」は {items} ですが、{scores} の「scores」の列ごとに文字列が 1 つ必要です。',
    'zh-Hans': '“items”为 {items}，但“scores”（{scores}）的每一列都须有一个字符串。',
    'zh-Hant': '「items」為 {items}，但「scores」（{scores}）的每一欄都須有一個字串。',
  },
})

export const retrieve = defineBlock({
  type: 'retrieve',
  label: { en: 'Pick the best', ja: '最良を選ぶ', 'zh-Hans': '择优', 'zh-Hant': '擇優' },
  group: 'text',
  about: {
    en: 'Keeps, for every row of scores, the strings whose columns score highest, or without scores those that the language model itself finds likeliest; no gradient passes the choice.',
    ja: 'スコアの各行について、列のスコアが最も高い文字列を残す。スコアがなければ言語モデル自身が最もありそうとする文字列を残す。選択を勾配は通らない。',
    'zh-Hans': '对分数的每一行，保留列分最高的字符串；没有分数时保留语言模型自己认为最可能的；梯度不能穿过选择。',
    'zh-Hant': '對分數的每一列，保留欄分最高的字串；沒有分數時保留語言模型自己認為最可能的；梯度不能穿過選擇。',
  },
  source: 'Yang et al., PICa, arXiv:2109.05014; Zeng et al., Socratic Models, arXiv:2204.00598',
  fields: {
    top: {
      type: 'shape',
      label: { en: 'How many', ja: 'いくつ', 'zh-Hans': '数量', 'zh-Hant': '數量' },
      hint: {
        en: 'Empty for the one that is best.',
        ja: '最良の 1 つなら空。',
        'zh-Hans': '只取最优的一个时留空。',
        'zh-Hant': '只取最佳的一個時留空。',
      },
      initial: [],
    },
  },
  inputs: [
    { id: 'scores', kinds: ['matrix'], optional: true },
    { id: 'items', label: { en: 'choices', ja: '候補', 'zh-Hans': '候选', 'zh-Hant': '候選' }, kinds: ['string'] },
  ],
  outputs: [{ id: 'text', kinds: ['string'] }],
  shape({ top }, inputs) {
    const items = given(inputs, 'items')
    const count = items.shape.at(-1)
    if (!count) return refuse('items', sentences.oneString())
    const scores = inputs['scores']
    const [rows, columns] = scores ? scores.shape : [one, count]
    const wanted = product(top)
    if (isLess(count, wanted))
      return refuse('items', sentences.tooFew({ count: pretty(count), wanted: pretty(wanted) }))
    if (!scores) return text([...items.shape.slice(0, -1), ...top])
    if (!rows || !columns || items.shape.length !== 1 || !isEqual(count, columns))
      return refuse('items', sentences.eachColumn({ items: tensorWords(items), scores: writeShape(scores.shape) }))
    return text([rows, ...top])
  },
  sublabel: ({ top }, show, say) =>
    top.length ? say(phrases.best, { n: top.map(show).join(' × ') }) : say(phrases.bestOne),
  differentiable: false,
  example: { scores: tensor('matrix', ['B', 365], 'vision', 'language'), items: tensor('string', [365], 'language') },
})

function text(shape: readonly Dim[]): Outputs {
  return { text: { kind: 'string', shape, modality: ['language'] } }
}
