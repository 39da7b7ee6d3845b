// Why shapes do not fit, in sentences about ports. A block does not know what its neighbours are called.
import { format, isEqual, pretty, type Dim } from '../shared/dimension'
import { leadingOf, lengthOf, widthOf } from './axes'
import type { Clash, Repair, Tensor } from './tensor'

/** `B × 77 × 512`. */
export function shown(shape: readonly Dim[]): string {
  return shape.length === 0 ? 'a single number' : shape.map(pretty).join(' × ')
}

export function sameShape(a: readonly Dim[], b: readonly Dim[]): boolean {
  return a.length === b.length && a.every((size, index) => isEqual(size, b[index] ?? size))
}

/** A clash of one input by itself. `why` is a sentence without its full stop. */
export function refuse(port: string, why: string): Clash {
  return { port, sentence: `${why}.` }
}

/** Two sides of a disagreement: the clash is said of the first. */
export interface Pair {
  readonly port: string
  readonly tensor: Tensor
  readonly otherPort: string
  readonly other: Tensor
}

/** `b` is B × 77 × 512, but `a` is B × 77 × 768: … */
export function disagreement({ port, tensor, otherPort, other }: Pair, why: string, repair?: Repair): Clash {
  const sentence = `\`${port}\` is ${shown(tensor.shape)}, but \`${otherPort}\` is ${shown(other.shape)}: ${why}.`
  return { port, sentence, ...(repair && { repair }) }
}

/** The clash of two tensors whose shapes must be equal. */
export function shapeClash(pair: Pair): Clash | undefined {
  const { tensor, other } = pair
  if (sameShape(tensor.shape, other.shape)) return undefined
  const order = orderFor(tensor.shape, other.shape)
  if (order) return disagreement(pair, 'the same dimensions in another order', transposeRepair(order))
  if (tensor.shape.length !== other.shape.length) {
    return disagreement(pair, `${tensor.shape.length} and ${other.shape.length} dimensions`)
  }
  if (sameShape(leadingOf(tensor, 1), leadingOf(other, 1))) return widthClash(pair)
  const index = tensor.shape.findIndex((size, at) => !isEqual(size, other.shape[at] ?? size))
  const isLength = tensor.kind === 'tokens' && index === tensor.shape.length - 2
  return disagreement(pair, differ(isLength ? 'lengths' : 'dimensions', tensor, other, index))
}

/** The clash of two tensors whose last dimensions must be equal. A Linear mends it. */
export function widthClash(pair: Pair): Clash | undefined {
  const [width, wanted] = [widthOf(pair.tensor), widthOf(pair.other)]
  if (isEqual(width, wanted)) return undefined
  const why = `widths ${pretty(width)} and ${pretty(wanted)} differ`
  return disagreement(pair, why, takesLinear(pair.tensor) ? linearRepair(width, wanted) : undefined)
}

/** The clash of two token sequences that must belong to the same examples, whatever their lengths and widths. */
export function leadingClash(pair: Pair): Clash | undefined {
  const { tensor, other } = pair
  const [leading, wanted] = [leadingOf(tensor, 2), leadingOf(other, 2)]
  if (sameShape(leading, wanted)) return undefined
  const isNested = leading.length > wanted.length && sameShape(leading.slice(0, wanted.length), wanted)
  if (!isNested) return disagreement(pair, 'the dimensions before the last two differ')
  return disagreement(
    pair,
    `flatten ${shown([...leading.slice(wanted.length), lengthOf(tensor)])} into one sequence first`,
    flattenRepair,
  )
}

export function linearRepair(from: Dim, to: Dim): Repair {
  return {
    label: `Insert a Linear ${pretty(from)} → ${pretty(to)}`,
    block: 'linear',
    params: { width: format(to) },
  }
}

/** Which dimension of `from` stands where in `to`, where both have the same ones. */
function orderFor(from: readonly Dim[], to: readonly Dim[]): readonly number[] | undefined {
  if (from.length !== to.length) return undefined
  // What stands where it should stays there; of equal sizes any will do for the rest.
  const isInPlace = (axis: number) => isEqual(from[axis]!, to[axis]!)
  const free = new Set([...from.keys()].filter((axis) => !isInPlace(axis)))
  const order: number[] = []
  for (const [axis, size] of to.entries()) {
    const found = isInPlace(axis) ? axis : [...free].find((each) => isEqual(from[each]!, size))
    if (found === undefined) return undefined
    free.delete(found)
    order.push(found)
  }
  return order
}

function transposeRepair(order: readonly number[]): Repair {
  const [last, before] = [order.at(-1), order.at(-2)]
  const isSwap = last === order.length - 2 && before === order.length - 1
  const isOnlySwap = isSwap && order.slice(0, -2).every((axis, index) => axis === index)
  return isOnlySwap
    ? { label: 'Insert a Transpose', block: 'transpose', params: {} }
    : { label: `Insert a Transpose ${order.join(', ')}`, block: 'transpose', params: { axes: [...order] } }
}

const flattenRepair: Repair = { label: 'Insert a Flatten', block: 'flatten', params: {} }

function takesLinear(tensor: Tensor): boolean {
  return tensor.kind === 'tokens' || tensor.kind === 'vector'
}

function differ(what: string, a: Tensor, b: Tensor, index: number): string {
  const at = (tensor: Tensor) => pretty(tensor.shape[index] ?? widthOf(tensor))
  return `${what} ${at(a)} and ${at(b)} differ`
}
