// The Perceiver Resampler: T frames of S features onto a fixed number of latents, keys and values from both together.
// Alayrac et al., Flamingo, arXiv:2204.14198, §2.1 and figure 5; Jaegle et al., Perceiver, arXiv:2103.03206.
import type { Primitive } from '../drawing/primitives'
import { grouped } from '../semantics/number'
import { number, type Lens } from './lens'
import { kitFor, styles } from './kit'

export interface Resampling {
  /** Features of all frames. */
  readonly features: number
  /** Keys and values: the features and the latents themselves. */
  readonly keys: number
  /** Scores that one attention computes, per head. */
  readonly scores: number
  /** The same if every feature attended to every other. */
  readonly full: number
}

export function resamplingOf(frames: number, perFrame: number, latents: number): Resampling {
  const features = frames * perFrame
  return { features, keys: features + latents, scores: latents * (features + latents), full: features * features }
}

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
  controls: (given) => [
    {
      id: 'frames',
      label: { en: 'Frames T', ja: 'フレーム T', 'zh-Hans': '帧数 T', 'zh-Hant': '影格數 T' },
      type: 'range',
      min: 1,
      max: 32,
      step: 1,
      initial: bounded(given.symbol('frames') ?? 8, 1, 32),
    },
    {
      id: 'features',
      label: {
        en: 'Features per frame S',
        ja: 'フレームごとの特徴 S',
        'zh-Hans': '每帧特征 S',
        'zh-Hant': '每影格特徵 S',
      },
      type: 'range',
      min: 16,
      max: 576,
      step: 1,
      initial: bounded((given.symbol('image_size') ?? 320) / 32, 4, 24) ** 2,
    },
    {
      id: 'latents',
      label: { en: 'Latents R', ja: '潜在 R', 'zh-Hans': '潜变量 R', 'zh-Hant': '潛變數 R' },
      type: 'range',
      min: 8,
      max: 256,
      step: 1,
      initial: bounded(given.symbol('latents') ?? 64, 8, 256),
    },
  ],
  draw(values, frame) {
    const kit = kitFor(frame)
    const { theme } = kit
    const [frames, perFrame, latents] = [
      number(values, 'frames'),
      number(values, 'features'),
      number(values, 'latents'),
    ]
    const { features, keys, scores, full } = resamplingOf(frames, perFrame, latents)
    const [vision, warm] = [theme.edges.vision.stroke, theme.nodes.trainable.stroke]
    const parts: Primitive[] = []
    const [left, width] = [150, 774]
    const unit = width / keys
    parts.push(kit.text(36, 158, kit.say(words.keys), styles.strong))
    for (let i = 0; i < frames; i++) {
      const x = left + i * perFrame * unit
      parts.push(
        kit.box(
          x + 0.8,
          136,
          Math.max(0.4, perFrame * unit - 1.6),
          34,
          kit.heat(0.3 + 0.25 * (i % 2), vision),
          'none',
          3,
        ),
      )
      if (perFrame * unit > 34)
        parts.push(kit.text(x + (perFrame * unit) / 2, 158, `T${i + 1}`, styles.cell, theme.ink, 'middle'))
    }
    parts.push(
      kit.box(
        left + features * unit + 1,
        136,
        Math.max(2, latents * unit - 1),
        34,
        theme.nodes.trainable.fill,
        warm,
        3,
      ),
    )
    parts.push(
      kit.text(
        left + (features * unit) / 2,
        124,
        `T · S = ${frames} × ${perFrame} = ${grouped(features)}`,
        styles.strong,
        vision,
        'middle',
      ),
    )
    parts.push(kit.text(924, 124, `+ R = ${latents}`, styles.strong, warm, 'end'))
    // Areas in proportion: the block of scores that is computed, in the square that would be.
    const scale = Math.min(unit, 200 / Math.max(features, latents))
    const height = Math.max(3, latents * scale)
    parts.push(kit.text(36, 216 + height / 2, kit.say(words.queries), styles.strong, warm))
    parts.push(kit.box(left, 200, features * unit, height, kit.heat(0.5, vision), vision, 2))
    parts.push(kit.box(left + features * unit, 200, latents * unit, height, theme.nodes.trainable.fill, warm, 2))
    parts.push(kit.box(left, 200, features * unit, Math.max(height, features * scale), 'none', theme.muted, 2))
    const top = 420
    const facts = [
      [words.out, `${latents}`],
      [words.scores, `R · (T·S + R) = ${grouped(scores)}`],
      [words.full, `(T·S)² = ${grouped(full)}`],
    ] as const
    facts.forEach(([name, value], i) => {
      parts.push(
        kit.text(
          36,
          top + i * 32,
          kit.say(name),
          i === 2 ? styles.body : styles.strong,
          i === 2 ? theme.muted : theme.ink,
        ),
      )
      parts.push(
        kit.text(
          924,
          top + i * 32,
          value,
          i === 2 ? styles.strong : styles.figure,
          i === 2 ? theme.muted : theme.ink,
          'end',
        ),
      )
    })
    return {
      primitives: parts,
      summary: `${grouped(features)} → ${latents}; ${kit.say(words.scores)} ${grouped(scores)}`,
    }
  },
}

function bounded(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value)))
}

const words = {
  keys: { en: 'Keys, values', ja: 'キーと値', 'zh-Hans': '键与值', 'zh-Hant': '鍵與值' },
  queries: { en: 'Queries', ja: 'クエリ', 'zh-Hans': '查询', 'zh-Hant': '查詢' },
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
