// Text with formulas in it: as wide as it will be, broken into lines, and as primitives. A line is still a string; what is
// known of its formulas is in `math/formulas.ts`. One whose shape is not known is shown by its source.
import { formulaOf, formulaProblem, piecesOf, type Formula } from './math/formulas'
import { measure } from './measure'
import type { Weight } from './metrics/advances'
import { placePath } from './path'
import type { Primitive, TextPrimitive } from './primitives'
import { wrap } from './wrap'

/** The letters of formulas are smaller than Arial's of the same size. */
const scale = 1.1

type Run = { readonly text: string } | { readonly formula: Formula; readonly source: string }

/** Text next to text is one run, so that it is kerned. */
function runsOf(text: string, weight: Weight): readonly Run[] {
  const runs: Run[] = []
  const write = (text: string) => {
    const last = runs.at(-1)
    if (last && 'text' in last) runs[runs.length - 1] = { text: last.text + text }
    else runs.push({ text })
  }
  for (const piece of piecesOf(text)) {
    if (piece.kind === 'text') write(piece.text)
    else {
      const formula = formulaOf(piece.source, weight)
      if (formula) runs.push({ formula, source: piece.source })
      // What is wrong shows as it was written; what is only not there yet, without the dollar signs.
      else write(formulaProblem(piece.source) === undefined ? piece.source : `$${piece.source}$`)
    }
  }
  return runs
}

function widthOf(run: Run, size: number, weight: Weight): number {
  return 'text' in run ? measure(run.text, size, weight) : (run.formula.width * scale * size) / 1000
}

/** Of one line. */
export function richWidth(text: string, size: number, weight: Weight): number {
  if (!hasMarkup(text)) return measure(text, size, weight)
  return runsOf(text, weight).reduce((sum, run) => sum + widthOf(run, size, weight), 0)
}

/** How far the formulas of a line reach above and below the baseline; nothing where there are none. */
export function richReach(text: string, size: number, weight: Weight): { ascent: number; descent: number } {
  let [ascent, descent] = [0, 0]
  if (hasMarkup(text))
    for (const run of runsOf(text, weight)) {
      if ('text' in run) continue
      ascent = Math.max(ascent, (run.formula.ascent * scale * size) / 1000)
      descent = Math.max(descent, (run.formula.descent * scale * size) / 1000)
    }
  return { ascent, descent }
}

/** Signs of no script: a formula is one sign while lines are broken. */
const firstStandIn = 0xf0000

/** As `wrap`; a formula is never broken. */
export function wrapRich(text: string, size: number, weight: Weight, maxWidth: number, maxLines?: number): string[] {
  if (!hasMarkup(text)) return wrap(text, size, weight, maxWidth, maxLines)
  const sources = new Map<string, string>()
  const widths = new Map<number, number>()
  const masked = runsOf(text, weight)
    .map((run) => {
      if ('text' in run) return run.text
      const code = firstStandIn + sources.size
      widths.set(code, (run.formula.width * scale) / 1000)
      sources.set(String.fromCodePoint(code), run.source)
      return String.fromCodePoint(code)
    })
    .join('')
  return wrap(masked, size, weight, maxWidth, maxLines, widths).map((line) =>
    Array.from(line, (sign) => {
      const source = sources.get(sign)
      return source === undefined ? (sign === '$' ? '\\$' : sign) : `$${source}$`
    }).join(''),
  )
}

/** A line as what is drawn: texts, and outlines of formulas. */
export function richText(line: TextPrimitive): Primitive[] {
  const { text, x, y, size, weight, anchor, fill, lang } = line
  if (!hasMarkup(text)) return [line]
  const runs = runsOf(text, weight)
  const whole = runs.reduce((sum, run) => sum + widthOf(run, size, weight), 0)
  let at = anchor === 'start' ? x : anchor === 'middle' ? x - whole / 2 : x - whole
  return runs.flatMap((run): Primitive[] => {
    const start = at
    at += widthOf(run, size, weight)
    if ('text' in run) {
      // Viewers drop spaces at the ends of a text, so it begins after them.
      const words = run.text.trimStart()
      if (words.trim() === '') return []
      const indent = widthOf({ text: run.text.slice(0, run.text.length - words.length) }, size, weight)
      return [{ ...line, text: words.trimEnd(), x: start + indent, anchor: 'start' }]
    }
    const em = (size * scale) / 1000
    const { outline, words } = run.formula
    const drawn: Primitive[] =
      outline === '' ? [] : [{ kind: 'path', d: placePath(outline, start, y, em), fill, stroke: 'none' }]
    for (const word of words)
      drawn.push({
        kind: 'text',
        x: start + word.x * em,
        y: y + word.y * em,
        text: word.text,
        size: word.size * em,
        weight,
        anchor: 'start',
        fill,
        ...(lang !== undefined && { lang }),
      })
    return drawn
  })
}

function hasMarkup(text: string): boolean {
  return text.includes('$')
}
