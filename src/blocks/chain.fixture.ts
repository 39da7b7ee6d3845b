// For the tests: blocks put together by hand, and what they cost. The program does not use it.
import { dim, numberOf, parseDim } from '../shared/dimension'
import { isClash } from './block'
import { blockOf } from './index'
import type { Kind, Tensor } from './tensor'
import { valuesOf } from './values'

type Params = Readonly<Record<string, unknown>>
export type Sizes = readonly number[]

/** A chain of blocks: counts what passes through, and keeps the last output. */
export class Chain {
  params = 0
  macs = 0
  constructor(public last: Tensor) {}

  /** `through('linear', { width: 8 })`; other inputs by port. */
  through(type: string, params: Params = {}, others: Readonly<Record<string, Tensor>> = {}, times = 1): this {
    for (let copy = 0; copy < times; copy++) {
      const { tensor, weights, macs } = run(type, params, others, this.last)
      this.last = tensor
      this.params += weights
      this.macs += macs
    }
    return this
  }

  get gigaflops(): number {
    return (2 * this.macs) / 1e9
  }

  get shape(): Sizes {
    return this.last.shape.map((size) => Number(numberOf(size)))
  }
}

export function run(type: string, params: Params, others: Readonly<Record<string, Tensor>>, main: Tensor) {
  const block = blockOf(type)
  if (!block) throw new Error(`no block ${type}`)
  const valued = valuesOf(block, params, parseDim)
  if (!valued.ok) throw new Error(valued.problems.map((problem) => problem.sentence).join(' '))
  const ports = typeof block.inputs === 'function' ? block.inputs(valued.values) : block.inputs
  const free = ports.find((port) => !(port.id in others))
  const inputs = free ? { ...others, [free.id]: main } : others
  const outputs = block.shape(valued.values, inputs)
  if (isClash(outputs)) throw new Error(`${type}: ${outputs.sentence}`)
  const weights = block.weights?.(valued.values, inputs) ?? []
  const { weights: a, activations: b } = block.macs?.(valued.values, inputs) ?? {}
  const [first] = Object.values(outputs)
  if (!first) throw new Error(`${type} gives nothing`)
  return {
    tensor: { modality: [], ...first },
    weights: weights.reduce(
      (sum, { shape }) => sum + shape.reduce((size, each) => size * Number(numberOf(each)), 1),
      0,
    ),
    macs: (a ? Number(numberOf(a)) : 0) + (b ? Number(numberOf(b)) : 0),
  }
}

export function tensor(kind: Kind, ...shape: Sizes): Tensor {
  return { kind, shape: shape.map((size) => dim(size)), modality: [] }
}

export const pixels = (size: number) => new Chain(tensor('image', 1, 3, size, size))
export const words = (length: number) => new Chain(tensor('ids', 1, length))
export const sequence = (length: number, width: number) => new Chain(tensor('tokens', 1, length, width))

interface Layer {
  readonly heads: number
  readonly hidden: number
  readonly mask?: string
}

export function encoderLayers(chain: Chain, count: number, { heads, hidden, mask = 'full' }: Layer): Chain {
  for (let layer = 0; layer < count; layer++) {
    chain
      .through('layerNorm')
      .through('selfAttention', { heads, mask })
      .through('layerNorm')
      .through('feedForward', { hidden })
  }
  return chain
}
