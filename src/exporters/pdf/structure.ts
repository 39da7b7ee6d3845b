// What a PDF says of itself besides its pages: the order in which it is read, its table of contents, its title and its source.
import { dictionary, words, type PdfFile, type Reference } from './file'
import type { Tagged } from './paint'

export interface WrittenPage {
  readonly page: Reference
  readonly title: string
  readonly tagged: readonly Tagged[]
}

/** The tree in which readers aloud find figures with their alternative texts, and paragraphs, page by page. */
export function writeStructure(file: PdfFile, pages: readonly WrittenPage[]): Reference {
  const root = file.reserve()
  const document = file.reserve()
  const parents: string[] = []
  const sections = pages.map(({ page, title, tagged }, index) => {
    const section = file.reserve()
    const kids = tagged.map(({ role, alt }, id) =>
      file.add({
        Type: '/StructElem',
        S: `/${role}`,
        P: section,
        Pg: page,
        ...(role === 'Figure' && { Alt: words(alt ?? '') }),
        K: id,
      }),
    )
    parents.push(`${index} [${kids.join(' ')}]`)
    return file.add(
      { Type: '/StructElem', S: '/Sect', P: document, T: words(title), K: `[${kids.join(' ')}]` },
      section,
    )
  })
  file.add({ Type: '/StructElem', S: '/Document', P: root, K: `[${sections.join(' ')}]` }, document)
  const parentTree = dictionary({ Nums: `[${parents.join(' ')}]` })
  return file.add(
    { Type: '/StructTreeRoot', K: document, ParentTree: parentTree, ParentTreeNextKey: pages.length },
    root,
  )
}

/** A table of contents, when there is more than one page. */
export function writeContents(file: PdfFile, pages: readonly WrittenPage[]): Reference | undefined {
  if (pages.length < 2) return undefined
  const root = file.reserve()
  const items = pages.map(() => file.reserve())
  pages.forEach(({ page, title }, i) =>
    file.add(
      { Title: words(title), Parent: root, Dest: `[${page} /Fit]`, Prev: items[i - 1], Next: items[i + 1] },
      items[i],
    ),
  )
  return file.add({ Type: '/Outlines', First: items[0], Last: items.at(-1), Count: items.length }, root)
}

export interface About {
  readonly title: string
  readonly subject: string
  /** Who thought of what is drawn. */
  readonly authors?: string
  /** Where it was published. */
  readonly source?: string
  readonly language: string
}

export function writeInfo(file: PdfFile, { title, subject, authors, source }: About): Reference {
  return file.add({
    Title: words(title),
    Subject: words(subject),
    Author: authors === undefined ? undefined : words(authors),
    Keywords: source === undefined ? undefined : words(source),
    Creator: '(Frieze)',
    Producer: '(Frieze)',
  })
}

/** The same once more, as programs of today read it. */
export function writeMetadata(file: PdfFile, { title, subject, authors, source, language }: About): Reference {
  const alternatives = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`
  const text = [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">',
    `<dc:title>${alternatives(title)}</dc:title>`,
    `<dc:description>${alternatives(subject)}</dc:description>`,
    ...(authors ? [`<dc:creator><rdf:Seq><rdf:li>${escaped(authors)}</rdf:li></rdf:Seq></dc:creator>`] : []),
    ...(source ? [`<dc:source>${escaped(source)}</dc:source>`] : []),
    `<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>`,
    '<xmp:CreatorTool>Frieze</xmp:CreatorTool>',
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n')
  return file.addStream(new TextEncoder().encode(text), { Type: '/Metadata', Subtype: '/XML' }, { plain: true })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** The document as a file that any viewer lists and saves, with a checksum for when it comes back to Frieze. */
export function writeAttachment(file: PdfFile, document: string, checksum: string): Reference {
  const data = new TextEncoder().encode(document)
  const embedded = file.addStream(data, {
    Type: '/EmbeddedFile',
    Subtype: '/application#2Fjson',
    Params: dictionary({ Size: data.length }),
    FriezeDocument: `(${checksum})`,
  })
  return file.add({
    Type: '/Filespec',
    F: '(diagram.frieze.json)',
    UF: words('diagram.frieze.json'),
    Desc: words('The diagram, to be opened in Frieze'),
    AFRelationship: '/Source',
    EF: dictionary({ F: embedded, UF: embedded }),
  })
}
