// One sequence cut in two.
import { writeShape } from '../shapeText'
import { catalogue } from '../../shared/message'
import { pretty, sub } from '../../shared/dimension'
import { isLess } from '../arithmetic'
import { given, leadingOf, lengthOf, widthOf } from '../axes'
import { defineBlock } from '../block'
import { refuse } from '../clash'
import { tensor } from '../example'
import { phrases } from '../words'

const sentences = catalogue({
  tooShort: {
    en: '“x” is {shape}: it has no {first} tokens to split off.',
    ja: '「x」は {shape} です。切り離す {first} トークンがありません。',
    'zh-Hans': '“x”为 {shape}：没有 {first} 个词元可拆出。',
    'zh-Hant': '「x」為 {shape}：沒有 {first} 個詞元可拆出。',
  },
})

export const split = defineBlock({
  type: 'split',
  label: { en: 'Split', ja: '分割', 'zh-Hans': '拆分', 'zh-Hant': '拆分' },
  group: 'sequence',
  about: {
    en: 'Cuts a sequence of vectors or of token ids in two after a given number of tokens.',
    ja: 'ベクトルやトークン ID の列を、指定した個数の後で 2 つに切る。',
    'zh-Hans': '在给定个数之后把向量或词元 ID 的序列切成两段。',
    'zh-Hant': '在給定個數之後把向量或詞元 ID 的序列切成兩段。',
  },
  source: 'torch.split',
  fields: {
    first: {
      type: 'dimension',
      label: { en: 'First part', ja: '前半', 'zh-Hans': '前段', 'zh-Hant': '前段' },
      hint: {
        en: 'Tokens that leave by a; the rest leaves by b.',
        ja: 'a から出るトークンの数。残りは b から出る。',
        'zh-Hans': '从 a 输出的词元数；其余从 b 输出。',
        'zh-Hant': '從 a 輸出的詞元數；其餘從 b 輸出。',
      },
      initial: 1,
      least: 0,
    },
  },
  inputs: [{ id: 'x', kinds: ['tokens', 'ids'] }],
  outputs: [
    { id: 'a', kinds: ['tokens', 'ids'] },
    { id: 'b', kinds: ['tokens', 'ids'] },
  ],
  shape({ first }, inputs) {
    const x = given(inputs, 'x')
    const isIds = x.kind === 'ids'
    const whole = isIds ? widthOf(x) : lengthOf(x)
    if (isLess(whole, first)) {
      return refuse('x', sentences.tooShort({ shape: writeShape(x.shape), first: pretty(first) }))
    }
    const part = (length: typeof first) => ({
      ...x,
      shape: isIds ? [...leadingOf(x, 1), length] : [...leadingOf(x, 2), length, widthOf(x)],
    })
    return { a: part(first), b: part(sub(whole, first)) }
  },
  sublabel: ({ first }, show, say) => say(phrases.after, { n: show(first) }),
  example: { x: tensor('tokens', ['B', 257, 1024], 'vision') },
})
