// Tokens on their way back from the experts.
import { given } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { gatesClash } from './gatesClash'
import { phrases } from '../words'

export const combine = defineBlock({
  type: 'combine',
  label: { en: 'Combine', ja: '統合', 'zh-Hans': '合并', 'zh-Hant': '合併' },
  group: 'experts',
  about: {
    en: 'Puts the tokens back in their order, each the sum of what its experts gave times their shares; a token without a place is 0.',
    ja: 'トークンを元の順に戻す。各トークンはエキスパートの出力に割合を掛けた和で、割り当てのないトークンは 0。',
    'zh-Hans': '把词元放回原来的顺序，每个都是其专家输出乘以份额之和；没有位置的词元为 0。',
    'zh-Hant': '把詞元放回原來的順序，每個都是其專家輸出乘以份額之和；沒有位置的詞元為 0。',
  },
  source: 'Shazeer et al., arXiv:1701.06538; Riquelme et al., V-MoE, arXiv:2106.05974',
  fields: {},
  inputs: [
    { id: 'x', kinds: ['tokens'] },
    { id: 'gates', kinds: ['gates'], side: true },
  ],
  outputs: [{ id: 'x', kinds: ['tokens'] }],
  shape(_, inputs) {
    const x = given(inputs, 'x')
    return gatesClash(given(inputs, 'gates'), x) ?? { x }
  },
  sublabel: (_, __, say) => say(phrases.timesGate),
  example: {
    x: tensor('tokens', ['B', 272, 1280], 'vision', 'language'),
    gates: tensor('gates', ['B', 272, 32], 'vision', 'language'),
  },
})
