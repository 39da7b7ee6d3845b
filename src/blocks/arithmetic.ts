// Sums and products of sizes, written as short as the formulas in the papers.
import { dim, isEqual, mul, numberOf, product, sum, type Dim } from '../shared/dimension'

export type Size = Dim | number

export const zero = dim(0)
export const one = dim(1)

export function plus(...terms: readonly Size[]): Dim {
  return sum(terms.map(asDim))
}

export function times(...factors: readonly Size[]): Dim {
  return product(factors.map(asDim))
}

export function square(size: Dim): Dim {
  return mul(size, size)
}

/** Whether a field holds the 0 that stands for "as the input has it". */
export function isZero(size: Dim): boolean {
  return isEqual(size, zero)
}

export function isOne(size: Dim): boolean {
  return isEqual(size, one)
}

/** Surely less: false where symbols leave it open. */
export function isLess(a: Dim, b: Dim): boolean {
  const [left, right] = [numberOf(a), numberOf(b)]
  return left !== undefined && right !== undefined && left < right
}

function asDim(size: Size): Dim {
  return typeof size === 'number' ? dim(size) : size
}
