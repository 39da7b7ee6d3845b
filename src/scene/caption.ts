// The words of a step below its picture. All steps of a talk get the room that the longest needs.
import type { Words } from '../document/schema'
import { say } from '../document/words'
import type { Primitive } from '../drawing/primitives'
import { wrap } from '../drawing/wrap'
import type { View } from '../graph/view'
import type { Framed } from './frame'
import type { Look } from './look'
import { legible } from './strong'
import { line } from './text'
import { themes } from './themes'

export interface Caption {
  readonly title?: Words
  readonly text?: Words
}

const heading = { size: 24, weight: 700 } as const
const body = { size: 18, weight: 400 } as const
const [headingLine, bodyLine, gap] = [32, 26, 28] as const

export function captionBlock(
  words: Caption | undefined,
  all: readonly Caption[],
  view: View,
  look: Look,
  x: number,
  width: number,
  scale = 1,
): Framed {
  const heights = [...(words ? [words] : []), ...all].map((each) => broken(each, view, width / scale).height * scale)
  const height = Math.max(0, ...heights)
  if (!words || height === 0) return { height, primitives: [] }
  const { ink, muted, page } = themes[look.theme]
  const quiet = look.strong ? legible(muted, page, ink) : muted
  const { title, text } = broken(words, view, width / scale)
  const top = gap + title.length * headingLine
  const set = (each: string, y: number, { size, weight }: typeof heading | typeof body, fill: string) =>
    line(each, x, y * scale, { size: size * scale, weight }, fill, view.language)
  const primitives: Primitive[] = [
    ...title.map((each, i) => set(each, gap + 22 + i * headingLine, heading, ink)),
    ...text.map((each, i) => set(each, top + 18 + i * bodyLine, body, quiet)),
  ]
  return { height, primitives }
}

function broken(words: Caption, { language }: View, width: number) {
  const lines = (each: Words | undefined, { size, weight }: typeof heading | typeof body) => {
    const text = say(each, language)
    return text ? wrap(text, size, weight, width) : []
  }
  const [title, text] = [lines(words.title, heading), lines(words.text, body)]
  const height = title.length || text.length ? gap + title.length * headingLine + text.length * bodyLine : 0
  return { title, text, height }
}
