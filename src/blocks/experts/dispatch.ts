// Tokens on their way to the experts.
import { isOne } from '../arithmetic'
import { given } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { gatesClash } from './gatesClash'
import { phrases } from '../words'

export const dispatch = defineBlock({
  type: 'dispatch',
  label: { en: 'Dispatch', ja: '振り分け', 'zh-Hans': '分发', 'zh-Hant': '分派' },
  group: 'experts',
  about: {
    en: 'Sends every token to the experts with its largest shares, as far as their capacity goes; with priority the surest tokens are placed first, and what finds no place skips the layer.',
    ja: '各トークンを割合の大きいエキスパートへ、容量の許す限り送る。優先付きでは確信の高いトークンから割り当て、空きのないトークンはこの層を飛ばす。',
    'zh-Hans': '在容量允许的范围内，把每个词元送到份额最大的专家；启用优先时先安排最确定的词元，没有位置的跳过本层。',
    'zh-Hant': '在容量允許的範圍內，把每個詞元送到份額最大的專家；啟用優先時先安排最確定的詞元，沒有位置的跳過本層。',
  },
  source: 'Riquelme et al., V-MoE, arXiv:2106.05974; Fedus et al., Switch, arXiv:2101.03961',
  fields: {
    top_k: {
      type: 'dimension',
      label: {
        en: 'Experts for a token',
        ja: 'トークンあたりのエキスパート数',
        'zh-Hans': '每词元专家数',
        'zh-Hant': '每詞元專家數',
      },
      initial: 1,
    },
    capacity_factor: {
      type: 'dimension',
      label: { en: 'Capacity factor', ja: '容量係数', 'zh-Hans': '容量系数', 'zh-Hant': '容量係數' },
      hint: {
        en: 'Places of an expert, where 1 is an even share of the tokens.',
        ja: 'エキスパートの席の数。1 でトークンを等分した数。',
        'zh-Hans': '每个专家的位置数，1 为均分词元。',
        'zh-Hant': '每個專家的位置數，1 為均分詞元。',
      },
      initial: 1.05,
      least: 0,
      decimal: true,
    },
    priority: {
      type: 'boolean',
      label: {
        en: 'Batch priority routing',
        ja: 'バッチ優先ルーティング',
        'zh-Hans': '批优先路由',
        'zh-Hant': '批次優先路由',
      },
      initial: true,
    },
  },
  inputs: [
    { id: 'x', kinds: ['tokens'] },
    { id: 'gates', kinds: ['gates'], side: true },
  ],
  outputs: [{ id: 'x', kinds: ['tokens'] }],
  shape(_, inputs) {
    const x = given(inputs, 'x')
    return gatesClash(given(inputs, 'gates'), x) ?? { x }
  },
  sublabel({ top_k, capacity_factor, priority }, show, say) {
    const words = [say(phrases.top, { n: show(top_k) })]
    if (!isOne(capacity_factor)) words.push(say(phrases.capacity, { n: show(capacity_factor) }))
    if (priority) words.push(say(phrases.byPriority))
    return words.join(say(phrases.comma))
  },
  example: {
    x: tensor('tokens', ['B', 272, 1280], 'vision', 'language'),
    gates: tensor('gates', ['B', 272, 32], 'vision', 'language'),
  },
})
