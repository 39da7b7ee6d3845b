// Writes XML: escaped here and nowhere else, without anything that XML forbids. White space of attributes survives.
import { legalText } from '../drawing/text'

/** What stands inside an element: elements written before, or nothing. */
export type Markup = string | false | undefined

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** An element; attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes = {}, ...inside: readonly (Markup | readonly Markup[])[]) {
  const own = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeAttribute(valueText(value!))}"`)
    .join('')
  const content = inside
    .flat()
    .filter((each) => each !== false && each !== undefined)
    .join('')
  return content ? `<${name}${own}>${content}</${name}>` : `<${name}${own}/>`
}

function valueText(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value)
}

/** Text between tags. */
export function escapeXml(text: string): string {
  return legalText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

function escapeAttribute(value: string): string {
  return escapeXml(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}
