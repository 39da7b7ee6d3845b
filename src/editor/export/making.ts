// A file made of a figure, as `frieze render` makes it: the same pages, the same bytes.
import { strToU8, zipSync } from 'fflate'
import { serialise } from '../../document/serialise'
import { exporterFor, exporters } from '../../exporters'
import { holdsPages, type Exporter, type Page } from '../../exporters/exporter'
import { pagesFor, type What } from '../../pages'
import type { Watch } from '../../views'
import type { Editor } from '../editor'
import { besideOf } from '../beside/chosen'
import { diagramOf } from '../state'
import type { ExportSettings } from './settings'
import { wishOf } from './what'

export interface Made {
  readonly blob: Blob
  readonly name: string
}

/** Pages that a format cannot hold in one file come in a zip. Undefined where nothing is shown. */
export async function makeFile(
  editor: Editor,
  what: What,
  settings: ExportSettings,
  { signal, onProgress }: Watch,
): Promise<Made | undefined> {
  const state = editor.state()
  const { shown, gradients } = state.session
  if (!shown) return undefined
  const exporter = exporterFor(settings.extension) ?? exporters[0]!
  // Laying out and writing take about as long as each other.
  const half = (from: number) => (share: number) => onProgress?.(from + share / 2)
  const wish = wishOf({ ...shown, gradients, beside: besideOf(state) }, what, settings)
  const { pages } = await pagesFor(shown.diagram, wish, editor.layOutThumbnail, {
    ...(signal && { signal }),
    onProgress: half(0),
  })
  signal?.throwIfAborted()
  const { loadAsset } = await import('../files/assets')
  const write = (some: readonly Page[]) =>
    exporter.export({
      pages: some as [Page],
      document: settings.carries ? serialise(diagramOf(state)) : undefined,
      language: pages[0]!.drawn!.view.language,
      options: settings.options,
      loadAsset,
      ...(signal && { signal }),
      onProgress: half(0.5),
    })
  if (!pages.length) return undefined
  const name = `${state.origin.name}${endingOf(what)}`
  if (holdsPages(exporter, settings.options) || pages.length === 1)
    return made(await write(pages), name, exporter, signal)
  const files: Record<string, Uint8Array> = {}
  for (const [i, page] of pages.entries()) {
    const content = await write([page])
    signal?.throwIfAborted()
    const number = String(i + 1).padStart(String(pages.length).length, '0')
    files[`${name}-${number}.${exporter.extension}`] = typeof content === 'string' ? strToU8(content) : content
    half(0.5)((i + 1) / pages.length)
  }
  return { blob: new Blob([zipSync(files) as BlobPart], { type: 'application/zip' }), name: `${name}.zip` }
}

function made(content: string | Uint8Array, name: string, { mime, extension }: Exporter, signal?: AbortSignal): Made {
  signal?.throwIfAborted()
  return { blob: new Blob([content as BlobPart], { type: mime }), name: `${name}.${extension}` }
}

function endingOf(what: What): string {
  if (what.kind === 'selection') return '-selection'
  if (what.kind === 'beside') return '-beside'
  if (what.kind === 'module') return `-${what.path.replaceAll('/', '-')}`
  if (what.kind !== 'steps') return ''
  return what.indexes.length === 1 ? `-step-${what.indexes[0]! + 1}` : '-steps'
}
