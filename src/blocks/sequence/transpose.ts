// The dimensions of a tensor in another order.
import { shapeWords } from '../shapeText'
import { catalogue } from '../../shared/message'
import { numberOf, pretty, type Dim } from '../../shared/dimension'
import { given } from '../axes'
import { defineBlock } from '../block'
import { refuse } from '../clash'
import { tensor } from '../example'
import type { Kind } from '../tensor'
import { phrases } from '../words'

const kinds: readonly Kind[] = ['tokens', 'vector', 'map', 'image', 'matrix', 'logits', 'gates']

const sentences = catalogue({
  twoDimensions: {
    en: '“x” is {shape}: there are no two dimensions to swap.',
    ja: '「x」は {shape} です。入れ替える 2 つの次元がありません。',
    'zh-Hans': '“x”为 {shape}：没有可交换的两维。',
    'zh-Hant': '「x」為 {shape}：沒有可交換的兩維。',
  },
  eachOnce: {
    en: '“x” is {shape}, but the axes are {axes}: each of {all} has to occur once.',
    ja: '「x」は {shape} ですが、軸は {axes} です。{all} がそれぞれ 1 回ずつ必要です。',
    'zh-Hans': '“x”为 {shape}，而轴为 {axes}：{all} 须各出现一次。',
    'zh-Hant': '「x」為 {shape}，而軸為 {axes}：{all} 須各出現一次。',
  },
})

export const transpose = defineBlock({
  type: 'transpose',
  label: { en: 'Transpose', ja: '転置', 'zh-Hans': '转置', 'zh-Hant': '轉置' },
  group: 'sequence',
  about: {
    en: 'Puts the dimensions of a tensor in another order; the numbers themselves stay as they are.',
    ja: 'テンソルの次元を別の順に並べる。数そのものは変わらない。',
    'zh-Hans': '把张量的各维换一种顺序；数值本身不变。',
    'zh-Hant': '把張量的各維換一種順序；數值本身不變。',
  },
  source: 'numpy.transpose; torch.permute',
  fields: {
    axes: {
      type: 'shape',
      label: { en: 'Axes', ja: '軸', 'zh-Hans': '轴', 'zh-Hant': '軸' },
      hint: {
        en: 'Which dimension comes first, second and so on, counted from 0; empty to swap the last two.',
        ja: 'どの次元が 1 番目、2 番目…に来るか。0 から数える。空なら最後の 2 つを入れ替える。',
        'zh-Hans': '各维的新顺序，从 0 数起；留空则交换最后两维。',
        'zh-Hant': '各維的新順序，從 0 數起；留空則交換最後兩維。',
      },
      initial: [],
      least: 0,
    },
  },
  inputs: [{ id: 'x', kinds }],
  outputs: [{ id: 'x', kinds }],
  shape({ axes }, inputs) {
    const x = given(inputs, 'x')
    const { shape } = x
    if (axes.length === 0) {
      const [last, before] = [shape.at(-1), shape.at(-2)]
      if (!last || !before) return refuse('x', sentences.twoDimensions({ shape: shapeWords(shape) }))
      return { x: { ...x, shape: [...shape.slice(0, -2), last, before] } }
    }
    const order = axes.map(numberOf)
    const isOrder = order.length === shape.length && shape.every((_, axis) => order.includes(axis))
    if (!isOrder) {
      const all = shape.map((_, axis) => axis).join(', ')
      return refuse('x', sentences.eachOnce({ shape: shapeWords(shape), axes: written(axes), all }))
    }
    return { x: { ...x, shape: order.map((axis) => shape[axis!]!) } }
  },
  sublabel: ({ axes }, _, say) => (axes.length ? written(axes) : say(phrases.lastTwoSwapped)),
  example: { x: tensor('tokens', ['B', 196, 768], 'vision') },
})

function written(axes: readonly Dim[]): string {
  return axes.map(pretty).join(', ')
}
