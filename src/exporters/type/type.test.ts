// Glyphs, places and subsets of the bundled faces, beside what harfbuzz and the measurer say of them.
import fc from 'fast-check'
import * as harfbuzz from 'harfbuzzjs'
import { expect, test } from 'vitest'
import { loadAsset } from '../../cli/assets'
import { measure } from '../../drawing/measure'
import { segments } from '../../drawing/path'
import type { TextPrimitive } from '../../drawing/primitives'
import { textsIn } from '../../drawing/texts'
import { openFont } from './font'
import { shownText, typesetterFor } from './line'
import { outline } from './outline'
import { readWoff, writeTrueType, writeWoff } from './sfnt'
import { subset } from './subset'

const arimo = (weight: number, part = 'latin') => `@fontsource/arimo/files/arimo-${part}-${weight}-normal.woff`
const math = '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff'

const text = (of: string, more: Partial<TextPrimitive> = {}): TextPrimitive => ({
  kind: 'text',
  x: 100,
  y: 50,
  text: of,
  size: 16,
  weight: 400,
  anchor: 'start',
  fill: '#000000',
  ...more,
})

async function set(primitive: TextPrimitive) {
  const typesetter = await typesetterFor([primitive], loadAsset)
  return { line: typesetter.set(primitive), missing: [...typesetter.missing] }
}

function harfbuzzFont(trueType: Uint8Array) {
  const face = new harfbuzz.Face(new harfbuzz.Blob(new Uint8Array(trueType).buffer))
  return new harfbuzz.Font(face)
}

/** The corners and control points of a path, for any two writings of the same curve. */
function box(d: string) {
  const points = segments(d).flat()
  const [xs, ys] = [points.map((p) => p.x), points.map((p) => p.y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map((v) => Math.round(v))
}

test.each([arimo(400), arimo(700), arimo(400, 'vietnamese'), arimo(700, 'greek'), math])(
  'glyphs of %s are those that harfbuzz draws',
  async (path) => {
    const woff = await loadAsset(path)
    const font = openFont(woff)
    const other = harfbuzzFont(writeTrueType(readWoff(woff)))
    const codes = [...other.face.collectUnicodes()]
    expect(codes.length).toBeGreaterThan(50)
    for (const code of codes) {
      const glyph = font.glyph(code)
      expect(glyph).toBe(other.glyph(code))
      expect(font.advance(glyph), `advance of ${code}`).toBe(other.glyphHAdvance(glyph))
      const theirs = other.glyphToPath(glyph)
      const ours = outline(font, glyph, 0, 0, font.unitsPerEm)
      expect(ours === '', `outline of ${code}`).toBe(theirs === '')
      if (theirs) expect(box(ours), `outline of ${code}`).toEqual(box(flipped(theirs)))
    }
  },
)

/** Harfbuzz has y upward. */
function flipped(d: string) {
  return d.replace(/([MLQ])([^MLQZ]*)/g, (_, command: string, numbers: string) => {
    const values = numbers.split(/[ ,]+/).map(Number)
    return command + values.map((value, i) => (i % 2 ? -value : value)).join(' ')
  })
}

test('a line is as wide as it was measured, and begins where its anchor says', async () => {
  const { line } = await set(text('WAVE To 1,024 → AVATAR', { anchor: 'end', weight: 700 }))
  const width = measure('WAVE To 1,024 → AVATAR', 16, 700)
  expect(line.width).toBeCloseTo(width, 6)
  expect(line.x).toBeCloseTo(100 - width, 6)
  expect(line.runs.map(({ face, text }) => [face.family, text])).toEqual([
    ['Arimo', 'WAVE To 1,024 '],
    ['Noto Sans Math', '→'],
    ['Arimo', ' AVATAR'],
  ])
})

test('glyphs stand where harfbuzz would put them, kerning included', async () => {
  const other = harfbuzzFont(writeTrueType(readWoff(await loadAsset(arimo(400)))))
  for (const words of ['AVATAR', 'Type: W. To', 'LayerNorm 1,024', 'Vision-Language']) {
    const buffer = new harfbuzz.Buffer()
    buffer.addText(words)
    buffer.guessSegmentProperties()
    harfbuzz.shape(other, buffer)
    let at = 0
    const theirs = buffer.getGlyphPositions().map(({ xAdvance }) => (at += xAdvance) - xAdvance)
    const { line } = await set(text(words, { x: 0, size: 2048 }))
    expect(line.runs.flatMap(({ glyphs }) => glyphs.map(({ x }) => Math.round(x)))).toEqual(theirs)
  }
})

test.each([
  ['ja', '画像エンコーダ 直', 'Noto Sans JP'],
  ['zh-Hans', '视觉编码器 直', 'Noto Sans SC'],
  ['zh-Hant', '視覺編碼器 直', 'Noto Sans TC'],
])('%s is set in the face of its own language', async (lang, words, family) => {
  const { line, missing } = await set(text(words, { lang }))
  expect(missing).toEqual([])
  expect(new Set(line.runs.map(({ face }) => face.family))).toEqual(new Set([family]))
  expect(line.runs.map((run) => run.text).join('')).toBe(words)
  expect(line.width).toBeLessThanOrEqual(measure(words, 16, 400) * 1.001)
})

test('a sign of another script is looked for in the other faces; what none has is told', async () => {
  const { line, missing } = await set(text('x̂ 视 👩‍🔬 ﷽'))
  expect(missing).toEqual(['👩', '🔬', '﷽'])
  expect(line.runs.map((run) => run.text).join('')).toContain('视')
})

test('letters and accents become one sign', () => {
  expect(shownText('Poincaré\u200b  map')).toBe('Poincaré\u200b map')
})

test('a subset keeps the glyphs, their widths, their kerning and their parts', async () => {
  const font = openFont(await loadAsset(arimo(700)))
  const codes = [...'AVTo éÅ½'].map((sign) => sign.codePointAt(0)!)
  const { tables, glyphs } = subset(new Map([[font, codes]]), 700)
  for (const bytes of [writeWoff(tables), writeWoff(readWoff(writeWoff(tables)))]) {
    const small = openFont(bytes)
    for (const code of codes) {
      expect(small.glyph(code)).toBe(glyphs.get(code))
      expect(small.advance(small.glyph(code))).toBe(font.advance(font.glyph(code)))
      expect(outline(small, small.glyph(code), 0, 0, 100)).toBe(outline(font, font.glyph(code), 0, 0, 100))
    }
    expect(small.glyph('Z'.codePointAt(0)!)).toBe(0)
  }
  const buffer = new harfbuzz.Buffer()
  buffer.addText('AVATo')
  buffer.guessSegmentProperties()
  harfbuzz.shape(harfbuzzFont(writeTrueType(tables)), buffer)
  const width = buffer.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0)
  expect(width / 2048).toBeCloseTo(measure('AVATo', 1, 700), 4)
  expect(writeWoff(tables).length).toBeLessThan(4000)
})

test('law: a file of tables comes back as it was', () => {
  const tag = fc.string({ minLength: 4, maxLength: 4, unit: fc.constantFrom(...'abcXYZ/2') })
  fc.assert(
    fc.property(fc.dictionary(tag, fc.uint8Array({ maxLength: 600 }), { minKeys: 1, maxKeys: 9 }), (entries) => {
      const tables = new Map(Object.entries(entries))
      const back = readWoff(writeWoff(tables))
      expect([...back.keys()].sort()).toEqual([...tables.keys()].sort())
      for (const [name, data] of tables) expect([...back.get(name)!]).toEqual([...data])
    }),
  )
})

test('texts are found in groups, in order', () => {
  const group = { kind: 'group' as const, children: [text('b')] }
  expect(textsIn([text('a'), group, text('c')]).map((t) => t.text)).toEqual(['a', 'b', 'c'])
})
