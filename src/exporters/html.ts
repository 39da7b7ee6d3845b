// One page for the web, whole in itself: the pictures, a small viewer, and the document, to be opened again.
import { strToU8 } from 'fflate'
import type { Language } from '../document/schema'
import type { Scene } from '../scene/scene'
import type { Exporter, Page } from './exporter'
import { packPages } from './html/payload'
import { script } from './html/viewer/element.ts?script'
import { script as handout } from './html/viewer/handout.ts?script'
import { svgText } from './svg'
import { escapeXml } from './xml'

/** Bytes of a page that a course page bears. */
const most = 399_000

export const html: Exporter = {
  extension: 'html',
  label: 'Web page',
  mime: 'text/html',
  holdsPages: true,
  hasViews: true,
  async export({ pages, document, language }) {
    const [{ scene }] = pages
    // The first picture stands in the page as it is: it is there without the script, and it carries the document.
    const picture = inPage(svgText(scene, language, document))
    const around = pageText(scene, picture, '', language)
    return pageText(scene, picture, fitting(pages, language, most - strToU8(around).length), language)
  },
}

function pageText({ title, background }: Scene, picture: string, pictures: string, language: Language): string {
  const ground = background === undefined ? '' : ` :root { --page: ${background}; background: ${background}; }`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${escapeXml(title || 'Frieze')}</title>
<style>html, body { margin: 0; height: 100%; }${ground}</style>
</head>
<body>
<frieze-diagram data-whole>${picture}<script type="text/plain" id="pictures">${pictures}</script></frieze-diagram>
<script>${script}</script>
<script>${handout}</script>
</body>
</html>
`
}

/** What is folded otherwise is left out, from the last on, where the page would grow too large. Steps stay. */
function fitting(pages: readonly Page[], language: Language, room: number): string {
  const line = packPages(pages, language)
  const spare = pages.slice(1).filter(({ step }) => step === undefined)
  if (line.length <= room || spare.length === 0) return line
  const kept = new Set(spare.slice(0, Math.floor((spare.length - 1) * (room / line.length))))
  const those = pages.filter((page, i) => i === 0 || page.step !== undefined || kept.has(page))
  return fitting(those, language, room)
}

/** Inside HTML, an SVG has no prologue of its own. */
function inPage(svg: string): string {
  return svg.replace(/^<\?xml[^>]*\?>\s*/, '')
}
