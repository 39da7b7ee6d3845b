// The document as a custom XML part, which PowerPoint keeps when it saves the deck.
import { pack } from '../../document/carry'
import { element, xmlHead } from '../xml'
import type { Part } from './package'

const carriedNamespace = 'urn:frieze:document'
const itemId = '{8B0F5A3E-6C41-4B7D-9F25-1D7E0C9A4F61}'

export function carriedParts(document: string): Part[] {
  const content = xmlHead + element('document', { xmlns: carriedNamespace }, pack(document))
  const properties =
    xmlHead +
    element(
      'ds:datastoreItem',
      { 'xmlns:ds': 'http://schemas.openxmlformats.org/officeDocument/2006/customXml', 'ds:itemID': itemId },
      element('ds:schemaRefs', {}, element('ds:schemaRef', { 'ds:uri': carriedNamespace })),
    )
  return [
    {
      path: 'customXml/item1.xml',
      content,
      relations: [{ kind: 'customXmlProps', target: 'customXml/itemProps1.xml' }],
    },
    { path: 'customXml/itemProps1.xml', content: properties, type: 'officedocument.customXmlProperties' },
  ]
}
