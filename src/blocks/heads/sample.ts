// From scores to text.
import { given, leadingOf, lengthOf } from '../axes'
import { defineBlock, type Outputs } from '../block'
import { tensor } from '../example'
import { choiceWords, phrases, terms } from '../words'

export const sample = defineBlock({
  type: 'sample',
  label: { en: 'Decode', ja: 'デコード', 'zh-Hans': '解码', 'zh-Hant': '解碼' },
  group: 'heads',
  about: {
    en: 'Chooses the next token from the scores again and again until the text ends; no gradient passes a choice.',
    ja: 'スコアから次のトークンを選ぶことを、テキストが終わるまで繰り返す。選択を勾配は通らない。',
    'zh-Hans': '反复从分数中选出下一个词元，直到文本结束；梯度不能穿过选择。',
    'zh-Hant': '反覆從分數中選出下一個詞元，直到文字結束；梯度不能穿過選擇。',
  },
  source: 'nucleus sampling: Holtzman et al., arXiv:1904.09751',
  fields: {
    gives: {
      type: 'choice',
      label: terms.gives,
      hint: {
        en: 'Text, or the ids of tokens that stand for something else, such as an image.',
        ja: 'テキスト、または画像などを表すトークンの ID。',
        'zh-Hans': '文本，或代表其他事物（如图像）的词元 ID。',
        'zh-Hant': '文字，或代表其他事物（如影像）的詞元 ID。',
      },
      options: ['text', 'ids'],
      initial: 'text',
    },
    count: {
      type: 'shape',
      label: { en: 'Samples', ja: '標本数', 'zh-Hans': '采样数', 'zh-Hant': '採樣數' },
      hint: {
        en: 'Drawn for each sequence; empty for one.',
        ja: '列ごとに取り出す数。1 つなら空。',
        'zh-Hans': '每个序列采样的个数；一个时留空。',
        'zh-Hant': '每個序列採樣的個數；一個時留空。',
      },
      initial: [],
    },
    form: { type: 'choice', label: terms.form, options: ['greedy', 'beam', 'sampling'], initial: 'greedy' },
  },
  inputs: [{ id: 'logits', kinds: ['logits'] }],
  outputs: ({ gives }) => (gives === 'ids' ? [{ id: 'ids', kinds: ['ids'] }] : [{ id: 'text', kinds: ['string'] }]),
  shape({ gives, count }, inputs): Outputs {
    const logits = given(inputs, 'logits')
    const each = [...leadingOf(logits, 2), ...count]
    if (gives === 'text') return { text: { kind: 'string', shape: each } }
    return { ids: { kind: 'ids', shape: [...each, lengthOf(logits)] } }
  },
  sublabel({ form, count }, show, say) {
    const words = [say(choiceWords(form))]
    if (count.length) words.push(say(phrases.ofThem, { n: count.map(show).join(' × ') }))
    return words.join(say(phrases.comma))
  },
  differentiable: false,
  example: { logits: tensor('logits', ['B', 'T', 32000], 'language') },
})
