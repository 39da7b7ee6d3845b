// How large every format is and how long it takes, for each diagram: the second table of frieze bench.
import type { Diagram } from '../document/schema'
import { serialise } from '../document/serialise'
import { exporters } from '../exporters'
import { svgProfiles, type Exporter, type ExportOptions, type Page } from '../exporters/exporter'
import { pageOf } from '../exporters/page'
import { viewOf } from '../graph/view'
import { layOut } from '../layout/inProcess'
import { wholePages } from '../pages'
import { render } from '../render'
import { plainLook } from '../scene/look'
import { loadAsset } from './assets'
import type { Column } from './table'

interface Format {
  readonly name: string
  readonly exporter: Exporter
  readonly options: ExportOptions
}

/** Each format, and SVG in each profile. */
const formats: readonly Format[] = exporters.flatMap((exporter): Format[] =>
  exporter.options?.includes('profile')
    ? svgProfiles.map((profile) => ({ name: `${exporter.extension} ${profile}`, exporter, options: { profile } }))
    : [{ name: exporter.extension, exporter, options: exporter.options?.includes('scale') ? { scale: 1 } : {} }],
)

export const columnsOfFiles: readonly Column[] = [
  { title: 'diagram' },
  ...formats.map(({ name }) => ({ title: name, isNumber: true })),
]

/** Kilobytes and milliseconds of each, from the picture to the bytes; a page for the web draws its other views and its steps besides. */
export async function fileCells(file: string, diagram: Diagram): Promise<string[]> {
  const view = viewOf(diagram)
  const page = pageOf({ ...(await render(diagram, view, plainLook, layOut)), view, look: plainLook })!
  const document = serialise(diagram)
  const cells: string[] = []
  for (const { exporter, options } of formats) {
    const start = performance.now()
    const pages = exporter.hasViews ? await wholePages(diagram, view, {}, plainLook, layOut) : [page]
    const request = { pages: pages as [Page], document, language: view.language, options, loadAsset }
    const content = await exporter.export(request)
    const time = performance.now() - start
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content).length : content.length
    cells.push(`${(bytes / 1000).toFixed(1)} kB ${time.toFixed(0)} ms`)
  }
  return [file, ...cells]
}
