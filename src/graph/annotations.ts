// Free texts and frames of a graph, in the words and sizes of one view.
import { plainText } from '../drawing/math/spoken'
import { richWidth, wrapRich } from '../drawing/rich'
import { say } from '../document/words'
import type { Frame, FreeText, GraphBody, Language, TextSize } from '../document/schema'
import type { Size } from '../shared/geometry'
import type { GraphFrame, GraphText } from './graph'
import { stackLines, type LineStyle } from './lines'

export interface TextLook extends LineStyle {
  readonly lineHeight: number
  readonly baseline: number
}

/** How texts of each size are set; medium where nothing is said. */
export const textLooks: Readonly<Record<TextSize, TextLook>> = {
  small: { size: 12, weight: 400, lineHeight: 16, baseline: 12 },
  medium: { size: 15, weight: 400, lineHeight: 20, baseline: 15 },
  large: { size: 22, weight: 700, lineHeight: 28, baseline: 22 },
}

export const frameLook: TextLook = { size: 12, weight: 700, lineHeight: 16, baseline: 12 }

/** Between a frame and what it goes around. */
export const frameMargin = 10
export const frameCorner = 14

/** Between the words on a frame's wall and the wall. */
export const headingGap = 6

/** Where nothing is said of its width. */
const widest = 280

export function annotationsOf(
  body: GraphBody,
  isThere: (id: string) => boolean,
  language: Language,
): { texts?: readonly GraphText[]; frames?: readonly GraphFrame[] } {
  const texts = (body.texts ?? []).filter(({ node }) => node === undefined || isThere(node))
  const frames = (body.frames ?? []).flatMap((frame) => frameOf(frame, isThere, language))
  return {
    ...(texts.length > 0 && { texts: texts.map((text) => textOf(text, language)) }),
    ...(frames.length > 0 && { frames }),
  }
}

function textOf(
  { id, words, node, x, y, width, size = 'medium', leader = false }: FreeText,
  language: Language,
): GraphText {
  const look = textLooks[size]
  const source = say(words, language)
  const lines = wrapRich(source, look.size, look.weight, width ?? widest)
  return {
    id,
    title: plainText(source),
    lines,
    textSize: size,
    ...(node !== undefined && { node }),
    at: { x, y },
    leader,
    size: sizeOf(lines, look),
  }
}

function sizeOf(lines: readonly string[], look: TextLook): Size {
  const widths = lines.map((line) => richWidth(line, look.size, look.weight))
  const { height } = stackLines(lines, look, look.lineHeight, look.baseline)
  return { width: Math.max(12, Math.ceil(Math.max(0, ...widths))), height }
}

function frameOf({ id, words, nodes }: Frame, isThere: (id: string) => boolean, language: Language): GraphFrame[] {
  const there = nodes.filter(isThere)
  const line = say(words, language).replace(/\s+/g, ' ').trim()
  return there.length === 0 ? [] : [{ id, title: plainText(line), line, nodes: there }]
}
