// From symbolic sizes to whole numbers, exact however large.
import { constantOf, integerOf, substitute, type Dim } from '../shared/dimension'
import { floor } from '../shared/rational'

/** What a free symbol is taken to be when a number is wanted. */
export type Evaluate = (name: string) => Dim | undefined

/** The value with free symbols at their examples; a fraction is cut to the whole number below. */
export function integer(d: Dim, evaluate: Evaluate): bigint {
  const direct = integerOf(d)
  if (direct !== undefined) return direct
  const value = constantOf(substitute(d, evaluate))
  return value === undefined ? 0n : floor(value)
}
