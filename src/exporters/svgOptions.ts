// A scene as what is written of it in every profile of SVG.
import { pack } from '../document/carry'
import type { SvgOptions } from '../drawing/markup'
import type { Scene } from '../scene/scene'

export function optionsOf(scene: Scene, language: string, document: string | undefined): SvgOptions {
  return {
    width: scene.width,
    height: scene.height,
    title: scene.title,
    description: scene.description,
    ...(scene.background !== undefined && { background: scene.background }),
    primitives: scene.primitives,
    ...(document !== undefined && { metadata: pack(document) }),
    lang: language,
    idPrefix: prefixOf(scene.title),
  }
}

/** Ids of several figures on one page must not meet. */
function prefixOf(title: string): string {
  const ascii = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return ascii || 'frieze'
}
