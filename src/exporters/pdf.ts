// PDF: vectors, text that can be selected and searched in faces that travel along, tagged for readers aloud, one page for each
// picture, and the document as an attachment.
import { checksumOf } from '../document/carry'
import { say } from '../document/words'
import type { Exporter, ExportRequest, Page } from './exporter'
import { dictionary, number, PdfFile, type Reference } from './pdf/file'
import { PdfFonts } from './pdf/fonts'
import { Opacities, paintPage, type Painter, type Tagged } from './pdf/paint'
import { sheetsOf, type Part, type Sheet } from './pdf/sheet'
import {
  writeAttachment,
  writeContents,
  writeInfo,
  writeMetadata,
  writeStructure,
  type About,
  type WrittenPage,
} from './pdf/structure'
import { typesetterFor } from './type/line'

export const pdf: Exporter = {
  extension: 'pdf',
  label: 'PDF',
  mime: 'application/pdf',
  holdsPages: true,
  options: ['paper', 'notes'],
  export: async (request) => {
    const { pages, options, loadAsset, signal, onProgress } = request
    const sheets = sheetsOf(pages, options?.paper ?? 'fit', options?.notes ?? false)
    const all = sheets.flatMap(({ parts }) => parts.flatMap(({ primitives }) => primitives))
    const typesetter = await typesetterFor(all, loadAsset)
    const file = new PdfFile()
    const painter = { typesetter, fonts: new PdfFonts(file), opacities: new Opacities() }
    const tree = file.reserve()
    const resources = file.reserve()
    const written: WrittenPage[] = []
    for (const [index, sheet] of sheets.entries()) {
      signal?.throwIfAborted()
      written.push(writeSheet(file, sheet, index, { tree, resources }, painter))
      onProgress?.((index + 1) / sheets.length)
    }
    file.addText(dictionary({ Font: painter.fonts.finish(), ExtGState: painter.opacities.finish() }), resources)
    const kids = written.map(({ page }) => page)
    file.add({ Type: '/Pages', Kids: `[${kids.join(' ')}]`, Count: kids.length }, tree)
    return file.finish(...writeRoot(file, written, tree, request))
  },
}

interface Shared {
  readonly tree: Reference
  readonly resources: Reference
}

function writeSheet(
  file: PdfFile,
  { width, height, title, parts }: Sheet,
  index: number,
  { tree, resources }: Shared,
  painter: Omit<Painter, 'tag'>,
): WrittenPage {
  const tagged: Tagged[] = []
  const tag = (part: Tagged) => tagged.push(part) - 1
  const content = parts.map((part) => paintPart(part, height, { ...painter, tag })).join('\n')
  const page = file.add({
    Type: '/Page',
    Parent: tree,
    MediaBox: `[0 0 ${number(width)} ${number(height)}]`,
    Resources: resources,
    Contents: file.addStream(new TextEncoder().encode(content)),
    Group: '<< /S /Transparency /CS /DeviceRGB >>',
    Tabs: '/S',
    StructParents: index,
  })
  return { page, title, tagged }
}

/** PDF counts from below. */
function paintPart({ primitives, x, y, scale, clip }: Part, height: number, painter: Painter): string {
  const matrix = [scale, 0, 0, -scale, x, height - y].map(number).join(' ')
  const cut = clip ? `0 0 ${number(clip.width)} ${number(clip.height)} re W n\n` : ''
  return `q\n${matrix} cm\n${cut}${paintPage(primitives, painter)}\nQ`
}

function writeRoot(
  file: PdfFile,
  written: readonly WrittenPage[],
  tree: Reference,
  { pages, document, language }: ExportRequest,
): [root: Reference, info: Reference] {
  const about = aboutOf(pages[0], language)
  const attachment = document === undefined ? undefined : writeAttachment(file, document, checksumOf(document))
  const contents = writeContents(file, written)
  const names = attachment && dictionary({ EmbeddedFiles: `<< /Names [(diagram.frieze.json) ${attachment}] >>` })
  const root = file.add({
    Type: '/Catalog',
    Pages: tree,
    Lang: `(${language})`,
    MarkInfo: '<< /Marked true >>',
    StructTreeRoot: writeStructure(file, written),
    ViewerPreferences: '<< /DisplayDocTitle true >>',
    Metadata: writeMetadata(file, about),
    Outlines: contents,
    PageMode: contents && '/UseOutlines',
    Names: names,
    AF: attachment && `[${attachment}]`,
  })
  return [root, writeInfo(file, about)]
}

function aboutOf({ scene, drawn }: Page, language: ExportRequest['language']): About {
  const { about } = drawn?.analysis.diagram ?? {}
  const [source] = about?.sources ?? []
  const parts = [source?.title, source?.arxiv && `arXiv ${source.arxiv}`, source?.year ?? about?.year]
  const said = parts.filter(Boolean).join(', ')
  return {
    title: scene.title,
    subject: scene.description || say(about?.summary, language),
    language,
    ...(source?.authors && { authors: source.authors }),
    ...(said && { source: said }),
  }
}
