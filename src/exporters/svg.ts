// SVG for slides: text stays text, and the document travels in it. See PEERS §4.2; `drawing/lint.ts` checks the rules.
import { pack } from '../document/carry'
import { svgDocument } from '../drawing/markup'
import type { Scene } from '../scene/scene'
import type { Exporter } from './exporter'

/** The text of a figure for slides, with the document when there is one. */
export function svgText(scene: Scene, language: string, document?: string): string {
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
  loses: ['fonts'],
  export: async ({ pages: [{ scene }], document, language }) => svgText(scene, language, document),
}
