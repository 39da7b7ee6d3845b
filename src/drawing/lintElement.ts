// The rules of slides that one element shows by itself. Everything that is not allowed here is a fault.

export interface Fault {
  readonly rule: string
  readonly sentence: string
}

export interface SvgElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly at: number
}

export type Say = (rule: string, sentence: string) => void

/** Whom a file is for. Each obeys the rules of slides, but for what its name says. */
export type Profile = 'slides' | 'outlined' | 'web'

export function profileOf(root: ReadonlyMap<string, string>): Profile {
  const name = root.get('data-profile')
  return name === 'web' || name === 'outlined' ? name : 'slides'
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const shapes = words('rect circle ellipse line polyline polygon path')
const elements = words(
  'g rect circle ellipse line polyline polygon path text image title desc metadata defs linearGradient stop',
)
const webElements = words('style a')
const lengths = words('x y width height rx ry cx cy r x1 y1 x2 y2 font-size stroke-width stroke-dashoffset')
const others = words(
  'id fill stroke fill-opacity stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin stroke-miterlimit ' +
    'fill-rule transform d points font-family font-weight text-anchor role lang xml:lang xmlns xmlns:xlink version ' +
    'viewBox preserveAspectRatio gradientUnits offset stop-color stop-opacity href xlink:href',
)
/** Attributes that a rule names. */
const forbidden: Readonly<Record<string, ReadonlySet<string>>> = {
  S2: words('clip-path mask'),
  S4: words('opacity color'),
  S6: words(
    'dx dy rotate dominant-baseline alignment-baseline textLength lengthAdjust letter-spacing word-spacing ' +
      'baseline-shift paint-order white-space xml:space',
  ),
  S9: words('marker marker-start marker-mid marker-end'),
  S11: words('filter'),
  S12: words('gradientTransform transform-origin'),
  S14: words('display visibility'),
}

const number = /^-?\d+(?:\.\d{1,2})?$/
const colour = /^(?:#[0-9a-f]{6}|none)$/i

export function lintElement(element: SvgElement, isRoot: boolean, profile: Profile, say: Say): void {
  const { name } = element
  if (isRoot) lintRoot(element, say)
  else if (!elements.has(name) && !(profile === 'web' && webElements.has(name))) say('S2', `<${name}> is not allowed.`)
  for (const [key, value] of element.attributes)
    if (profile !== 'web' || key !== 'class') lintAttribute(name, key, value, isRoot, say)
  if (shapes.has(name)) lintShape(element, say)
  if (name === 'text') lintText(element, say)
  if (name === 'text' && profile === 'outlined') say('S7', 'A <text> in a file whose texts are outlines.')
  if (name === 'image') lintImage(element, say)
  if (name === 'linearGradient' && element.attributes.get('gradientUnits') !== 'userSpaceOnUse')
    say('S11', 'A gradient without gradientUnits="userSpaceOnUse" is not allowed.')
}

function lintRoot({ name, attributes }: SvgElement, say: Say): void {
  if (name !== 'svg') say('S1', `The root is <${name}>, not <svg>.`)
  if (attributes.get('xmlns') !== 'http://www.w3.org/2000/svg') say('S1', 'The root has no xmlns of SVG.')
  if (attributes.get('xmlns:xlink') !== 'http://www.w3.org/1999/xlink') say('S1', 'The root has no xmlns:xlink.')
  const [width = '', height = ''] = [attributes.get('width'), attributes.get('height')]
  if (!number.test(width) || !number.test(height)) say('S1', 'Width and height of the root are not plain numbers.')
  else if (attributes.get('viewBox') !== `0 0 ${width} ${height}`) say('S1', `viewBox is not "0 0 ${width} ${height}".`)
}

function lintAttribute(element: string, key: string, value: string, isRoot: boolean, say: Say): void {
  const rule = Object.keys(forbidden).find((candidate) => forbidden[candidate]?.has(key))
  if (rule) return say(rule, `The attribute ${key} is not allowed.`)
  const isData = /^(?:data|aria)-[a-z-]+$/.test(key)
  if (!lengths.has(key) && !others.has(key) && !isData) return say('S3', `The attribute ${key} is not allowed.`)
  if (isData) return
  if (/!important|var\(/.test(value)) say('S3', `The value of ${key} needs a style sheet.`)
  if (lengths.has(key) && !(isRoot && (key === 'width' || key === 'height'))) lintLength(element, key, value, say)
  if (key.endsWith('-opacity')) lintOpacity(key, value, say)
  lintValue(element, key, value, say)
}

function lintValue(element: string, key: string, value: string, say: Say): void {
  switch (key) {
    case 'fill':
    case 'stroke':
    case 'stop-color':
      return lintColour(key, value, say)
    case 'stroke-dasharray':
      if (value !== 'none' && !/^[\d., ]+$/.test(value))
        say('S10', `stroke-dasharray is no list of numbers: ${brief(value)}.`)
      return
    case 'transform':
      if (!isPlainTransform(value)) say('S12', `Only translate(x y) and rotate(a x y) may transform: ${brief(value)}.`)
      return
    case 'd':
    case 'points':
      if (/[^MLHVCSQTAZ\d\s.,-]/i.test(value)) say('S12', `${key} is no plain path data.`)
      else if (/\.\d{3}/.test(value)) say('S12', `A number in ${key} has more than two decimals.`)
      return
    case 'href':
    case 'xlink:href':
      if (element !== 'image') say('S13', `<${element}> may not refer to anything.`)
  }
}

function lintLength(element: string, key: string, value: string, say: Say): void {
  if (number.test(value)) return
  if (/^-?[\d.]+ex$/.test(value)) return say('S8', `${key} is in ex: turn it into pixels.`)
  const rule = element === 'text' ? 'S6' : 'S12'
  say(/^-?\d+\.\d+$/.test(value) ? 'S12' : rule, `${key} is no plain number of at most two decimals: ${brief(value)}.`)
}

function lintOpacity(key: string, value: string, say: Say): void {
  if (!/^(?:0|1|0?\.\d+|1\.0+|0\.0*)$/.test(value)) say('S4', `${key} is no number from 0 to 1: ${brief(value)}.`)
}

function lintColour(key: string, value: string, say: Say): void {
  if (colour.test(value)) return
  if (!value.startsWith('url(')) return say('S4', `${key} is neither #rrggbb nor none: ${brief(value)}.`)
  if (key !== 'fill') return say('S11', `A gradient as ${key} is not allowed.`)
  if (!/^url\(#[A-Za-z0-9_.-]+\)$/.test(value)) say('S11', `Write fill="url(#id)" without quotes: ${brief(value)}.`)
}

function isPlainTransform(value: string): boolean {
  const n = '-?\\d+(?:\\.\\d{1,2})?'
  const step = new RegExp(`^(?:translate\\(${n}(?:[ ,]${n})?\\)|rotate\\(${n}[ ,]${n}[ ,]${n}\\))$`)
  return value.length < 1000 && value.split(/(?<=\)) /).every((part) => step.test(part))
}

function lintShape({ name, attributes }: SvgElement, say: Say): void {
  for (const key of ['fill', 'stroke'])
    if (!attributes.has(key)) say('S5', `<${name}> has no ${key}: programs disagree what that means.`)
  if (attributes.get('fill') === 'none' && attributes.get('stroke') === 'none') say('S14', `<${name}> cannot be seen.`)
}

function lintText({ attributes }: SvgElement, say: Say): void {
  for (const key of ['x', 'y', 'font-size', 'font-weight', 'text-anchor', 'fill'])
    if (!attributes.has(key)) say('S6', `<text> has no ${key}.`)
  if (!/^(?:400|700)$/.test(attributes.get('font-weight') ?? '400')) say('S6', 'font-weight is neither 400 nor 700.')
  if (!/^(?:start|middle|end)$/.test(attributes.get('text-anchor') ?? 'start'))
    say('S6', 'text-anchor is neither start, middle nor end.')
  if (attributes.get('fill') === 'none') say('S14', 'A <text> cannot be seen.')
}

function lintImage({ attributes }: SvgElement, say: Say): void {
  const link = attributes.get('xlink:href')
  if (link === undefined) return say('S13', '<image> has no xlink:href.')
  if (!/^data:image\/(?:png|jpeg);base64,/.test(link)) say('S13', 'An image is not a PNG or JPEG inside the file.')
  if (attributes.has('href') && attributes.get('href') !== link) say('S13', 'href and xlink:href differ.')
}

function brief(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value
}
