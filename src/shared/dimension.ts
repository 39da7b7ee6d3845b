// Exact arithmetic on symbolic dimensions: tensor shapes and parameter counts such as `4*width^2 + 4*width`.
// Everything is immutable, and every Dim is in normal form from the moment it is made.
import { divideByPower, integerPower } from './dimension/division'
import { ceilOf, floorOf, maxOf, minOf, modOf, power } from './dimension/functions'
import {
  addTwo,
  type Application,
  type Atom,
  constant,
  type Dim,
  divisorOf,
  type Factor,
  factorsOf,
  integerOfExponent,
  isZero,
  monomial,
  multiplyTwo,
  negate,
  ofAtom,
  ofTerm,
  one,
  product,
  sub,
  sum,
  type Term,
  zero,
} from './dimension/normalForm'
import { brief } from './dimension/text'
import { formulas } from './formulaSentences'
import { english, type Message } from './message'
import { parseExpression, type BinaryOperator, type Expression } from './expression'
import * as rational from './rational'
import { DimensionError, type Rational } from './rational'

export { DimensionError }
export type { Dim }
export { product, sub, sum }
export { ceilOf, floorOf, maxOf, minOf, modOf, power } from './dimension/functions'
export { format, pretty } from './dimension/text'

export type ParsedDim = { readonly ok: true; readonly dim: Dim } | { readonly ok: false; readonly problem: Message }
export type Safely<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Message }

/** Reads a formula, or a number. Text that cannot be read or worked out is a problem in words. */
export function parseDim(text: string | number): ParsedDim {
  if (typeof text === 'number' && !Number.isFinite(text))
    return { ok: false, problem: formulas.notADimension({ value: text }) }
  const parsed = parseExpression(String(text))
  if (!parsed.ok) return parsed
  const result = safely(() => evaluate(parsed.expression))
  return result.ok ? { ok: true, dim: result.value } : result
}

/** For formulas written in the program: throws an Error where `parseDim` would report a problem. */
export function dim(value: string | number | bigint): Dim {
  if (typeof value === 'bigint') return constant(rational.rational(value))
  if (typeof value === 'number' && Number.isSafeInteger(value)) return constant(rational.rational(BigInt(value)))
  const parsed = parseDim(value)
  if (!parsed.ok) throw new Error(`“${value}” is not a dimension. ${english(parsed.problem)}`)
  return parsed.dim
}

/** Turns a DimensionError inside into a problem. Other errors are bugs and pass through. */
export function safely<T>(work: () => T): Safely<T> {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    if (error instanceof DimensionError) return { ok: false, problem: error.told }
    throw error
  }
}

export function add(...dims: readonly Dim[]): Dim {
  return sum(dims)
}

export function mul(...dims: readonly Dim[]): Dim {
  return product(dims)
}

/** Throws a DimensionError where `b` is zero. What comes out even is worked out: (a² − b²)/(a + b) = a − b. */
export function div(a: Dim, b: Dim): Dim {
  return divideByPower(a, b, 1)
}

export function isEqual(a: Dim, b: Dim): boolean {
  return a === b || a.key === b.key
}

/**
 * Puts values in the place of symbols, all at once; a symbol without a value stays. Throws a DimensionError, with a
 * sentence, where the result would divide by zero or grow too large.
 */
export function substitute(a: Dim, valueOf: (name: string) => Dim | undefined): Dim {
  return substituteWith(a, valueOf, new Map())
}

const symbolCache = new WeakMap<Dim, ReadonlySet<string>>()

/** The names that are left, also within floor, mod and the like. */
export function symbolsOf(a: Dim): ReadonlySet<string> {
  const cached = symbolCache.get(a)
  if (cached) return cached
  const names = new Set<string>()
  for (const { atom } of factorsOf(a)) {
    if (atom.kind === 'symbol') names.add(atom.key)
    else for (const operand of atom.operands) for (const name of symbolsOf(operand)) names.add(name)
  }
  symbolCache.set(a, names)
  return names
}

export function constantOf(a: Dim): Rational | undefined {
  return a.constant
}

/** The value, where it is a whole number and no symbol is left. */
export function integerOf(a: Dim): bigint | undefined {
  return a.constant && rational.isInteger(a.constant) ? a.constant.numerator : undefined
}

/** The value as a floating-point number, where no symbol is left. */
export function numberOf(a: Dim): number | undefined {
  return a.constant && rational.toNumber(a.constant)
}

// From text.

const operators: Readonly<Record<BinaryOperator, (a: Dim, b: Dim) => Dim>> = {
  '+': addTwo,
  '-': sub,
  '*': multiplyTwo,
  '/': div,
  '^': power,
  mod: modOf,
}

const functions: Readonly<Record<Application['kind'], (operands: readonly Dim[]) => Dim>> = {
  floor: ([a = zero]) => floorOf(a),
  ceil: ([a = zero]) => ceilOf(a),
  mod: ([a = zero, b = zero]) => modOf(a, b),
  power: ([a = zero, b = zero]) => power(a, b),
  min: (operands) => minOf(...operands),
  max: (operands) => maxOf(...operands),
  inverse: ([a = zero]) => div(one, a),
}

function evaluate(expression: Expression): Dim {
  switch (expression.kind) {
    case 'number':
      return constant(expression.value)
    case 'symbol':
      return ofAtom({ kind: 'symbol', key: expression.name })
    case 'negate':
      return negate(evaluate(expression.operand))
    case 'call':
      return functions[expression.name](expression.operands.map(evaluate))
    case 'binary':
      return expression.operator === '/'
        ? quotient(evaluate(expression.left), expression.right)
        : operators[expression.operator](evaluate(expression.left), evaluate(expression.right))
  }
}

/** Divides factor by factor: x/(y*(b + c)^2) keeps b + c, shorter than its square and like others by b + c. */
function quotient(top: Dim, bottom: Expression): Dim {
  if (bottom.kind === 'binary' && bottom.operator === '*') return quotient(quotient(top, bottom.left), bottom.right)
  if (bottom.kind === 'binary' && bottom.operator === '^') {
    const [base, exponent] = [evaluate(bottom.left), evaluate(bottom.right)]
    if (exponent.constant) return divideByPower(top, base, integerOfExponent(exponent.constant))
  }
  return div(top, evaluate(bottom))
}

// Substitution.

type Values = (name: string) => Dim | undefined

/** `known` remembers, by atom, what takes its place, or that nothing does. For an inverse it is what to divide by. */
function substituteWith(a: Dim, valueOf: Values, known: Map<string, Dim | undefined>): Dim {
  if (a.constant) return a
  const replacement = ({ atom }: Factor): Dim | undefined => {
    if (!known.has(atom.key)) known.set(atom.key, valueOfAtom(atom, valueOf, known))
    return known.get(atom.key)
  }
  if (!a.terms.some((term) => term.monomial.factors.some(replacement))) return a
  return sum(a.terms.map((term) => substituteTerm(term, replacement)))
}

function valueOfAtom(atom: Atom, valueOf: Values, known: Map<string, Dim | undefined>): Dim | undefined {
  if (atom.kind === 'symbol') return valueOf(atom.key)
  const operands = atom.operands.map((operand) => substituteWith(operand, valueOf, known))
  if (operands.every((operand, index) => operand === atom.operands[index])) return undefined
  return atom.kind === 'inverse' ? operands[0] : functions[atom.kind](operands)
}

function substituteTerm(term: Term, replacement: (factor: Factor) => Dim | undefined): Dim {
  const kept: Factor[] = []
  const raised: [value: Dim, exponent: number][] = []
  // Divisions come last, also by sums that stay as they are, so that what now comes out even is worked out.
  const divisors: [value: Dim, exponent: number, before: Dim][] = []
  for (const factor of term.monomial.factors) {
    const { atom, exponent } = factor
    const value = replacement(factor)
    if (atom.kind === 'inverse') divisors.push([value ?? divisorOf(atom), exponent, divisorOf(atom)])
    else if (!value) kept.push(factor)
    else if (exponent < 0) divisors.push([value, -exponent, divisorOf(atom)])
    else raised.push([value, exponent])
  }
  let result = ofTerm({ coefficient: term.coefficient, monomial: monomial(kept) })
  for (const [value, exponent] of raised) result = multiplyTwo(result, integerPower(value, exponent))
  for (const [value, exponent, before] of divisors) {
    if (isZero(value)) throw new DimensionError(formulas.isZero({ divisor: brief(before) }))
    result = divideByPower(result, value, exponent)
  }
  return result
}
