// SVG in four profiles: for slides, where text stays text; with glyphs as outlines, the same on every machine; for web pages,
// where it turns dark with the page; and moving. The document travels in it. See PEERS §4.2; `drawing/lint.ts` checks the rules.
import { svgDocument } from '../drawing/markup'
import type { Primitive } from '../drawing/primitives'
import type { Scene } from '../scene/scene'
import { isDark, twinOf } from '../scene/themes'
import type { Exporter, ExportRequest, LoadAsset, Page } from './exporter'
import { animatedSvg } from './animated'
import { outlineTexts } from './outlined'
import { optionsOf } from './svgOptions'
import { typesetterFor } from './type/line'
import { webStyle } from './web'

/** The text of a figure for slides, with the document when there is one. */
export function svgText(scene: Scene, language: string, document?: string): string {
  return svgDocument(optionsOf(scene, language, document))
}

/** The same without a font: every glyph is drawn. */
export async function outlinedSvg(
  scene: Scene,
  language: string,
  loadAsset: LoadAsset,
  document?: string,
): Promise<string> {
  const typesetter = await typesetterFor(scene.primitives, loadAsset)
  const primitives = outlineTexts(scene.primitives, typesetter)
  return svgDocument({ ...optionsOf(scene, language, document), primitives, profile: 'outlined' })
}

async function webSvg(
  { scene, drawn, inTheme }: Page,
  { language, document, loadAsset }: ExportRequest,
): Promise<string> {
  const { background: _isPrimitive, ...options } = optionsOf(scene, language, document)
  const primitives = onPage(scene)
  const theme = drawn?.look.theme ?? 'light'
  const scheme = isDark(theme) ? ('light' as const) : ('dark' as const)
  const otherTheme = twinOf(theme)
  const twin = otherTheme && inTheme?.(otherTheme)
  const typesetter = await typesetterFor(primitives, loadAsset)
  const other = twin && { scheme, primitives: onPage(twin) }
  const web = webStyle(primitives, other, typesetter, options.idPrefix)
  return svgDocument({ ...options, primitives, profile: 'web', web })
}

/** With the page as a primitive, since it has a colour, too. */
function onPage({ background, width, height, primitives }: Scene): Primitive[] {
  if (!background) return [...primitives]
  return [{ kind: 'rect', x: 0, y: 0, width, height, fill: background, stroke: 'none' }, ...primitives]
}

export const svg: Exporter = {
  extension: 'svg',
  label: 'SVG',
  mime: 'image/svg+xml',
  options: ['profile'],
  holdsPages: ({ profile }) => profile === 'animated',
  loses: ({ profile }) => (profile === 'outlined' ? ['text'] : profile === 'web' ? [] : ['fonts']),
  export: async (request) => {
    const [page] = request.pages
    const { language, document, loadAsset, options } = request
    if (options?.profile === 'web') return webSvg(page, request)
    if (options?.profile === 'animated') return animatedSvg(request)
    if (options?.profile === 'outlined') return outlinedSvg(page.scene, language, loadAsset, document)
    return svgText(page.scene, language, document)
  },
}
