// Texts as outlines of their glyphs: the same on every machine, whatever faces it has. Each line stays findable by the
// title of its group (rule S7).
import type { Primitive, TextPrimitive } from '../drawing/primitives'
import { visibleText } from '../drawing/text'
import type { Typesetter } from './type/line'
import { outline } from './type/outline'

export function outlineTexts(primitives: readonly Primitive[], typesetter: Typesetter): Primitive[] {
  return primitives.map((primitive): Primitive => {
    if (primitive.kind === 'group') return { ...primitive, children: outlineTexts(primitive.children, typesetter) }
    return primitive.kind === 'text' ? outlineText(primitive, typesetter) : primitive
  })
}

function outlineText(text: TextPrimitive, typesetter: Typesetter): Primitive {
  const { runs } = typesetter.set(text)
  const d = runs
    .flatMap(({ face, glyphs }) => glyphs.map(({ glyph, x }) => outline(face.font, glyph, x, text.y, text.size)))
    .join('')
  return {
    kind: 'group',
    title: visibleText(text.text),
    children: [{ kind: 'path', d, fill: text.fill, stroke: 'none' }],
  }
}
