// The faces of a PDF: of each only the glyphs in use, and what every glyph says, so that text can be found and copied.
import { faceKey, type Face } from '../type/faces'
import type { Font } from '../type/font'
import type { SetGlyph } from '../type/line'
import { viewOf, writeTrueType } from '../type/sfnt'
import { subset } from '../type/subset'
import type { PdfFile, Reference } from './file'

const kept = ['glyf', 'loca', 'head', 'hhea', 'hmtx', 'maxp', 'prep']

export class PdfFonts {
  readonly #used = new Map<string, UsedFace>()

  constructor(readonly file: PdfFile) {}

  /** The name in the page's resources. */
  nameOf(face: Face): string {
    return this.#use(face).name
  }

  /** The number by which a text names a sign: one for each sign, even where two share a glyph. */
  codeOf(face: Face, { sign }: SetGlyph): string {
    const { signs } = this.#use(face)
    let known = signs.get(sign)
    if (!known) signs.set(sign, (known = { code: signs.size + 1, font: face.font }))
    return known.code.toString(16).toUpperCase().padStart(4, '0')
  }

  /** Writes all faces; the dictionary for the resources of pages. */
  finish(): string {
    const entries = [...this.#used.values()].map((used) => `/${used.name} ${this.#write(used)}`)
    return `<< ${entries.join(' ')} >>`
  }

  #use(face: Face): UsedFace {
    const key = faceKey(face)
    let used = this.#used.get(key)
    if (!used) this.#used.set(key, (used = { face, name: `F${this.#used.size + 1}`, signs: new Map() }))
    return used
  }

  #write({ face, signs }: UsedFace): Reference {
    const { font } = face
    const codes = [...signs.keys()].map((sign) => sign.codePointAt(0)!)
    const sources = new Map<Font, number[]>([[font, []]])
    for (const [sign, { font: own }] of signs) sources.set(own, [...(sources.get(own) ?? []), sign.codePointAt(0)!])
    const { tables, glyphs } = subset(sources)
    const program = writeTrueType(new Map([...tables].filter(([tag]) => kept.includes(tag))))
    const name = `/${tagOf(codes)}+${face.family.replaceAll(' ', '')}-${face.weight === 700 ? 'Bold' : 'Regular'}`
    const em = (units: number) => Math.round((units * 1000) / font.unitsPerEm)
    const head = viewOf(font.tables.get('head')!)
    const hhea = viewOf(font.tables.get('hhea')!)
    const descriptor = this.file.add({
      Type: '/FontDescriptor',
      FontName: name,
      Flags: 4,
      FontBBox: `[${[36, 38, 40, 42].map((at) => em(head.getInt16(at))).join(' ')}]`,
      ItalicAngle: 0,
      Ascent: em(hhea.getInt16(4)),
      Descent: em(hhea.getInt16(6)),
      CapHeight: 716,
      StemV: face.weight === 700 ? 138 : 88,
      FontFile2: this.file.addStream(program, { Length1: program.length }),
    })
    const widths = [...signs].map(([sign, { font: own }]) => em(own.advance(own.glyph(sign.codePointAt(0)!))))
    const map = new Uint8Array(2 * (codes.length + 1))
    codes.forEach((code, i) => viewOf(map).setUint16(2 * (i + 1), glyphs.get(code) ?? 0))
    const descendant = this.file.add({
      Type: '/Font',
      Subtype: '/CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: '<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>',
      FontDescriptor: descriptor,
      DW: 1000,
      W: `[1 [${widths.join(' ')}]]`,
      CIDToGIDMap: this.file.addStream(map),
    })
    return this.file.add({
      Type: '/Font',
      Subtype: '/Type0',
      BaseFont: name,
      Encoding: '/Identity-H',
      DescendantFonts: `[${descendant}]`,
      ToUnicode: this.file.addStream(new TextEncoder().encode(toUnicode([...signs.keys()]))),
    })
  }
}

interface UsedFace {
  /** One of its files, for what all have in common. */
  readonly face: Face
  readonly name: string
  readonly signs: Map<string, { readonly code: number; readonly font: Font }>
}

/** Six letters that tell subsets of one face apart. */
function tagOf(codes: readonly number[]): string {
  let hash = 0x811c9dc5
  for (const code of codes) hash = Math.imul(hash ^ code, 0x01000193) >>> 0
  return Array.from({ length: 6 }, (_, i) => String.fromCharCode(65 + (Math.floor(hash / 26 ** i) % 26))).join('')
}

function toUnicode(signs: readonly string[]): string {
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(4, '0')
  const rows = signs.map((sign, i) => {
    const units = Array.from({ length: sign.length }, (_, n) => hex(sign.charCodeAt(n)))
    return `<${hex(i + 1)}> <${units.join('')}>`
  })
  const blocks: string[] = []
  // A block holds a hundred at most.
  for (let i = 0; i < rows.length; i += 100) {
    const block = rows.slice(i, i + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def',
    '1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange',
    ...blocks,
    'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n',
  ].join('\n')
}
