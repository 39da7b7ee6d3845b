// The tanh gate of gated cross-attention: what passes at initialisation, and as α grows.
// Alayrac et al., Flamingo, arXiv:2204.14198, §2.2: y = x + tanh(α) · f(x), α = 0 at first.
import type { Primitive } from '../drawing/primitives'
import { number, type Lens } from './lens'
import { fixed, kitFor, styles } from './kit'

const plot = { x: 70, y: 150, width: 400, height: 320 } as const
const reach = 3

const placeOf = (alpha: number) => plot.x + ((alpha + reach) / (2 * reach)) * plot.width
const heightOf = (value: number) => plot.y + plot.height / 2 - (value * plot.height) / 2.2

export const gate: Lens = {
  kind: 'gate',
  title: { en: 'Tanh gate', ja: 'tanh ゲート', 'zh-Hans': 'tanh 门', 'zh-Hant': 'tanh 閘' },
  about: {
    en: 'y = x + tanh(α) · f(x). At α = 0 the frozen language model is untouched; α learns how much of the new layer it lets in (Flamingo, §2.2).',
    ja: 'y = x + tanh(α) · f(x)。α = 0 では凍結した言語モデルのまま。α が新しい層をどれだけ通すかを学習する (Flamingo §2.2)。',
    'zh-Hans': 'y = x + tanh(α) · f(x)。α = 0 时冻结的语言模型保持原样；α 学习让新层通过多少（Flamingo §2.2）。',
    'zh-Hant': 'y = x + tanh(α) · f(x)。α = 0 時凍結的語言模型保持原樣；α 學習讓新層通過多少（Flamingo §2.2）。',
  },
  blocks: ['gate'],
  controls: () => [{ id: 'alpha', label: 'α', type: 'range', min: -reach, max: reach, step: 0.01, initial: 0 }],
  draw(values, frame) {
    const kit = kitFor(frame)
    const { theme } = kit
    const alpha = number(values, 'alpha')
    const opened = Math.tanh(alpha)
    const slope = 1 - opened ** 2
    const curve = Array.from({ length: 121 }, (_, i) => -reach + (i * 2 * reach) / 120)
    const warm = theme.nodes.trainable.stroke
    const parts: Primitive[] = [
      kit.path(
        [
          [plot.x, heightOf(0)],
          [plot.x + plot.width, heightOf(0)],
        ],
        theme.muted,
        1,
      ),
      kit.path(
        [
          [placeOf(0), plot.y],
          [placeOf(0), plot.y + plot.height],
        ],
        theme.muted,
        1,
      ),
      ...[-1, 1].map((y) =>
        kit.path(
          [
            [plot.x, heightOf(y)],
            [plot.x + plot.width, heightOf(y)],
          ],
          theme.muted,
          1,
          [3, 4],
        ),
      ),
      ...[-1, 1].map((y) =>
        kit.text(placeOf(0) - 8, heightOf(y) - 6, `${y}`.replace('-', '−'), styles.cell, theme.muted, 'end'),
      ),
      kit.text(plot.x + plot.width, heightOf(0) + 20, 'α', styles.strong, theme.muted, 'end'),
      kit.text(placeOf(0) + 8, plot.y + 4, 'tanh(α)', styles.strong, theme.muted),
      kit.path(
        curve.map((a) => [placeOf(a), heightOf(Math.tanh(a))] as const),
        warm,
        2.6,
      ),
      kit.path(
        [
          [placeOf(alpha), heightOf(0)],
          [placeOf(alpha), heightOf(opened)],
        ],
        warm,
        1.4,
        [4, 3],
      ),
      kit.dot(placeOf(alpha), heightOf(opened), 8, warm, theme.page),
    ]
    const x = 540
    const bar = (y: number, share: number, name: string, fill: string, edge: string, figure: string) => {
      parts.push(kit.text(x, y - 10, name, styles.body))
      parts.push(kit.text(924, y - 10, figure, styles.strong, theme.ink, 'end'))
      parts.push(kit.box(x, y, 384, 22, theme.nodes.plain.ground, theme.muted, 5))
      if (share > 0.004) parts.push(kit.box(x, y, 384 * share, 22, fill, edge, 5))
    }
    bar(186, 1, kit.say(words.kept), theme.nodes.frozen.fill, theme.nodes.frozen.stroke, '1.000 · x')
    bar(262, Math.abs(opened), kit.say(words.added), theme.nodes.trainable.fill, warm, `${signed(opened)} · f(x)`)
    bar(338, slope, kit.say(words.slope), theme.nodes.trainable.fill, warm, fixed(slope, 3))
    parts.push(kit.text(x, 410, kit.say(alpha === 0 ? words.closed : words.open), styles.body, theme.muted))
    return {
      primitives: parts,
      handles: [{ id: 'alpha', x: placeOf(alpha), y: heightOf(opened), label: 'α' }],
      summary: `α = ${signed(alpha)}: tanh(α) = ${signed(opened)}, ${kit.say(words.slope)} ${fixed(slope, 3)}`,
    }
  },
  drag(values, _, { x }) {
    const alpha = ((x - plot.x) / plot.width) * 2 * reach - reach
    return { ...values, alpha: Math.round(Math.min(reach, Math.max(-reach, alpha)) * 100) / 100 }
  },
}

function signed(value: number): string {
  return fixed(value, 3).replace('-', '−')
}

const words = {
  kept: {
    en: 'What the frozen layer hands on',
    ja: '凍結層からの残差',
    'zh-Hans': '冻结层传来的残差',
    'zh-Hant': '凍結層傳來的殘差',
  },
  added: {
    en: 'What the new layer adds',
    ja: '新しい層が加える量',
    'zh-Hans': '新层加入的部分',
    'zh-Hant': '新層加入的部分',
  },
  slope: {
    en: 'Gradient for α: 1 − tanh²(α)',
    ja: 'α への勾配: 1 − tanh²(α)',
    'zh-Hans': 'α 的梯度：1 − tanh²(α)',
    'zh-Hant': 'α 的梯度：1 − tanh²(α)',
  },
  closed: {
    en: 'At initialisation: the language model answers as before.',
    ja: '初期状態: 言語モデルは元のまま。',
    'zh-Hans': '初始化时：语言模型的回答不变。',
    'zh-Hant': '初始化時：語言模型的回答不變。',
  },
  open: {
    en: 'The gate has opened: visual information enters.',
    ja: 'ゲートが開き、視覚情報が入る。',
    'zh-Hans': '门已打开：视觉信息进入。',
    'zh-Hant': '閘已打開：視覺資訊進入。',
  },
} as const
