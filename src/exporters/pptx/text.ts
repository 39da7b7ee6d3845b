// Lines of text as one body: neighbours on one baseline are runs of one line, what stands at the right end of it comes
// after a tab, and lines of one style are one paragraph.
import type { TextPrimitive } from '../../drawing/primitives'
import { visibleText } from '../../drawing/text'
import { element, escapeXml } from '../xml'
import { speech } from './faces'
import type { Palette, Slot } from './palette'
import type { Fit } from './slideSize'

export interface BodyStyle {
  readonly palette: Palette
  readonly fit: Fit
  readonly prefer?: Slot
  /** From the left inset to where a right-aligned run ends, in EMU. */
  readonly rightEdge?: number
  readonly align?: 'l' | 'ctr' | 'r'
}

interface Paragraph {
  readonly size: number
  readonly lines: TextPrimitive[][]
}

/** `a:p` elements; one empty one when there is no text, since the schema wants one. */
export function paragraphs(texts: readonly TextPrimitive[], style: BodyStyle): string {
  const found = grouped(linesOf(texts.filter((each) => visibleText(each.text))))
  if (!found.length) return element('a:p', {}, element('a:endParaRPr', { lang: 'en-US' }))
  return found.map((each, i) => paragraph(each, found[i - 1], style)).join('')
}

/** Runs in the order in which they are read. */
function linesOf(texts: readonly TextPrimitive[]): TextPrimitive[][] {
  const rows = new Map<number, TextPrimitive[]>()
  for (const text of texts) rows.set(text.y, [...(rows.get(text.y) ?? []), text])
  return [...rows].sort((a, b) => a[0] - b[0]).map(([, row]) => row.sort((a, b) => a.x - b.x))
}

/** The first run of a line says which paragraph it belongs to. */
function grouped(lines: readonly TextPrimitive[][]): Paragraph[] {
  const found: Paragraph[] = []
  for (const line of lines) {
    const { size } = line[0]!
    const last = found.at(-1)
    if (last?.size === size) last.lines.push(line)
    else found.push({ size, lines: [line] })
  }
  return found
}

function paragraph({ lines, size }: Paragraph, before: Paragraph | undefined, style: BodyStyle): string {
  const { fit } = style
  const pitch = pitchOf(lines) ?? size * 1.3
  const gap = before ? lines[0]![0]!.y - before.lines.at(-1)![0]!.y - pitch : 0
  const tab =
    style.rightEdge !== undefined && lines.some((line) => line.length > 1 && line.at(-1)!.anchor === 'end')
      ? element('a:tabLst', {}, element('a:tab', { pos: style.rightEdge, algn: 'r' }))
      : ''
  const properties = element(
    'a:pPr',
    { algn: style.align ?? 'l' },
    element('a:lnSpc', {}, element('a:spcPts', { val: fit.points(pitch) })),
    element('a:spcBef', {}, element('a:spcPts', { val: Math.max(0, fit.points(gap)) })),
    element('a:buNone'),
    tab,
  )
  const runs = lines.map((line) => line.map((text, i) => run(text, i, tab !== '', style)).join(''))
  return element('a:p', {}, properties, runs.join(element('a:br', {}, runProperties(lines[0]![0]!, style))))
}

function pitchOf(lines: readonly TextPrimitive[][]): number | undefined {
  const [first, second] = lines
  return first && second ? second[0]!.y - first[0]!.y : undefined
}

function run(text: TextPrimitive, place: number, hasTab: boolean, style: BodyStyle): string {
  const before = place === 0 ? '' : hasTab && text.anchor === 'end' ? '\t' : '  '
  return element('a:r', {}, runProperties(text, style), element('a:t', {}, escapeXml(before + visibleText(text.text))))
}

function runProperties(text: TextPrimitive, { palette, fit, prefer }: BodyStyle): string {
  const { tag, face } = speech(text.text, text.lang)
  return element(
    'a:rPr',
    { lang: tag, sz: fit.points(text.size), b: text.weight === 700, dirty: false },
    element('a:solidFill', {}, palette.colour(text.fill, prefer)),
    face && element('a:ea', { typeface: face }),
  )
}
