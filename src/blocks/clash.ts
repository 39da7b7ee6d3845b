// Why shapes do not fit, in sentences about ports. A block does not know what its neighbours are called.
import { format, isEqual, pretty, type Dim } from '../shared/dimension'
import { leadingOf, lengthOf, widthOf } from './axes'
import { told, type Arg, type Message } from '../shared/message'
import { clashes, proposals } from './sentences'
import { tensorWords, writeShape } from './shapeText'
import type { Clash, Repair, Tensor } from './tensor'
import { kindWords } from './tensorWords'

export function sameShape(a: readonly Dim[], b: readonly Dim[]): boolean {
  return a.length === b.length && a.every((size, index) => isEqual(size, b[index] ?? size))
}

/** A clash of one input by itself. */
export function refuse(port: string, message: Message): Clash {
  return { port, ...told(message) }
}

/** Two sides of a disagreement: the clash is said of the first. */
export interface Pair {
  readonly port: string
  readonly tensor: Tensor
  readonly otherPort: string
  readonly other: Tensor
}

/** “b” is B × 77 × 512, but “a” is B × 77 × 768: … */
export function disagreement({ port, tensor, otherPort, other }: Pair, why: Message, repair?: Repair): Clash {
  const [shape, otherShape] = [tensor, other].map(tensorWords) as [Arg, Arg]
  return {
    ...refuse(port, clashes.disagreement({ port, shape, other: otherPort, otherShape, why })),
    ...(repair && { repair }),
  }
}

/** The clash of two tensors that cannot be of different kinds. */
export function kindClash({ port, tensor, otherPort, other }: Pair): Clash | undefined {
  if (tensor.kind === other.kind) return undefined
  const [kind, otherKind] = [kindWords[tensor.kind], kindWords[other.kind]]
  return refuse(port, clashes.kinds({ port, kind, other: otherPort, otherKind }))
}

/** The clash of two tensors whose shapes must be equal. */
export function shapeClash(pair: Pair): Clash | undefined {
  const { tensor, other } = pair
  if (sameShape(tensor.shape, other.shape)) return undefined
  const order = orderFor(tensor.shape, other.shape)
  if (order) return disagreement(pair, clashes.order(), transposeRepair(order))
  if (tensor.shape.length !== other.shape.length) {
    return disagreement(pair, clashes.ranks({ rank: tensor.shape.length, otherRank: other.shape.length }))
  }
  if (sameShape(leadingOf(tensor, 1), leadingOf(other, 1))) return widthClash(pair)
  const index = tensor.shape.findIndex((size, at) => !isEqual(size, other.shape[at] ?? size))
  const isLength = tensor.kind === 'tokens' && index === tensor.shape.length - 2
  return disagreement(pair, differ(isLength ? clashes.lengths : clashes.dimensions, tensor, other, index))
}

/** The clash of two tensors whose last dimensions must be equal. A Linear mends it. */
export function widthClash(pair: Pair): Clash | undefined {
  const [width, wanted] = [widthOf(pair.tensor), widthOf(pair.other)]
  if (isEqual(width, wanted)) return undefined
  const why = clashes.widths({ size: pretty(width), otherSize: pretty(wanted) })
  return disagreement(pair, why, takesLinear(pair.tensor) ? linearRepair(width, wanted) : undefined)
}

/** The clash of two token sequences that must belong to the same examples, whatever their lengths and widths. */
export function leadingClash(pair: Pair): Clash | undefined {
  const { tensor, other } = pair
  const [leading, wanted] = [leadingOf(tensor, 2), leadingOf(other, 2)]
  if (sameShape(leading, wanted)) return undefined
  const isNested = leading.length > wanted.length && sameShape(leading.slice(0, wanted.length), wanted)
  if (!isNested) return disagreement(pair, clashes.leading())
  return disagreement(
    pair,
    clashes.flattenFirst({ shape: writeShape([...leading.slice(wanted.length), lengthOf(tensor)]) }),
    flattenRepair,
  )
}

export function linearRepair(from: Dim, to: Dim): Repair {
  return {
    what: proposals.linear({ from: pretty(from), to: pretty(to) }),
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
  if (isOnlySwap) return { block: 'transpose', params: {} }
  const what = proposals.transpose({ axes: order.join(', ') })
  return { what, block: 'transpose', params: { axes: [...order] } }
}

const flattenRepair: Repair = { block: 'flatten', params: {} }

function takesLinear(tensor: Tensor): boolean {
  return tensor.kind === 'tokens' || tensor.kind === 'vector'
}

function differ(why: typeof clashes.lengths, a: Tensor, b: Tensor, index: number): Message {
  const at = (tensor: Tensor) => pretty(tensor.shape[index] ?? widthOf(tensor))
  return why({ size: at(a), otherSize: at(b) })
}
