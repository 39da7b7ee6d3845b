import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measure } from './measure'
import { wrap } from './wrap'

const at = (text: string, ems: number, maxLines?: number): string[] => wrap(text, 10, 400, ems * 10, maxLines)

describe('wrap', () => {
  test.each([
    ['Perceiver Resampler', 6, ['Perceiver', 'Resampler']],
    ['cross-attention', 5, ['cross-', 'attention']],
    ['encoder/decoder', 5, ['encoder/', 'decoder']],
    ['d = -1 and 3', 3.5, ['d = -1', 'and 3']],
    ['one\ntwo', 50, ['one', 'two']],
    ['  spaced   out ', 50, ['spaced   out']],
    ['視覚言語モデル', 4, ['視覚言語', 'モデル']],
    ['視覚言語。モデル', 4, ['視覚言', '語。モデ', 'ル']],
    ['これは「視覚」だ', 4, ['これは', '「視覚」', 'だ']],
    ['视觉Transformer编码器', 7, ['视觉', 'Transformer编', '码器']],
    ['Bahdanau', 2, ['Bah', 'dan', 'au']],
    ['', 5, ['']],
  ])('%j in %d em', (text, ems, lines) => expect(at(text, ems)).toEqual(lines))

  test('keeps words whole and balances lines when their number is bounded', () => {
    expect(at('A frozen vision encoder and a frozen language model', 4, 2)).toEqual([
      'A frozen vision encoder and',
      'a frozen language model',
    ])
    expect(at('Transformer encoder', 2, 2)).toEqual(['Transformer', 'encoder'])
    expect(at('Transformer encoder', 2, 1)).toEqual(['Transformer encoder'])
  })

  test('loses nothing, and no line is wider than asked', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aWf -/. 層の。「', '👍🏽', 'e\u0301', 'σ'), maxLength: 60 })
    fc.assert(
      fc.property(text, fc.double({ min: 2, max: 30, noNaN: true }), (label, ems) => {
        const lines = at(label, ems)
        expect(lines.join('').replaceAll(' ', '')).toBe(label.replaceAll(' ', ''))
        for (const line of lines) expect(measure(line, 1, 400)).toBeLessThanOrEqual(ems + 0.001)
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  test('stays fast on hostile text', () => {
    for (const text of ['a'.repeat(100_000), 'a '.repeat(50_000), '\u0301'.repeat(100_000), '層'.repeat(50_000)])
      expect(at(text, 10, 3).join('').length).toBeGreaterThan(0)
  })
})
