import fc from 'fast-check'
import { english } from './message'
import { describe, expect, test } from 'vitest'
import { formatExpression, isSymbolName, parseExpression, prettyExpression, renameSymbols } from './expression'

const formatted = (text: string): string => {
  const parsed = parseExpression(text)
  return parsed.ok ? formatExpression(parsed.expression) : english(parsed.problem)
}
const prettied = (text: string): string => {
  const parsed = parseExpression(text)
  return parsed.ok ? prettyExpression(parsed.expression) : english(parsed.problem)
}

describe('reading', () => {
  test.each([
    ['(image_size / patch_size)^2 + 1', '(image_size/patch_size)^2 + 1'],
    [' floor( width*4.3637 ) ', 'floor(width*4.3637)'],
    ['lm_layers mod n', 'lm_layers mod n'],
    ['min(a, b,c) - max(ceil(a))', 'min(a, b, c) - max(ceil(a))'],
    ['a × b · c − d', 'a*b*c - d'],
    ['1e6 + 1.5E-3 + .5 + 2.', '1000000 + 0.0015 + 0.5 + 2'],
    ['a - (b - c) - d', 'a - (b - c) - d'],
    ['a / (b / c) * d', 'a/(b/c)*d'],
    ['a + (b * c)', 'a + b*c'],
    ['2^3^2', '2^(3^2)'],
    ['(2^3)^2', '(2^3)^2'],
    ['-2^2', '-2^2'],
    ['(-2)^2', '(-2)^2'],
    ['2^-1', '2^(-1)'],
    ['-n mod m', '(-n) mod m'],
    ['2 * (a mod b)', '2*(a mod b)'],
    ['τ · 視覚_幅 + d₁', 'τ*視覚_幅 + d₁'],
    ['constructor * __proto__', 'constructor*__proto__'],
  ])('%s', (text, expected) => {
    expect(formatted(text)).toBe(expected)
  })

  test('unary minus binds tighter than mod and looser than a power', () => {
    const negated = parseExpression('-n mod m')
    expect(negated).toMatchObject({ expression: { operator: 'mod', left: { kind: 'negate' } } })
    expect(parseExpression('-n^2')).toMatchObject({ expression: { kind: 'negate', operand: { operator: '^' } } })
  })
})

describe('problems are sentences with a position', () => {
  test.each([
    ['', 'The formula is empty.'],
    ['a +', 'Expected a number, a symbol or “(” but the formula stops at the end.'],
    ['2 n', 'Expected an operator or the end but found “n” at character 3.'],
    ['(a + b', 'Expected “)” but the formula stops at the end.'],
    ['a + b)', 'Expected an operator or the end but found “)” at character 6.'],
    ['floor 2', 'Expected “(” but found “2” at character 7.'],
    ['floor(a, b)', '“floor” takes one value, not several, at character 1.'],
    ['min()', 'Expected a number, a symbol or “(” but found “)” at character 5.'],
    ['mod 3', 'Expected a number, a symbol or “(” but found “mod” at character 1.'],
    ['a ? b', '“?” at character 3 has no meaning in a formula.'],
    ['𝒳😀', '“😀” at character 2 has no meaning in a formula.'],
    ['a**2', 'Write ^ for a power, not “**”, at character 2.'],
    ['a//2', 'Write floor(a / b) for a quotient rounded down, not “//”, at character 2.'],
    ['a%2', 'Write mod for a remainder, not “%”, at character 2.'],
    ['1e999999999', 'The number at character 1 has too many digits.'],
    ['9'.repeat(1999), 'The number at character 1 has too many digits.'],
    ['a'.repeat(2001), 'The formula is 2,001 characters long; the limit is 2,000.'],
    ['('.repeat(10_000), 'The formula is 10,000 characters long; the limit is 2,000.'],
    ['x'.repeat(2 ** 20), 'The formula is 1,048,576 characters long; the limit is 2,000.'],
    ['('.repeat(1000), 'The formula is nested more than 100 deep at character 102.'],
    ['-'.repeat(1000), 'The formula is nested more than 100 deep at character 102.'],
    ['2^'.repeat(500), 'The formula is nested more than 100 deep at character 203.'],
  ])('%.20s', (text, problem) => {
    const parsed = parseExpression(text)
    expect(parsed.ok ? '' : english(parsed.problem)).toBe(problem)
  })

  test('no text makes it throw', () => {
    const scraps = fc.constantFrom(
      '(',
      ')',
      '^',
      '-',
      'floor',
      'min',
      'mod',
      ',',
      ' ',
      '2',
      '.',
      'e',
      'é',
      'a',
      '/',
      '\u0000',
      '\ud800',
    )
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(scraps, { maxLength: 60 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(hostile, (text) => {
        const parsed = parseExpression(text)
        if (!parsed.ok) expect(english(parsed.problem)).toMatch(/\.$/)
        else expect(formatted(formatExpression(parsed.expression))).toBe(formatExpression(parsed.expression))
      }),
      { seed: 2, numRuns: 2000 },
    )
  })
})

test('pictures use the signs of print', () => {
  expect(prettied('-(floor(image/patch)^2 * width) + ceil(a)^12 - x^n')).toBe('−⌊image/patch⌋²·width + ⌈a⌉¹² − x^n')
})

test('symbol names', () => {
  expect(['a', '_x1', 'd_ff', 'λ', '幅'].every(isSymbolName)).toBe(true)
  expect(['', '1a', 'a b', 'a-b', 'floor', 'mod'].some(isSymbolName)).toBe(false)
})

test.each([
  ['floor( width*1e6 ) + e6', 'floor( WIDTH*1e6 ) + E6'],
  ['a mod min(a, ab)', 'A mod min(A, AB)'],
  ['1 +', '1 +'],
])('renames the symbols of %s and leaves the rest alone', (text, expected) => {
  expect(renameSymbols(text, (name) => name.toUpperCase())).toBe(expected)
})
