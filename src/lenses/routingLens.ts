// The picture of `routing.ts`: tokens at the left, the experts' buffers, who was dropped, and what each expert holds.
import type { Primitive } from '../drawing/primitives'
import { number, range, type Lens, type LensValues } from './lens'
import { fixed, kitFor, seedLabel, styles } from './kit'
import { route, type RoutingOptions } from './routing'

const left = 36
const width = 570
/** The buffers of the experts, and below them what each has taken in. */
const buffers = { top: 214, height: 136 } as const
const bars = { ground: 476, height: 84 } as const
const facts = { x: 650, image: 822, text: 924 } as const
/** Of the capacity factor. */
const [leastRoom, mostRoom, roomStep] = [0.25, 2, 0.05]
/** As high as a place in a buffer is drawn at most. */
const highestSlot = 30

export const routing: Lens = {
  kind: 'routing',
  title: { en: 'Routing to experts', ja: 'エキスパートへのルーティング', 'zh-Hans': '专家路由', 'zh-Hant': '專家路由' },
  about: {
    en: 'Each token goes to its top experts while they have room; what finds none skips the layer. Made-up router, real arithmetic (V-MoE, LIMoE).',
    ja: '各トークンは空きのある上位エキスパートへ。空きがなければ層を素通り。ルータは模擬、計算は実物 (V-MoE, LIMoE)。',
    'zh-Hans': '每个词元去往仍有空位的前几名专家；没有空位则跳过该层。路由器是模拟的，算术是真实的（V-MoE、LIMoE）。',
    'zh-Hant': '每個詞元去往仍有空位的前幾名專家；沒有空位則略過該層。路由器是模擬的，算術是真實的（V-MoE、LIMoE）。',
  },
  blocks: ['router', 'dispatch', 'combine', 'auxiliaryLoss'],
  controls: (given) => {
    const [router] = given.blocks('router')
    const [dispatch] = given.blocks('dispatch')
    const experts = router?.number('experts') ?? given.symbol('experts')
    return [
      range(
        'experts',
        { en: 'Experts', ja: 'エキスパート', 'zh-Hans': '专家', 'zh-Hant': '專家' },
        [2, 32, 1],
        8,
        experts,
      ),
      range(
        'topK',
        { en: 'Experts per token', ja: 'トークンごと', 'zh-Hans': '每词元专家数', 'zh-Hant': '每詞元專家數' },
        [1, 4, 1],
        1,
        dispatch?.number('top_k') ?? given.symbol('top_k'),
      ),
      range(
        'capacityFactor',
        { en: 'Capacity factor', ja: '容量係数', 'zh-Hans': '容量系数', 'zh-Hant': '容量係數' },
        [leastRoom, mostRoom, roomStep],
        1.05,
        dispatch?.number('capacity_factor') ?? given.symbol('capacity_factor'),
      ),
      range(
        'visionTokens',
        { en: 'Image tokens', ja: '画像トークン', 'zh-Hans': '图像词元', 'zh-Hant': '影像詞元' },
        [0, 64, 1],
        36,
      ),
      range(
        'languageTokens',
        { en: 'Text tokens', ja: 'テキストトークン', 'zh-Hans': '文本词元', 'zh-Hant': '文字詞元' },
        [0, 64, 1],
        12,
      ),
      {
        id: 'priority',
        label: {
          en: 'Batch priority routing',
          ja: 'バッチ優先ルーティング',
          'zh-Hans': '批优先路由',
          'zh-Hant': '批次優先路由',
        },
        type: 'switch',
        initial: dispatch?.flag('priority') ?? true,
        diagram: dispatch?.flag('priority'),
      },
      range(
        'steps',
        {
          en: 'Steps of the entropy losses',
          ja: 'エントロピー損失のステップ',
          'zh-Hans': '熵损失步数',
          'zh-Hant': '熵損失步數',
        },
        [0, 60, 1],
        0,
      ),
      range('seed', seedLabel, [1, 99, 1], 3),
    ]
  },
  draw(values, frame) {
    const kit = kitFor(frame)
    const { theme, hues } = kit
    const options = optionsIn(values)
    const { experts } = options
    const routed = route(options)
    const { tokens, capacity, assignments, load, importance, dropped, local, global, unevenness } = routed
    const column = width / experts
    const slot = slotOf(options)
    const parts: Primitive[] = [kit.text(left, 130, kit.say(words.tokens), styles.strong)]

    // In their order: filled as far as the experts that a token wished for took it in.
    const wide = tokens.length ? Math.min(22, width / tokens.length) : 0
    const gap = wide > 8 ? 2 : 0.6
    tokens.forEach(({ modality }, i) => {
      const taken = assignments.filter(({ token, slot: at }) => token === i && at !== undefined).length / options.topK
      const x = left + i * wide
      parts.push(kit.box(x + gap / 2, 142, wide - gap, 22, theme.nodes.plain.ground, hues[modality], 2))
      if (taken > 0) parts.push(kit.box(x + gap / 2, 142 + 22 * (1 - taken), wide - gap, 22 * taken, hues[modality]))
    })

    const { top, height } = buffers
    parts.push(kit.text(left, 200, kit.say(words.buffers).replace('{n}', String(capacity)), styles.strong))
    for (let e = 0; e < experts; e++) {
      const x = left + e * column
      const floor = top + height
      parts.push(
        kit.box(x + 3, floor - slot * capacity, column - 6, slot * capacity, theme.nodes.plain.ground, theme.muted, 3),
      )
      if (column > 34 || e === 0 || (e + 1) % 8 === 0)
        parts.push(kit.text(x + column / 2, floor + 22, `E${e + 1}`, styles.body, theme.muted, 'middle'))
    }
    for (const { token, expert, slot: at } of assignments) {
      if (at === undefined) continue
      const y = top + height - (at + 1) * slot
      const inset = Math.min(1, slot / 6)
      parts.push(
        kit.box(
          left + expert * column + 5,
          y + inset,
          column - 10,
          slot - 2 * inset,
          hues[tokens[token]!.modality],
          'none',
          2,
        ),
      )
    }

    // The spread by modality, and what the router wished for.
    const most = Math.max(...importance, ...load.map(({ vision, language }) => vision + language), 1)
    const unit = bars.height / most
    load.forEach(({ vision, language }, e) => {
      const x = left + e * column
      const bar = (from: number, count: number, hue: string) =>
        count > 0 && parts.push(kit.box(x + 6, bars.ground - (from + count) * unit, column - 12, count * unit, hue))
      bar(0, vision, hues.vision)
      bar(vision, language, hues.language)
      const y = bars.ground - importance[e]! * unit
      parts.push(kit.segment(x + 2, y, x + column - 2, y, theme.ink, 2.4))
    })
    parts.push(kit.segment(left, bars.ground, left + width, bars.ground, theme.muted, 1))
    parts.push(kit.text(left, 506, kit.say(words.bars), styles.body, theme.muted))

    // The key of the colours stands where their numbers do.
    parts.push(
      kit.text(facts.image, 130, kit.say(words.image), styles.strong, hues.vision, 'end'),
      kit.box(facts.image - 46, 138, 46, 6, hues.vision, 'none', 3),
      kit.text(facts.text, 130, kit.say(words.text), styles.strong, hues.language, 'end'),
      kit.box(facts.text - 46, 138, 46, 6, hues.language, 'none', 3),
    )
    const { visionTokens, languageTokens, topK } = options
    const pairs = [
      [
        kit.say(words.dropped),
        `${dropped.vision} / ${visionTokens * topK}`,
        `${dropped.language} / ${languageTokens * topK}`,
      ],
      [kit.say(words.local), fixed(local.vision), fixed(local.language)],
      [kit.say(words.global).replace('{n}', fixed(Math.log(experts))), fixed(global.vision), fixed(global.language)],
    ] as const
    pairs.forEach(([name, vision, language], i) => {
      const y = 166 + i * 74
      parts.push(
        kit.text(facts.x, y, name, styles.body, theme.muted),
        kit.text(facts.image, y + 30, vision, styles.figure, theme.ink, 'end'),
        kit.text(facts.text, y + 30, language, styles.figure, theme.ink, 'end'),
      )
    })
    const uneven = [
      [words.importance, unevenness.importance],
      [words.load, unevenness.load],
    ] as const
    parts.push(kit.text(facts.x, 400, kit.say(words.uneven), styles.body, theme.muted))
    uneven.forEach(([name, value], i) => {
      const y = 430 + i * 36
      parts.push(
        kit.text(facts.x, y, kit.say(name), styles.body),
        kit.text(facts.text, y, fixed(value), styles.figure, theme.ink, 'end'),
      )
    })
    const summary = `${kit.say(words.dropped)}: ${kit.say(words.image)} ${dropped.vision}, ${kit.say(words.text)} ${dropped.language}; ${kit.say(words.buffers).replace('{n}', String(capacity))}`
    const handle = {
      id: 'capacityFactor',
      label: words.room,
      x: left + width + 12,
      y: buffers.top + buffers.height - slot * capacity,
      value: options.capacityFactor,
      min: leastRoom,
      max: mostRoom,
      step: roomStep,
    }
    parts.push(kit.segment(left, handle.y, handle.x, handle.y, theme.nodes.trainable.stroke, 2, [5, 4]))
    parts.push(kit.dot(handle.x, handle.y, 7, theme.nodes.trainable.stroke, theme.page))
    return { primitives: parts, summary, handles: [handle] }
  },
  valueAt(values, _, { y }) {
    const options = optionsIn(values)
    const even = evenShare(options)
    const places = (buffers.top + buffers.height - y) / slotOf(options)
    return even > 0 ? places / even : options.capacityFactor
  },
}

function optionsIn(values: LensValues): RoutingOptions {
  const experts = number(values, 'experts')
  return {
    experts,
    topK: Math.min(number(values, 'topK'), experts),
    capacityFactor: number(values, 'capacityFactor'),
    visionTokens: number(values, 'visionTokens'),
    languageTokens: number(values, 'languageTokens'),
    priority: values.priority === true,
    steps: number(values, 'steps'),
    seed: number(values, 'seed'),
  }
}

function evenShare({ topK, visionTokens, languageTokens, experts }: RoutingOptions): number {
  return (topK * (visionTokens + languageTokens)) / experts
}

/** The height of a place: the same for every capacity, so that a hand can draw the buffers larger and smaller. */
function slotOf(options: RoutingOptions): number {
  return Math.min(highestSlot, buffers.height / Math.max(1, Math.ceil(evenShare(options) * mostRoom)))
}

const words = {
  buffers: {
    en: 'Buffers of the experts: {n} slots each',
    ja: 'エキスパートの容量: 各 {n}',
    'zh-Hans': '专家的缓冲区：各 {n} 个位置',
    'zh-Hant': '專家的緩衝區：各 {n} 個位置',
  },
  tokens: {
    en: 'Tokens in their order; empty: dropped',
    ja: 'トークン (順番どおり)。空: 破棄',
    'zh-Hans': '词元（按顺序）；空：被丢弃',
    'zh-Hant': '詞元（依順序）；空：被捨棄',
  },
  room: { en: 'Room in each expert', ja: '各エキスパートの容量', 'zh-Hans': '各专家的容量', 'zh-Hant': '各專家的容量' },
  bars: {
    en: 'Bars: tokens taken in. Line: importance, the router’s shares summed.',
    ja: '棒: 受け入れたトークン。線: 重要度 (ルーターの割合の和)。',
    'zh-Hans': '柱：接收的词元。线：重要性（路由份额之和）。',
    'zh-Hant': '柱：接收的詞元。線：重要性（路由份額之和）。',
  },
  uneven: {
    en: 'Unevenness over experts, CV²',
    ja: 'エキスパート間の偏り CV²',
    'zh-Hans': '专家间的不均衡 CV²',
    'zh-Hant': '專家間的不均衡 CV²',
  },
  importance: { en: 'Importance', ja: '重要度', 'zh-Hans': '重要性', 'zh-Hant': '重要性' },
  load: { en: 'Load', ja: '負荷', 'zh-Hans': '负载', 'zh-Hant': '負載' },
  dropped: { en: 'Dropped', ja: '破棄', 'zh-Hans': '丢弃', 'zh-Hant': '捨棄' },
  image: { en: 'image', ja: '画像', 'zh-Hans': '图像', 'zh-Hant': '影像' },
  text: { en: 'text', ja: 'テキスト', 'zh-Hans': '文本', 'zh-Hant': '文字' },
  local: {
    en: 'Local entropy (sure: 0)',
    ja: '局所エントロピー (確信: 0)',
    'zh-Hans': '局部熵（确定：0）',
    'zh-Hant': '局部熵（確定：0）',
  },
  global: {
    en: 'Global entropy (even: {n})',
    ja: '大域エントロピー (均等: {n})',
    'zh-Hans': '全局熵（均匀：{n}）',
    'zh-Hant': '全域熵（均勻：{n}）',
  },
} as const
