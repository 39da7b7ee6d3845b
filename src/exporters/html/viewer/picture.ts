// The pictures: put together from the parts of a page, or taken from a stranger's file without what could harm.
import type { Payload, ViewerState } from '../payload'

const shapes = 'svg g rect circle path text title desc metadata style animate animatemotion'.split(' ')

/** What a stranger's file may put on this page: shapes and words. */
export function pictureIn(markup: string): SVGSVGElement | undefined {
  const svg = new DOMParser().parseFromString(markup, 'text/html').querySelector('svg')
  if (!svg) return undefined
  for (const each of [svg, ...svg.querySelectorAll('*')]) {
    const isLoud = each.localName === 'style' && /url\(\s*['"]?(?!data:)|@import/i.test(each.textContent ?? '')
    if (isLoud || !shapes.includes(each.localName.toLowerCase())) each.remove()
    else for (const name of each.getAttributeNames()) if (/^on|href$|^style$/i.test(name)) each.removeAttribute(name)
  }
  return document.importNode(svg, true)
}

export function markupOf({ parts, language }: Payload, state: ViewerState): string {
  const { name, width, height, background, uses } = state
  const size = `width="${width}" height="${height}"`
  return `<svg ${size} viewBox="0 0 ${width} ${height}" lang="${language}"><title>${escaped(name)}</title>
${background ? `<rect ${size} fill="${background}"/>` : ''}
${uses.map(([part, x, y]) => `<g transform="translate(${x} ${y})">${parts[part]}</g>`).join('')}</svg>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** Whether whoever came near to one may stay so before the other. */
export function isSameSize(a: SVGSVGElement | undefined, b: SVGSVGElement): boolean {
  return ['width', 'height'].every((name) => a?.getAttribute(name) === b.getAttribute(name))
}

/** The colour behind a picture, on which the page of it goes on. */
export function groundOf(picture: SVGSVGElement): { readonly ground: string; readonly isDark: boolean } {
  const ground = picture.querySelector(':scope > rect')?.getAttribute('fill') ?? '#ffffff'
  const [red = 255, green = 255, blue = 255] = [1, 3, 5].map((at) => parseInt(ground.slice(at, at + 2), 16))
  return { ground, isDark: red + green + blue < 384 }
}
