// Who attends to whom in a language model that is given an image: full, causal and prefix masks over one sequence, and an
// encoder with a decoder. Raffel et al., T5, arXiv:1910.10683, figure 4; Chen et al., PaLI, arXiv:2209.06794.
import type { Primitive } from '../drawing/primitives'
import { number, range, type Given, type GivenBlock, type Lens } from './lens'
import { kitFor, styles } from './kit'

const side = { x: 480, right: 924 } as const
const grid = { x: 86, y: 164, size: 334 } as const

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
  suits: (block) => block.type !== 'attentionMask' || kindOf(block) !== undefined,
  controls: (given) => [
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
      initial: kindIn(given) ?? 'prefix',
      diagram: kindIn(given),
    },
    range(
      'visual',
      { en: 'Visual tokens', ja: '視覚トークン', 'zh-Hans': '视觉词元', 'zh-Hant': '視覺詞元' },
      [0, 12, 1],
      5,
    ),
    range(
      'text',
      { en: 'Text tokens', ja: 'テキストトークン', 'zh-Hans': '文本词元', 'zh-Hant': '文字詞元' },
      [1, 12, 1],
      7,
    ),
    range(
      'prefix',
      {
        en: 'Prefix, with the image',
        ja: '接頭辞 (画像込み)',
        'zh-Hans': '前缀（含图像）',
        'zh-Hant': '前綴（含影像）',
      },
      [0, 24, 1],
      7,
    ),
  ],
  draw(values, frame) {
    const kit = kitFor(frame)
    const { theme } = kit
    const kind = values.kind as MaskKind // One of the options.
    const visual = number(values, 'visual')
    const count = visual + number(values, 'text')
    const prefix = Math.min(number(values, 'prefix'), count)
    const cell = grid.size / count
    const { vision, language } = kit.hues
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
      // Where a column is too narrow for a name, every other has one; the rows are as high as the columns are wide.
      if (cell >= 26 || (cell >= 13 && query % 2 === 0)) {
        parts.push(kit.text(grid.x - 27, y + cell / 2 + 6, name(query), styles.body, theme.ink, 'middle'))
        parts.push(kit.text(grid.x + (query + 0.5) * cell, grid.y - 16, name(query), styles.body, theme.ink, 'middle'))
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
    const foot = grid.y + grid.size + 12
    const warm = theme.nodes.trainable.stroke
    if (hasPrefix)
      parts.push(kit.segment(at, grid.y - 40, at, foot - 6, warm, 2.4), kit.dot(at, foot, 7, warm, theme.page))
    const rows = [
      [vision, words.visual, 0.75],
      [language, words.text, 0.75],
      ...(kind === 'encoderDecoder' ? [[theme.muted, words.cross, 0.35] as const] : []),
    ] as const
    rows.forEach(([hue, label, share], i) => {
      parts.push(kit.box(side.x, 132 + i * 42, 26, 26, kit.heat(share, hue), hue, 4))
      parts.push(kit.text(side.x + 40, 151 + i * 42, kit.say(label)))
    })
    const loss = kind === 'full' ? 0 : kind === 'causal' ? count - visual : count - Math.max(prefix, visual)
    const pairs = `${allowed} / ${count * count}`
    parts.push(
      ...kit.lines(side.x, 304, kit.say(words[kind]), side.right - side.x, styles.strong),
      kit.text(side.x, 382, kit.say(words.allowed)),
      kit.text(side.right, 382, pairs, styles.figure, theme.ink, 'end'),
      kit.text(side.x, 428, kit.say(words.predicted)),
      kit.text(side.right, 428, String(Math.max(0, loss)), styles.figure, theme.ink, 'end'),
    )
    return {
      primitives: parts,
      ...(hasPrefix && {
        handles: [{ id: 'prefix', x: at, y: foot, label: words.end, value: prefix, min: 0, max: count, step: 1 }],
      }),
      summary: `${kit.say(words[kind])} ${kit.say(words.allowed)} ${pairs}`,
    }
  },
  valueAt: (values, _, { x }) => ((x - grid.x) / grid.size) * (number(values, 'visual') + number(values, 'text')),
}

/** That a block puts on its own sequence; undefined where it is none that can be drawn here. */
function kindOf(block: GivenBlock): MaskKind | undefined {
  const kind = block.type === 'attentionMask' ? block.text('kind') : block.text('mask')
  return kind === 'full' || kind === 'causal' || kind === 'prefix' ? kind : undefined
}

/** That of the block from which the lens was opened, or else the first that hides anything. */
function kindIn(given: Given): MaskKind | undefined {
  const types = ['attentionMask', 'selfAttention']
  const [own] = given.near(...types)
  const found = own && own.input('mask') === undefined ? kindOf(own) : undefined
  return (
    found ??
    given
      .blocks(...types)
      .map(kindOf)
      .find((kind) => kind && kind !== 'full')
  )
}

const words = {
  end: { en: 'End of the prefix', ja: '接頭辞の終わり', 'zh-Hans': '前缀的末端', 'zh-Hant': '前綴的末端' },
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
    en: 'Each sees itself and what came before it.',
    ja: '自分自身とそれより前だけを見る。',
    'zh-Hans': '只见自身及之前的词元。',
    'zh-Hant': '只見自身及之前的詞元。',
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
