// The normal form of symbolic dimensions: sums of terms over powers of atoms, added, multiplied and kept sorted. Nothing
// here divides by a sum, applies a function or writes text.
import { formulas } from '../formulaSentences'
import type { FunctionName } from '../expression'
import * as rational from '../rational'
import { DimensionError, type Rational } from '../rational'

/**
 * A sum of terms: rational coefficients over products of powers of atoms. Two Dims with the same key are equal. Dims
 * with different keys are different too, unless they divide by a sum or hold one of the opaque functions.
 */
export interface Dim {
  readonly key: string
  /** The value, where no symbol is left. */
  readonly constant: Rational | undefined
  /** In reading order: highest degree first, then by name. For this folder only. */
  readonly terms: readonly Term[]
}

export interface Term {
  readonly coefficient: Rational
  readonly monomial: Monomial
}

export interface Monomial {
  readonly key: string
  /** Sorted by atom. Exponents are never zero; that of an inverse is never negative. */
  readonly factors: readonly Factor[]
  readonly degree: number
  readonly positiveDegree: number
}

export interface Factor {
  readonly atom: Atom
  readonly exponent: number
}

export type Atom = { readonly kind: 'symbol'; readonly key: string } | Application

/** Waits until its arguments are constant. An `inverse` is one over a sum whose terms have nothing in common. */
export interface Application {
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

export const unit: Monomial = { key: '', factors: [], degree: 0, positiveDegree: 0 }
export const zero = constant(rational.zero)
export const one = constant(rational.one)

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

export function sub(a: Dim, b: Dim): Dim {
  return sum([a, negate(b)])
}

export function product(dims: readonly Dim[]): Dim {
  return dims.reduce(multiplyTwo, one)
}

export function divisorOf(atom: Atom): Dim {
  return (atom.kind === 'inverse' && atom.operands[0]) || ofAtom(atom)
}

export function constant(value: Rational): Dim {
  const key = rational.isInteger(value) ? String(value.numerator) : `${value.numerator}/${value.denominator}`
  return { key, constant: value, terms: rational.isZero(value) ? [] : [{ coefficient: value, monomial: unit }] }
}

export function ofAtom(atom: Atom, exponent = 1): Dim {
  return ofTerm({ coefficient: rational.one, monomial: monomial([{ atom, exponent }]) })
}

export function ofTerm(term: Term): Dim {
  return term.monomial === unit ? constant(term.coefficient) : ofTerms([term])
}

/** The terms are in order already, none of them zero, no two alike. */
export function ofTerms(terms: readonly Term[]): Dim {
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
export function gather(terms: readonly Term[]): Dim {
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

export function addTwo(a: Dim, b: Dim): Dim {
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

export function multiplyTwo(a: Dim, b: Dim): Dim {
  if (a.constant) return scale(b, a.constant)
  if (b.constant) return scale(a, b.constant)
  if (a.terms.length * b.key.length + b.terms.length * a.key.length > maxWork) throw tooLong()
  const terms = a.terms.flatMap((left) => b.terms.map((right) => termProduct(left, right)))
  const [only] = terms
  return only && terms.length === 1 ? ofTerm(only) : gather(terms)
}

export function scale(a: Dim, by: Rational): Dim {
  if (rational.isOne(by)) return a
  if (a.constant) return constant(rational.mul(a.constant, by))
  if (rational.isZero(by)) return zero
  return ofTerms(a.terms.map((term) => ({ ...term, coefficient: rational.mul(term.coefficient, by) })))
}

export function negate(a: Dim): Dim {
  return scale(a, rational.rational(-1n))
}

export function isZero(a: Dim): boolean {
  return a.terms.length === 0
}

export function termProduct(a: Term, b: Term): Term {
  return { coefficient: rational.mul(a.coefficient, b.coefficient), monomial: monomialProduct(a.monomial, b.monomial) }
}

export function termPower({ coefficient, monomial: { factors } }: Term, by: number): Term {
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
export function monomial(factors: readonly Factor[]): Monomial {
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
export function compareExponents(a: Monomial, b: Monomial): number {
  for (let index = 0; ; index++) {
    const [left, right] = [a.factors[index], b.factors[index]]
    if (!left || !right) return (right?.exponent ?? 0) - (left?.exponent ?? 0)
    const order = compareAtoms(left.atom, right.atom)
    if (order < 0) return -left.exponent
    if (order > 0) return right.exponent
    if (left.exponent !== right.exponent) return right.exponent - left.exponent
  }
}

export function compareAtoms(a: Atom, b: Atom): number {
  if (a.key === b.key) return 0
  if ((a.kind === 'symbol') !== (b.kind === 'symbol')) return a.kind === 'symbol' ? -1 : 1
  return a.key < b.key ? -1 : 1
}

export function applicationAtom(kind: Application['kind'], operands: readonly Dim[]): Application {
  let depth = 1
  for (const { atom } of operands.flatMap(factorsOf))
    if (atom.kind !== 'symbol') depth = Math.max(depth, atom.depth + 1)
  if (depth > maxDepth) throw new DimensionError(formulas.deepFunctions({ most: maxDepth }))
  return { kind, key: `${kind}(${operands.map((operand) => operand.key).join(', ')})`, operands, depth }
}

export function factorsOf(a: Dim): readonly Factor[] {
  return a.terms.flatMap((term) => term.monomial.factors)
}

export function integerOfExponent(value: Rational): number {
  if (!rational.isInteger(value))
    throw new DimensionError(formulas.brokenExponent({ exponent: shorten(rational.format(value)) }))
  checkExponent(value.numerator)
  return Number(value.numerator)
}

export function checkExponent(exponent: number | bigint): void {
  if (typeof exponent === 'number' && !Number.isInteger(exponent)) {
    throw new DimensionError(formulas.brokenExponent({ exponent }))
  }
  if (exponent <= maxExponent && exponent >= -maxExponent) return
  throw new DimensionError(formulas.largeExponent({ exponent: shorten(String(exponent)), most: maxExponent }))
}

function tooLong(): DimensionError {
  return new DimensionError(formulas.growsLong())
}

export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
