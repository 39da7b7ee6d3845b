// The few shapes and inks that lenses are drawn with. Text is so large that it has 12 points on a slide, and 2.2 % of the
// height of a screen, with the words of a step and the controls around it.
import type { Language, Words } from '../document/schema'
import { say } from '../document/words'
import { blend, contrast } from '../drawing/colour'
import type { Primitive } from '../drawing/primitives'
import { wrap } from '../drawing/wrap'
import { legibleContrast } from '../scene/strong'
import { line, type TextStyle } from '../scene/text'
import { themes, type Theme } from '../scene/themes'
import { bounded, type LensFrame } from './lens'

export const styles = {
  heading: { size: 28, weight: 700 },
  body: { size: 17, weight: 400 },
  strong: { size: 17, weight: 700 },
  figure: { size: 22, weight: 700 },
} as const satisfies Record<string, TextStyle>

export type Anchor = 'start' | 'middle' | 'end'

export interface Kit {
  readonly theme: Theme
  readonly language: Language
  text(x: number, y: number, text: string, style?: TextStyle, fill?: string, anchor?: Anchor): Primitive
  /** A sentence in as many lines as it needs. */
  lines(x: number, y: number, text: string, width: number, style?: TextStyle, fill?: string): Primitive[]
  box(x: number, y: number, width: number, height: number, fill: string, stroke?: string, radius?: number): Primitive
  path(
    points: readonly (readonly [number, number])[],
    stroke: string,
    width?: number,
    dash?: readonly number[],
  ): Primitive
  /** From one point straight to another. */
  segment(x: number, y: number, toX: number, toY: number, stroke: string, width?: number, dash?: number[]): Primitive
  dot(x: number, y: number, radius: number, fill: string, stroke?: string): Primitive
  say(words: Words): string
  /** Of what is of images and of what is of text; on paper, where there is no hue, one is darker. */
  readonly hues: { readonly vision: string; readonly language: string }
  /** The colour of a share from 0 to 1 between the page and a hue. */
  heat(share: number, hue: string): string
  /** The same, no stronger than leaves ink legible on it. */
  tint(share: number, hue: string): string
}

export function kitFor({ look, language }: LensFrame): Kit {
  const theme = themes[look.theme]
  const path: Kit['path'] = (points, stroke, width = 1.6, dash) => ({
    kind: 'path',
    d: points.map(([x, y], i) => `${i ? 'L' : 'M'}${round(x)} ${round(y)}`).join(''),
    fill: 'none',
    stroke,
    strokeWidth: width,
    ...(dash && { dash }),
  })
  const text: Kit['text'] = (x, y, words, style = styles.body, fill = theme.ink, anchor = 'start') =>
    line(words, x, y, style, fill, language, anchor)
  return {
    theme,
    language,
    path,
    text,
    lines: (x, y, words, width, style = styles.body, fill = theme.ink) =>
      wrap(words, style.size, style.weight, width).map((each, i) =>
        text(x, y + i * Math.round(style.size * 1.3), each, style, fill),
      ),
    box: (x, y, width, height, fill, stroke = 'none', radius = 0) => ({
      kind: 'rect',
      x,
      y,
      width,
      height,
      fill,
      stroke,
      strokeWidth: 1.2,
      ...(radius > 0 && { radius }),
    }),
    segment: (x, y, toX, toY, stroke, width, dash) =>
      path(
        [
          [x, y],
          [toX, toY],
        ],
        stroke,
        width,
        dash,
      ),
    dot: (x, y, radius, fill, stroke = 'none') => ({
      kind: 'rect',
      x: x - radius,
      y: y - radius,
      width: 2 * radius,
      height: 2 * radius,
      radius,
      fill,
      stroke,
      strokeWidth: 1.6,
    }),
    say: (words) => say(words, language),
    hues:
      look.theme === 'print'
        ? { vision: '#3A3A3A', language: '#A6A6A6' }
        : { vision: theme.edges.vision.stroke, language: theme.edges.language.stroke },
    heat: (share, hue) => blend(theme.page, hue, bounded(share, 0, 1)),
    tint: (share, hue) => blend(theme.page, hue, bounded(share, 0, 1) * strongestTint(theme, hue)),
  }
}

const tints = new Map<string, number>()

function strongestTint({ page, ink }: Theme, hue: string): number {
  const key = `${page} ${hue}`
  const known = tints.get(key)
  if (known !== undefined) return known
  let share = 1
  while (share > 0 && contrast(ink, blend(page, hue, share)) < legibleContrast) share -= 0.02
  tints.set(key, share)
  return share
}

export function round(value: number, digits = 2): number {
  const scale = 10 ** digits
  return Math.round(value * scale) / scale
}

/** `0.07` as `0.07`, `12.3456` as `12.35`: with as many digits after the point as asked. */
export function fixed(value: number, digits = 2): string {
  return value.toFixed(digits).replace(/^-(0(?:\.0*)?)$/, '$1')
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Of the standard normal distribution (Box and Muller). */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

export function softmax(logits: readonly number[]): number[] {
  const most = Math.max(...logits)
  const powers = logits.map((each) => Math.exp(each - most))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((each) => each / sum)
}

/** In nats. */
export function entropy(shares: readonly number[]): number {
  return -shares.reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) : 0), 0)
}

export const seedLabel: Words = { en: 'Another draw', ja: '乱数の種', 'zh-Hans': '随机种子', 'zh-Hant': '隨機種子' }
