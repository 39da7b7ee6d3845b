// Where pictures lie on the sheets of a PDF: a sheet as large as the picture, a paper size, or a handout with notes.
import type { Primitive, TextPrimitive } from '../../drawing/primitives'
import { wrap } from '../../drawing/wrap'
import type { Size } from '../../shared/geometry'
import type { Page, Paper } from '../exporter'
import { groupsIn } from '../scenes'

export interface Sheet {
  /** In points. */
  readonly width: number
  readonly height: number
  readonly title: string
  readonly parts: readonly Part[]
}

/** Primitives in their own pixels, with the place of their origin and the points of one pixel. */
export interface Part {
  readonly primitives: readonly Primitive[]
  readonly x: number
  readonly y: number
  readonly scale: number
  /** In its pixels: nothing is seen beyond, such as what comes in from beyond a slide. */
  readonly clip?: Size
}

/** Points of a pixel: 96 pixels are an inch, which is 72 points. */
const natural = 0.75
const margin = 36
const sizes: Readonly<Record<Exclude<Paper, 'fit'>, readonly [short: number, long: number]>> = {
  a4: [595.28, 841.89],
  letter: [612, 792],
}

export function sheetsOf(pages: readonly Page[], paper: Paper, notes: boolean): Sheet[] {
  if (notes) return handout(pages, sizes[paper === 'fit' ? 'a4' : paper])
  return pages.map((page) => (paper === 'fit' ? fitted(page) : onPaper(page, sizes[paper])))
}

function fitted(page: Page): Sheet {
  const { width, height } = page.scene
  const part = { primitives: painted(page), x: 0, y: 0, scale: natural }
  return { width: width * natural, height: height * natural, title: titleOf(page), parts: [part] }
}

/** The sheet lies as the picture does; a picture smaller than the sheet is not blown up. */
function onPaper(page: Page, [short, long]: readonly [number, number]): Sheet {
  const { scene } = page
  const [width, height] = scene.width >= scene.height ? [long, short] : [short, long]
  const scale = Math.min(natural, (width - 2 * margin) / scene.width, (height - 2 * margin) / scene.height)
  const [x, y] = [(width - scene.width * scale) / 2, (height - scene.height * scale) / 2]
  return { width, height, title: titleOf(page), parts: [{ primitives: painted(page), x, y, scale, clip: scene }] }
}

const heading = { size: 13, line: 18, weight: 700 } as const
const body = { size: 10, line: 14.5, weight: 400 } as const
const ink = '#1B1F24'
const gap = 26

/** Figure, title and notes one below the other: half a sheet for each where they find room there, as much as they need otherwise. */
function handout(pages: readonly Page[], [width, height]: readonly [number, number]): Sheet[] {
  const room = width - 2 * margin
  const half = (height - 2 * margin - gap) / 2
  const sheets: { title: string; parts: Part[] }[] = []
  let y = Infinity
  for (const page of pages) {
    const { scene } = page
    const lines = wordsOf(page, room)
    const words = lines.reduce((sum, { line }) => sum + line, 10)
    const tallest = Math.max(half - words, height * 0.3)
    const scale = Math.min(natural, room / scene.width, tallest / scene.height)
    const whole = scene.height * scale + words
    const middle = margin + half + gap
    if (y > margin && y < middle && whole <= half) y = middle
    if (y + whole > height - margin) {
      sheets.push({ title: titleOf(page), parts: [] })
      y = margin
    }
    const { parts } = sheets.at(-1)!
    parts.push({ primitives: painted(page), x: margin + (room - scene.width * scale) / 2, y, scale, clip: scene })
    y += scene.height * scale + 10
    for (const { text, size, line, weight } of lines) {
      if (y + line > height - margin) {
        sheets.push({ title: titleOf(page), parts: [] })
        y = margin
      }
      const primitive: TextPrimitive = { kind: 'text', x: 0, y: size, text, size, weight, anchor: 'start', fill: ink }
      const lang = page.drawn?.view.language
      sheets.at(-1)!.parts.push({ primitives: [{ ...primitive, ...(lang && { lang }) }], x: margin, y, scale: 1 })
      y += line
    }
    y += gap
  }
  return sheets.map(({ title, parts }) => ({ width, height, title, parts }))
}

function wordsOf({ scene, title, notes }: Page, room: number) {
  const lines = (text: string | undefined, style: typeof heading | typeof body) =>
    (text ?? '')
      .split('\n')
      .filter((paragraph) => paragraph.trim() !== '')
      .flatMap((paragraph) => wrap(paragraph, style.size, style.weight, room))
      .map((line) => ({ text: line, ...style }))
  // The caption of a step stands in the figure already.
  const isCaptioned = groupsIn(scene.primitives).frames.has('caption')
  return [...lines(isCaptioned ? undefined : title, heading), ...lines(notes, body)]
}

function titleOf({ title, scene }: Page): string {
  return title ?? scene.title
}

/** With the page's own colour, where it has one. */
function painted({ scene }: Page): Primitive[] {
  const { background, width, height, primitives } = scene
  if (!background) return [...primitives]
  return [{ kind: 'rect', x: 0, y: 0, width, height, fill: background, stroke: 'none' }, ...primitives]
}
