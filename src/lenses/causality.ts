// Who attends to whom in a language model that is given an image: full, causal and prefix masks over one sequence, and an
// encoder with a decoder. Raffel et al., T5, arXiv:1910.10683, figure 4; Chen et al., PaLI, arXiv:2209.06794.
import type { Primitive } from '../drawing/primitives'
import { number, type Lens } from './lens'
import { kitFor, styles } from './kit'

const grid = { x: 130, y: 150, size: 330 } as const

export type MaskKind = 'full' | 'causal' | 'prefix' | 'encoderDecoder'

/** May the query at a position attend to the key at another? Image tokens come first, then the text. */
export function attends(kind: MaskKind, query: number, key: number, prefix: number): boolean {
  if (kind === 'full') return true
  if (kind === 'causal') return key <= query
  if (kind === 'prefix') return key < prefix || key <= query
  // The encoder sees all of itself; the decoder sees the encoder by cross-attention, and itself causally.
  return query < prefix ? key < prefix : key < prefix || key <= query
}

export const causality: Lens = {
  kind: 'causality',
  title: { en: 'Attention masks', ja: '注意マスク', 'zh-Hans': '注意力掩码', 'zh-Hant': '注意力遮罩' },
  about: {
    en: 'Visual tokens and text in one sequence. Rows ask, columns answer; a filled cell may be attended to (T5, PaLI).',
    ja: '視覚トークンとテキストの系列。行が問い合わせ、列が応答。塗られた所に注意できる (T5, PaLI)。',
    'zh-Hans': '视觉词元与文本组成一个序列。行为查询，列为键；填色处可被注意（T5、PaLI）。',
    'zh-Hant': '視覺詞元與文字組成一個序列。列為查詢，欄為鍵；填色處可被注意（T5、PaLI）。',
  },
  blocks: ['selfAttention', 'attentionMask', 'concat'],
  controls: () => [
    {
      id: 'kind',
      label: { en: 'Mask', ja: 'マスク', 'zh-Hans': '掩码', 'zh-Hant': '遮罩' },
      type: 'choice',
      options: [
        { id: 'full', label: { en: 'Full', ja: '双方向', 'zh-Hans': '全注意', 'zh-Hant': '全注意' } },
        { id: 'causal', label: { en: 'Causal', ja: '因果', 'zh-Hans': '因果', 'zh-Hant': '因果' } },
        { id: 'prefix', label: { en: 'Prefix', ja: '接頭辞', 'zh-Hans': '前缀', 'zh-Hant': '前綴' } },
        {
          id: 'encoderDecoder',
          label: {
            en: 'Encoder-decoder',
            ja: 'エンコーダ・デコーダ',
            'zh-Hans': '编码器-解码器',
            'zh-Hant': '編碼器-解碼器',
          },
        },
      ],
      initial: 'prefix',
    },
    {
      id: 'visual',
      label: { en: 'Visual tokens', ja: '視覚トークン', 'zh-Hans': '视觉词元', 'zh-Hant': '視覺詞元' },
      type: 'range',
      min: 0,
      max: 12,
      step: 1,
      initial: 5,
    },
    {
      id: 'text',
      label: { en: 'Text tokens', ja: 'テキストトークン', 'zh-Hans': '文本词元', 'zh-Hant': '文字詞元' },
      type: 'range',
      min: 1,
      max: 12,
      step: 1,
      initial: 7,
    },
    {
      id: 'prefix',
      label: {
        en: 'Prefix, with the image',
        ja: '接頭辞 (画像込み)',
        'zh-Hans': '前缀（含图像）',
        'zh-Hant': '前綴（含影像）',
      },
      type: 'range',
      min: 0,
      max: 24,
      step: 1,
      initial: 7,
    },
  ],
  draw(values, frame) {
    const kit = kitFor(frame)
    const { theme } = kit
    const kind = values.kind as MaskKind // One of the options.
    const visual = number(values, 'visual')
    const count = visual + number(values, 'text')
    const prefix = Math.min(number(values, 'prefix'), count)
    const cell = grid.size / count
    const [vision, language] = [theme.edges.vision.stroke, theme.edges.language.stroke]
    const hueOf = (at: number) => (at < visual ? vision : language)
    const name = (at: number) => (at < visual ? `v${at + 1}` : `t${at - visual + 1}`)
    const parts: Primitive[] = []
    const isCross = (query: number, key: number) => kind === 'encoderDecoder' && query >= prefix && key < prefix
    let allowed = 0
    for (let query = 0; query < count; query++) {
      const y = grid.y + query * cell
      parts.push(kit.box(grid.x - 44, y + 1, 34, cell - 2, kit.heat(0.2, hueOf(query)), hueOf(query), 4))
      parts.push(
        kit.box(grid.x + query * cell + 1, grid.y - 34, cell - 2, 24, kit.heat(0.2, hueOf(query)), hueOf(query), 4),
      )
      if (cell >= 20) {
        parts.push(kit.text(grid.x - 27, y + cell / 2 + 5, name(query), styles.cell, theme.ink, 'middle'))
        parts.push(kit.text(grid.x + (query + 0.5) * cell, grid.y - 17, name(query), styles.cell, theme.ink, 'middle'))
      }
      for (let key = 0; key < count; key++) {
        const isAllowed = attends(kind, query, key, prefix)
        if (isAllowed) allowed += 1
        const fill = isAllowed ? kit.heat(isCross(query, key) ? 0.35 : 0.75, hueOf(key)) : theme.nodes.plain.ground
        parts.push(kit.box(grid.x + key * cell + 1, y + 1, cell - 2, cell - 2, fill, kit.heat(0.35, theme.muted), 3))
      }
    }
    const hasPrefix = kind === 'prefix' || kind === 'encoderDecoder'
    const at = grid.x + prefix * cell
    if (hasPrefix)
      parts.push(
        kit.path(
          [
            [at, grid.y - 40],
            [at, grid.y + grid.size + 6],
          ],
          theme.nodes.trainable.stroke,
          2.4,
        ),
      )
    if (hasPrefix) parts.push(kit.dot(at, grid.y + grid.size + 12, 7, theme.nodes.trainable.stroke, theme.page))
    const x = 520
    const rows = [
      [vision, words.visual, 0.75],
      [language, words.text, 0.75],
      ...(kind === 'encoderDecoder' ? [[theme.muted, words.cross, 0.35] as const] : []),
    ] as const
    rows.forEach(([hue, label, share], i) => {
      parts.push(kit.box(x, 150 + i * 36, 24, 24, kit.heat(share, hue), hue, 4))
      parts.push(kit.text(x + 36, 168 + i * 36, kit.say(label)))
    })
    parts.push(kit.text(x, 300, kit.say(words[kind]), styles.strong))
    parts.push(
      kit.text(x, 344, kit.say(words.allowed)),
      kit.text(924, 344, `${allowed} / ${count * count}`, styles.figure, theme.ink, 'end'),
    )
    const loss = kind === 'full' ? 0 : kind === 'causal' ? count - visual : count - Math.max(prefix, visual)
    parts.push(
      kit.text(x, 384, kit.say(words.predicted)),
      kit.text(924, 384, String(Math.max(0, loss)), styles.figure, theme.ink, 'end'),
    )
    return {
      primitives: parts,
      ...(hasPrefix && { handles: [{ id: 'prefix', x: at, y: grid.y + grid.size + 12, label: words.prefix }] }),
      summary: `${kit.say(words[kind])} ${kit.say(words.allowed)} ${allowed} / ${count * count}`,
    }
  },
  drag(values, _, { x }) {
    const count = number(values, 'visual') + number(values, 'text')
    const prefix = Math.round(((x - grid.x) / grid.size) * count)
    return { ...values, prefix: Math.min(count, Math.max(0, prefix)) }
  },
}

const words = {
  visual: {
    en: 'attends to a visual token',
    ja: '視覚トークンに注意',
    'zh-Hans': '注意视觉词元',
    'zh-Hant': '注意視覺詞元',
  },
  text: {
    en: 'attends to a text token',
    ja: 'テキストトークンに注意',
    'zh-Hans': '注意文本词元',
    'zh-Hant': '注意文字詞元',
  },
  cross: {
    en: 'by cross-attention, to the encoder',
    ja: 'クロスアテンションでエンコーダに',
    'zh-Hans': '经交叉注意力，注意编码器',
    'zh-Hant': '經交叉注意力，注意編碼器',
  },
  full: {
    en: 'Everyone sees everyone.',
    ja: '全員が全員を見る。',
    'zh-Hans': '彼此全部可见。',
    'zh-Hant': '彼此全部可見。',
  },
  causal: {
    en: 'Each sees what came before it.',
    ja: '自分より前だけを見る。',
    'zh-Hans': '只见之前的词元。',
    'zh-Hant': '只見之前的詞元。',
  },
  prefix: {
    en: 'The prefix sees all of itself; the rest is causal.',
    ja: '接頭辞は互いに見え、残りは因果的。',
    'zh-Hans': '前缀内彼此可见，其余为因果。',
    'zh-Hant': '前綴內彼此可見，其餘為因果。',
  },
  encoderDecoder: {
    en: 'The encoder sees itself; the decoder sees both.',
    ja: 'エンコーダは自身を、デコーダは両方を見る。',
    'zh-Hans': '编码器见自身，解码器见两者。',
    'zh-Hant': '編碼器見自身，解碼器見兩者。',
  },
  allowed: { en: 'Pairs that may attend', ja: '注意できる対', 'zh-Hans': '可注意的对数', 'zh-Hant': '可注意的對數' },
  predicted: {
    en: 'Tokens that are predicted',
    ja: '予測されるトークン',
    'zh-Hans': '被预测的词元',
    'zh-Hant': '被預測的詞元',
  },
} as const
