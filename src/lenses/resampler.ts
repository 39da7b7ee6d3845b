// The Perceiver Resampler: T frames of S features onto a fixed number of latents, keys and values from both together.
// Alayrac et al., Flamingo, arXiv:2204.14198, §2.1 and figure 5; Jaegle et al., Perceiver, arXiv:2103.03206.
import type { Primitive } from '../drawing/primitives'
import { grouped } from '../semantics/number'
import { number, range, type Given, type GivenBlock, type Lens, type LensValues } from './lens'
import { kitFor, styles } from './kit'

export interface Resampling {
  /** Features of all frames. */
  readonly features: number
  /** Keys and values: the features and, where they are put beside them, the latents themselves. */
  readonly keys: number
  /** Scores that one attention computes, per head. */
  readonly scores: number
  /** The same if every feature attended to every other. */
  readonly full: number
}

export function resamplingOf(frames: number, perFrame: number, latents: number, isBeside = true): Resampling {
  const features = frames * perFrame
  const keys = features + (isBeside ? latents : 0)
  return { features, keys, scores: latents * keys, full: features * features }
}

/** Where the keys are drawn, and the widths that stand for their numbers. */
const bar = { x: 180, y: 142, width: 744, height: 36 } as const
const square = { top: 206, height: 170 } as const
const mostFrames = 32

export const resampler: Lens = {
  kind: 'resampler',
  title: {
    en: 'Perceiver Resampler',
    ja: 'Perceiver Resampler',
    'zh-Hans': 'Perceiver Resampler',
    'zh-Hant': 'Perceiver Resampler',
  },
  about: {
    en: 'However many frames come in, a fixed number of latents goes out: the latents ask, and the keys and values are the features and the latents, side by side (Flamingo, §2.1).',
    ja: '何フレーム入っても潜在の数は一定。潜在が問い合わせ、キーと値は特徴と潜在の連結 (Flamingo §2.1)。',
    'zh-Hans': '无论输入多少帧，输出的潜变量数固定：潜变量作查询，键和值为特征与潜变量的拼接（Flamingo §2.1）。',
    'zh-Hant': '無論輸入多少影格，輸出的潛變數數固定：潛變數作查詢，鍵和值為特徵與潛變數的串接（Flamingo §2.1）。',
  },
  blocks: ['learnedTokens', 'crossAttention', 'timeEmbedding'],
  suits: (block) => block.input('mask') === undefined && !block.isText('x'),
  controls: (given) => {
    const { frames, features, latents, isBeside } = countsIn(given)
    return [
      range('frames', words.frames, [1, mostFrames, 1], 8, frames),
      range(
        'features',
        {
          en: 'Features per frame S',
          ja: 'フレームごとの特徴 S',
          'zh-Hans': '每帧特征 S',
          'zh-Hant': '每影格特徵 S',
        },
        [16, 1024, 1],
        100,
        features,
      ),
      range(
        'latents',
        { en: 'Latents R', ja: '潜在 R', 'zh-Hans': '潜变量 R', 'zh-Hant': '潛變數 R' },
        [8, 512, 1],
        64,
        latents,
      ),
      {
        id: 'beside',
        label: {
          en: 'Latents among the keys',
          ja: 'キーに潜在も入れる',
          'zh-Hans': '潜变量也作键',
          'zh-Hant': '潛變數也作鍵',
        },
        type: 'switch',
        initial: isBeside ?? true,
        diagram: isBeside,
      },
    ]
  },
  draw(values, frame) {
    const kit = kitFor(frame)
    const { theme, hues } = kit
    const [frames, perFrame, latents] = [
      number(values, 'frames'),
      number(values, 'features'),
      number(values, 'latents'),
    ]
    const isBeside = values.beside === true
    const { features, keys, scores, full } = resamplingOf(frames, perFrame, latents, isBeside)
    const [warm, warmFill] = [theme.nodes.trainable.stroke, theme.nodes.trainable.fill]
    const unit = bar.width / keys
    const parts: Primitive[] = [
      kit.text(36, bar.y + 24, kit.say(words.keys), styles.strong),
      kit.text(bar.x, bar.y - 10, `T · S = ${frames} × ${perFrame} = ${grouped(features)}`, styles.strong, hues.vision),
    ]
    for (let i = 0; i < frames; i++) {
      const x = bar.x + i * perFrame * unit
      const wide = perFrame * unit
      const tint = kit.tint(0.4 + 0.4 * (i % 2), hues.vision)
      parts.push(kit.box(x + 0.8, bar.y, Math.max(0.4, wide - 1.6), bar.height, tint, 'none', 3))
      if (wide > 44) parts.push(kit.text(x + wide / 2, bar.y + 24, `T${i + 1}`, styles.body, theme.ink, 'middle'))
    }
    const edge = bar.x + features * unit
    if (isBeside) {
      parts.push(kit.box(edge + 1, bar.y, Math.max(2, latents * unit - 1), bar.height, warmFill, warm, 3))
      parts.push(kit.text(924, bar.y - 10, `+ R = ${latents}`, styles.strong, warm, 'end'))
    }
    // Areas in proportion: the scores that are computed, and the square that all features among themselves would be.
    const scale = square.height / Math.max(features, latents)
    const height = Math.max(3, latents * scale)
    parts.push(kit.text(36, square.top + 16, `${kit.say(words.queries)} R`, styles.strong, warm))
    parts.push(
      kit.box(bar.x, square.top, features * unit, Math.max(height, features * scale), 'none', theme.muted, 2),
      kit.box(bar.x, square.top, features * unit, height, kit.tint(0.8, hues.vision), hues.vision, 2),
    )
    if (isBeside) parts.push(kit.box(edge, square.top, latents * unit, height, warmFill, warm, 2))
    if (square.height - height > 34)
      parts.push(kit.text(bar.x + 12, square.top + square.height - 12, '(T·S)²', styles.body, theme.muted))
    const facts = [
      [words.out, `R = ${latents}`],
      [words.scores, `R · ${isBeside ? '(T·S + R)' : 'T·S'} = ${grouped(scores)}`],
      [words.full, `(T·S)² = ${grouped(full)}`],
    ] as const
    facts.forEach(([name, value], i) => {
      const y = 424 + i * 40
      const ink = i === 2 ? theme.muted : theme.ink
      parts.push(kit.text(36, y, kit.say(name), i === 2 ? styles.body : styles.strong, ink))
      parts.push(kit.text(924, y, value, i === 2 ? styles.strong : styles.figure, ink, 'end'))
    })
    const end = bar.x + Math.min(1, frames / mostFrames) * bar.width
    const rail = bar.y + bar.height + 14
    parts.push(
      kit.segment(bar.x, rail, bar.x + bar.width, rail, kit.heat(0.3, theme.muted), 2),
      kit.dot(end, rail, 7, warm, theme.page),
    )
    return {
      primitives: parts,
      summary: `${grouped(features)} → ${latents}; ${kit.say(words.keys)} ${grouped(keys)}; ${kit.say(words.scores)} ${grouped(scores)}`,
      handles: [
        { id: 'frames', x: end, y: rail, label: words.frames, value: frames, min: 1, max: mostFrames, step: 1 },
      ],
    }
  },
  valueAt: (_: LensValues, __, { x }) => ((x - bar.x) / bar.width) * mostFrames,
}

/** As the attention of learned queries in the diagram has it; by the symbols where there is none. */
function countsIn(given: Given) {
  const frames = given.symbol('frames', 'num_frames', 'T')
  const latents = given.blocks('learnedTokens')[0]?.number('count') ?? given.symbol('latents', 'num_latents')
  const lengthAt = (shape: readonly (number | undefined)[] | undefined) => shape?.at(-2)
  const attention = given
    .blocks('crossAttention')
    .find((block) => !block.isText('x') && lengthAt(block.input('x')) === latents)
  const keys = lengthAt(attention?.input('context'))
  if (latents === undefined || keys === undefined) return { frames, latents }
  const isBeside = given
    .blocks('concat')
    .some((block) => ['a', 'b'].some((port) => lengthAt(block.input(port)) === latents) && sumOf(block) === keys)
  const features = (isBeside ? keys - latents : keys) / (frames ?? 1)
  return { frames: frames ?? 1, latents, isBeside, features: Number.isInteger(features) ? features : undefined }

  function sumOf(block: GivenBlock) {
    return ['a', 'b'].reduce((sum, port) => sum + (lengthAt(block.input(port)) ?? 0), 0)
  }
}

const words = {
  keys: { en: 'Keys, values', ja: 'キーと値', 'zh-Hans': '键与值', 'zh-Hant': '鍵與值' },
  queries: { en: 'Queries', ja: 'クエリ', 'zh-Hans': '查询', 'zh-Hant': '查詢' },
  frames: { en: 'Frames T', ja: 'フレーム T', 'zh-Hans': '帧数 T', 'zh-Hant': '影格數 T' },
  out: {
    en: 'Visual tokens that leave',
    ja: '出ていく視覚トークン',
    'zh-Hans': '输出的视觉词元',
    'zh-Hant': '輸出的視覺詞元',
  },
  scores: {
    en: 'Attention scores, each head',
    ja: '注意スコア (ヘッドごと)',
    'zh-Hans': '注意力分数（每个头）',
    'zh-Hant': '注意力分數（每個頭）',
  },
  full: {
    en: 'If all features attended to all',
    ja: '全特徴が互いに注意する場合',
    'zh-Hans': '若所有特征互相注意',
    'zh-Hant': '若所有特徵互相注意',
  },
} as const
