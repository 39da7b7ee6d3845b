// SVG that moves: tokens travel along the edges, or the steps follow each other. It plays by itself in a browser, also as an
// image of a page; a reader who wants no motion, and a program that knows none, sees the first picture.
import { prefixedIds, svgDocument, toMarkup } from '../drawing/markup'
import { round } from '../drawing/numbers'
import type { Point } from '../shared/geometry'
import { tokenAt, tokensOf, type Travel } from '../scene/travel'
import type { ExportRequest, Page } from './exporter'
import { commonSize, flowOf, rest, stay } from './motion'
import { optionsOf } from './svgOptions'
import { escapeXml } from './xml'

export function animatedSvg({ pages, language, document }: ExportRequest): string {
  const [first] = pages
  const options = { ...optionsOf(first.scene, language, document), profile: 'animated' as const }
  if (pages.length > 1)
    return svgDocument({ ...options, ...commonSize(pages), primitives: [], moving: turning(pages, options.idPrefix) })
  const flow = flowOf(first)
  return svgDocument(flow ? { ...options, moving: travelling(first, flow, options.idPrefix) } : options)
}

function travelling({ scene, drawn }: Page, flow: Travel, prefix: string) {
  const duration = flow.duration + rest
  const name = `${prefix}-token`
  const origin = scene.origin ?? { x: 0, y: 0 }
  const tokens = flow.trips.flatMap((trip) => {
    const { fill, stroke, strokeWidth, radius } = tokenAt(trip, origin, drawn!.look)
    const way = trip.points
      .map(({ x, y }: Point, i) => `${i ? 'L' : 'M'}${round(origin.x + x)} ${round(origin.y + y)}`)
      .join('')
    return tokensOf(trip).map(({ start, end }) => {
      const [from, to] = [start / duration, end / duration].map(share)
      const time = `dur="${share(duration)}s" repeatCount="indefinite"`
      return [
        `    <circle cx="0" cy="0" r="0" fill="${fill}" stroke="${stroke}" stroke-width="${strokeWidth}">`,
        `<animateMotion path="${way}" calcMode="linear" keyPoints="0;0;1;1" keyTimes="0;${from};${to};1" ${time}/>`,
        // A circle without a radius is drawn by no program.
        `<animate attributeName="r" calcMode="discrete" values="0;${radius};0" keyTimes="0;${from};${to}" ${time}/>`,
        '</circle>\n',
      ].join('')
    })
  })
  return {
    sheet: `@media (prefers-reduced-motion: reduce) { .${name} { display: none } }`,
    markup: `  <g class="${name}">\n${tokens.join('')}  </g>\n`,
  }
}

function turning(pages: readonly Page[], prefix: string) {
  const { width, height } = commonSize(pages)
  const nameId = prefixedIds(prefix)
  const duration = pages.length * stay
  const time = `dur="${duration}s" repeatCount="indefinite" calcMode="discrete" attributeName="display"`
  const shown = pages.map(({ scene, title }, i) => {
    const [from, to] = [i / pages.length, (i + 1) / pages.length].map(share)
    const x = round((width - scene.width) / 2)
    const y = round((height - scene.height) / 2)
    const values = i === 0 ? ['inline;none', `0;${to}`] : ['none;inline;none', `0;${from};${to}`]
    const last = i === pages.length - 1 ? [values[0]!.replace(/;none$/, ''), values[1]!.replace(/;[^;]*$/, '')] : values
    const page = scene.background
      ? toMarkup([{ kind: 'rect', x: -x, y: -y, width, height, fill: scene.background, stroke: 'none' }], '    ')
      : ''
    return [
      `  <g class="${prefix}-${i ? 'later' : 'first'}"${i ? ' display="none"' : ''} transform="translate(${x} ${y})">\n`,
      `    <title>${escapeXml(title ?? scene.title)}</title>\n`,
      `    <animate ${time} values="${last[0]}" keyTimes="${last[1]}"/>\n`,
      page,
      toMarkup(scene.primitives, '    ', nameId),
      '  </g>\n',
    ].join('')
  })
  const still = `.${prefix}-first { display: inline !important } .${prefix}-later { display: none !important }`
  return { sheet: `@media (prefers-reduced-motion: reduce) { ${still} }`, markup: shown.join('') }
}

/** Of a share of time, to a thousandth of a per cent. */
function share(value: number): number {
  return Math.round(value * 100_000) / 100_000
}
