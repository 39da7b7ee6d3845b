// The file: a page for each picture. The document travels as an attribute of the first page's layer, which draw.io keeps.
import { pack } from '../../document/carry'
import { visibleText } from '../../drawing/text'
import { themes } from '../../scene/themes'
import type { ExportRequest, Page } from '../exporter'
import { element } from '../xml'
import { pageCells } from './page'

/** Read by `importers/drawio.ts`. */
const documentAttribute = 'friezeDocument'

export function drawioFile({ pages, document }: ExportRequest): string {
  const diagrams = pages.map((page, i) => diagram(page, i, i === 0 ? document : undefined))
  return `${element('mxfile', { host: 'Frieze', compressed: 'false' }, diagrams)}\n`
}

function diagram(page: Page, index: number, document: string | undefined): string {
  const { scene } = page
  const drawn = page.drawn!
  const title = visibleText(page.title ?? scene.title)
  const layer = element('mxCell', { parent: '0' })
  const carried = { [documentAttribute]: document === undefined ? undefined : pack(document) }
  const root = element(
    'root',
    {},
    element('mxCell', { id: '0' }),
    element('UserObject', { label: '', ...carried, id: '1' }, layer),
    pageCells(page, drawn, '1'),
  )
  const model = element(
    'mxGraphModel',
    {
      dx: 0,
      dy: 0,
      grid: false,
      gridSize: 10,
      guides: true,
      tooltips: true,
      connect: true,
      arrows: true,
      fold: true,
      page: true,
      pageScale: 1,
      pageWidth: scene.width,
      pageHeight: scene.height,
      background: scene.background === themes.light.page ? undefined : scene.background,
      math: false,
      shadow: false,
    },
    root,
  )
  return element('diagram', { id: `page-${index + 1}`, name: title || `Page ${index + 1}` }, model)
}
