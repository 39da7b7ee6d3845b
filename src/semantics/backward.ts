// What the backward pass of one block costs in multiply-accumulates, as autograd does it: the gradient of an operand is
// computed only where the operand is wanted (it comes from something trainable) and costs as much as the product did.
// A block is a small graph itself. The products by which a tensor enters it (queries, keys and values of an attention,
// `up` of a feed-forward) want a gradient only for an input that needs one; those after them also when nothing but the
// block's own weights learn.
import { mapAxes, sequencesOf, vectorsOf } from '../blocks/axes'
import { product, type Dim } from '../shared/dimension'
import { integer, type Evaluate } from './integer'
import type { NodeInference } from './inference'
import type { Ports } from './ports'
import { sizesOf } from './sizes'

/** One pass of a gradient through a block. */
interface Pass {
  /** Inputs that need a gradient. */
  readonly needs: Ports
  /** Whether the block's own weights are trained. */
  readonly learns: boolean
}

type Wanted = (pass: Pass) => boolean

const always: Wanted = () => true
const never: Wanted = () => false
const own: Wanted = ({ learns }) => learns
const port =
  (id: string): Wanted =>
  (pass) =>
    pass.needs.has(id)
const portOrOwn =
  (id: string): Wanted =>
  (pass) =>
    pass.learns || pass.needs.has(id)

/** A weight whose other operand is not made by the block: how often it is multiplied, and who wants the gradient. */
interface Entry {
  readonly places: (node: NodeInference) => Dim
  readonly wanted: Wanted
}

const vectors = (id: string) => (node: NodeInference) => vectorsOf(node.inputs[id]!)
const mapPlaces =
  (side: 'inputs' | 'outputs') =>
  (node: NodeInference): Dim => {
    const { maps, height, width } = mapAxes(node[side]['map']!)
    return product([maps, height, width])
  }

const entry = (id: string): Entry => ({ places: vectors(id), wanted: port(id) })
const convolution = { places: mapPlaces('inputs'), wanted: port('map') }
const shortcut = { places: mapPlaces('outputs'), wanted: port('map') }

/** By block and weight. In a block that is not listed every weight multiplies the input itself. */
const entries: Readonly<Record<string, Readonly<Record<string, Entry>>>> = {
  selfAttention: {
    query: entry('x'),
    key: entry('x'),
    value: entry('x'),
    // Transformer-XL projects fixed encodings of the distances.
    relative: { places: vectors('x'), wanted: never },
  },
  crossAttention: { query: entry('x'), key: entry('context'), value: entry('context') },
  jointAttention: Object.fromEntries(
    [...'abcdefghijklmnopqrstuvwxyz'].flatMap((id) =>
      ['query', 'key', 'value'].map((name) => [`${id}_${name}`, entry(id)]),
    ),
  ),
  feedForward: { up: entry('x'), gate: entry('x') },
  mapHead: {
    query: { places: (node) => sequencesOf(node.inputs['tokens']!), wanted: own },
    key: entry('tokens'),
    value: entry('tokens'),
  },
  bottleneck: { conv1: convolution, shortcut },
  nfBlock: { conv1: convolution, shortcut },
  mbConv: { expand: convolution },
  // Learned positions are added to the map first, so all is made by the block.
  attentionPool: {},
}

/**
 * The operands of the products of two activations, which share the work evenly: queries with keys, shares with values.
 * In a block that is not listed there is one product and all of it is wanted.
 */
const operands: Readonly<Record<string, readonly Wanted[]>> = {
  selfAttention: [always, always, always, always],
  jointAttention: [always, always, always, always],
  crossAttention: [portOrOwn('x'), portOrOwn('context'), always, portOrOwn('context')],
  mapHead: [own, always, always, always],
  similarity: [port('a'), port('b')],
}

/** With Transformer-XL queries meet projected distances, too. */
const withDistances: readonly Wanted[] = [always, always, always, always, always, own]

/** Multiply-accumulates for the gradients of everything but weights, in one run that a gradient reaches. */
export function inputGradientMacs(node: NodeInference, needs: Ports, learns: boolean, evaluate: Evaluate): bigint {
  if (!needs.size && !learns) return 0n
  const pass = { needs, learns }
  return throughWeights(node, pass, evaluate) + betweenActivations(node, pass, evaluate)
}

function throughWeights(node: NodeInference, pass: Pass, evaluate: Evaluate): bigint {
  const { block, macs, weights } = node
  if (!macs.weights) return 0n
  const all = sizesOf(node, evaluate).withWeights
  const known = block && entries[block.type]
  if (!known) return pass.needs.size ? all : 0n
  let total = all
  for (const { name, shape } of weights) {
    const found = known[name]
    if (found && !found.wanted(pass)) total -= integer(product([...shape, found.places(node)]), evaluate)
  }
  return total
}

function betweenActivations(node: NodeInference, pass: Pass, evaluate: Evaluate): bigint {
  const { block, macs, values } = node
  if (!macs.activations) return 0n
  const all = sizesOf(node, evaluate).between
  const list =
    values?.['positions'] === 'transformer-xl' ? withDistances : (operands[block?.type ?? ''] ?? [always, always])
  const wanted = list.filter((each) => each(pass)).length
  // Two operands make one product.
  return (2n * all * BigInt(wanted)) / BigInt(list.length)
}
