// One page for the web, whole in itself: the pictures, a small viewer, and the document, to be opened again.
import type { Exporter } from './exporter'
import viewer from './html/element.js?raw'
import { stateOf } from './html/states'
import { svgText } from './svg'
import { escapeXml } from './xml'

export const html: Exporter = {
  extension: 'html',
  label: 'Web page',
  mime: 'text/html',
  holdsPages: true,
  hasViews: true,
  async export({ pages, document, language }) {
    const [first] = pages
    const title = escapeXml(first.scene.title || 'Frieze')
    const states = pages.map((page, i) => stateOf(page, i === 0 ? '' : inPage(svgText(page.scene, language))))
    // The first picture stands in the page as it is: it is there without the script, and it carries the document.
    const picture = inPage(svgText(first.scene, language, document))
    const { background } = first.scene
    return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${title}</title>
<style>html, body { margin: 0; height: 100%; }${background === undefined ? '' : ` :root { --page: ${background}; background: ${background}; }`}</style>
</head>
<body>
<frieze-diagram data-whole>${picture}<script type="application/json" id="states">${JSON.stringify(states).replaceAll('<', '\\u003c')}</script></frieze-diagram>
<script>${viewer}</script>
</body>
</html>
`
  },
}

/** Inside HTML, an SVG has no prologue of its own. */
function inPage(svg: string): string {
  return svg.replace(/^<\?xml[^>]*\?>\s*/, '')
}
