// A toy autograd for flat diagrams: every block taken apart into matrix products, each tensor asked whether it needs a
// gradient, each product charged once for every operand that does. Slow, and knows nothing of `semantics/flow`.
import type { Diagram, DiagramNode } from '../document/schema'

export interface Sizes {
  readonly x: { readonly places: number; readonly length: number; readonly width: number }
  readonly c: { readonly places: number; readonly length: number; readonly width: number }
}

/** What a node of the flat graph costs. */
export interface Cost {
  readonly inputGradients: number
  readonly weightGradients: number
}

interface Value {
  readonly needs: boolean
}

interface Product {
  readonly left: Value
  readonly right: Value
  readonly macs: number
  readonly isWeight: boolean
}

/** The state of every node as the document says it, already flat. */
export type StateOf = (node: DiagramNode) => 'frozen' | 'trainable'

export function autograd(
  diagram: Diagram,
  stateOf: StateOf,
  sizeOf: (end: string) => { places: number; length: number; width: number },
  number: (expression: unknown) => number,
): ReadonlyMap<string, Cost> {
  const feeders = new Map(diagram.edges.map((e) => [e.to, e.from]))
  const needs = new Map<string, boolean>()
  const node = new Map(diagram.nodes.map((n) => [n.id, n]))
  const inputs = (n: DiagramNode) => ports(n).filter((p) => feeders.has(`${n.id}.${p}`))
  const feeder = (n: DiagramNode, port: string) => feeders.get(`${n.id}.${port}`)!
  const idOf = (end: string) => end.slice(0, end.indexOf('.'))

  const needsGradient = (id: string): boolean => {
    const known = needs.get(id)
    if (known !== undefined) return known
    const n = node.get(id)!
    const value = learns(n) || (passes(n) && inputs(n).some((p) => needsGradient(idOf(feeder(n, p)))))
    needs.set(id, value)
    return value
  }
  const learns = (n: DiagramNode) => hasWeights(n) && stateOf(n) === 'trainable'

  const reached = new Set<string>()
  const reach = (id: string) => {
    if (reached.has(id)) return
    reached.add(id)
    const n = node.get(id)!
    if (passes(n)) for (const p of inputs(n)) reach(idOf(feeder(n, p)))
  }
  for (const n of diagram.nodes) if (n.block === 'languageModelingLoss') reach(n.id)

  const costs = new Map<string, Cost>()
  for (const n of diagram.nodes) {
    if (!reached.has(n.id)) continue
    const given = (port: string): Value => ({ needs: needsGradient(idOf(feeder(n, port))) })
    const runs = typeof n.repeat === 'object' ? number(n.repeat.active) : 1
    let [inputGradients, weightGradients] = [0, 0]
    for (const { left, right, macs, isWeight } of productsOf(
      n,
      given,
      learns(n),
      (p) => sizeOf(feeder(n, p)),
      number,
    )) {
      if (left.needs) inputGradients += macs * runs
      if (right.needs && isWeight) weightGradients += macs * runs
      if (right.needs && !isWeight) inputGradients += macs * runs
    }
    costs.set(n.id, { inputGradients: 2 * inputGradients, weightGradients: 2 * weightGradients })
  }
  return costs
}

function ports(n: DiagramNode): string[] {
  if (n.block === 'add') return ['a', 'b']
  if (n.block === 'languageModelingLoss') return ['logits']
  return n.block === 'crossAttention' ? ['x', 'context'] : ['x', 'ids']
}

function passes(n: DiagramNode): boolean {
  return n.block !== 'tokenEmbedding' && n.block !== 'tokenIds'
}

function hasWeights(n: DiagramNode): boolean {
  return !['add', 'tokenIds', 'languageModelingLoss'].includes(n.block!)
}

function productsOf(
  n: DiagramNode,
  given: (port: string) => Value,
  learns: boolean,
  sizeOf: (port: string) => { places: number; length: number; width: number },
  number: (expression: unknown) => number,
): Product[] {
  const found: Product[] = []
  const multiply = (left: Value, right: Value, macs: number, isWeight: boolean): Value => {
    found.push({ left, right, macs, isWeight })
    return { needs: left.needs || right.needs }
  }
  const weight: Value = { needs: learns }
  const matrix = (left: Value, places: number, from: number, to: number) =>
    multiply(left, weight, places * from * to, true)
  const params = n.params ?? {}
  switch (n.block) {
    case 'linear':
    case 'lmHead': {
      const { places, width } = sizeOf('x')
      matrix(given('x'), places, width, number(n.block === 'linear' ? params['width'] : params['vocab_size']))
      return found
    }
    case 'feedForward': {
      const { places, width } = sizeOf('x')
      const hidden = number(params['hidden'])
      const inner = matrix(given('x'), places, width, hidden)
      if (params['gated'] === true) matrix(given('x'), places, width, hidden)
      matrix(inner, places, hidden, width)
      return found
    }
    case 'selfAttention':
    case 'crossAttention': {
      const isCross = n.block === 'crossAttention'
      const [to, of] = [sizeOf('x'), sizeOf(isCross ? 'context' : 'x')]
      const source = given(isCross ? 'context' : 'x')
      const query = matrix(given('x'), to.places, to.width, to.width)
      const key = matrix(source, of.places, of.width, to.width)
      const value = matrix(source, of.places, of.width, to.width)
      const pairs = to.places * of.length * to.width
      const scores = multiply(query, key, pairs, false)
      if (params['positions'] === 'transformer-xl') {
        const distances = matrix({ needs: false }, to.places, to.width, to.width)
        multiply(query, distances, pairs, false)
      }
      const mixed = multiply(scores, value, pairs, false)
      matrix(mixed, to.places, to.width, to.width)
      return found
    }
    default:
      return found
  }
}
