import { describe, expect, test } from 'vitest'
import { extents, graphemes, measure } from './measure'
import { openArimo, openMath, shapedWidth, subsets, unicodeRanges } from './metrics/sfnt.mjs'

const weights = [400, 700] as const

// What a browser does: each sign in the first font that has it, each run of one font shaped as a whole.
const ranges = unicodeRanges()
const math = openMath()
const mathCodes = new Set(math.codes)
const faces = {
  400: subsets.map((subset) => openArimo(subset, 400)),
  700: subsets.map((subset) => openArimo(subset, 700)),
}
const codesOf = new Map(weights.map((weight) => [weight, faces[weight].map((face) => new Set(face.codes))]))

function fontOf(code: number, weight: 400 | 700): number {
  const codes = codesOf.get(weight) ?? []
  const subset = ranges.findIndex(
    (list, i) => codes[i]?.has(code) && list.some(([from, to]) => code >= from && code <= to),
  )
  return subset >= 0 ? subset : mathCodes.has(code) ? subsets.length : -1
}

function shaped(text: string, size: number, weight: 400 | 700): number {
  const runs: { font: number; text: string }[] = []
  for (const sign of text) {
    const font = fontOf(sign.codePointAt(0) ?? 0, weight)
    expect(font, `a font for ${sign}`).toBeGreaterThanOrEqual(0)
    const last = runs.at(-1)
    if (last?.font === font) last.text += sign
    else runs.push({ font, text: sign })
  }
  return runs.reduce((sum, run) => {
    const face = faces[weight][run.font] ?? math
    return sum + (shapedWidth(face.font, run.text) / face.unitsPerEm) * size
  }, 0)
}

function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const alphabets = [
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;-()[]/',
  'AVAWTOYLPFRVToTeVaWyPA, .’‘1 11 Ty Av.',
  'T × 320 × 320 × 3 B×256×1792 → ∈ σ ⊕ √d ≤ ⌊⌋ ℓ φ α λ τ · … 𝑥 ⟨⟩',
  'ΑΒΓΔΕΖΗΘΛΣΤΥΦΩ αβγδεζηθλμσφχψω άέήίΆΥ',
  'АБВГДЕЖЗИТУФХЦЧШ абвгдежзтуфцчшщ ГА ТУ.',
  'ÀÉÎÖÜßçñøåÅŁłŠšŽžĐđŐőČčĞğıİœ Tě Vá',
  'Tiếng Việt ữ ằ ộ ẽ Ỵ ĩ ơ Ư',
]
const words = [
  'Vision',
  'Transformer',
  'AVATAR',
  'Type',
  'LayerNorm',
  'FFW',
  'W₀'.slice(0, 1),
  'Wq',
  'P.',
  'K,V',
  'To',
  'LT',
]

describe('measure', () => {
  test.each(weights)('equals harfbuzz for 3,000 random labels of weight %d', (weight) => {
    const next = random(weight)
    let worst = 0
    for (let i = 0; i < 3000; i++) {
      const alphabet = [...(alphabets[i % alphabets.length] ?? '')]
      const signs = Array.from(
        { length: 1 + Math.floor(next() * 24) },
        () => alphabet[Math.floor(next() * alphabet.length)],
      )
      const label =
        i % 10 === 9 ? [1, 2, 3].map(() => words[Math.floor(next() * words.length)]).join(' ') : signs.join('')
      const size = 10 + Math.floor(next() * 24)
      const expected = shaped(label, size, weight)
      if (expected > 0) worst = Math.max(worst, Math.abs(measure(label, size, weight) - expected) / expected)
    }
    expect(worst).toBeLessThan(0.001)
  })

  test('is 0 for nothing and grows with the size', () => {
    expect(measure('', 15, 400)).toBe(0)
    expect(measure('Attention', 30, 700)).toBeCloseTo(2 * measure('Attention', 15, 700), 9)
  })

  test.each([
    ['注意機構', 4],
    ['ﾄｰｸﾝ', 2],
    ['ＡＢ', 2],
    ['e\u0301', 0.556],
    ['👍', 1.25],
    ['👩‍💻👍🏽🇯🇵', 3.75],
    ['\u0000\u0007', 0],
    ['\ud800', 0],
    ['\u202e', 0],
    ['कि', 2],
    ['ᄀ', 1],
  ])('%j is %d em wide', (text, ems) => expect(measure(text, 1, 400)).toBeCloseTo(ems, 2))

  test('is on the wide side where a CJK face draws Latin letters and signs', () => {
    expect(measure('層 → 2', 1, 400)).toBeGreaterThan(measure('層', 1, 400) + measure(' → 2', 1, 400))
  })

  test('stays fast and finite on hostile text', () => {
    for (const text of ['\u0301'.repeat(100_000), '👍'.repeat(50_000), 'W'.repeat(1_000_000), '層a'.repeat(100_000)])
      expect(Number.isFinite(measure(text, 12, 400))).toBe(true)
  })
})

test('extents agree with measure', () => {
  for (const text of ['AVATAR To', 'a→b 層 👍🏽 z', '𝑥 = σ(Wx)']) {
    const { starts, ends } = extents(text, 400)
    expect(starts[0]).toBe(0)
    expect(ends.at(-1)).toBeCloseTo(measure(text, 1, 400), 9)
    expect(starts.every((start, i) => start <= ends[i]!)).toBe(true)
  }
})

test('graphemes keep clusters whole', () => {
  expect(graphemes('a👩‍💻e\u0301')).toEqual(['a', '👩‍💻', 'e\u0301'])
})
