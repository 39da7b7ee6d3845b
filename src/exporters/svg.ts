// SVG for slides: text stays text, and the document travels in it. See PEERS §4.2; `drawing/lint.ts` checks the rules.
import { pack } from '../document/carry'
import { svgDocument } from '../drawing/markup'
import type { Exporter, ExportRequest } from './exporter'

export function svgText({ scene, document, language }: ExportRequest): string {
  return svgDocument({
    width: scene.width,
    height: scene.height,
    title: scene.title,
    description: scene.description,
    ...(scene.background !== undefined && { background: scene.background }),
    primitives: scene.primitives,
    ...(document !== undefined && { metadata: pack(document) }),
    lang: language,
    idPrefix: prefixOf(scene.title),
  })
}

/** Ids of several figures on one page must not meet. */
function prefixOf(title: string): string {
  const ascii = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return ascii || 'frieze'
}

export const svg: Exporter = {
  extension: 'svg',
  label: 'SVG',
  mime: 'image/svg+xml',
  export: async (request) => svgText(request),
}
