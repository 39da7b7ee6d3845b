// Random small models for property tests: token streams through blocks, groups, modules, repeats and ties, with losses at
// the end and phases that freeze this and that. All shapes fit, so that every number means something.
import fc from 'fast-check'
import type { Diagram, DiagramEdge, DiagramNode, GraphBody, Module, Phase } from '../document/schema'

/** A stream of tokens that is at hand: `node.port`, and which of the two shapes it has. */
interface Stream {
  readonly from: string
  readonly shape: 'x' | 'c'
}

type Draw = (most: number) => number

const expressions = ['d', '2 * d', 'floor(d * 1.7)', 'd + e', '3'] as const

class Builder {
  private next = 0
  readonly modules: Record<string, Module> = {}
  /** At the root, hence with ids that are paths: what may lend its weights, anywhere. */
  lenders: readonly DiagramNode[] = []

  constructor(private readonly draw: Draw) {}

  /** Two streams in, two streams out. */
  body(depth: number, names: readonly string[]): GraphBody {
    const streams: Stream[] = [
      { from: 'in.x', shape: 'x' },
      { from: 'in.c', shape: 'c' },
    ]
    const nodes: DiagramNode[] = []
    const edges: DiagramEdge[] = []
    const count = 1 + this.draw(depth > 0 ? 4 : 3)
    for (let i = 0; i < count; i++) this.step(depth, streams, nodes, edges, names)
    for (const shape of ['x', 'c'] as const) edges.push({ from: this.pick(streams, shape), to: `out.${shape}` })
    const ports = [{ id: 'x' }, { id: 'c' }]
    return { inputs: ports, outputs: ports, nodes, edges }
  }

  step(depth: number, streams: Stream[], nodes: DiagramNode[], edges: DiagramEdge[], names: readonly string[]): void {
    const id = this.id('n')
    const choice = this.draw(depth > 0 ? 13 : 7)
    const size = () => this.one([...expressions, ...names])
    const add = (node: Omit<DiagramNode, 'id'>, inputs: Record<string, string>, outputs: Record<string, 'x' | 'c'>) => {
      nodes.push({ id, ...node })
      for (const [port, from] of Object.entries(inputs)) edges.push({ from, to: `${id}.${port}` })
      for (const [port, shape] of Object.entries(outputs)) streams.push({ from: `${id}.${port}`, shape })
    }
    const shape = this.draw(3) === 0 ? 'c' : 'x'
    const onto = { x: this.pick(streams, shape) }
    const alike = this.lenders.filter(
      (n) => n.block === 'linear' && n.params?.['width'] === (shape === 'x' ? 'd' : 'e'),
    )
    const tied = alike.length && this.draw(2) === 0 ? { tied: this.one(alike).id } : {}
    switch (choice) {
      case 0:
        return add({ block: 'layerNorm', ...this.repeat() }, onto, { x: shape })
      case 1:
        return add({ block: 'linear', params: { width: shape === 'x' ? 'd' : 'e' }, ...tied, ...this.repeat() }, onto, {
          x: shape,
        })
      case 2:
        return add(
          { block: 'feedForward', params: { hidden: size(), gated: this.draw(2) === 0 }, ...this.repeat() },
          onto,
          { x: shape },
        )
      case 3: {
        const positions = this.one(['none', 'transformer-xl'])
        return add({ block: 'selfAttention', params: { heads: 2, positions }, ...this.repeat() }, onto, { x: shape })
      }
      case 4: {
        const inputs = { x: this.pick(streams, 'x'), context: this.pick(streams, 'c') }
        return add({ block: 'crossAttention', params: { heads: 2 }, ...this.repeat() }, inputs, { x: 'x' })
      }
      case 5:
        return add({ block: 'add' }, { a: this.pick(streams, shape), b: this.pick(streams, shape) }, { x: shape })
      case 6:
        return add({ block: 'feedForward', params: { hidden: size() }, ...this.experts() }, onto, { x: shape })
      case 7:
        return add({ block: 'gate' }, onto, { x: shape })
      default: {
        const inputs = { x: this.pick(streams, 'x'), c: this.pick(streams, 'c') }
        const outputs = { x: 'x', c: 'c' } as const
        const containers = this.lenders.filter((n) => n.group ?? n.module)
        if (containers.length && this.draw(3) === 0) {
          const { id: owner, repeat: _, ...node } = this.one(containers)
          return add({ ...node, tied: owner, ...this.repeat() }, inputs, outputs)
        }
        const known = Object.keys(this.modules)
        if (choice < 11) return add({ group: this.body(depth - 1, names) as never, ...this.repeat() }, inputs, outputs)
        const module = known.length > 1 && this.draw(2) === 0 ? this.one(known) : this.module(depth - 1)
        const params = this.draw(2) === 0 ? { [Object.keys(this.modules[module]!.params!)[0]!]: size() } : {}
        return add({ module, params, ...this.repeat() }, inputs, outputs)
      }
    }
  }

  pick(streams: readonly Stream[], shape: 'x' | 'c'): string {
    const fitting = streams.filter((s) => s.shape === shape)
    // The latest more often than not, so that things hang together.
    return (this.draw(3) > 0 ? fitting.at(-1)! : this.one(fitting)).from
  }

  id(prefix: string): string {
    return `${prefix}${this.next++}`
  }

  one<T>(of: readonly T[]): T {
    return of[this.draw(of.length - 1)]!
  }

  private module(depth: number): string {
    const name = this.id('module')
    const param = this.id('w')
    const body = this.body(Math.min(depth, 1), [param])
    this.modules[name] = { params: { [param]: this.one(['5', 'd + 1']) }, ...body }
    return name
  }

  private repeat(): Pick<DiagramNode, 'repeat'> {
    const kind = this.draw(6)
    if (kind > 3) return {}
    if (kind === 3) return { repeat: { count: this.draw(4), mode: 'shared' } }
    return { repeat: kind === 0 ? 'layers' : this.draw(4) }
  }

  private experts(): Pick<DiagramNode, 'repeat'> {
    const count = 1 + this.draw(4)
    return { repeat: { count, mode: 'parallel', active: 1 + this.draw(count - 1) } }
  }
}

function build(draw: Draw): Diagram {
  const builder = new Builder(draw)
  const nodes: DiagramNode[] = [
    { id: 'ids', block: 'tokenIds', params: { length: 'T' } },
    { id: 'embed', block: 'tokenEmbedding', params: { vocab_size: 11, width: 'd' } },
    draw(1)
      ? { id: 'side', block: 'learnedTokens', params: { count: 'M', width: 'e' } }
      : { id: 'side', block: 'tokenEmbedding', params: { vocab_size: 7, width: 'e' } },
  ]
  const edges: DiagramEdge[] = [{ from: 'ids.ids', to: 'embed.ids' }]
  if (nodes[2]!.block === 'tokenEmbedding') {
    nodes.push({ id: 'others', block: 'tokenIds', params: { length: 'M' } })
    edges.push({ from: 'others.ids', to: 'side.ids' })
  }
  const streams: Stream[] = [
    { from: 'embed.tokens', shape: 'x' },
    { from: 'side.tokens', shape: 'c' },
  ]
  const steps = 2 + draw(5)
  for (let i = 0; i < steps; i++) {
    builder.lenders = nodes.filter((n) => n.repeat === undefined || Number(n.repeat) > 0)
    builder.step(2, streams, nodes, edges, [])
  }
  const losses = 1 + draw(1)
  for (let i = 0; i < losses; i++) {
    nodes.push({ id: `head${i}`, block: 'lmHead', params: { vocab_size: 11 }, ...(i === 0 && { tied: 'embed' }) })
    nodes.push({ id: `loss${i}`, block: 'languageModelingLoss' })
    edges.push({ from: builder.pick(streams, 'x'), to: `head${i}.x` })
    edges.push({ from: `head${i}.logits`, to: `loss${i}.logits` })
  }
  const phases: Phase[] = [{ id: 'all', label: 'all' }]
  const paths = pathsOf(nodes, builder.modules, '')
  for (let i = 0; i < 3; i++) {
    const states: Record<string, 'frozen' | 'trainable'> = {}
    const stated = 1 + draw(4)
    for (let k = 0; k < stated; k++) states[builder.one(paths)] = draw(2) > 0 ? 'frozen' : 'trainable'
    phases.push({ id: `phase${i}`, label: 'some', states })
  }
  phases.push({ id: 'partly', label: 'partly', states: { [builder.one(paths)]: 'absent' } })
  // Weights of what is absent belong to who borrows them: that cannot be written out by hand copy by copy.
  const lent = JSON.stringify([nodes, builder.modules])
  const others = paths.filter((path) => !lent.includes(`"tied":"${path.split('/')[0]}"`))
  phases.push({ id: 'without', label: 'without', states: { [builder.one(others)]: 'absent' } })
  return {
    version: 1,
    about: { title: 'random' },
    symbols: { B: { example: 2 }, T: { example: 5 }, M: 3, d: 8, e: 'd - 2', layers: draw(4) },
    phases,
    modules: builder.modules,
    nodes,
    edges,
  }
}

export function pathsOf(nodes: readonly DiagramNode[], modules: Record<string, Module>, prefix: string): string[] {
  return nodes.flatMap((node) => {
    const inner = node.group ?? (node.module === undefined ? undefined : modules[node.module])
    return [prefix + node.id, ...(inner ? pathsOf(inner.nodes, modules, `${prefix}${node.id}/`) : [])]
  })
}

/** Shrinks by its choices: fewer and simpler ones first. */
export const randomDiagram: fc.Arbitrary<Diagram> = fc
  .array(fc.nat({ max: 1000 }), { minLength: 20, maxLength: 160 })
  .map((choices) => {
    let at = 0
    return build((most) =>
      most <= 0 ? 0 : (choices[at++ % choices.length]! + Math.floor(at / choices.length)) % (most + 1),
    )
  })
