// The B × B similarity matrix of a contrastive batch: temperature, the two softmaxes, and the sigmoid loss beside them.
// Radford et al., CLIP, arXiv:2103.00020; Zhai et al., SigLIP, arXiv:2303.15343.
import type { Primitive } from '../drawing/primitives'
import { number, type Lens, type LensValues } from './lens'
import { fixed, kitFor, normal, seedLabel, seeded, softmax, styles } from './kit'

const dimensions = 16
const grid = { x: 150, y: 150, size: 330 } as const

export interface Batch {
  /** Cosines, row by image, column by text. */
  readonly similarity: readonly (readonly number[])[]
  /** Over the texts of each image, and over the images of each text. */
  readonly rows: readonly (readonly number[])[]
  readonly columns: readonly (readonly number[])[]
  readonly imageToText: number
  readonly textToImage: number
  /** The sum over all pairs for each image, as SigLIP has it, with the scale 1/τ and its initial bias. */
  readonly sigmoid: number
}

const sigmoidBias = -10

/** A made-up batch: `agreement` is how much of each text's direction is its image's. */
export function batchOf(size: number, temperature: number, agreement: number, seed: number): Batch {
  const random = seeded(seed)
  const vector = () => Array.from({ length: dimensions }, () => normal(random))
  const images = Array.from({ length: size }, () => unit(vector()))
  const texts = images.map((image) => {
    const noise = unit(vector())
    return unit(image.map((each, i) => agreement * each + (1 - agreement) * noise[i]!))
  })
  const similarity = images.map((image) =>
    texts.map((text) => image.reduce((sum, each, i) => sum + each * text[i]!, 0)),
  )
  const rows = similarity.map((row) => softmax(row.map((each) => each / temperature)))
  const turned = texts.map((_, column) => softmax(similarity.map((row) => row[column]! / temperature)))
  const columns = similarity.map((row, i) => row.map((_, j) => turned[j]![i]!))
  const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length
  const pair = (cosine: number, isPositive: boolean) =>
    softplus(-(cosine / temperature + sigmoidBias) * (isPositive ? 1 : -1))
  return {
    similarity,
    rows,
    columns,
    imageToText: mean(rows.map((row, i) => -Math.log(row[i]!))),
    textToImage: mean(columns.map((row, i) => -Math.log(row[i]!))),
    sigmoid:
      similarity.flatMap((row, i) => row.map((each, j) => pair(each, i === j))).reduce((a, b) => a + b, 0) / size,
  }
}

function unit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector)
  return vector.map((each) => each / length)
}

function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x))
}

export const contrastive: Lens = {
  kind: 'contrastive',
  title: { en: 'Contrastive loss', ja: '対照損失', 'zh-Hans': '对比损失', 'zh-Hant': '對比損失' },
  about: {
    en: 'Every image of the batch meets every text; pairs that belong together lie on the diagonal. A simulated batch, exact arithmetic (CLIP, SigLIP).',
    ja: 'バッチ内の全画像と全テキストの類似度。正しい組は対角線上。模擬バッチ、計算は厳密 (CLIP, SigLIP)。',
    'zh-Hans': '批内每幅图像与每段文本的相似度；匹配的一对在对角线上。模拟的批次，精确的计算（CLIP、SigLIP）。',
    'zh-Hant': '批次內每張影像與每段文字的相似度；配對者在對角線上。模擬的批次，精確的計算（CLIP、SigLIP）。',
  },
  blocks: ['contrastiveLoss', 'sigmoidLoss', 'similarity', 'temperature'],
  controls: () => [
    {
      id: 'batch',
      label: { en: 'Batch', ja: 'バッチ', 'zh-Hans': '批大小', 'zh-Hant': '批次大小' },
      type: 'range',
      min: 2,
      max: 16,
      step: 1,
      initial: 8,
    },
    {
      id: 'temperature',
      label: { en: 'Temperature τ', ja: '温度 τ', 'zh-Hans': '温度 τ', 'zh-Hant': '溫度 τ' },
      type: 'range',
      min: 0.01,
      max: 1,
      step: 0.01,
      initial: 0.07,
    },
    {
      id: 'agreement',
      label: { en: 'How far trained', ja: '学習の進み', 'zh-Hans': '训练程度', 'zh-Hant': '訓練程度' },
      type: 'range',
      min: 0,
      max: 1,
      step: 0.01,
      initial: 0.3,
    },
    {
      id: 'shown',
      label: { en: 'Shown', ja: '表示', 'zh-Hans': '显示', 'zh-Hant': '顯示' },
      type: 'choice',
      options: [
        {
          id: 'rows',
          label: {
            en: 'Image → text softmax',
            ja: '画像 → テキスト',
            'zh-Hans': '图像 → 文本',
            'zh-Hant': '影像 → 文字',
          },
        },
        {
          id: 'columns',
          label: {
            en: 'Text → image softmax',
            ja: 'テキスト → 画像',
            'zh-Hans': '文本 → 图像',
            'zh-Hant': '文字 → 影像',
          },
        },
        { id: 'similarity', label: { en: 'Cosine', ja: 'コサイン', 'zh-Hans': '余弦', 'zh-Hant': '餘弦' } },
      ],
      initial: 'rows',
    },
    {
      id: 'row',
      label: { en: 'Image', ja: '画像', 'zh-Hans': '图像', 'zh-Hant': '影像' },
      type: 'range',
      min: 1,
      max: 16,
      step: 1,
      initial: 1,
    },
    { id: 'seed', label: seedLabel, type: 'range', min: 1, max: 99, step: 1, initial: 1 },
  ],
  draw(values, frame) {
    const kit = kitFor(frame)
    const { theme } = kit
    const size = number(values, 'batch')
    const temperature = number(values, 'temperature')
    const batch = batchOf(size, temperature, number(values, 'agreement'), number(values, 'seed'))
    const chosen = Math.min(number(values, 'row'), size) - 1
    const shown =
      values.shown === 'columns' ? batch.columns : values.shown === 'similarity' ? batch.similarity : batch.rows
    const cell = grid.size / size
    const [vision, language] = [theme.edges.vision.stroke, theme.edges.language.stroke]
    const hue =
      values.shown === 'columns' ? language : values.shown === 'similarity' ? theme.edges.fused.stroke : vision
    const parts: Primitive[] = [
      kit.text(grid.x + grid.size / 2, grid.y - 30, kit.say(words.texts), styles.strong, language, 'middle'),
      kit.text(grid.x - 14, grid.y - 30, kit.say(words.images), styles.strong, vision, 'end'),
    ]
    shown.forEach((row, i) => {
      const y = grid.y + i * cell
      if (cell >= 18) {
        parts.push(
          kit.text(
            grid.x - 12,
            y + cell / 2 + 5,
            `${i + 1}`,
            styles.cell,
            i === chosen ? theme.ink : theme.muted,
            'end',
          ),
        )
        parts.push(kit.text(grid.x + (i + 0.5) * cell, grid.y - 9, `${i + 1}`, styles.cell, theme.muted, 'middle'))
      }
      row.forEach((value, j) => {
        const x = grid.x + j * cell
        const share = values.shown === 'similarity' ? Math.max(0, value) : value
        parts.push(
          kit.box(
            x + 1,
            y + 1,
            cell - 2,
            cell - 2,
            kit.heat(0.06 + 0.94 * share, hue),
            i === j ? theme.ink : 'none',
            3,
          ),
        )
        if (cell >= 38)
          parts.push(kit.text(x + cell / 2, y + cell / 2 + 5, fixed(value), styles.cell, kit.inkOn(share), 'middle'))
      })
    })
    parts.push(
      kit.box(grid.x - 4, grid.y + chosen * cell - 1, grid.size + 8, cell + 2, 'none', theme.nodes.trainable.stroke, 6),
    )
    const x = 540
    const softmaxes = batch.rows[chosen]!
    parts.push(kit.text(x, 150, kit.say(words.row).replace('{n}', String(chosen + 1)), styles.strong, vision))
    const width = Math.min(22, 340 / size - 3)
    softmaxes.forEach((p, j) => {
      const left = x + j * (width + 3)
      parts.push(
        kit.box(left, 262 - 96 * p, width, Math.max(1, 96 * p), j === chosen ? theme.nodes.trainable.stroke : vision),
      )
    })
    parts.push(
      kit.path(
        [
          [x, 262.5],
          [x + size * (width + 3), 262.5],
        ],
        theme.muted,
        1,
      ),
    )
    const losses = [
      [words.imageToText, batch.imageToText],
      [words.textToImage, batch.textToImage],
      [words.mean, (batch.imageToText + batch.textToImage) / 2],
      [words.chance, Math.log(size)],
      [words.sigmoid, batch.sigmoid],
    ] as const
    losses.forEach(([name, value], i) => {
      const y = 304 + i * 34
      parts.push(
        kit.text(x, y, kit.say(name), i === 2 ? styles.strong : styles.body, i === 3 ? theme.muted : theme.ink),
      )
      parts.push(
        kit.text(
          924,
          y,
          fixed(value, 3),
          i === 2 ? styles.figure : styles.strong,
          i === 3 ? theme.muted : theme.ink,
          'end',
        ),
      )
    })
    const summary = `${kit.say(words.mean)} ${fixed((batch.imageToText + batch.textToImage) / 2, 3)}; ${kit.say(words.chance)} ${fixed(Math.log(size), 3)}`
    const handle = { id: 'row', x: grid.x - 4, y: grid.y + (chosen + 0.5) * cell, label: words.images }
    return { primitives: parts, summary, handles: [handle] }
  },
  drag(values: LensValues, _, { y }) {
    const size = number(values, 'batch')
    const row = Math.floor(((y - grid.y) / grid.size) * size) + 1
    return { ...values, row: Math.min(size, Math.max(1, row)) }
  },
}

const words = {
  images: { en: 'images', ja: '画像', 'zh-Hans': '图像', 'zh-Hant': '影像' },
  texts: { en: 'texts', ja: 'テキスト', 'zh-Hans': '文本', 'zh-Hant': '文字' },
  row: {
    en: 'Softmax of image {n} over the texts',
    ja: '画像 {n} のソフトマックス',
    'zh-Hans': '图像 {n} 对各文本的 softmax',
    'zh-Hant': '影像 {n} 對各文字的 softmax',
  },
  imageToText: {
    en: 'Image → text loss',
    ja: '画像 → テキスト損失',
    'zh-Hans': '图像 → 文本损失',
    'zh-Hant': '影像 → 文字損失',
  },
  textToImage: {
    en: 'Text → image loss',
    ja: 'テキスト → 画像損失',
    'zh-Hans': '文本 → 图像损失',
    'zh-Hant': '文字 → 影像損失',
  },
  mean: { en: 'Contrastive loss', ja: '対照損失', 'zh-Hans': '对比损失', 'zh-Hant': '對比損失' },
  chance: { en: 'Guessing: ln B', ja: '当て推量: ln B', 'zh-Hans': '随机猜测：ln B', 'zh-Hant': '隨機猜測：ln B' },
  sigmoid: {
    en: 'Sigmoid loss, bias −10',
    ja: 'シグモイド損失、バイアス −10',
    'zh-Hans': 'sigmoid 损失，偏置 −10',
    'zh-Hant': 'sigmoid 損失，偏置 −10',
  },
} as const
