// What a figure on a web page has beyond one for slides: it turns dark with the page, and brings the faces of its texts.
import { screenFontFamily } from '../drawing/fonts'
import type { WebStyle } from '../drawing/markup'
import type { Primitive, TextPrimitive } from '../drawing/primitives'
import { textsIn } from '../drawing/texts'
import type { Typesetter } from './type/line'
import { faceKey, type Face } from './type/faces'
import type { Font } from './type/font'
import { writeWoff } from './type/sfnt'
import { subset } from './type/subset'
import { toBase64 } from '../shared/base64'

interface OtherTheme {
  readonly scheme: 'light' | 'dark'
  /** The same primitives, one by one, in its colours. */
  readonly primitives: readonly Primitive[]
}

export function webStyle(
  primitives: readonly Primitive[],
  other: OtherTheme | undefined,
  typesetter: Typesetter,
  prefix: string,
): WebStyle {
  const faces = facesOf(primitives, typesetter)
  const { classes, rules } = other ? recolour(primitives, other.primitives, prefix) : { classes: new Map(), rules: [] }
  const scheme = rules.length ? [`@media (prefers-color-scheme: ${other?.scheme}) { ${rules.join(' ')} }`] : []
  return {
    sheet: [...faces.map(fontRule), ...scheme].join('\n'),
    classOf: (primitive) => classes.get(primitive),
    family: (text) => familyOf(text, typesetter),
  }
}

interface UsedFace extends Pick<Face, 'family' | 'weight'> {
  readonly sources: Map<Font, Set<number>>
}

/** The faces in use, with the signs that each of their files draws. */
function facesOf(primitives: readonly Primitive[], typesetter: Typesetter): UsedFace[] {
  const faces = new Map<string, UsedFace>()
  for (const text of textsIn(primitives))
    for (const { face, glyphs } of typesetter.set(text).runs) {
      const { family, weight, font } = face
      const key = faceKey(face)
      if (!faces.has(key)) faces.set(key, { family, weight, sources: new Map() })
      const { sources } = faces.get(key)!
      if (!sources.has(font)) sources.set(font, new Set())
      for (const { sign } of glyphs) sources.get(font)!.add(sign.codePointAt(0)!)
    }
  return [...faces.values()]
}

function fontRule({ family, weight, sources }: UsedFace): string {
  const sorted = [...sources.values()].flatMap((codes) => [...codes]).sort((a, b) => a - b)
  const { tables } = subset(sources, family === 'Arimo' ? weight : undefined)
  const range = rangesOf(sorted).map(([a, b]) => `U+${a.toString(16)}${b > a ? `-${b.toString(16)}` : ''}`)
  const source = `url(data:font/woff;base64,${toBase64(writeWoff(tables))}) format('woff')`
  return `@font-face { font-family: '${family}'; font-weight: ${weight}; src: ${source}; unicode-range: ${range.join(', ')}; }`
}

function rangesOf(sorted: readonly number[]): (readonly [first: number, last: number])[] {
  const ranges: [number, number][] = []
  for (const code of sorted) {
    const last = ranges.at(-1)
    if (last?.[1] === code - 1) last[1] = code
    else ranges.push([code, code])
  }
  return ranges
}

/** The faces that the text was set in come first, then what a reader's machine has. */
function familyOf(text: TextPrimitive, typesetter: Typesetter): string {
  const own = typesetter.set(text).runs.map(({ face }) => quoted(face.family))
  const others = screenFontFamily(text.text, text.lang).split(', ')
  return [...new Set([...own, ...others])].join(', ')
}

function quoted(family: string): string {
  return family.includes(' ') ? `'${family}'` : family
}

/** A class for each pair of colours that differs between the two themes. */
function recolour(base: readonly Primitive[], other: readonly Primitive[], prefix: string) {
  const classes = new Map<Primitive, string>()
  const names = new Map<string, string>()
  const visit = (ours: readonly Primitive[], theirs: readonly Primitive[]): void => {
    if (ours.length !== theirs.length) throw new Error('the two themes do not draw the same primitives')
    ours.forEach((primitive, i) => {
      const twin = theirs[i]!
      if (primitive.kind === 'group' && twin.kind === 'group') return visit(primitive.children, twin.children)
      const rule = ruleFor(primitive, twin)
      if (!rule) return
      if (!names.has(rule)) names.set(rule, `${prefix}-c${names.size + 1}`)
      classes.set(primitive, names.get(rule)!)
    })
  }
  visit(base, other)
  return { classes, rules: [...names].map(([rule, name]) => `:root .${name} { ${rule} }`) }
}

function ruleFor(ours: Primitive, theirs: Primitive): string {
  if (ours.kind === 'group' || theirs.kind !== ours.kind) return ''
  const changed = theirs.fill !== ours.fill ? [`fill: ${theirs.fill};`] : []
  if (ours.kind !== 'text' && theirs.kind !== 'text' && theirs.stroke !== ours.stroke)
    changed.push(`stroke: ${theirs.stroke};`)
  return changed.join(' ')
}
