// Primitives to SVG text that survives slides: PEERS.md §4.2, rules S1 to S17. The only writer of SVG; `lint.ts` checks it.

import { fontFamily } from './fonts'
import { round, roundNumbers } from './numbers'
import type { GroupPrimitive, Paint, Primitive, TextPrimitive } from './primitives'
import { legalText, visibleText } from './text'

export type Attribute = readonly [name: string, value: string]

/** Makes the id of a group fit for a file. */
export type NameId = (id: string) => string

export interface SvgOptions {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly description: string
  /** `#rrggbb`; transparent when absent. */
  readonly background?: string
  readonly primitives: readonly Primitive[]
  /** Put into `<metadata>` as text. */
  readonly metadata?: string
  readonly lang?: string
  /** Starts every id, so that several figures can share a page. */
  readonly idPrefix: string
  /** Whom the file is for; absent: slides. Said in the file, so that it is checked by the rules of its profile. */
  readonly profile?: 'outlined' | 'web' | 'animated'
  /** For pages on the web only: slides take no style sheet. */
  readonly web?: WebStyle
  /** What moves, over the primitives: elements as text, and the style sheet that stops them for whoever wants no motion. */
  readonly moving?: { readonly sheet: string; readonly markup: string }
}

/** What a style sheet inside the file adds to attributes that stand by themselves. */
export interface WebStyle {
  readonly sheet: string
  /** The class of what the sheet paints in other colours. */
  classOf(primitive: Primitive): string | undefined
  family(text: TextPrimitive): string
}

/** A whole file. The same options always give the same bytes. */
export function svgDocument(options: SvgOptions): string {
  const { title, description, background, primitives, metadata, lang, idPrefix, profile, web, moving } = options
  const width = round(options.width)
  const height = round(options.height)
  const root: Attribute[] = [
    ['xmlns', 'http://www.w3.org/2000/svg'],
    ['xmlns:xlink', 'http://www.w3.org/1999/xlink'],
    ['width', String(width)],
    ['height', String(height)],
    ['viewBox', `0 0 ${width} ${height}`],
    ...(lang ? [['xml:lang', lang] as const] : []),
    ...(profile ? [['data-profile', profile] as const] : []),
  ]
  const page: Primitive[] = background
    ? [{ kind: 'rect', x: 0, y: 0, width, height, fill: background, stroke: 'none' }]
    : []
  const indent = '  '
  const sheet = web?.sheet ?? moving?.sheet
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `${openTag('svg', root)}\n`,
    `${indent}${textElement('title', [], visibleText(title))}\n`,
    `${indent}${textElement('desc', [], visibleText(description))}\n`,
    sheet === undefined ? '' : `${indent}${textElement('style', [], sheet)}\n`,
    toMarkup([...page, ...primitives], indent, prefixedIds(idPrefix), web),
    moving?.markup ?? '',
    metadata === undefined ? '' : `${indent}${textElement('metadata', [], legalText(metadata))}\n`,
    '</svg>\n',
  ].join('')
}

/** One element a line. What cannot be seen is left out. */
export function toMarkup(
  primitives: readonly Primitive[],
  indent = '',
  nameId: NameId = prefixedIds('frieze'),
  web?: WebStyle,
): string {
  return primitives.map((primitive) => element(primitive, indent, nameId, web)).join('')
}

function element(primitive: Primitive, indent: string, nameId: NameId, web?: WebStyle): string {
  if (!isVisible(primitive)) return ''
  const own = web ? webAttributes(primitive, nameId, web) : attributes(primitive, nameId)
  switch (primitive.kind) {
    case 'group': {
      const inner = `${indent}  `
      const title = primitive.title ? `${inner}${textElement('title', [], visibleText(primitive.title))}\n` : ''
      return `${indent}${openTag('g', own)}\n${title}${toMarkup(primitive.children, inner, nameId, web)}${indent}</g>\n`
    }
    case 'text':
      return `${indent}${textElement('text', own, visibleText(primitive.text))}\n`
    case 'rect':
    case 'path':
      return `${indent}${openTag(primitive.kind, own, '/>')}\n`
  }
}

/** In the order in which they are written, with SVG's names; not yet escaped. */
export function attributes(primitive: Primitive, nameId: NameId = (id) => id): Attribute[] {
  switch (primitive.kind) {
    case 'group':
      return groupAttributes(primitive, nameId)
    case 'rect': {
      const { x, y, width, height, radius = 0 } = primitive
      const corner = round(Math.min(radius, width / 2, height / 2))
      return [...numbers({ x, y, width, height }), ...(corner > 0 ? numbers({ rx: corner }) : []), ...paint(primitive)]
    }
    case 'path':
      return [['d', roundNumbers(primitive.d)], ...paint(primitive)]
    case 'text': {
      const { x, y, text, size, weight, anchor, fill, lang } = primitive
      return [
        ...numbers({ x, y }),
        ['font-family', fontFamily(text, lang)],
        ...numbers({ 'font-size': size, 'font-weight': weight }),
        ['fill', fill],
        ['text-anchor', anchor],
        ...(lang ? [['xml:lang', lang] as const] : []),
      ]
    }
  }
}

function webAttributes(primitive: Primitive, nameId: NameId, web: WebStyle): Attribute[] {
  const own = attributes(primitive, nameId).map(([name, value]): Attribute => {
    return name === 'font-family' && primitive.kind === 'text' ? [name, web.family(primitive)] : [name, value]
  })
  const name = web.classOf(primitive)
  return name === undefined ? own : [...own, ['class', name]]
}

/** Ids in ASCII, each used once: the second of a name gets a number. */
export function prefixedIds(prefix: string): NameId {
  const used = new Set<string>()
  const counts = new Map<string, number>()
  const start = asciiName(prefix).replace(/^[^A-Za-z]*/, '') || 'frieze'
  return (id) => {
    const name = `${start}-${asciiName(id)}`
    let unique = name
    for (let n = counts.get(name) ?? 2; used.has(unique); n++) {
      unique = `${name}-${n}`
      counts.set(name, n + 1)
    }
    used.add(unique)
    return unique
  }
}

/** A `/` of a node's path becomes a dot. */
function asciiName(text: string): string {
  return text.replaceAll('/', '.').replace(/[^A-Za-z0-9_.-]+/g, '_')
}

/** False for what would leave no mark on the page. */
export function isVisible(primitive: Primitive): boolean {
  switch (primitive.kind) {
    case 'group':
      return primitive.children.some(isVisible)
    case 'text':
      return primitive.fill !== 'none' && primitive.size > 0 && visibleText(primitive.text).trim() !== ''
    case 'rect':
      return primitive.width > 0 && primitive.height > 0 && isPainted(primitive)
    case 'path':
      return primitive.d !== '' && isPainted(primitive)
  }
}

function isPainted({ fill, fillOpacity = 1, stroke, strokeOpacity = 1, strokeWidth = 1 }: Paint): boolean {
  return (fill !== 'none' && fillOpacity > 0) || (stroke !== 'none' && strokeOpacity > 0 && strokeWidth > 0)
}

/** Whoever names a node or an edge gets an id too, so that other programs can find it. */
function groupAttributes({ id, node, edge }: GroupPrimitive, nameId: NameId): Attribute[] {
  const name = id ?? node ?? edge
  const own: Attribute[] = []
  if (name !== undefined) own.push(['id', nameId(name)])
  if (node !== undefined) own.push(['data-node', node])
  if (edge !== undefined) own.push(['data-edge', edge])
  return own
}

function paint(primitive: Paint): Attribute[] {
  const { fill, fillOpacity = 1, stroke, strokeOpacity = 1, strokeWidth, dash = [], cap, join } = primitive
  const own: Attribute[] = [['fill', fill]]
  if (fill !== 'none' && fillOpacity !== 1) own.push(...numbers({ 'fill-opacity': fillOpacity }))
  own.push(['stroke', stroke])
  if (stroke === 'none') return own
  if (strokeOpacity !== 1) own.push(...numbers({ 'stroke-opacity': strokeOpacity }))
  if (strokeWidth !== undefined) own.push(...numbers({ 'stroke-width': strokeWidth }))
  if (dash.length > 0) own.push(['stroke-dasharray', dash.map(round).join(' ')])
  if (cap) own.push(['stroke-linecap', cap])
  if (join) own.push(['stroke-linejoin', join])
  return own
}

function numbers(values: Readonly<Record<string, number>>): Attribute[] {
  return Object.entries(values).map(([name, value]) => [name, String(round(value))])
}

function openTag(name: string, own: readonly Attribute[], end = '>'): string {
  return `<${name}${own.map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('')}${end}`
}

function textElement(name: string, own: readonly Attribute[], text: string): string {
  return `${openTag(name, own)}${escapeText(text)}</${name}>`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
}

/** White space is kept by number: a parser would make a line break into a space. */
function escapeAttribute(value: string): string {
  return escapeText(legalText(value)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}
