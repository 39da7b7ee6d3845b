// The selection as pictures for other programs: SVG text and PNG, in light colours, as slides are.
import type { Language } from '../../document/schema'
import { paint } from '../../drawing/canvas'
import type { Page } from '../../exporters/exporter'
import { pageOf } from '../../exporters/page'
import type { Scene } from '../../scene/scene'
import { outermost } from '../canvas/moving/move'
import { selectedNodes, type EditorState } from '../state'

/** Of the selected nodes, or of everything where nothing is selected. */
export function selectionPage(state: EditorState): Page | undefined {
  const { shown } = state.session
  if (!shown) return undefined
  const { graph, layout, analysis } = shown.picture
  const look = { theme: 'light', background: true, problems: false } as const
  const paths = outermost(selectedNodes(state))
  return pageOf({ graph, layout, analysis, view: shown.view, look, ...(paths.length > 0 && { paths }) })
}

export function selectionScene(state: EditorState): Scene | undefined {
  return selectionPage(state)?.scene
}

/** `document`: the text that travels in it, so that it can be put in again. */
export async function sceneSvg(scene: Scene, language: Language, document: string): Promise<string> {
  const [{ svg }, { loadAsset }] = await Promise.all([import('../../exporters/svg'), import('../files/assets')])
  const content = await svg.export({ pages: [{ scene }], document, language, loadAsset })
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

const mostPixels = 4096

/** Twice as fine as on the screen, where that is not too large. */
export function scenePng(scene: Scene): Promise<Blob> {
  const scale = Math.min(2, mostPixels / Math.max(scene.width, scene.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(scene.width * scale))
  canvas.height = Math.max(1, Math.round(scene.height * scale))
  const ctx = canvas.getContext('2d')!
  if (scene.background !== undefined) {
    ctx.fillStyle = scene.background
    ctx.fillRect(0, 0, canvas.width, canvas.height)
  }
  ctx.setTransform(scale, 0, 0, scale, 0, 0)
  paint(ctx, scene.primitives)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser made no picture.'))), 'image/png'),
  )
}
