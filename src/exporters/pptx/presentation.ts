// The deck itself: its size, its slides and their defaults; and what the file says of itself.
import { element, escapeXml, xmlHead } from '../xml'
import { levels } from './master'
import { notesHeight, notesWidth } from './notes'
import { namespaces } from './slide'
import { slideHeight, slideWidth } from './slideSize'

/** Relationships: the master, the slides, then the master of notes. */
export function presentationPart(slides: number): string {
  const ids = Array.from({ length: slides }, (_, i) => element('p:sldId', { id: 256 + i, 'r:id': `rId${i + 2}` }))
  return (
    xmlHead +
    element(
      'p:presentation',
      { ...namespaces, saveSubsetFonts: true },
      element('p:sldMasterIdLst', {}, element('p:sldMasterId', { id: 2147483648, 'r:id': 'rId1' })),
      element('p:notesMasterIdLst', {}, element('p:notesMasterId', { 'r:id': `rId${slides + 2}` })),
      element('p:sldIdLst', {}, ids),
      element('p:sldSz', { cx: slideWidth, cy: slideHeight }),
      element('p:notesSz', { cx: notesWidth, cy: notesHeight }),
      element('p:defaultTextStyle', {}, levels(9, 1400)),
    )
  )
}

export function presentationPropertiesPart(): string {
  return xmlHead + element('p:presentationPr', namespaces)
}

export function viewPropertiesPart(): string {
  return xmlHead + element('p:viewPr', namespaces)
}

export function tableStylesPart(): string {
  return (
    xmlHead +
    element('a:tblStyleLst', { 'xmlns:a': namespaces['xmlns:a'], def: '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}' })
  )
}

/** No dates: the same figure is the same file. */
export function corePropertiesPart(title: string, description: string): string {
  return (
    xmlHead +
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      element('dc:title', {}, escapeXml(title)),
      element('dc:description', {}, escapeXml(description)),
    )
  )
}

export function appPropertiesPart(slides: number): string {
  return (
    xmlHead +
    element(
      'Properties',
      { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
      element('Application', {}, 'Frieze'),
      element('PresentationFormat', {}, 'Widescreen'),
      element('Slides', {}, String(slides)),
      element('Notes', {}, String(slides)),
    )
  )
}
