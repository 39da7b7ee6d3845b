// All parts of a deck, in a fixed order. One slide for each page; Morph leads from one to the next.
import { say } from '../../document/words'
import type { ExportRequest, Page } from '../exporter'
import { element } from '../xml'
import { carriedParts } from './carried'
import { layoutPart, masterPart } from './master'
import { notesMasterPart, notesPart } from './notes'
import { zipPackage, type Part } from './package'
import { paletteOf } from './palette'
import {
  appPropertiesPart,
  corePropertiesPart,
  presentationPart,
  presentationPropertiesPart,
  tableStylesPart,
  viewPropertiesPart,
} from './presentation'
import { slidePart, titleOf } from './slide'
import { themePart } from './theme'

const presentationType = 'officedocument.presentationml.'

export function deckBytes(request: ExportRequest): Uint8Array {
  const { pages, document, language } = request
  const themeName = pages[0].drawn?.look.theme ?? 'light'
  const palette = paletteOf(themeName)
  const numbers = pages.map((_, i) => i + 1)
  const isMany = pages.length > 1
  const slides = pages.map((page, i): Part => {
    request.signal?.throwIfAborted()
    request.onProgress?.(i / pages.length)
    return {
      path: `ppt/slides/slide${i + 1}.xml`,
      content: slidePart(page, palette, isMany, isMany && i > 0 ? morph() : ''),
      type: `${presentationType}slide`,
      relations: [
        { kind: 'slideLayout', target: 'ppt/slideLayouts/slideLayout1.xml' },
        { kind: 'notesSlide', target: `ppt/notesSlides/notesSlide${i + 1}.xml` },
      ],
    }
  })
  const notes = pages.map((page, i): Part => ({
    path: `ppt/notesSlides/notesSlide${i + 1}.xml`,
    content: notesPart(notesOf(page)),
    type: `${presentationType}notesSlide`,
    relations: [
      { kind: 'notesMaster', target: 'ppt/notesMasters/notesMaster1.xml' },
      { kind: 'slide', target: `ppt/slides/slide${i + 1}.xml` },
    ],
  }))
  const theme = themePart(themeName, palette, language)
  const carried = document === undefined ? [] : carriedParts(document)
  const parts: Part[] = [
    {
      path: 'ppt/presentation.xml',
      content: presentationPart(pages.length),
      type: `${presentationType}presentation.main`,
      relations: [
        { kind: 'slideMaster', target: 'ppt/slideMasters/slideMaster1.xml' },
        ...numbers.map((n) => ({ kind: 'slide', target: `ppt/slides/slide${n}.xml` })),
        { kind: 'notesMaster', target: 'ppt/notesMasters/notesMaster1.xml' },
        { kind: 'presProps', target: 'ppt/presProps.xml' },
        { kind: 'viewProps', target: 'ppt/viewProps.xml' },
        { kind: 'theme', target: 'ppt/theme/theme1.xml' },
        { kind: 'tableStyles', target: 'ppt/tableStyles.xml' },
        ...carried.slice(0, 1).map(({ path }) => ({ kind: 'customXml', target: path })),
      ],
    },
    ...slides,
    ...notes,
    {
      path: 'ppt/slideMasters/slideMaster1.xml',
      content: masterPart(themeName),
      type: `${presentationType}slideMaster`,
      relations: [
        { kind: 'slideLayout', target: 'ppt/slideLayouts/slideLayout1.xml' },
        { kind: 'theme', target: 'ppt/theme/theme1.xml' },
      ],
    },
    {
      path: 'ppt/slideLayouts/slideLayout1.xml',
      content: layoutPart(),
      type: `${presentationType}slideLayout`,
      relations: [{ kind: 'slideMaster', target: 'ppt/slideMasters/slideMaster1.xml' }],
    },
    {
      path: 'ppt/notesMasters/notesMaster1.xml',
      content: notesMasterPart(),
      type: `${presentationType}notesMaster`,
      relations: [{ kind: 'theme', target: 'ppt/theme/theme2.xml' }],
    },
    { path: 'ppt/theme/theme1.xml', content: theme, type: 'officedocument.theme' },
    {
      path: 'ppt/theme/theme2.xml',
      content: themePart('light', paletteOf('light'), language),
      type: 'officedocument.theme',
    },
    { path: 'ppt/presProps.xml', content: presentationPropertiesPart(), type: `${presentationType}presProps` },
    { path: 'ppt/viewProps.xml', content: viewPropertiesPart(), type: `${presentationType}viewProps` },
    { path: 'ppt/tableStyles.xml', content: tableStylesPart(), type: `${presentationType}tableStyles` },
    ...carried,
    {
      path: 'docProps/core.xml',
      content: corePropertiesPart(pages[0].scene.title, pages[0].scene.description),
      type: 'package.core-properties',
    },
    {
      path: 'docProps/app.xml',
      content: appPropertiesPart(pages.length),
      type: 'officedocument.extended-properties',
    },
  ]
  return zipPackage(parts, [
    { kind: 'officeDocument', target: 'ppt/presentation.xml' },
    {
      kind: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      target: 'docProps/core.xml',
    },
    { kind: 'extended-properties', target: 'docProps/app.xml' },
  ])
}

/** The step's notes; without any, what the picture shows and where it is from. */
function notesOf({ scene, drawn, notes, title }: Page): string {
  const language = drawn?.view.language ?? 'en'
  const sources = (drawn?.analysis.diagram.about.sources ?? []).map((source) =>
    [source.authors, source.year, source.title, source.arxiv && `arXiv:${source.arxiv}`, source.url]
      .filter(Boolean)
      .join(', '),
  )
  const phase = say(drawn?.analysis.phase?.label, language)
  const said = notes ?? [titleOf({ scene, title }), scene.description, phase].filter(Boolean).join('\n')
  return [said, ...sources].join('\n')
}

function morph(): string {
  const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
  const newer = 'http://schemas.microsoft.com/office/powerpoint/2015/09/main'
  return element(
    'mc:AlternateContent',
    { 'xmlns:mc': compatibility },
    element(
      'mc:Choice',
      { 'xmlns:p159': newer, Requires: 'p159' },
      element('p:transition', { spd: 'slow' }, element('p159:morph', { option: 'byObject' })),
    ),
    element('mc:Fallback', {}, element('p:transition', { spd: 'slow' }, element('p:fade'))),
  )
}
