// Opens the WOFF files of @fontsource with harfbuzz. Used by `generate.mjs` and by the tests only, never by the program.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'
import * as harfbuzz from 'harfbuzzjs'

const require = createRequire(import.meta.url)
const arimo = dirname(require.resolve('@fontsource/arimo/package.json'))
const math = dirname(require.resolve('@fontsource/noto-sans-math/package.json'))

export const subsets = ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'hebrew']

/** The code points that the style sheet of @fontsource/arimo gives to each subset. */
export function unicodeRanges() {
  const text = JSON.parse(readFileSync(join(arimo, 'unicode.json'), 'utf8'))
  return subsets.map((subset) =>
    text[subset].split(',').map((range) => {
      const [from, to] = range.slice(2).split('-')
      return [parseInt(from, 16), parseInt(to ?? from, 16)]
    }),
  )
}

export function openArimo(subset, weight) {
  return open(join(arimo, `files/arimo-${subset}-${weight}-normal.woff`))
}

/** `latin` is only its name: the file has the whole font. */
export function openMath() {
  return open(join(math, 'files/noto-sans-math-latin-400-normal.woff'))
}

/** The width of one run in units of the font, kerning included. */
export function shapedWidth(font, text) {
  const buffer = new harfbuzz.Buffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  harfbuzz.shape(font, buffer)
  return buffer.getGlyphPositions().reduce((sum, position) => sum + position.xAdvance, 0)
}

function open(path) {
  const bytes = unpack(readFileSync(path))
  const face = new harfbuzz.Face(new harfbuzz.Blob(new Uint8Array(bytes).buffer))
  return { font: new harfbuzz.Font(face), unitsPerEm: face.upem, codes: [...face.collectUnicodes()] }
}

/** WOFF 1 to sfnt. */
function unpack(woff) {
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(12 + 16 * count)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  const parts = [head]
  let length = head.length
  for (let i = 0; i < count; i++) {
    const entry = 44 + 20 * i
    const [offset, packedSize, size, checksum] = [4, 8, 12, 16].map((at) => woff.readUInt32BE(entry + at))
    const packed = woff.subarray(offset, offset + packedSize)
    const table = packedSize < size ? inflateSync(packed) : packed
    const target = 12 + 16 * i
    woff.copy(head, target, entry, entry + 4)
    head.writeUInt32BE(checksum, target + 4)
    head.writeUInt32BE(length, target + 8)
    head.writeUInt32BE(size, target + 12)
    parts.push(table, Buffer.alloc((4 - (size % 4)) % 4))
    length += Math.ceil(size / 4) * 4
  }
  return Buffer.concat(parts)
}
