// What stands around a picture: lines of text as text cells, everything else as one image each, which it is to a reader.
import { bounds } from '../../drawing/bounds'
import { isVisible, toMarkup } from '../../drawing/markup'
import type { Primitive, TextPrimitive } from '../../drawing/primitives'
import { measure } from '../../drawing/measure'
import { visibleText } from '../../drawing/text'
import { round } from '../../drawing/numbers'
import { shapeCell } from './cells'
import { html } from './label'

/** `name` makes an id of a number. */
export function plainCells(primitives: readonly Primitive[], parent: string, name: (part: string) => string): string[] {
  const flat = flatten(primitives).filter(isVisible)
  const texts = flat.filter((each): each is TextPrimitive => each.kind === 'text')
  const shapes = flat.filter((each) => each.kind !== 'text')
  const cells: string[] = []
  const extent = bounds(shapes)
  if (extent) {
    const { x, y, width, height } = extent
    const view = [x, y, width, height].map(round).join(' ')
    const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="${view}">${toMarkup(shapes)}</svg>`
    const style = { shape: 'image', image: `data:image/svg+xml,${btoa(text)}`, imageAspect: false, aspect: 'fixed' }
    cells.push(shapeCell({ id: name('signs'), parent, label: '', style }, extent))
  }
  texts.forEach((text, i) => cells.push(textCell(text, parent, name(String(i)))))
  return cells
}

function flatten(primitives: readonly Primitive[]): Primitive[] {
  return primitives.flatMap((each) => (each.kind === 'group' ? flatten(each.children) : [each]))
}

function textCell({ x, y, text, size, weight, anchor, fill }: TextPrimitive, parent: string, id: string): string {
  const width = measure(visibleText(text), size, weight) * 1.06 + 4
  const height = size * 1.3
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor]
  const style = {
    text: '',
    fillColor: 'none',
    strokeColor: 'none',
    html: true,
    align: { start: 'left', middle: 'center', end: 'right' }[anchor],
    verticalAlign: 'middle',
    spacing: 0,
    fontFamily: 'Arial',
    fontSize: size,
    fontStyle: weight === 700 ? 1 : 0,
    fontColor: fill,
  }
  return shapeCell({ id, parent, label: html(text), style }, { x: left, y: y - size * 1.0, width, height })
}
