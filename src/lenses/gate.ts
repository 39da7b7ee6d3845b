// The gate of gated cross-attention: what passes at initialisation, and as α grows.
// Alayrac et al., Flamingo, arXiv:2204.14198, §2.2: y = x + tanh(α) · f(x), α = 0 at first. A gate that is α itself:
// Bachlechner et al., ReZero, arXiv:2003.04887.
import type { Primitive } from '../drawing/primitives'
import { bounded, number, range, type Lens } from './lens'
import { fixed, kitFor, styles } from './kit'

const plot = { x: 36, y: 124, width: 440, height: 384 } as const
const side = { x: 530, width: 394 } as const
const reach = 3
/** Of the value of a gate: as far as the plot shows it. */
const tallest = 1.15

const placeOf = (alpha: number) => plot.x + ((alpha + reach) / (2 * reach)) * plot.width
const heightOf = (value: number) => plot.y + plot.height / 2 - (value / tallest) * (plot.height / 2)

/** `slopeAt`: told from the value, as its formula is. */
const forms = {
  tanh: { name: 'tanh(α)', slope: '1 − tanh²(α)', valueAt: Math.tanh, slopeAt: (value: number) => 1 - value ** 2 },
  sigmoid: {
    name: 'σ(α)',
    slope: 'σ(α) · (1 − σ(α))',
    valueAt: (alpha: number) => 1 / (1 + Math.exp(-alpha)),
    slopeAt: (value: number) => value * (1 - value),
  },
  scalar: { name: 'α', slope: '1', valueAt: (alpha: number) => alpha, slopeAt: () => 1 },
} as const
type Form = keyof typeof forms

/** What a gate lets through for α, and how fast that grows with α. */
export function opening(form: Form, alpha: number): { readonly value: number; readonly slope: number } {
  const value = forms[form].valueAt(alpha)
  return { value, slope: forms[form].slopeAt(value) }
}

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
  controls: (given) => {
    const [block] = given.blocks('gate')
    const form = block?.text('form')
    const init = Number.parseFloat(block?.text('init') ?? '')
    return [
      range('alpha', 'α', [-reach, reach, 0.01], 0, Number.isFinite(init) ? init : undefined),
      {
        id: 'form',
        label: { en: 'Form', ja: '形', 'zh-Hans': '形式', 'zh-Hant': '形式' },
        type: 'choice',
        options: Object.entries(forms).map(([id, { name }]) => ({ id, label: name })),
        initial: isForm(form) ? form : 'tanh',
        diagram: form,
      },
    ]
  },
  draw(values, frame) {
    const kit = kitFor(frame)
    const { theme } = kit
    const alpha = number(values, 'alpha')
    const form = isForm(values.form) ? values.form : 'tanh'
    const { value, slope } = opening(form, alpha)
    const { name, slope: formula } = forms[form]
    const warm = theme.nodes.trainable.stroke
    const { x: left, y: top, width, height } = plot
    // What leaves the plot, as α itself does, is not drawn.
    const curve = Array.from({ length: 241 }, (_, i) => -reach + (i * 2 * reach) / 240)
      .map((a) => [a, opening(form, a).value] as const)
      .filter(([, each]) => Math.abs(each) <= tallest)
    const at = { x: placeOf(alpha), y: heightOf(bounded(value, -tallest, tallest)) }
    const parts: Primitive[] = [
      kit.segment(left, heightOf(0), left + width, heightOf(0), theme.muted, 1),
      kit.segment(placeOf(0), top, placeOf(0), top + height, theme.muted, 1),
      ...[-1, 1].flatMap((y) => [
        kit.segment(left, heightOf(y), left + width, heightOf(y), theme.muted, 1, [3, 4]),
        kit.text(placeOf(0) - 8, heightOf(y) - 7, minus(`${y}`), styles.body, theme.muted, 'end'),
      ]),
      ...[-2, 2].map((a) => kit.text(placeOf(a), heightOf(0) + 24, minus(`${a}`), styles.body, theme.muted, 'middle')),
      kit.text(left + width, heightOf(0) - 10, 'α', styles.strong, theme.muted, 'end'),
      kit.text(placeOf(0) + 10, heightOf(1) - 7, name, styles.strong, warm),
      kit.path(
        curve.map(([a, each]) => [placeOf(a), heightOf(each)] as const),
        warm,
        2.6,
      ),
      kit.segment(at.x, heightOf(0), at.x, at.y, warm, 1.4, [4, 3]),
      kit.dot(at.x, at.y, 9, warm, theme.page),
    ]
    const bar = (y: number, share: number, label: string, fill: string, edge: string, figure: string) => {
      parts.push(kit.text(side.x, y - 12, label, styles.body))
      parts.push(kit.text(side.x + side.width, y - 12, figure, styles.strong, theme.ink, 'end'))
      parts.push(kit.box(side.x, y, side.width, 28, theme.nodes.plain.ground, theme.muted, 5))
      if (share > 0.004) parts.push(kit.box(side.x, y, side.width * Math.min(1, share), 28, fill, edge, 5))
    }
    const { frozen } = theme.nodes
    const fill = kit.heat(0.3, warm)
    const gradient = kit.say(words.slope).replace('{f}', formula)
    bar(176, 1, kit.say(words.kept), frozen.fill, frozen.stroke, '1.000 · x')
    bar(276, Math.abs(value), kit.say(words.added), fill, warm, `${signed(value)} · f(x)`)
    bar(376, slope, gradient, fill, warm, fixed(slope, 3))
    const state = kit.say(value === 0 ? words.closed : words.open)
    parts.push(kit.text(side.x, 456, `α = ${signed(alpha)}`, styles.figure))
    parts.push(...kit.lines(side.x, 488, state, side.width, styles.body, theme.muted))
    return {
      primitives: parts,
      handles: [{ id: 'alpha', ...at, label: 'α', value: alpha, min: -reach, max: reach, step: 0.01 }],
      summary: `α = ${signed(alpha)}: ${name} = ${signed(value)}; ${gradient} = ${fixed(slope, 3)}. ${state}`,
    }
  },
  valueAt: (_, __, { x }) => ((x - plot.x) / plot.width) * 2 * reach - reach,
}

function isForm(form: unknown): form is Form {
  return typeof form === 'string' && Object.hasOwn(forms, form)
}

function signed(value: number): string {
  return minus(fixed(value, 3))
}

function minus(text: string): string {
  return text.replace('-', '−')
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
    en: 'Gradient for α: {f}',
    ja: 'α への勾配: {f}',
    'zh-Hans': 'α 的梯度：{f}',
    'zh-Hant': 'α 的梯度：{f}',
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
