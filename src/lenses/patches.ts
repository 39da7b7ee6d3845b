// An image cut into patches at a resolution: how many tokens that makes, and what attention over them costs.
// Dosovitskiy et al., ViT, arXiv:2010.11929, §3.1: N = (H / P) · (W / P).
import { grey } from '../drawing/colour'
import type { Primitive } from '../drawing/primitives'
import { grouped } from '../semantics/number'
import { bounded, number, range, type Given, type Lens } from './lens'
import { kitFor, round, styles, type Kit } from './kit'

const view = { x: 36, y: 126, size: 392 } as const
const [leastPatch, mostPatch] = [8, 64] as const
const facts = { x: 480, right: 924 } as const

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
    const image = imageIn(given)
    const patch = patchIn(given)
    const largest = bounded(image ?? 0, 896, 4096)
    return [
      range(
        'image',
        { en: 'Image size', ja: '画像サイズ', 'zh-Hans': '图像尺寸', 'zh-Hant': '影像尺寸' },
        [112, largest, 1],
        224,
        image,
      ),
      range('patch', words.patch, [leastPatch, bounded(patch ?? 0, mostPatch, largest), 1], 14, patch),
    ]
  },
  draw(values, frame) {
    const kit = kitFor(frame)
    const { theme } = kit
    const [image, patch] = [number(values, 'image'), number(values, 'patch')]
    const { side, tokens, rest } = cutOf(image, patch)
    const scale = view.size / image
    const parts: Primitive[] = [...scenery(kit, frame.look.theme === 'print')]
    const end = side * patch * scale
    const thin = side > 40 ? 0.8 : 1.4
    for (let i = 0; i <= side; i++) {
      const at = i * patch * scale
      parts.push(kit.segment(view.x + at, view.y, view.x + at, view.y + end, theme.page, thin))
      parts.push(kit.segment(view.x, view.y + at, view.x + end, view.y + at, theme.page, thin))
    }
    if (rest > 0) {
      const width = rest * scale
      parts.push(kit.box(view.x + end, view.y, width, view.size, theme.problem))
      parts.push(kit.box(view.x, view.y + end, end, width, theme.problem))
    }
    const warm = theme.nodes.trainable.stroke
    const corner = patch * scale
    parts.push(kit.box(view.x, view.y, corner, corner, 'none', warm))
    parts.push(kit.dot(view.x + corner, view.y + corner, 7, warm, theme.page))
    const rows = [
      [words.grid, `${side} × ${side}`],
      [words.tokens, grouped(tokens)],
      [words.pairs, grouped(tokens * tokens)],
      ...(rest > 0 ? [[words.rest, `${rest} px`] as const] : []),
    ] as const
    rows.forEach(([name, value], i) => {
      const ink = name === words.rest ? theme.problem : theme.ink
      parts.push(kit.text(facts.x, 146 + i * 40, kit.say(name), styles.body, ink))
      parts.push(kit.text(facts.right, 146 + i * 40, value, styles.figure, ink, 'end'))
    })
    parts.push(kit.text(facts.x, 320, kit.say(words.compare), styles.strong, theme.muted))
    const sizes = [224, 336, 448, 588]
    const most = Math.max(...sizes.map((size) => cutOf(size, patch).tokens), 1)
    sizes.forEach((size, i) => {
      const count = cutOf(size, patch).tokens
      const y = 338 + i * 46
      const fill = kit.tint(size === image ? 1 : 0.5, kit.hues.vision)
      parts.push(kit.text(facts.x, y + 21, `${size}`, styles.strong))
      parts.push(kit.box(facts.x + 46, y, Math.max(2, (310 * count) / most), 30, fill, kit.hues.vision, 4))
      parts.push(kit.text(facts.right, y + 21, grouped(count), styles.strong, theme.ink, 'end'))
    })
    const unused = rest > 0 ? `; ${kit.say(words.rest)} ${rest} px` : ''
    return {
      primitives: parts,
      summary: `${image} / ${patch}: ${kit.say(words.tokens)} ${grouped(tokens)}${unused}`,
      handles: [
        {
          id: 'patch',
          x: view.x + corner,
          y: view.y + corner,
          label: words.corner,
          value: patch,
          min: leastPatch,
          max: Math.max(mostPatch, patch),
          step: 1,
          isDown: true,
        },
      ],
    }
  },
  valueAt: (values, _, { x, y }) => (Math.max(x - view.x, y - view.y) / view.size) * number(values, 'image'),
}

function imageIn(given: Given): number | undefined {
  const [embedding] = given.blocks('patchEmbedding')
  const [image] = given.blocks('image')
  return embedding?.input('image')?.at(-1) ?? image?.number('size') ?? given.symbol('image_size', 'image')
}

function patchIn(given: Given): number | undefined {
  return given.blocks('patchEmbedding')[0]?.number('patch_size') ?? given.symbol('patch_size', 'patch')
}

/** A picture to be cut: a bird on a branch under a sun, in flat colours; grey on paper. */
function scenery(kit: Kit, isGrey: boolean): Primitive[] {
  const { x, y, size } = view
  const paint = (colour: string) => (isGrey ? grey(colour) : colour)
  const at = (u: number, v: number) => [x + u * size, y + v * size] as const
  /** Corners as `u v u v …`, in hundredths of the picture. */
  const shape = (corners: string, colour: string): Primitive => {
    const numbers = corners.split(' ').map((each) => Number(each) / 100)
    const points = numbers.flatMap((u, i) =>
      i % 2
        ? []
        : [
            at(u, numbers[i + 1]!)
              .map((n) => round(n, 1))
              .join(' '),
          ],
    )
    return { kind: 'path', d: `M${points.join('L')}Z`, fill: paint(colour), stroke: 'none' }
  }
  return [
    kit.box(x, y, size, size, paint('#BFE0F2')),
    kit.dot(...at(0.78, 0.22), size * 0.11, paint('#F6C445')),
    shape('0 100 0 72 25 58 50 70 78 55 100 68 100 100', '#7FB069'),
    shape('8 66 62 60 63 63 8 70', '#7A5230'),
    shape('24 42 36 32 48 36 55 46 68 52 52 56 40 62 28 56', '#C2410C'),
    shape('24 42 15 45 25 47', '#3B2A1E'),
    kit.dot(...at(0.3, 0.42), size * 0.014, paint('#1B1F24')),
  ]
}

const words = {
  corner: {
    en: 'Corner of the first patch',
    ja: '最初のパッチの角',
    'zh-Hans': '首个图像块的角',
    'zh-Hant': '首個影像塊的角',
  },
  patch: { en: 'Patch size', ja: 'パッチサイズ', 'zh-Hans': '块尺寸', 'zh-Hant': '塊尺寸' },
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
