// One vector made a sequence, without weights.
import { catalogue } from '../../shared/message'
import { div, integerOf, pretty } from '../../shared/dimension'
import { given, leadingOf, widthOf } from '../axes'
import { defineBlock } from '../block'
import { refuse } from '../clash'
import { tensor } from '../example'
import { phrases } from '../words'

const sentences = catalogue({
  pieces: {
    en: '“x” has width {width}, which does not make {count} tokens.',
    ja: '「x」の幅 {width} は {count} トークンに分けられません。',
    'zh-Hans': '“x”的宽度 {width} 不能分成 {count} 个词元。',
    'zh-Hant': '「x」的寬度 {width} 不能分成 {count} 個詞元。',
  },
})

export const unflatten = defineBlock({
  type: 'unflatten',
  label: { en: 'Cut into tokens', ja: 'トークンに切る', 'zh-Hans': '切成词元', 'zh-Hant': '切成詞元' },
  group: 'sequence',
  about: {
    en: 'Cuts one long vector into equal pieces, which become the tokens of a sequence.',
    ja: '長いベクトルを等しい断片に切り、列のトークンにする。',
    'zh-Hans': '把一个长向量切成等长的片段，作为序列的词元。',
    'zh-Hant': '把一個長向量切成等長的片段，作為序列的詞元。',
  },
  source: 'torch.unflatten',
  fields: {
    count: {
      type: 'dimension',
      label: { en: 'Tokens', ja: 'トークン数', 'zh-Hans': '词元数', 'zh-Hant': '詞元數' },
      initial: 2,
    },
  },
  inputs: [{ id: 'x', kinds: ['vector'] }],
  outputs: [{ id: 'x', kinds: ['tokens'] }],
  shape({ count }, inputs) {
    const x = given(inputs, 'x')
    const [whole, parts] = [integerOf(widthOf(x)), integerOf(count)]
    if (whole !== undefined && parts !== undefined && whole % parts !== 0n) {
      return refuse('x', sentences.pieces({ width: pretty(widthOf(x)), count: pretty(count) }))
    }
    return { x: { ...x, kind: 'tokens', shape: [...leadingOf(x, 1), count, div(widthOf(x), count)] } }
  },
  sublabel: ({ count }, show, say) => say(phrases.tokens, { n: show(count) }),
  example: { x: tensor('vector', ['B', 8192], 'vision') },
})
