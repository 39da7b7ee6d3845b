// One page for the web, whole in itself: the pictures, a small viewer, and the document, to be opened again.
import { deflateSync, strToU8 } from 'fflate'
import { escapeXml } from './xml'
import type { Exporter, Page } from './exporter'
import { viewerScript, viewerStyle, type ViewerState } from './html/viewer'
import { svgText } from './svg'

export const html: Exporter = {
  extension: 'html',
  label: 'Web page',
  mime: 'text/html',
  holdsPages: true,
  hasViews: true,
  async export({ pages, document, language }) {
    const [first] = pages
    const title = escapeXml(first.scene.title || 'Frieze')
    const states = pages.map((page, i): ViewerState =>
      stateOf(page, i === 0 ? '' : inPage(svgText(page.scene, language))),
    )
    // The first picture stands in the page as it is: it is there without the script, and it carries the document.
    const picture = inPage(svgText(first.scene, language, document))
    return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${title}</title>
<style>${viewerStyle}${first.scene.background === undefined ? '' : `:root { --page: ${first.scene.background}; }`}</style>
</head>
<body>
<main id="stage" aria-label="${title.replaceAll('"', '&quot;')}">${picture}</main>
<nav>
<button type="button" data-act="back" aria-label="Back">&#8592;</button>
<select aria-label="View"></select>
<button type="button" data-act="next" aria-label="Next">&#8594;</button>
<button type="button" data-act="out" aria-label="Zoom out">&#8722;</button>
<button type="button" data-act="fit" aria-label="Show all">&#9633;</button>
<button type="button" data-act="in" aria-label="Zoom in">+</button>
<output></output>
</nav>
<script type="application/json" id="states">${JSON.stringify(states).replaceAll('<', '\\u003c')}</script>
<script>${viewerScript}</script>
</body>
</html>
`
  },
}

function stateOf({ title, scene, drawn }: Page, svg: string): ViewerState {
  const view = drawn?.view
  return {
    title: title ?? scene.title,
    phase: drawn?.analysis.phase?.id ?? '',
    variant: drawn?.analysis.variant?.id ?? '',
    open: [...(view?.unfolded ?? [])].sort(),
    picture: svg && base64(deflateSync(strToU8(svg), { level: 9 })),
  }
}

/** Inside HTML, an SVG has no prologue of its own. */
function inPage(svg: string): string {
  return svg.replace(/^<\?xml[^>]*\?>\s*/, '')
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return btoa(text)
}
