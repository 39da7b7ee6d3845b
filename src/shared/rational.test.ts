import { formulas } from './formulaSentences'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as rational from './rational'
import { DimensionError, type Rational } from './rational'

const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
const fraction = fc
  .tuple(
    whole,
    whole.filter((n) => n !== 0n),
  )
  .map(([n, d]) => rational.rational(n, d))

const half = rational.rational(1n, 2n)
const law = (check: (a: Rational, b: Rational, c: Rational) => void): void =>
  fc.assert(fc.property(fraction, fraction, fraction, check), { seed: 1 })

describe('arithmetic', () => {
  test('keeps lowest terms and a positive denominator', () => {
    expect(rational.rational(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n })
    expect(rational.rational(0n, -4n)).toEqual(rational.zero)
  })

  test('obeys the laws of a field', () => {
    law((a, b, c) => {
      const { add, sub, mul, div, zero } = rational
      expect(add(a, b)).toEqual(add(b, a))
      expect(add(add(a, b), c)).toEqual(add(a, add(b, c)))
      expect(mul(mul(a, b), c)).toEqual(mul(a, mul(b, c)))
      expect(mul(a, add(b, c))).toEqual(add(mul(a, b), mul(a, c)))
      expect(sub(a, a)).toEqual(zero)
      if (!rational.isZero(b)) expect(mul(div(a, b), b)).toEqual(a)
    })
  })

  test('raises to whole powers, also negative ones', () => {
    expect(rational.pow(rational.rational(2n), -1)).toEqual(half)
    expect(rational.pow(rational.rational(-2n, 3n), 3)).toEqual(rational.rational(-8n, 27n))
    expect(rational.pow(rational.zero, 0)).toEqual(rational.one)
    expect(rational.pow(rational.rational(-1n), 1_000_001)).toEqual(rational.rational(-1n))
    expect(rational.pow(rational.rational(-1n), -7)).toEqual(rational.rational(-1n))
    expect(rational.pow(rational.zero, 1000)).toEqual(rational.zero)
  })

  test('rounds down', () => {
    expect([7n, -7n, 6n, -6n].map((n) => rational.floor(rational.rational(n, 2n)))).toEqual([3n, -4n, 3n, -3n])
    law((a) => {
      const below = rational.sub(a, rational.rational(rational.floor(a)))
      expect(rational.compare(below, rational.zero)).toBeGreaterThanOrEqual(0)
      expect(rational.compare(below, rational.one)).toBeLessThan(0)
    })
  })

  test('refuses what has no answer, or too large a one, at once', () => {
    expect(() => rational.div(half, rational.zero)).toThrow(new DimensionError(formulas.byZero()))
    expect(() => rational.pow(rational.zero, -1)).toThrow('Division by zero.')
    expect(() => rational.pow(rational.rational(9n), 387_420_489)).toThrow('The result is too large')
    expect(() => rational.mul(rational.pow(half, 4000), rational.pow(half, 4000))).toThrow('up to 4,096 bits')
    expect(() => rational.pow(half, 0.5)).toThrow('The exponent 0.5 is not a whole number.')
  })
})

describe('toNumber', () => {
  test('is right for numbers of any size', () => {
    expect(rational.toNumber(rational.rational(1n, 3n))).toBe(1 / 3)
    const large = 10n ** 400n
    expect(rational.toNumber(rational.rational(large, large * 3n + 3n))).toBeCloseTo(1 / 3, 15)
    expect(rational.toNumber(rational.rational(-1n, 10n ** 300n))).toBeCloseTo(-1e-300, 310)
    expect(rational.toNumber(rational.rational(1n, 10n ** 1200n))).toBe(0)
    expect(rational.toNumber(rational.rational(10n ** 1200n))).toBe(Infinity)
  })

  test('agrees with compare', () => {
    law((a, b) => {
      if (rational.toNumber(a) < rational.toNumber(b)) expect(rational.compare(a, b)).toBeLessThan(0)
    })
  })
})

test.each([
  [43637n, 10000n, '4.3637'],
  [-1n, 2n, '-0.5'],
  [8n, 3n, '8/3'],
  [-1n, 200n, '-0.005'],
  [12n, 1n, '12'],
  [1n, 2n ** 40n, '1/1099511627776'],
])('%s over %s is written %s', (numerator, denominator, text) => {
  expect(rational.format(rational.rational(numerator, denominator))).toBe(text)
})
