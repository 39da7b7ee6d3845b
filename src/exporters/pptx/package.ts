// Parts, their types and their relationships: the package that every Office file is. The same parts give the same bytes.
import { strToU8, zipSync, type Zippable } from 'fflate'
import { element, xmlHead } from '../xml'

export interface Part {
  /** Without a slash before it: `ppt/slides/slide1.xml`. */
  readonly path: string
  readonly content: string
  /** Absent: the type of all XML. */
  readonly type?: string
  /** Ids `rId1`, `rId2`, … in this order. */
  readonly relations?: readonly Relation[]
}

export interface Relation {
  /** The last word of the relationship's type, or a whole URI. */
  readonly kind: string
  /** The path of a part. */
  readonly target: string
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
const packaging = 'http://schemas.openxmlformats.org/package/2006/'
const mainTypes = 'application/vnd.openxmlformats-'

export function zipPackage(parts: readonly Part[], roots: readonly Relation[]): Uint8Array {
  const files: Zippable = {}
  // Dates are part of a zip: all files have the first there is.
  const mtime = new Date(1980, 0, 1)
  const add = (path: string, text: string) => {
    files[path] = [strToU8(text), { level: 9, mem: 8, mtime }]
  }
  add('[Content_Types].xml', contentTypes(parts))
  add('_rels/.rels', relationships(roots, ''))
  for (const { path, content, relations } of parts) {
    add(path, content)
    const [folder, name] = split(path)
    if (relations?.length) add(`${folder}_rels/${name}.rels`, relationships(relations, folder))
  }
  return zipSync(files)
}

function contentTypes(parts: readonly Part[]): string {
  const standard = { rels: `${mainTypes}package.relationships+xml`, xml: 'application/xml' }
  return (
    xmlHead +
    element(
      'Types',
      { xmlns: `${packaging}content-types` },
      Object.entries(standard).map(([Extension, ContentType]) => element('Default', { Extension, ContentType })),
      parts.map(
        ({ path, type }) =>
          type && element('Override', { PartName: `/${path}`, ContentType: `${mainTypes}${type}+xml` }),
      ),
    )
  )
}

function relationships(relations: readonly Relation[], folder: string): string {
  return (
    xmlHead +
    element(
      'Relationships',
      { xmlns: `${packaging}relationships` },
      relations.map(({ kind, target }, i) =>
        element('Relationship', {
          Id: `rId${i + 1}`,
          Type: kind.includes(':') ? kind : office + kind,
          Target: relativePath(folder, target),
        }),
      ),
    )
  )
}

function split(path: string): [folder: string, name: string] {
  const at = path.lastIndexOf('/') + 1
  return [path.slice(0, at), path.slice(at)]
}

/** `folder` ends with a slash, or is empty. */
function relativePath(folder: string, target: string): string {
  const [from, to] = [folder.split('/').filter(Boolean), target.split('/')]
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}
