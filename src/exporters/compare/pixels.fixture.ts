// Two renderings of one picture, pixel by pixel: how much of them differs, and whether anything is gone.
import { Resvg } from '@resvg/resvg-js'
import { bounds, boundsOf } from '../../drawing/bounds'
import type { PathPrimitive, Primitive } from '../../drawing/primitives'
import { textsIn } from '../../drawing/texts'
import type { Scene } from '../../scene/scene'
import type { Box } from '../../shared/geometry'
import { edgeParts, groupsIn } from '../scenes'

/** Red, green, blue and opacity, row by row. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** Any PNG; a program may write a palette or grey. */
export function readPixels(png: Uint8Array, { width, height }: Pick<Scene, 'width' | 'height'>): Pixels {
  const data = Buffer.from(png).toString('base64')
  const names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
  const image = `<image width="${width}" height="${height}" preserveAspectRatio="none" xlink:href="data:image/png;base64,${data}"/>`
  return pixelsOf(`<svg ${names} width="${width}" height="${height}">${image}</svg>`)
}

/** Of an SVG without texts. */
export function pixelsOf(svg: string): Pixels {
  const { width, height, pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  return { width, height, data: pixels }
}

/** Each program smooths edges and letters in its own way: what differs by less than this, of 255, is that. */
const tolerance = 48

/** The share of pixels that differ in a channel, after both were smoothed over a pixel to each side. */
export function differingShare(a: Pixels, b: Pixels): number {
  return shareOf(a, b, smooth)
}

/** The same without smoothing: letters that stand a third of a pixel beside their place count as different. */
export function rawShare(a: Pixels, b: Pixels): number {
  return shareOf(a, b, opaque)
}

function shareOf(a: Pixels, b: Pixels, prepare: (pixels: Pixels) => Uint8Array): number {
  if (a.width !== b.width || a.height !== b.height) return 1
  const [ours, theirs] = [prepare(a), prepare(b)]
  let count = 0
  for (let i = 0; i < ours.length; i += 3)
    if (
      Math.abs(ours[i]! - theirs[i]!) > tolerance ||
      Math.abs(ours[i + 1]! - theirs[i + 1]!) > tolerance ||
      Math.abs(ours[i + 2]! - theirs[i + 2]!) > tolerance
    )
      count++
  return count / (a.width * a.height)
}

/** On white, three bytes a pixel. */
function opaque({ data }: Pixels): Uint8Array {
  const colours = new Uint8Array((data.length / 4) * 3)
  for (let at = 0, i = 0; at < data.length; at += 4)
    for (let channel = 0; channel < 3; channel++) {
      const [value, opacity] = [data[at + channel]!, data[at + 3]!]
      colours[i++] = opacity === 255 ? value : 255 + ((value - 255) * opacity) / 255
    }
  return colours
}

/** The mean of each pixel and its eight neighbours. */
function smooth(pixels: Pixels): Uint8Array {
  const { width, height } = pixels
  const sharp = opaque(pixels)
  const stride = 3 * width
  const rows = new Uint16Array(sharp.length)
  for (let row = 0; row < sharp.length; row += stride)
    for (let i = 0; i < stride; i++)
      rows[row + i] =
        sharp[row + Math.max(i % 3, i - 3)]! + sharp[row + i]! + sharp[row + Math.min(stride - 3 + (i % 3), i + 3)]!
  const smoothed = new Uint8Array(sharp.length)
  for (let y = 0; y < height; y++) {
    const [above, below] = [Math.max(0, y - 1) * stride, Math.min(height - 1, y + 1) * stride]
    for (let i = 0; i < stride; i++)
      smoothed[y * stride + i] = (rows[above + i]! + rows[y * stride + i]! + rows[below + i]!) / 9
  }
  return smoothed
}

export interface Mark {
  readonly kind: 'text' | 'head'
  readonly name: string
  readonly box: Box
}

/** What must not get lost: every line of text, and every arrowhead. */
export function marksIn({ primitives }: Scene): Mark[] {
  const texts = textsIn(primitives).map((text) => ({
    kind: 'text' as const,
    name: `“${text.text}”`,
    box: boundsOf(text)!,
  }))
  const heads = [...groupsIn(primitives).drawn.values()].flatMap((group) => {
    if (group.edge === undefined || !edgeParts(group).hasHead) return []
    return [{ kind: 'head' as const, name: `the arrowhead of ${group.edge}`, box: bounds([headOf(group.children)!])! }]
  })
  return [...texts, ...heads]
}

function headOf(children: readonly Primitive[]): PathPrimitive | undefined {
  return children.find((each) => each.kind === 'path' && each.stroke === 'none' && each.fill !== 'none') as
    PathPrimitive | undefined
}

/** The marks that are in one rendering and not in the other: of their ink, too little is there, or near there. */
export function lostMarks(marks: readonly Mark[], reference: Pixels, other: Pixels): string[] {
  return marks.filter((mark) => isLost(mark, reference, other)).map(({ name }) => name)
}

function isLost({ box, kind }: Mark, reference: Pixels, other: Pixels): boolean {
  const { width, height } = reference
  const [left, top] = [Math.max(0, Math.floor(box.x)), Math.max(0, Math.floor(box.y))]
  const [right, bottom] = [
    Math.min(width, Math.ceil(box.x + box.width)),
    Math.min(height, Math.ceil(box.y + box.height)),
  ]
  const places: number[] = []
  const counts = new Map<number, number>()
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const at = 4 * (y * width + x)
      places.push(at)
      const colour = (reference.data[at]! << 16) | (reference.data[at + 1]! << 8) | reference.data[at + 2]!
      counts.set(colour, (counts.get(colour) ?? 0) + 1)
    }
  const [ground = 0] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])
  const far = (data: Uint8Array, at: number) =>
    Math.max(
      Math.abs(data[at]! - (ground >> 16)),
      Math.abs(data[at + 1]! - ((ground >> 8) & 255)),
      Math.abs(data[at + 2]! - (ground & 255)),
    )
  const strongest = places.reduce((most, at) => Math.max(most, far(reference.data, at)), 0)
  const ink = places.filter((at) => far(reference.data, at) > strongest / 2)
  const isInk = (at: number) => at >= 0 && at < other.data.length && far(other.data, at) > strongest / 2.5
  const shifts = [-2, -1, 0, 1, 2].flatMap((dy) => [-2, -1, 0, 1, 2].map((dx) => 4 * (dy * width + dx)))
  // Letters may stand a little apart, each in its own way; an arrowhead moves as one, and the line to it is no arrowhead.
  const there =
    kind === 'text'
      ? ink.filter((at) => shifts.some((shift) => isInk(at + shift))).length
      : Math.max(...shifts.map((shift) => ink.filter((at) => isInk(at + shift)).length))
  return there < 0.6 * ink.length
}
