// Exact fractions on BigInt, always in lowest terms. Knows nothing of symbols.
import { formulas } from './formulaSentences'
import { english, type Message } from './message'

/** The denominator is positive and shares no divisor with the numerator. */
export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** Arithmetic that has no answer, or none small enough to keep. */
export class DimensionError extends Error {
  override readonly name = 'DimensionError'

  constructor(readonly told: Message) {
    super(english(told))
  }
}

const limitBits = 4096
const limit = 1n << BigInt(limitBits)
const largestDecimals = 12

export const zero: Rational = { numerator: 0n, denominator: 1n }
export const one: Rational = { numerator: 1n, denominator: 1n }

/** Throws a DimensionError for a zero denominator and for numbers beyond 4,096 bits, as does every function here. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 1n) return bounded(numerator, 1n)
  if (denominator === 0n) throw new DimensionError(formulas.byZero())
  const divisor = gcd(numerator, denominator)
  const signed = denominator < 0n ? -divisor : divisor
  return bounded(numerator / signed, denominator / signed)
}

export function add(a: Rational, b: Rational): Rational {
  if (a.denominator === 1n && b.denominator === 1n) return bounded(a.numerator + b.numerator, 1n)
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

export function sub(a: Rational, b: Rational): Rational {
  return add(a, negate(b))
}

export function mul(a: Rational, b: Rational): Rational {
  if (a.denominator === 1n && b.denominator === 1n) return bounded(a.numerator * b.numerator, 1n)
  return rational(a.numerator * b.numerator, a.denominator * b.denominator)
}

export function div(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator)
}

export function negate(a: Rational): Rational {
  return { numerator: -a.numerator, denominator: a.denominator }
}

/** Zero to the zeroth power is one. Refuses at once, before working, a power that would be too large. */
export function pow(a: Rational, exponent: number): Rational {
  if (!Number.isSafeInteger(exponent)) throw new DimensionError(formulas.brokenExponent({ exponent }))
  if (exponent < 0) return pow(div(one, a), -exponent)
  const bits = Math.max(bitLength(a.numerator), bitLength(a.denominator))
  if (bits > 1 && (bits - 1) * exponent > limitBits) throw tooLarge()
  // Lowest terms stay lowest under powers. An exponent of 1, 0 or -1 only matters by its parity.
  const power = BigInt(bits > 1 ? exponent : exponent === 0 ? 0 : 2 - (exponent % 2))
  return bounded(a.numerator ** power, a.denominator ** power)
}

/** The greatest integer that is not above, also for negative numbers. */
export function floor(a: Rational): bigint {
  const quotient = a.numerator / a.denominator
  return a.numerator < 0n && quotient * a.denominator !== a.numerator ? quotient - 1n : quotient
}

/** Negative, zero or positive, for sorting. */
export function compare(a: Rational, b: Rational): number {
  const left = a.numerator * b.denominator
  const right = b.numerator * a.denominator
  return left < right ? -1 : left > right ? 1 : 0
}

export function isEqual(a: Rational, b: Rational): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator
}

export function isZero(a: Rational): boolean {
  return a.numerator === 0n
}

export function isOne(a: Rational): boolean {
  return a.numerator === 1n && a.denominator === 1n
}

export function isInteger(a: Rational): boolean {
  return a.denominator === 1n
}

/** The nearest floating-point number, infinite where that is too small a box. */
export function toNumber(a: Rational): number {
  if (a.denominator === 1n) return Number(a.numerator)
  const top = Number(a.numerator)
  const bottom = Number(a.denominator)
  if (Number.isSafeInteger(top) && Number.isSafeInteger(bottom)) return top / bottom
  // Scaled so that the integer quotient carries more digits than a double, whatever the sizes of the two.
  const shift = Math.max(0, bitLength(a.denominator) - bitLength(a.numerator) + 64)
  const scaled = Number((a.numerator << BigInt(shift)) / a.denominator)
  const half = Math.floor(shift / 2)
  return scaled * 2 ** -half * 2 ** (half - shift)
}

/** A short decimal where it is exact (`4.3637`), else a fraction (`8/3`). */
export function format(a: Rational): string {
  if (a.denominator === 1n) return String(a.numerator)
  for (let places = 1, scale = 10n; places <= largestDecimals; places++, scale *= 10n) {
    if (scale % a.denominator !== 0n) continue
    const digits = magnitude((a.numerator * scale) / a.denominator)
      .toString()
      .padStart(places + 1, '0')
    return `${a.numerator < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
  }
  return `${a.numerator}/${a.denominator}`
}

/** The greatest common divisor, never negative. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [magnitude(a), magnitude(b)]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

function magnitude(a: bigint): bigint {
  return a < 0n ? -a : a
}

function bitLength(a: bigint): number {
  const digits = magnitude(a).toString(16)
  return digits.length * 4 - Math.clz32(Number.parseInt(digits.charAt(0), 16)) + 28
}

function bounded(numerator: bigint, denominator: bigint): Rational {
  if (numerator > limit || -limit > numerator || denominator > limit) throw tooLarge()
  return { numerator, denominator }
}

function tooLarge(): DimensionError {
  return new DimensionError(formulas.tooLarge())
}
