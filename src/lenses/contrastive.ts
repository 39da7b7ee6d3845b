// The B × B similarity matrix of a contrastive batch: temperature, the two softmaxes, and the sigmoid loss beside them.
// Radford et al., CLIP, arXiv:2103.00020; Zhai et al., SigLIP, arXiv:2303.15343.
import type { Primitive } from '../drawing/primitives'
import { field, number, range, type Given, type Lens } from './lens'
import { fixed, kitFor, normal, seedLabel, seeded, softmax, styles } from './kit'

const dimensions = 16
const grid = { x: 74, y: 162, size: 352 } as const
/** Where the bars and the losses stand. */
const side = { x: 490, right: 924, ground: 276, height: 104 } as const

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
  controls: (given) => [
    // A batch of one is no batch: it stands in many diagrams for “any number”.
    range(
      'batch',
      { en: 'Batch', ja: 'バッチ', 'zh-Hans': '批大小', 'zh-Hant': '批次大小' },
      [2, 16, 1],
      8,
      batchIn(given),
    ),
    range(
      'temperature',
      { en: 'Temperature τ', ja: '温度 τ', 'zh-Hans': '温度 τ', 'zh-Hant': '溫度 τ' },
      [0.01, 1, 0.01],
      0.07,
      temperatureIn(given),
    ),
    range(
      'agreement',
      { en: 'How far trained', ja: '学習の進み', 'zh-Hans': '训练程度', 'zh-Hant': '訓練程度' },
      [0, 1, 0.01],
      0.3,
    ),
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
    range('row', { en: 'Row or column', ja: '行・列', 'zh-Hans': '行或列', 'zh-Hant': '列或欄' }, [1, 16, 1], 1),
    range('seed', seedLabel, [1, 99, 1], 1),
  ],
  draw(values, frame) {
    const kit = kitFor(frame)
    const { theme } = kit
    const size = number(values, 'batch')
    const batch = batchOf(size, number(values, 'temperature'), number(values, 'agreement'), number(values, 'seed'))
    const chosen = Math.min(number(values, 'row'), size) - 1
    const isByText = values.shown === 'columns'
    const shown = isByText ? batch.columns : values.shown === 'similarity' ? batch.similarity : batch.rows
    const hue =
      values.shown === 'similarity' ? theme.edges.fused.stroke : isByText ? kit.hues.language : kit.hues.vision
    const warm = theme.nodes.trainable.stroke
    const cell = grid.size / size
    const parts: Primitive[] = [
      kit.text(grid.x + grid.size / 2, grid.y - 34, kit.say(words.texts), styles.strong, kit.hues.language, 'middle'),
      kit.text(field.x, grid.y - 34, kit.say(words.images), styles.strong, kit.hues.vision),
    ]
    shown.forEach((row, i) => {
      const y = grid.y + i * cell
      const ink = (isText: boolean) => (i === chosen && isText === isByText ? theme.ink : theme.muted)
      parts.push(kit.text(grid.x - 12, y + cell / 2 + 6, `${i + 1}`, styles.body, ink(false), 'end'))
      parts.push(kit.text(grid.x + (i + 0.5) * cell, grid.y - 10, `${i + 1}`, styles.body, ink(true), 'middle'))
      row.forEach((value, j) => {
        const x = grid.x + j * cell
        const hasFigure = cell >= 38
        const share = 0.06 + 0.94 * Math.max(0, value)
        const fill = hasFigure ? kit.tint(share, hue) : kit.heat(share, hue)
        parts.push(kit.box(x + 1, y + 1, cell - 2, cell - 2, fill, i === j ? theme.ink : 'none', 3))
        if (hasFigure)
          parts.push(kit.text(x + cell / 2, y + cell / 2 + 6, fixed(value), styles.body, theme.ink, 'middle'))
      })
    })
    const place = chosen * cell
    parts.push(
      isByText
        ? kit.box(grid.x + place - 1, grid.y - 4, cell + 2, grid.size + 8, 'none', warm, 6)
        : kit.box(grid.x - 4, grid.y + place - 1, grid.size + 8, cell + 2, 'none', warm, 6),
    )
    const shares = isByText ? batch.columns.map((row) => row[chosen]!) : batch.rows[chosen]!
    const [about, own] = isByText ? [words.column, kit.hues.language] : [words.row, kit.hues.vision]
    parts.push(kit.text(side.x, 128, kit.say(about).replace('{n}', String(chosen + 1)), styles.strong, own))
    const step = (side.right - side.x) / size
    shares.forEach((share, j) => {
      const height = Math.max(1, side.height * share)
      const x = side.x + j * step
      parts.push(kit.box(x + 2, side.ground - height, step - 4, height, j === chosen ? warm : own))
      parts.push(kit.text(x + step / 2, side.ground + 22, `${j + 1}`, styles.body, theme.muted, 'middle'))
    })
    parts.push(kit.segment(side.x, side.ground + 0.5, side.right, side.ground + 0.5, theme.muted, 1))
    const mean = (batch.imageToText + batch.textToImage) / 2
    const losses = [
      [words.imageToText, batch.imageToText],
      [words.textToImage, batch.textToImage],
      [words.mean, mean],
      [words.chance, Math.log(size)],
      [words.sigmoid, batch.sigmoid],
    ] as const
    losses.forEach(([name, value], i) => {
      const y = 346 + i * 40
      const ink = name === words.chance ? theme.muted : theme.ink
      const isMain = name === words.mean
      parts.push(kit.text(side.x, y, kit.say(name), isMain ? styles.strong : styles.body, ink))
      parts.push(kit.text(side.right, y, fixed(value, 3), isMain ? styles.figure : styles.strong, ink, 'end'))
    })
    const middle = place + cell / 2
    return {
      primitives: parts,
      summary: `${kit.say(words.mean)} ${fixed(mean, 3)}; ${kit.say(words.chance)} ${fixed(Math.log(size), 3)}; ${kit.say(words.sigmoid)} ${fixed(batch.sigmoid, 3)}`,
      handles: [
        {
          id: 'row',
          ...(isByText ? { x: grid.x + middle, y: grid.y - 4 } : { x: grid.x - 4, y: grid.y + middle, isDown: true }),
          label: isByText ? words.texts : words.images,
          value: chosen + 1,
          min: 1,
          max: size,
          step: 1,
        },
      ],
    }
  },
  valueAt: (values, _, { x, y }) =>
    Math.floor(((values.shown === 'columns' ? x - grid.x : y - grid.y) / grid.size) * number(values, 'batch')) + 1,
}

function batchIn(given: Given): number | undefined {
  const batch = given.symbol('B', 'batch', 'batch_size')
  return batch !== undefined && batch > 1 ? batch : undefined
}

/** Where the learned scale begins: `ln(1/0.07)` for exp(t), `0.07` for ÷ σ. */
function temperatureIn(given: Given): number | undefined {
  const [block] = given.blocks('temperature')
  const [, log, under, value] =
    /^\s*(ln|log)?\s*\(?\s*(1\s*\/\s*)?([\d.]+)\s*\)?\s*$/.exec(block?.text('init') ?? '') ?? []
  const beginning = under ? 1 / Number(value) : Number(value)
  if (!(beginning > 0)) return undefined
  if (block?.text('form') === 'divide') return log ? undefined : beginning
  return log ? 1 / beginning : Math.exp(-beginning)
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
  column: {
    en: 'Softmax of text {n} over the images',
    ja: 'テキスト {n} のソフトマックス',
    'zh-Hans': '文本 {n} 对各图像的 softmax',
    'zh-Hant': '文字 {n} 對各影像的 softmax',
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
