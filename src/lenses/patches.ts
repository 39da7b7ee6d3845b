// An image cut into patches at a resolution: how many tokens that makes, and what attention over them costs.
// Dosovitskiy et al., ViT, arXiv:2010.11929, §3.1: N = (H / P) · (W / P).
import type { Primitive } from '../drawing/primitives'
import { grouped } from '../semantics/number'
import { number, type Lens } from './lens'
import { kitFor, styles, type Kit } from './kit'

const view = { x: 60, y: 130, size: 370 } as const

export interface Cut {
  readonly side: number
  readonly tokens: number
  /** Pixels at the right and lower edge that no patch covers. */
  readonly rest: number
}

export function cutOf(imageSize: number, patchSize: number): Cut {
  const side = Math.floor(imageSize / patchSize)
  return { side, tokens: side * side, rest: imageSize - side * patchSize }
}

export const patches: Lens = {
  kind: 'patches',
  title: { en: 'Patches', ja: 'パッチ分割', 'zh-Hans': '图像分块', 'zh-Hant': '影像分塊' },
  about: {
    en: 'The image is cut into squares, and each becomes one token: (image / patch)². Attention compares every token with every other (ViT, §3.1).',
    ja: '画像を正方形に切り、それぞれが 1 トークンになる: (画像 / パッチ)²。注意は全トークン対を比べる (ViT §3.1)。',
    'zh-Hans': '图像被切成小方块，每块成为一个词元：(图像 / 块)²。注意力比较每一对词元（ViT §3.1）。',
    'zh-Hant': '影像被切成小方塊，每塊成為一個詞元：(影像 / 塊)²。注意力比較每一對詞元（ViT §3.1）。',
  },
  blocks: ['patchEmbedding', 'image'],
  controls(given) {
    // As far as the model’s own numbers go, so that these are what is drawn.
    const image = clamp(given.symbol('image_size', 'image') ?? 224, 112, 4096)
    const patch = clamp(given.symbol('patch_size', 'patch') ?? 14, 8, image)
    return [
      {
        id: 'image',
        label: { en: 'Image size', ja: '画像サイズ', 'zh-Hans': '图像尺寸', 'zh-Hant': '影像尺寸' },
        type: 'range',
        min: 112,
        max: Math.max(896, image),
        step: 1,
        initial: image,
      },
      {
        id: 'patch',
        label: { en: 'Patch size', ja: 'パッチサイズ', 'zh-Hans': '块尺寸', 'zh-Hant': '塊尺寸' },
        type: 'range',
        min: 8,
        max: Math.max(64, patch),
        step: 1,
        initial: patch,
      },
    ]
  },
  draw(values, frame) {
    const kit = kitFor(frame)
    const { theme } = kit
    const [image, patch] = [number(values, 'image'), number(values, 'patch')]
    const { side, tokens, rest } = cutOf(image, patch)
    const scale = view.size / image
    const parts: Primitive[] = [...scenery(kit)]
    for (let i = 0; i <= side; i++) {
      const at = i * patch * scale
      const end = side * patch * scale
      parts.push(
        kit.path(
          [
            [view.x + at, view.y],
            [view.x + at, view.y + end],
          ],
          theme.page,
          side > 40 ? 0.8 : 1.4,
        ),
      )
      parts.push(
        kit.path(
          [
            [view.x, view.y + at],
            [view.x + end, view.y + at],
          ],
          theme.page,
          side > 40 ? 0.8 : 1.4,
        ),
      )
    }
    if (rest > 0) {
      const at = side * patch * scale
      const width = rest * scale
      parts.push(kit.box(view.x + at, view.y, width, view.size, theme.problem))
      parts.push(kit.box(view.x, view.y + at, at, width, theme.problem))
    }
    const x = 500
    const facts = [
      [words.grid, `${side} × ${side}`],
      [words.tokens, grouped(tokens)],
      [words.pairs, grouped(tokens * tokens)],
      ...(rest > 0 ? [[words.rest, `${rest} px`] as const] : []),
    ] as const
    facts.forEach(([name, value], i) => {
      parts.push(kit.text(x, 152 + i * 34, kit.say(name), styles.body, i === 3 ? theme.problem : theme.ink))
      parts.push(kit.text(924, 152 + i * 34, value, styles.figure, i === 3 ? theme.problem : theme.ink, 'end'))
    })
    parts.push(kit.text(x, 310, kit.say(words.compare), styles.strong, theme.muted))
    const sizes = [224, 336, 448, 588]
    const most = cutOf(Math.max(...sizes, image), patch).tokens
    sizes.forEach((size, i) => {
      const count = cutOf(size, patch).tokens
      const y = 326 + i * 38
      parts.push(kit.text(x, y + 18, `${size}`, styles.strong))
      parts.push(
        kit.box(
          x + 46,
          y,
          Math.max(2, (290 * count) / most),
          24,
          kit.heat(0.35, theme.edges.vision.stroke),
          theme.edges.vision.stroke,
          4,
        ),
      )
      parts.push(kit.text(924, y + 18, grouped(count), styles.strong, theme.ink, 'end'))
    })
    return { primitives: parts, summary: `${image} / ${patch}: ${kit.say(words.tokens)} ${grouped(tokens)}` }
  },
}

/** A picture to be cut: a bird on a branch under a sun, in flat colours. */
function scenery(kit: Kit): Primitive[] {
  const { x, y, size } = view
  const at = (u: number, v: number) => [x + u * size, y + v * size] as const
  const shape = (points: readonly (readonly [number, number])[], fill: string): Primitive => ({
    kind: 'path',
    d: `${points
      .map(
        ([u, v], i) =>
          `${i ? 'L' : 'M'}${at(u, v)
            .map((n) => Math.round(n * 10) / 10)
            .join(' ')}`,
      )
      .join('')}Z`,
    fill,
    stroke: 'none',
  })
  return [
    kit.box(x, y, size, size, '#BFE0F2'),
    kit.dot(...at(0.78, 0.22), size * 0.11, '#F6C445'),
    shape(
      [
        [0, 1],
        [0, 0.72],
        [0.25, 0.58],
        [0.5, 0.7],
        [0.78, 0.55],
        [1, 0.68],
        [1, 1],
      ],
      '#7FB069',
    ),
    shape(
      [
        [0.08, 0.66],
        [0.62, 0.6],
        [0.63, 0.63],
        [0.08, 0.7],
      ],
      '#7A5230',
    ),
    shape(
      [
        [0.24, 0.42],
        [0.36, 0.32],
        [0.48, 0.36],
        [0.55, 0.46],
        [0.68, 0.52],
        [0.52, 0.56],
        [0.4, 0.62],
        [0.28, 0.56],
      ],
      '#C2410C',
    ),
    shape(
      [
        [0.24, 0.42],
        [0.15, 0.45],
        [0.25, 0.47],
      ],
      '#3B2A1E',
    ),
    kit.dot(...at(0.3, 0.42), size * 0.014, '#1B1F24'),
  ]
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value)))
}

const words = {
  grid: { en: 'Patches', ja: 'パッチ', 'zh-Hans': '块', 'zh-Hant': '塊' },
  tokens: { en: 'Tokens', ja: 'トークン', 'zh-Hans': '词元', 'zh-Hant': '詞元' },
  pairs: {
    en: 'Pairs that attention compares',
    ja: '注意が比べる対',
    'zh-Hans': '注意力比较的对数',
    'zh-Hant': '注意力比較的對數',
  },
  rest: { en: 'Left over at two edges', ja: '二辺の余り', 'zh-Hans': '两条边上的剩余', 'zh-Hant': '兩邊的剩餘' },
  compare: {
    en: 'Tokens at other resolutions',
    ja: '他の解像度でのトークン数',
    'zh-Hans': '其他分辨率下的词元数',
    'zh-Hant': '其他解析度下的詞元數',
  },
} as const
