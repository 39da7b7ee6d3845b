// Exact arithmetic on symbolic dimensions: tensor shapes and parameter counts such as `4*width^2 + 4*width`.
// Everything is immutable, and every Dim is in normal form from the moment it is made.
import {
  formatExpression,
  parseExpression,
  prettyExpression,
  type BinaryOperator,
  type Expression,
  type FunctionName,
} from './expression'
import * as rational from './rational'
import { DimensionError, type Rational } from './rational'

export { DimensionError }

/**
 * A sum of terms: rational coefficients over products of powers of atoms. Two Dims with the same key are equal. Dims
 * with different keys are different too, unless they divide by a sum or hold one of the opaque functions.
 */
export interface Dim {
  readonly key: string
  /** The value, where no symbol is left. */
  readonly constant: Rational | undefined
  /** In reading order: highest degree first, then by name. For this file only. */
  readonly terms: readonly Term[]
}

export type ParsedDim = { readonly ok: true; readonly dim: Dim } | { readonly ok: false; readonly problem: string }
export type Safely<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string }

interface Term {
  readonly coefficient: Rational
  readonly monomial: Monomial
}

interface Monomial {
  readonly key: string
  /** Sorted by atom. Exponents are never zero; that of an inverse is never negative. */
  readonly factors: readonly Factor[]
  readonly degree: number
  readonly positiveDegree: number
}

interface Factor {
  readonly atom: Atom
  readonly exponent: number
}

type Atom = { readonly kind: 'symbol'; readonly key: string } | Application

/** Waits until its arguments are constant. An `inverse` is one over a sum whose terms have nothing in common. */
interface Application {
  readonly kind: FunctionName | 'mod' | 'power' | 'inverse'
  readonly key: string
  readonly operands: readonly Dim[]
  readonly depth: number
}

const maxExponent = 64
const maxTerms = 1000
const maxKeyLength = 20_000
const maxDepth = 30
/** The length of the key of a product before like terms are gathered. */
const maxWork = 500_000
const maxQuotientTerms = 200

const unit: Monomial = { key: '', factors: [], degree: 0, positiveDegree: 0 }
const zero = constant(rational.zero)
const one = constant(rational.one)

/** Reads a formula, or a number. Text that cannot be read or worked out is a problem in words. */
export function parseDim(text: string | number): ParsedDim {
  if (typeof text === 'number' && !Number.isFinite(text))
    return { ok: false, problem: `A dimension cannot be ${text}.` }
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
  if (!parsed.ok) throw new Error(`‘${value}’ is not a dimension. ${parsed.problem}`)
  return parsed.dim
}

/** Turns a DimensionError inside into a problem. Other errors are bugs and pass through. */
export function safely<T>(work: () => T): Safely<T> {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    if (error instanceof DimensionError) return { ok: false, problem: error.message }
    throw error
  }
}

export function add(...dims: readonly Dim[]): Dim {
  return sum(dims)
}

export function sub(a: Dim, b: Dim): Dim {
  return sum([a, negate(b)])
}

export function mul(...dims: readonly Dim[]): Dim {
  return product(dims)
}

/** Throws a DimensionError where `b` is zero. What comes out even is worked out: (a² − b²)/(a + b) = a − b. */
export function div(a: Dim, b: Dim): Dim {
  return divideByPower(a, b, 1)
}

/** Whole exponents up to 64 are worked out, also negative ones; an exponent with symbols in it waits for them. */
export function power(a: Dim, exponent: Dim | number): Dim {
  if (typeof exponent === 'number') return integerPower(a, exponent)
  if (exponent.constant) return integerPower(a, integerOfExponent(exponent.constant))
  return a.key === one.key ? one : application('power', [a, exponent])
}

export function sum(dims: readonly Dim[]): Dim {
  if (dims.length === 2) return addTwo(dims[0] ?? zero, dims[1] ?? zero)
  let total = rational.zero
  const symbolic: Dim[] = []
  for (const each of dims) {
    if (each.constant) total = rational.add(total, each.constant)
    else symbolic.push(each)
  }
  if (symbolic.length < 2) return addTwo(symbolic[0] ?? zero, constant(total))
  return gather([...symbolic.flatMap((each) => each.terms), { coefficient: total, monomial: unit }])
}

export function product(dims: readonly Dim[]): Dim {
  return dims.reduce(multiplyTwo, one)
}

/** Whole numbers come out of the brackets, so that floor(x + 3) is floor(x) + 3. A symbol is not taken to be whole. */
export function floorOf(a: Dim): Dim {
  return rounded('floor', a)
}

export function ceilOf(a: Dim): Dim {
  return rounded('ceil', a)
}

/** The remainder of rounding down, which has the sign of `b`: −7 mod 3 is 2. */
export function modOf(a: Dim, b: Dim): Dim {
  if (b.constant && rational.isZero(b.constant)) throw new DimensionError(`Division by zero: ${quote(a)} mod 0.`)
  if (!a.constant || !b.constant) return application('mod', [a, b])
  const times = rational.rational(rational.floor(rational.div(a.constant, b.constant)))
  return constant(rational.sub(a.constant, rational.mul(times, b.constant)))
}

export function minOf(...dims: readonly Dim[]): Dim {
  return extreme('min', dims)
}

export function maxOf(...dims: readonly Dim[]): Dim {
  return extreme('max', dims)
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

/** Text for files and fields: `4*(image/patch)^2 + 1`. Up to 2,000 characters, `parseDim` reads it as an equal Dim. */
export function format(a: Dim): string {
  return formatExpression(toExpression(a))
}

/** Text for pictures: `4·(image/patch)² + 1`. */
export function pretty(a: Dim): string {
  return prettyExpression(toExpression(a))
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
    if (isZero(value)) throw new DimensionError(`Division by zero: ${quote(before)} is 0.`)
    result = divideByPower(result, value, exponent)
  }
  return result
}

function divisorOf(atom: Atom): Dim {
  return (atom.kind === 'inverse' && atom.operands[0]) || ofAtom(atom)
}

// Sums and products in normal form.

function constant(value: Rational): Dim {
  const key = rational.isInteger(value) ? String(value.numerator) : `${value.numerator}/${value.denominator}`
  return { key, constant: value, terms: rational.isZero(value) ? [] : [{ coefficient: value, monomial: unit }] }
}

function ofAtom(atom: Atom, exponent = 1): Dim {
  return ofTerm({ coefficient: rational.one, monomial: monomial([{ atom, exponent }]) })
}

function ofTerm(term: Term): Dim {
  return term.monomial === unit ? constant(term.coefficient) : ofTerms([term])
}

/** The terms are in order already, none of them zero, no two alike. */
function ofTerms(terms: readonly Term[]): Dim {
  const [first] = terms
  if (!first) return zero
  if (terms.length === 1 && first.monomial === unit) return constant(first.coefficient)
  const key = terms.map(termKey).join(' + ')
  if (terms.length > maxTerms || key.length > maxKeyLength) throw tooLong()
  return { key, constant: undefined, terms }
}

function termKey({ coefficient, monomial: { key } }: Term): string {
  if (rational.isOne(coefficient) && key !== '') return key
  const number = rational.isInteger(coefficient)
    ? String(coefficient.numerator)
    : `${coefficient.numerator}/${coefficient.denominator}`
  return key === '' ? number : `${number}*${key}`
}

/** Adds up like terms and sorts. */
function gather(terms: readonly Term[]): Dim {
  const byKey = new Map<string, Term>()
  for (const term of terms) {
    const same = byKey.get(term.monomial.key)
    byKey.set(
      term.monomial.key,
      same ? { ...same, coefficient: rational.add(same.coefficient, term.coefficient) } : term,
    )
  }
  const kept = [...byKey.values()].filter((term) => !rational.isZero(term.coefficient))
  return ofTerms(kept.sort((a, b) => compareMonomials(a.monomial, b.monomial)))
}

function addTwo(a: Dim, b: Dim): Dim {
  if (a.constant && b.constant) return constant(rational.add(a.constant, b.constant))
  if (isZero(a)) return b
  if (isZero(b)) return a
  const terms: Term[] = []
  let [i, j] = [0, 0]
  for (;;) {
    const [left, right] = [a.terms[i], b.terms[j]]
    if (!left || !right) return ofTerms([...terms, ...a.terms.slice(i), ...b.terms.slice(j)])
    const order = compareMonomials(left.monomial, right.monomial)
    if (order <= 0) i++
    if (order >= 0) j++
    const coefficient = rational.add(
      order <= 0 ? left.coefficient : rational.zero,
      order >= 0 ? right.coefficient : rational.zero,
    )
    if (!rational.isZero(coefficient))
      terms.push({ coefficient, monomial: order <= 0 ? left.monomial : right.monomial })
  }
}

function multiplyTwo(a: Dim, b: Dim): Dim {
  if (a.constant) return scale(b, a.constant)
  if (b.constant) return scale(a, b.constant)
  if (a.terms.length * b.key.length + b.terms.length * a.key.length > maxWork) throw tooLong()
  const terms = a.terms.flatMap((left) => b.terms.map((right) => termProduct(left, right)))
  const [only] = terms
  return only && terms.length === 1 ? ofTerm(only) : gather(terms)
}

function scale(a: Dim, by: Rational): Dim {
  if (rational.isOne(by)) return a
  if (a.constant) return constant(rational.mul(a.constant, by))
  if (rational.isZero(by)) return zero
  return ofTerms(a.terms.map((term) => ({ ...term, coefficient: rational.mul(term.coefficient, by) })))
}

function negate(a: Dim): Dim {
  return scale(a, rational.rational(-1n))
}

function isZero(a: Dim): boolean {
  return a.terms.length === 0
}

function integerPower(a: Dim, exponent: number): Dim {
  checkExponent(exponent)
  if (exponent < 0) return divideByPower(one, a, -exponent)
  if (a.constant) return constant(rational.pow(a.constant, exponent))
  const [term] = a.terms
  if (term && a.terms.length === 1) return ofTerm(termPower(term, exponent))
  if (exponent < 2) return exponent === 0 ? one : a
  const half = integerPower(a, Math.floor(exponent / 2))
  const square = multiplyTwo(half, half)
  return exponent % 2 === 0 ? square : multiplyTwo(square, a)
}

function termProduct(a: Term, b: Term): Term {
  return { coefficient: rational.mul(a.coefficient, b.coefficient), monomial: monomialProduct(a.monomial, b.monomial) }
}

function termPower({ coefficient, monomial: { factors } }: Term, by: number): Term {
  const raised = by === 0 ? [] : factors.map(({ atom, exponent }) => ({ atom, exponent: exponent * by }))
  return { coefficient: rational.pow(coefficient, by), monomial: monomial(raised) }
}

function monomialProduct(a: Monomial, b: Monomial): Monomial {
  if (a === unit) return b
  if (b === unit) return a
  const factors: Factor[] = []
  let [i, j] = [0, 0]
  for (;;) {
    const [left, right] = [a.factors[i], b.factors[j]]
    if (!left || !right) return monomial([...factors, ...a.factors.slice(i), ...b.factors.slice(j)])
    const order = compareAtoms(left.atom, right.atom)
    if (order <= 0) i++
    if (order >= 0) j++
    const exponent = (order <= 0 ? left.exponent : 0) + (order >= 0 ? right.exponent : 0)
    if (exponent !== 0) factors.push({ atom: order <= 0 ? left.atom : right.atom, exponent })
  }
}

/** The factors are in order already. */
function monomial(factors: readonly Factor[]): Monomial {
  if (factors.length === 0) return unit
  let [key, degree, positiveDegree] = ['', 0, 0]
  for (const { atom, exponent } of factors) {
    checkExponent(exponent)
    key += `${key && '*'}${atom.key}${exponent === 1 ? '' : `^${exponent}`}`
    const counted = atom.kind === 'inverse' ? -exponent : exponent
    degree += counted
    positiveDegree += Math.max(counted, 0)
  }
  return { key, factors, degree, positiveDegree }
}

/** Reading order: high degrees first; among equals, what divides nothing last; then the alphabet. */
function compareMonomials(a: Monomial, b: Monomial): number {
  if (a.key === b.key) return 0
  return b.degree - a.degree || b.positiveDegree - a.positiveDegree || compareExponents(a, b)
}

/** Larger exponents of the first atom that differs go first. Multiplying both monomials alike keeps this order. */
function compareExponents(a: Monomial, b: Monomial): number {
  for (let index = 0; ; index++) {
    const [left, right] = [a.factors[index], b.factors[index]]
    if (!left || !right) return (right?.exponent ?? 0) - (left?.exponent ?? 0)
    const order = compareAtoms(left.atom, right.atom)
    if (order < 0) return -left.exponent
    if (order > 0) return right.exponent
    if (left.exponent !== right.exponent) return right.exponent - left.exponent
  }
}

function compareAtoms(a: Atom, b: Atom): number {
  if (a.key === b.key) return 0
  if ((a.kind === 'symbol') !== (b.kind === 'symbol')) return a.kind === 'symbol' ? -1 : 1
  return a.key < b.key ? -1 : 1
}

// Division.

function divideByPower(a: Dim, b: Dim, exponent: number): Dim {
  checkExponent(exponent)
  if (exponent <= 0) return exponent === 0 ? a : multiplyTwo(a, integerPower(b, -exponent))
  if (isZero(b)) throw new DimensionError('Division by zero.')
  if (b.constant) return scale(a, rational.pow(b.constant, -exponent))
  const { content, primitive } = split(b)
  const inverse = termPower(content, -exponent)
  let result = sum(a.terms.map((term) => settled(termProduct(term, inverse))))
  if (isZero(result) || primitive.constant) return result
  let remaining = exponent
  for (; remaining > 0; remaining--) {
    const quotient = exactQuotient(result, primitive)
    if (!quotient) break
    result = quotient
  }
  if (remaining === 0) return result
  return multiplyTwo(result, ofAtom(applicationAtom('inverse', [primitive]), remaining))
}

/** A term in which an inverse may have a negative exponent still: one over one over a sum is the sum. */
function settled({ coefficient, monomial: { factors } }: Term): Dim {
  const isUpsideDown = ({ atom, exponent }: Factor): boolean => atom.kind === 'inverse' && exponent < 0
  const result = ofTerm({ coefficient, monomial: monomial(factors.filter((factor) => !isUpsideDown(factor))) })
  const sums = factors.filter(isUpsideDown).map(({ atom, exponent }) => integerPower(divisorOf(atom), -exponent))
  return product([result, ...sums])
}

/** What all terms share, and the rest: coprime whole coefficients, the first positive. Not for zero. */
function split(a: Dim): { readonly content: Term; readonly primitive: Dim } {
  const [only] = a.terms
  if (only && a.terms.length === 1) return { content: only, primitive: one }
  let [divisor, multiple] = [0n, 1n]
  for (const { coefficient } of a.terms) {
    divisor = rational.gcd(divisor, coefficient.numerator)
    const missing = coefficient.denominator / rational.gcd(multiple, coefficient.denominator)
    multiple = rational.rational(multiple * missing).numerator
  }
  const shared = { coefficient: rational.rational(divisor, multiple), monomial: commonMonomial(a.terms) }
  const inverse = termPower(shared, -1)
  const primitive = gather(a.terms.map((term) => termProduct(term, inverse)))
  const isNegative = (primitive.terms[0]?.coefficient.numerator ?? 0n) < 0n
  if (!isNegative) return { content: shared, primitive }
  return { content: { ...shared, coefficient: rational.negate(shared.coefficient) }, primitive: negate(primitive) }
}

function commonMonomial(terms: readonly Term[]): Monomial {
  const lowest = new Map<string, { readonly factor: Factor; readonly count: number }>()
  for (const factor of terms.flatMap((term) => term.monomial.factors)) {
    const seen = lowest.get(factor.atom.key)
    const lower = seen && seen.factor.exponent < factor.exponent ? seen.factor : factor
    lowest.set(factor.atom.key, { factor: lower, count: (seen?.count ?? 0) + 1 })
  }
  const isShared = ({ factor, count }: { factor: Factor; count: number }): boolean =>
    count === terms.length || factor.exponent < 0
  const shared = [...lowest.values()].filter(isShared).map(({ factor }) => factor)
  return monomial(shared.sort((a, b) => compareAtoms(a.atom, b.atom)))
}

/** Long division, if it leaves nothing. By Gauss's lemma the quotient of primitive sums has whole coefficients. */
function exactQuotient(a: Dim, divisor: Dim): Dim | undefined {
  const { content, primitive } = split(a)
  const inverseOfLead = termPower(lead(divisor), -1)
  const terms: Term[] = []
  for (let rest = primitive; !isZero(rest);) {
    const term = termProduct(lead(rest), inverseOfLead)
    const isWhole = rational.isInteger(term.coefficient) && term.monomial.factors.every(({ exponent }) => exponent > 0)
    if (!isWhole || terms.length === maxQuotientTerms) return undefined
    terms.push(term)
    rest = sub(rest, multiplyTwo(ofTerm(term), divisor))
  }
  return multiplyTwo(ofTerm(content), gather(terms))
}

function lead(a: Dim): Term {
  return a.terms.reduce((first, term) => (compareExponents(term.monomial, first.monomial) < 0 ? term : first))
}

// Functions that wait for their arguments.

function application(kind: Application['kind'], operands: readonly Dim[]): Dim {
  return ofAtom(applicationAtom(kind, operands))
}

function applicationAtom(kind: Application['kind'], operands: readonly Dim[]): Application {
  let depth = 1
  for (const { atom } of operands.flatMap(factorsOf))
    if (atom.kind !== 'symbol') depth = Math.max(depth, atom.depth + 1)
  if (depth > maxDepth) throw new DimensionError(`Functions and divisions are nested more than ${maxDepth} deep.`)
  return { kind, key: `${kind}(${operands.map((operand) => operand.key).join(', ')})`, operands, depth }
}

function factorsOf(a: Dim): readonly Factor[] {
  return a.terms.flatMap((term) => term.monomial.factors)
}

function rounded(kind: 'floor' | 'ceil', a: Dim): Dim {
  const whole: Term[] = []
  const rest: Term[] = []
  for (const term of a.terms) {
    if (isWholeTerm(term)) whole.push(term)
    else if (term.monomial !== unit) rest.push(term)
    else {
      const below = rational.rational(rational.floor(term.coefficient))
      if (!rational.isZero(below)) whole.push({ ...term, coefficient: below })
      rest.push({ ...term, coefficient: rational.sub(term.coefficient, below) })
    }
  }
  const fraction = ofTerms(rest)
  if (!fraction.constant) return addTwo(ofTerms(whole), application(kind, [fraction]))
  return addTwo(ofTerms(whole), kind === 'floor' || isZero(fraction) ? zero : one)
}

function isWholeTerm({ coefficient, monomial: { factors } }: Term): boolean {
  return rational.isInteger(coefficient) && factors.every(({ atom, exponent }) => exponent > 0 && isWholeAtom(atom))
}

function isWholeAtom(atom: Atom): boolean {
  if (atom.kind === 'floor' || atom.kind === 'ceil') return true
  if (atom.kind !== 'min' && atom.kind !== 'max' && atom.kind !== 'mod') return false
  return atom.operands.every((operand) => operand.terms.every(isWholeTerm))
}

function extreme(kind: 'min' | 'max', dims: readonly Dim[]): Dim {
  if (dims.length === 0) throw new Error(`${kind} of no dimensions`)
  const operands = new Map<string, Dim>()
  let bound: Rational | undefined
  for (const each of dims.flatMap((operand) => soleOperands(kind, operand) ?? [operand])) {
    if (!each.constant) operands.set(each.key, each)
    else if (!bound || rational.compare(each.constant, bound) < 0 === (kind === 'min')) bound = each.constant
  }
  const sorted = [...operands.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  if (bound) sorted.push(constant(bound))
  const [only] = sorted
  return only && sorted.length === 1 ? only : application(kind, sorted)
}

/** The operands of a dimension that is nothing but this function of them. */
function soleOperands(kind: Application['kind'], a: Dim): readonly Dim[] | undefined {
  const [term] = a.terms
  const [factor] = term?.monomial.factors ?? []
  return factor?.atom.kind === kind && a.key === factor.atom.key ? factor.atom.operands : undefined
}

// To text.

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
      if (!left || !right) throw new Error(`‘${atom.key}’ lacks an operand`)
      return binary(atom.kind === 'mod' ? 'mod' : '^', left, right)
    case 'inverse':
      throw new Error(`‘${atom.key}’ is written as a division`)
    default:
      return { kind: 'call', name: atom.kind, operands }
  }
}

function binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator, left, right }
}

// Limits.

function integerOfExponent(value: Rational): number {
  if (!rational.isInteger(value))
    throw new DimensionError(`The exponent ${shorten(rational.format(value))} is not a whole number.`)
  checkExponent(value.numerator)
  return Number(value.numerator)
}

function checkExponent(exponent: number | bigint): void {
  if (typeof exponent === 'number' && !Number.isInteger(exponent)) {
    throw new DimensionError(`The exponent ${exponent} is not a whole number.`)
  }
  if (exponent <= maxExponent && exponent >= -maxExponent) return
  throw new DimensionError(`The exponent ${shorten(String(exponent))} is too large: exponents go up to ${maxExponent}.`)
}

function tooLong(): DimensionError {
  return new DimensionError('The formula grows too long when its products are multiplied out.')
}

function quote(a: Dim): string {
  return `“${shorten(format(a))}”`
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
