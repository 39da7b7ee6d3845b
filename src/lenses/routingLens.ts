// The picture of `routing.ts`: tokens at the left, the experts' buffers, who was dropped, and what each expert holds.
import type { Primitive } from '../drawing/primitives'
import { number, type Lens } from './lens'
import { fixed, kitFor, seedLabel, styles } from './kit'
import { route } from './routing'

const range = (least: number, most: number, step = 1) => ({ type: 'range' as const, min: least, max: most, step })
const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

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
  controls: (given) => [
    {
      id: 'experts',
      label: { en: 'Experts', ja: 'エキスパート', 'zh-Hans': '专家', 'zh-Hant': '專家' },
      ...range(2, 32),
      initial: within(given.symbol('experts') ?? 8, 2, 32),
    },
    {
      id: 'topK',
      label: { en: 'Experts per token', ja: 'トークンごと', 'zh-Hans': '每词元专家数', 'zh-Hant': '每詞元專家數' },
      ...range(1, 4),
      initial: within(given.symbol('top_k') ?? 1, 1, 4),
    },
    {
      id: 'capacityFactor',
      label: { en: 'Capacity factor', ja: '容量係数', 'zh-Hans': '容量系数', 'zh-Hant': '容量係數' },
      ...range(0.25, 2, 0.05),
      initial: within(given.symbol('capacity_factor') ?? 1.05, 0.25, 2),
    },
    {
      id: 'visionTokens',
      label: { en: 'Image tokens', ja: '画像トークン', 'zh-Hans': '图像词元', 'zh-Hant': '影像詞元' },
      ...range(0, 64),
      initial: 36,
    },
    {
      id: 'languageTokens',
      label: { en: 'Text tokens', ja: 'テキストトークン', 'zh-Hans': '文本词元', 'zh-Hant': '文字詞元' },
      ...range(0, 64),
      initial: 12,
    },
    {
      id: 'priority',
      label: {
        en: 'Batch priority routing',
        ja: 'バッチ優先ルーティング',
        'zh-Hans': '批优先路由',
        'zh-Hant': '批次優先路由',
      },
      type: 'switch',
      initial: true,
    },
    {
      id: 'steps',
      label: {
        en: 'Steps of the entropy losses',
        ja: 'エントロピー損失のステップ',
        'zh-Hans': '熵损失步数',
        'zh-Hant': '熵損失步數',
      },
      ...range(0, 60),
      initial: 0,
    },
    { id: 'seed', label: seedLabel, ...range(1, 99), initial: 3 },
  ],
  draw(values, frame) {
    const kit = kitFor(frame)
    const { theme } = kit
    const experts = number(values, 'experts')
    const routed = route({
      experts,
      topK: Math.min(number(values, 'topK'), experts),
      capacityFactor: number(values, 'capacityFactor'),
      visionTokens: number(values, 'visionTokens'),
      languageTokens: number(values, 'languageTokens'),
      priority: values.priority === true,
      steps: number(values, 'steps'),
      seed: number(values, 'seed'),
    })
    const { tokens, capacity, assignments, load, importance, dropped, local, global } = routed
    const hues = { vision: theme.edges.vision.stroke, language: theme.edges.language.stroke }
    const parts: Primitive[] = []
    const [left, width, top, height] = [60, 560, 150, 210]
    const column = width / experts
    const slot = Math.min(18, height / capacity)
    parts.push(kit.text(left, 130, kit.say(words.buffers).replace('{n}', String(capacity)), styles.strong))
    for (let e = 0; e < experts; e++) {
      const x = left + e * column
      parts.push(kit.box(x + 3, top, column - 6, slot * capacity, theme.nodes.plain.ground, theme.muted, 3))
      if (column > 30)
        parts.push(kit.text(x + column / 2, top + height + 26, `E${e + 1}`, styles.strong, theme.ink, 'middle'))
    }
    for (const { token, expert, slot: at } of assignments) {
      if (at === undefined) continue
      const x = left + expert * column
      const y = top + (capacity - at - 1) * slot
      parts.push(kit.box(x + 5, y + 1, column - 10, slot - 2, hues[tokens[token]!.modality], 'none', 2))
    }
    // The spread by modality, and what the router wished for.
    const most = Math.max(...importance, ...load.map(({ vision, language }) => vision + language), 1)
    const [barTop, barHeight] = [400, 70]
    load.forEach(({ vision, language }, e) => {
      const x = left + e * column
      const unit = barHeight / most
      const ground = barTop + barHeight
      parts.push(kit.box(x + 6, ground - vision * unit, column - 12, Math.max(0, vision * unit), hues.vision))
      parts.push(
        kit.box(x + 6, ground - (vision + language) * unit, column - 12, Math.max(0, language * unit), hues.language),
      )
      const line = ground - importance[e]! * unit
      parts.push(
        kit.path(
          [
            [x + 2, line],
            [x + column - 2, line],
          ],
          theme.ink,
          2,
        ),
      )
    })
    parts.push(
      kit.path(
        [
          [left, barTop + barHeight],
          [left + width, barTop + barHeight],
        ],
        theme.muted,
        1,
      ),
    )
    parts.push(kit.text(left, 494, kit.say(words.bars), styles.cell, theme.muted))
    const x = 664
    const facts: (readonly [string, string, string])[] = [
      [kit.say(words.dropped), '', theme.ink],
      [kit.say(words.image), `${dropped.vision} / ${number(values, 'visionTokens')}`, hues.vision],
      [kit.say(words.text), `${dropped.language} / ${number(values, 'languageTokens')}`, hues.language],
      [kit.say(words.local), '', theme.ink],
      [kit.say(words.image), fixed(local.vision), hues.vision],
      [kit.say(words.text), fixed(local.language), hues.language],
      [kit.say(words.global).replace('{n}', fixed(Math.log(experts))), '', theme.ink],
      [kit.say(words.image), fixed(global.vision), hues.vision],
      [kit.say(words.text), fixed(global.language), hues.language],
    ]
    facts.forEach(([name, value, hue], i) => {
      const y = 130 + i * 34 + Math.floor(i / 3) * 14
      parts.push(kit.text(value ? x + 16 : x, y, name, value ? styles.body : styles.strong, hue))
      if (value) parts.push(kit.text(924, y, value, styles.figure, theme.ink, 'end'))
    })
    const summary = `${kit.say(words.dropped)}: ${kit.say(words.image)} ${dropped.vision}, ${kit.say(words.text)} ${dropped.language}`
    return { primitives: parts, summary }
  },
}

const words = {
  buffers: {
    en: 'Buffers of the experts: {n} slots each',
    ja: 'エキスパートの容量: 各 {n}',
    'zh-Hans': '专家的缓冲区：各 {n} 个位置',
    'zh-Hant': '專家的緩衝區：各 {n} 個位置',
  },
  bars: {
    en: 'Bars: tokens taken in. Line: importance, the sum of the router’s shares.',
    ja: '棒: 受け入れたトークン。線: 重要度 (ルータの確率の和)。',
    'zh-Hans': '柱：接收的词元。线：重要性（路由概率之和）。',
    'zh-Hant': '柱：接收的詞元。線：重要性（路由機率之和）。',
  },
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
