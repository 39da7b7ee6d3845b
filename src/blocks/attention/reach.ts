// How a self-attention knows where tokens are, and how far it sees: rotary and relative positions, windows.
import { catalogue } from '../../shared/message'
import { minOf, mul, pretty, type Dim } from '../../shared/dimension'
import { isLess, isZero } from '../arithmetic'
import { refuse } from '../clash'
import type { Fields } from '../fields'
import type { Clash } from '../tensor'
import type { Weight } from '../block'
import { choiceWords, phrases, type Say } from '../words'

const sentences = catalogue({
  rotary: {
    en: 'Rotary positions turn {turned} numbers of each head, which has {width}.',
    ja: '回転位置は各ヘッドの {turned} 成分を回しますが、ヘッドは {width} 成分です。',
    'zh-Hans': '旋转位置转动每个头的 {turned} 个分量，而每个头只有 {width} 个。',
    'zh-Hant': '旋轉位置轉動每個頭的 {turned} 個分量，而每個頭只有 {width} 個。',
  },
})

export const reachFields = {
  positions: {
    type: 'choice',
    label: { en: 'Positions', ja: '位置', 'zh-Hans': '位置', 'zh-Hant': '位置' },
    options: ['none', 'relative bias', 'rotary', 'alibi', 'transformer-xl'],
    initial: 'none',
  },
  rotary_width: {
    type: 'dimension',
    label: { en: 'Rotary width', ja: '回転する幅', 'zh-Hans': '旋转宽度', 'zh-Hant': '旋轉寬度' },
    hint: {
      en: 'So many numbers of each head are turned by rotary positions; 0: all.',
      ja: '各ヘッドのうち回転位置で回す成分の数。0 なら全部。',
      'zh-Hans': '每个头中由旋转位置转动的分量数；0 表示全部。',
      'zh-Hant': '每個頭中由旋轉位置轉動的分量數；0 表示全部。',
    },
    initial: 0,
    least: 0,
  },
  distance_bias: {
    type: 'boolean',
    label: {
      en: 'Biases of content and distance',
      ja: '内容と距離のバイアス',
      'zh-Hans': '内容与距离偏置',
      'zh-Hant': '內容與距離偏置',
    },
    hint: {
      en: 'Of relative positions as in Transformer-XL: one is added to the queries before they meet keys, one before they meet distances.',
      ja: 'Transformer-XL の相対位置で、クエリがキーに会う前と距離に会う前にそれぞれ加える。',
      'zh-Hans': '采用 Transformer-XL 的相对位置时，查询与键、与距离相乘之前各加一个。',
      'zh-Hant': '採用 Transformer-XL 的相對位置時，查詢與鍵、與距離相乘之前各加一個。',
    },
    initial: false,
  },
  window: {
    type: 'dimension',
    label: { en: 'Window', ja: '窓', 'zh-Hans': '窗口', 'zh-Hant': '視窗' },
    hint: {
      en: 'Every token sees so many tokens of its sequence, itself included; 0: all.',
      ja: '各トークンが見る列のトークン数（自身を含む）。0 なら全部。',
      'zh-Hans': '每个词元可见本序列的词元数，含自身；0 表示全部。',
      'zh-Hant': '每個詞元可見本序列的詞元數，含自身；0 表示全部。',
    },
    initial: 0,
    least: 0,
  },
} as const satisfies Fields

/** Pairs of a query and a key: those of each segment, as far as the window goes. */
export function pairsOf(segments: readonly Dim[], length: Dim, window: Dim): readonly Dim[] {
  const lengths = segments.length === 0 ? [length] : segments
  return lengths.map((each) => mul(each, isZero(window) ? each : minOf(each, window)))
}

export function distanceBiases(queries: Dim): readonly Weight[] {
  return [
    { name: 'content_bias', shape: [queries] },
    { name: 'distance_bias', shape: [queries] },
  ]
}

export function rotaryClash(head: Dim, turned: Dim): Clash | undefined {
  if (!isLess(head, turned)) return undefined
  return refuse('x', sentences.rotary({ turned: pretty(turned), width: pretty(head) }))
}

interface Reach {
  readonly positions: (typeof reachFields)['positions']['options'][number]
  readonly rotary_width: Dim
  readonly window: Dim
}

/** `rotary (64)`, `window 4096` */
export function reachWords(
  { positions, rotary_width, window }: Reach,
  show: (size: Dim) => string,
  say: Say,
): readonly string[] {
  const turned = positions === 'rotary' && !isZero(rotary_width) ? ` (${show(rotary_width)})` : ''
  return [
    ...(positions === 'none' ? [] : [say(choiceWords(positions)) + turned]),
    ...(isZero(window) ? [] : [say(phrases.window, { n: show(window) })]),
  ]
}
