// Powers and division of dimensions in normal form; what comes out even is worked out.
import { formulas } from '../formulaSentences'
import * as rational from '../rational'
import { DimensionError } from '../rational'
import {
  applicationAtom,
  checkExponent,
  compareAtoms,
  compareExponents,
  constant,
  type Dim,
  divisorOf,
  type Factor,
  gather,
  isZero,
  type Monomial,
  monomial,
  multiplyTwo,
  negate,
  ofAtom,
  ofTerm,
  one,
  product,
  sub,
  scale,
  sum,
  type Term,
  termPower,
  termProduct,
} from './normalForm'

const maxQuotientTerms = 200

export function integerPower(a: Dim, exponent: number): Dim {
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

export function divideByPower(a: Dim, b: Dim, exponent: number): Dim {
  checkExponent(exponent)
  if (exponent <= 0) return exponent === 0 ? a : multiplyTwo(a, integerPower(b, -exponent))
  if (isZero(b)) throw new DimensionError(formulas.byZero())
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
