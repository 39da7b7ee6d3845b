// Interleaved images and text in gated cross-attention: which text token sees which image. The mask is the mask.
// Alayrac et al., Flamingo, arXiv:2204.14198, §2.3 and figure 7: each token sees the latents of the last image before it.
import type { Primitive } from '../drawing/primitives'
import { bounded, field, number, range, type Given, type Lens, type LensValues } from './lens'
import { grouped } from '../semantics/number'
import { kitFor, styles } from './kit'

/** As many tokens as have room for their names. */
const longest = 24
const row = { x: 170, y: 136, width: 754 } as const
const grid = { top: 240, height: 220 } as const

/** For each position of the sequence: the image that it is a tag of, counted from 1; 0 for words. */
export function tagsOf(positions: readonly number[], length: number): number[] {
  const sorted = [...new Set(positions.filter((at) => at >= 0 && at < length))].sort((a, b) => a - b)
  return Array.from({ length }, (_, at) => sorted.indexOf(at) + 1)
}

/** φ: for each position, the number of the last image at or before it; 0 when there is none yet. */
export function lastImage(tags: readonly number[]): number[] {
  let last = 0
  return tags.map((tag) => (last = tag || last))
}

/** Whether the token at a position may attend to an image (from 1). */
export function sees(phi: number, image: number, attends: 'last' | 'all'): boolean {
  return image > 0 && (attends === 'last' ? phi === image : image <= phi)
}

const positionsOf = (values: LensValues) => String(values.images).split(',').filter(Boolean).map(Number)

export const mask: Lens = {
  kind: 'mask',
  title: {
    en: 'Which token sees which image',
    ja: 'どのトークンがどの画像を見るか',
    'zh-Hans': '哪个词元看哪幅图像',
    'zh-Hant': '哪個詞元看哪張影像',
  },
  about: {
    en: 'Move the <image> tags. In Flamingo a token attends to the latents of the last image before it only; earlier images reach it through self-attention.',
    ja: '<image> タグを動かせます。Flamingo では直前の画像の潜在だけを見て、それ以前はセルフアテンションを通して届く。',
    'zh-Hans': '可移动 <image> 标记。Flamingo 中词元只注意其前最近一幅图像的潜变量；更早的图像经自注意力传来。',
    'zh-Hant': '可移動 <image> 標記。Flamingo 中詞元只注意其前最近一張影像的潛變數；更早的影像經自注意力傳來。',
  },
  blocks: ['attentionMask', 'crossAttention'],
  suits: (block) => block.text('kind') === 'previous image' || block.input('mask') !== undefined,
  controls: (given) => [
    range('length', { en: 'Tokens', ja: 'トークン', 'zh-Hans': '词元', 'zh-Hant': '詞元' }, [6, longest, 1], 16),
    range(
      'latents',
      {
        en: 'Latents per image',
        ja: '画像ごとの潜在',
        'zh-Hans': '每幅图像的潜变量',
        'zh-Hant': '每張影像的潛變數',
      },
      [1, 512, 1],
      64,
      given.symbol('latents') ?? given.blocks('learnedTokens')[0]?.number('count'),
    ),
    {
      id: 'attends',
      label: { en: 'Attends to', ja: '注意の対象', 'zh-Hans': '注意', 'zh-Hant': '注意' },
      type: 'choice',
      options: [
        {
          id: 'last',
          label: { en: 'The last image', ja: '直前の画像', 'zh-Hans': '最近的图像', 'zh-Hant': '最近的影像' },
        },
        {
          id: 'all',
          label: {
            en: 'All images before',
            ja: '以前の全画像',
            'zh-Hans': '之前的所有图像',
            'zh-Hant': '之前的所有影像',
          },
        },
      ],
      initial: 'last',
    },
    {
      id: 'images',
      label: { en: '<image> at', ja: '<image> の位置', 'zh-Hans': '<image> 位置', 'zh-Hant': '<image> 位置' },
      type: 'choice',
      options: [...new Set([imagesIn(given), '0,7', '0,5,10', '3,9', '1'])].map((id) => ({ id, label: id })),
      initial: imagesIn(given),
      accepts: (places) => /^\d+(,\d+)*$/.test(places),
    },
  ],
  draw(values, frame) {
    const kit = kitFor(frame)
    const { theme } = kit
    const length = number(values, 'length')
    const latents = number(values, 'latents')
    const attends = values.attends === 'all' ? 'all' : 'last'
    const tags = tagsOf(positionsOf(values), length)
    const phi = lastImage(tags)
    const count = Math.max(0, ...tags)
    const cell = row.width / length
    const hueOf = (image: number) => kit.tint(1 - ((image - 1) % 3) * 0.28, kit.hues.vision)
    const parts: Primitive[] = [
      kit.text(field.x, row.y + 26, kit.say(words.sequence), styles.strong),
      kit.text(field.x, row.y + 72, kit.say(words.phi), styles.strong),
    ]
    tags.forEach((tag, at) => {
      const x = row.x + at * cell
      const fill = tag ? hueOf(tag) : kit.heat(0.16, kit.hues.language)
      parts.push(kit.box(x + 2, row.y, cell - 4, 40, fill, tag ? kit.hues.vision : kit.hues.language, 6))
      const name = tag ? `I${tag}` : `t${at + 1 - tags.slice(0, at).filter(Boolean).length}`
      const style = tag ? styles.strong : styles.body
      parts.push(kit.text(x + cell / 2, row.y + 26, name, style, theme.ink, 'middle'))
      const ink = phi[at] ? theme.ink : theme.muted
      parts.push(kit.text(x + cell / 2, row.y + 72, `${phi[at]}`, styles.body, ink, 'middle'))
    })
    const height = Math.min(72, grid.height / Math.max(1, count))
    for (let image = 1; image <= count; image++) {
      const y = grid.top + (image - 1) * height
      parts.push(kit.text(field.x, y + height / 2 + 6, `I${image} · ${latents}`, styles.strong, kit.hues.vision))
      phi.forEach((last, at) => {
        const isSeen = sees(last, image, attends)
        const fill = isSeen ? hueOf(image) : theme.nodes.plain.ground
        const edge = isSeen ? kit.hues.vision : kit.heat(0.3, theme.muted)
        parts.push(kit.box(row.x + at * cell + 2, y + 2, cell - 4, height - 4, fill, edge, 4))
      })
    }
    const seen = phi.map(
      (last) => Array.from({ length: count }, (_, i) => sees(last, i + 1, attends)).filter(Boolean).length,
    )
    const scores = seen.reduce((a, b) => a + b, 0) * latents
    const blind = seen.filter((each) => each === 0).length
    const fact = kit
      .say(words.scores)
      .replace('{n}', grouped(scores))
      .replace('{all}', grouped(length * count * latents))
      .replace('{blind}', String(blind))
    parts.push(kit.text(field.x, 500, fact, styles.body))
    const places = placesIn(values)
    return {
      primitives: parts,
      handles: places.map((at, i) => ({
        id: String(i),
        x: row.x + (at + 0.5) * cell,
        y: row.y + 20,
        label: `<image> ${i + 1}`,
        value: at,
        // Tags keep their order, and each its own number.
        min: (places[i - 1] ?? -1) + 1,
        max: (places[i + 1] ?? length) - 1,
        step: 1,
      })),
      summary: `φ = ${phi.join(' ')}. ${fact}`,
    }
  },
  valueAt: (values, _, { x }) => Math.floor((x - row.x) / (row.width / number(values, 'length'))),
  move: (values, handle, value) => ({
    ...values,
    images: placesIn(values)
      .map((at, i) => (String(i) === handle ? value : at))
      .join(','),
  }),
}

/** The places of the tags that the sequence is long enough for, in order. */
function placesIn(values: LensValues): number[] {
  return tagsOf(positionsOf(values), number(values, 'length')).flatMap((tag, at) => (tag ? [at] : []))
}

/** As many images as the diagram has, evenly through the text. */
function imagesIn(given: Given): string {
  const images = given.symbol('images', 'num_images', 'n_images') ?? 1
  if (images < 2) return '0,7'
  const count = bounded(Math.round(images), 2, 5)
  return Array.from({ length: count }, (_, i) => Math.floor((i * 16) / count)).join(',')
}

const words = {
  phi: { en: 'Last image φ', ja: '直前の画像 φ', 'zh-Hans': '最近图像 φ', 'zh-Hant': '最近影像 φ' },
  sequence: { en: 'Sequence', ja: '系列', 'zh-Hans': '序列', 'zh-Hant': '序列' },
  scores: {
    en: '{n} of {all} attention scores are computed; {blind} tokens see no image yet.',
    ja: '{all} のうち {n} の注意スコアを計算。{blind} トークンはまだ画像を見ない。',
    'zh-Hans': '{all} 个注意力分数中计算 {n} 个；{blind} 个词元尚看不到图像。',
    'zh-Hant': '{all} 個注意力分數中計算 {n} 個；{blind} 個詞元尚看不到影像。',
  },
} as const
