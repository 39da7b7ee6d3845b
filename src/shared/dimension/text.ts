// Dimensions as expressions, and as text for files and for pictures.
import { formatExpression, prettyExpression, type BinaryOperator, type Expression } from '../expression'
import * as rational from '../rational'
import type { Rational } from '../rational'
import {
  type Atom,
  type Dim,
  divisorOf,
  type Factor,
  monomial,
  multiplyTwo,
  ofTerm,
  one,
  shorten,
  type Term,
} from './normalForm'

/** Text for files and fields: `4*(image/patch)^2 + 1`. Up to 2,000 characters, `parseDim` reads it as an equal Dim. */
export function format(a: Dim): string {
  return formatExpression(toExpression(a))
}

const written = new WeakMap<Dim, string>()

/** Text for pictures: `4·(image/patch)² + 1`. */
export function pretty(a: Dim): string {
  const text = written.get(a) ?? prettyExpression(toExpression(a))
  written.set(a, text)
  return text
}

/** For a sentence. */
export function brief(a: Dim): string {
  return shorten(format(a))
}

function toExpression(a: Dim): Expression {
  if (a.constant) return numberExpression(a.constant)
  const bottom = sharedDenominator(a)
  if (bottom) return binary('/', toExpression(multiplyTwo(a, bottom)), toExpression(bottom))
  return a.terms.map(termExpression).reduce((left, right) => {
    return right.kind === 'negate' ? binary('-', left, right.operand) : binary('+', left, right)
  })
}

/** (n + 15)/16 and (image − kernel)/stride read better than a sum of fractions. */
function sharedDenominator(a: Dim): Dim | undefined {
  if (a.terms.length < 2) return undefined
  const bottoms = a.terms.map(denominator)
  const [first] = bottoms
  if (!first || first.key === one.key || bottoms.some((bottom) => bottom?.key !== first.key)) return undefined
  const isNatural = a.terms.some(({ coefficient: { numerator, denominator } }) => {
    return denominator < 10n || numerator === 1n || numerator === -1n
  })
  return isNatural ? first : undefined
}

function denominator({ coefficient, monomial: { factors } }: Term): Dim | undefined {
  if (factors.some(({ atom }) => atom.kind === 'inverse')) return undefined
  const below = factors
    .filter(({ exponent }) => exponent < 0)
    .map(({ atom, exponent }) => ({ atom, exponent: -exponent }))
  return ofTerm({ coefficient: rational.rational(coefficient.denominator), monomial: monomial(below) })
}

/** Negative terms come as a `negate`. */
function termExpression({ coefficient, monomial: { factors } }: Term): Expression {
  const isNegative = coefficient.numerator < 0n
  const size = isNegative ? rational.negate(coefficient) : coefficient
  const isDecimal = size.denominator >= 10n && size.numerator !== 1n && !rational.format(size).includes('/')
  const pieces = raisedQuotients(factors)
  const [above, below] = isDecimal
    ? [size, rational.one]
    : [rational.rational(size.numerator), rational.rational(size.denominator)]
  if (!rational.isOne(below)) pieces.unshift({ base: numberExpression(below), exponent: -1 })
  if (!rational.isOne(above)) pieces.unshift({ base: numberExpression(above), exponent: 1 })
  const operand = factors.length === 0 ? numberExpression(size) : fraction(pieces)
  return isNegative ? { kind: 'negate', operand } : operand
}

interface Piece {
  readonly base: Expression
  readonly exponent: number
}

/** Joins powers of equal size above and below: image²/patch² becomes (image/patch)². */
function raisedQuotients(factors: readonly Factor[]): Piece[] {
  const pieces = factors.map(({ atom, exponent }): Piece => {
    const isInverse = atom.kind === 'inverse'
    return {
      base: isInverse ? toExpression(divisorOf(atom)) : atomExpression(atom),
      exponent: isInverse ? -exponent : exponent,
    }
  })
  const joined: Piece[] = []
  const used = new Set<Piece>()
  for (const piece of pieces) {
    const size = Math.abs(piece.exponent)
    const alike = pieces.filter((other) => Math.abs(other.exponent) === size)
    const isMixed = alike.some(({ exponent }) => exponent > 0) && alike.some(({ exponent }) => exponent < 0)
    if (size < 2 || !isMixed) joined.push(piece)
    else if (!used.has(piece)) {
      const base = fraction(alike.map((each) => ({ ...each, exponent: Math.sign(each.exponent) })))
      joined.push({ base, exponent: size })
      for (const each of alike) used.add(each)
    }
  }
  return joined
}

function fraction(pieces: readonly Piece[]): Expression {
  const raise = ({ base, exponent }: Piece): Expression => {
    const size = Math.abs(exponent)
    return size === 1 ? base : binary('^', base, numberExpression(rational.rational(BigInt(size))))
  }
  const times = (left: Expression, right: Expression): Expression => binary('*', left, right)
  const above = pieces.filter(({ exponent }) => exponent > 0).map(raise)
  const below = pieces.filter(({ exponent }) => exponent < 0).map(raise)
  const top = above.length > 0 ? above.reduce(times) : numberExpression(rational.one)
  return below.length > 0 ? binary('/', top, below.reduce(times)) : top
}

function numberExpression(value: Rational): Expression {
  return { kind: 'number', value }
}

function atomExpression(atom: Atom): Expression {
  if (atom.kind === 'symbol') return { kind: 'symbol', name: atom.key }
  const operands = atom.operands.map(toExpression)
  const [left, right] = operands
  switch (atom.kind) {
    case 'mod':
    case 'power':
      if (!left || !right) throw new Error(`“${atom.key}” lacks an operand`)
      return binary(atom.kind === 'mod' ? 'mod' : '^', left, right)
    case 'inverse':
      throw new Error(`“${atom.key}” is written as a division`)
    default:
      return { kind: 'call', name: atom.kind, operands }
  }
}

function binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator, left, right }
}
