// Functions of dimensions that wait for their arguments: floor, ceil, mod, min, max, powers with symbols in the exponent.
import { formulas } from '../formulaSentences'
import * as rational from '../rational'
import { DimensionError, type Rational } from '../rational'
import { integerPower } from './division'
import {
  addTwo,
  type Application,
  applicationAtom,
  type Atom,
  constant,
  type Dim,
  integerOfExponent,
  isZero,
  ofAtom,
  ofTerms,
  one,
  type Term,
  unit,
  zero,
} from './normalForm'
import { brief } from './text'

/** Whole exponents up to 64 are worked out, also negative ones; an exponent with symbols in it waits for them. */
export function power(a: Dim, exponent: Dim | number): Dim {
  if (typeof exponent === 'number') return integerPower(a, exponent)
  if (exponent.constant) return integerPower(a, integerOfExponent(exponent.constant))
  return a.key === one.key ? one : application('power', [a, exponent])
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
  if (b.constant && rational.isZero(b.constant)) throw new DimensionError(formulas.modZero({ dividend: brief(a) }))
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

function application(kind: Application['kind'], operands: readonly Dim[]): Dim {
  return ofAtom(applicationAtom(kind, operands))
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
