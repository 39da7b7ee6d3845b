// Any primitive as one command: what stands around the picture, marks of gradients, charts.
import { segments } from '../../drawing/path'
import { isVisible } from '../../drawing/markup'
import type { Paint, PathPrimitive, Primitive, RectPrimitive, TextPrimitive } from '../../drawing/primitives'
import type { Point } from '../../shared/geometry'
import type { Colours } from './colours'
import { pair, texText, units } from './words'

export function plainLines(primitives: readonly Primitive[], colours: Colours): string[] {
  return primitives.filter(isVisible).flatMap((each) => {
    switch (each.kind) {
      case 'group':
        return plainLines(each.children, colours)
      case 'rect':
        return [rectText(each, colours)]
      case 'path':
        return [pathText(each, colours)]
      case 'text':
        return [wordsText(each, colours)]
    }
  })
}

function rectText(rect: RectPrimitive, colours: Colours): string {
  const { x, y, width, height, radius = 0 } = rect
  const corner = Math.min(radius, width / 2, height / 2)
  const round = corner > 0 ? [`rounded corners=${units(corner)}`] : []
  return `\\path[${[...paint(rect, colours), ...round].join(', ')}] (${pair({ x, y })}) rectangle (${pair({ x: x + width, y: y + height })});`
}

export function pathText(path: PathPrimitive, colours: Colours): string {
  const closes = /z\s*$/i.test(path.d)
  const commands = segments(path.d).map((segment) => {
    const [first, ...rest] = segment
    const end = rest.at(-1)
    if (!end) return ` (${pair(first!)})`
    if (rest.length === 1) return ` -- (${pair(end)})`
    const [a, b] = rest.length === 2 ? cubic(first!, rest[0]!, end) : [rest[0]!, rest[1]!]
    return ` .. controls (${pair(a)}) and (${pair(b)}) .. (${pair(end)})`
  })
  return `\\path[${paint(path, colours).join(', ')}]${commands.join('')}${closes ? ' -- cycle' : ''};`
}

/** The handles of a cubic curve that runs like one with a single handle. */
function cubic(from: Point, handle: Point, to: Point): [Point, Point] {
  const toward = (end: Point): Point => ({
    x: end.x + ((handle.x - end.x) * 2) / 3,
    y: end.y + ((handle.y - end.y) * 2) / 3,
  })
  return [toward(from), toward(to)]
}

function wordsText({ x, y, text, size, weight, anchor, fill }: TextPrimitive, colours: Colours): string {
  const side = { start: 'base west', middle: 'base', end: 'base east' }[anchor]
  const bold = weight === 700 ? '\\bfseries' : ''
  const style = `words, anchor=${side}, text=${colours.name(fill)}, font=\\friezefont{${size}}${bold}`
  return `\\node[${style}] at (${pair({ x, y })}) {${texText(text)}};`
}

function paint(what: Paint, colours: Colours): string[] {
  const { fill, fillOpacity = 1, stroke, strokeOpacity = 1, strokeWidth = 1, dash = [], cap, join } = what
  const found: string[] = []
  if (fill !== 'none') found.push(`fill=${colours.name(fill)}`)
  if (fill !== 'none' && fillOpacity !== 1) found.push(`fill opacity=${fillOpacity}`)
  if (stroke === 'none') return found
  found.push(`draw=${colours.name(stroke)}`, `line width=${units(strokeWidth)}`)
  if (strokeOpacity !== 1) found.push(`draw opacity=${strokeOpacity}`)
  if (dash.length)
    found.push(`dash pattern=${dash.map((length, i) => `${i % 2 ? 'off' : 'on'} ${units(length)}`).join(' ')}`)
  if (cap === 'round') found.push('line cap=round')
  if (join === 'round') found.push('line join=round')
  return found
}
