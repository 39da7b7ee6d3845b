// How analysis grows with the model: layers that are a repeat, layers that all differ, and those folded into groups; whole,
// and after an edit of one of them. Everything in terms of a yardstick that is measured in the same run.
import type { Diagram, DiagramEdge, DiagramNode } from '../document/schema'
import { analyse } from '../semantics/analyse'

const lengths = [10, 100, 1000, 10_000] as const
const perGroup = 100

/** Runs something a few times and gives the median in ms. */
export type Median = (work: () => unknown) => Promise<number>

/** Rows of cells: the kind of model, layers, the whole, after an edit. */
export async function growth(median: Median): Promise<string[][]> {
  const text = JSON.stringify(distinct(1000))
  const yardstick = await median(() => JSON.stringify(JSON.parse(text)))
  const rows: string[][] = []
  for (const [name, model] of [
    ['one layer, repeated', repeated],
    ['different layers', distinct],
    [`different layers, in groups of ${perGroup}`, grouped],
  ] as const)
    for (const length of lengths) {
      const diagram = model(length)
      const whole = await median(() => analyse(structuredClone(diagram)))
      analyse(diagram)
      let turn = 0
      const edited = await median(() => analyse(withOther(diagram, turn++)))
      rows.push([name, String(length), ...[whole, edited].map((time) => (time / yardstick).toFixed(2))])
    }
  return rows
}

const layer = (index: number): DiagramNode => ({
  id: `layer${index}`,
  block: 'feedForward',
  params: { hidden: `4 * width + ${index}` },
})

/** A chain of nodes with tokens before and a loss after it. */
function modelOf(nodes: readonly DiagramNode[]): Diagram {
  const ends: DiagramNode[] = [
    { id: 'tokens', block: 'learnedTokens', params: { batch: [1], count: 8, width: 'width' } },
    { id: 'head', block: 'lmHead', params: { vocab_size: 100 } },
    { id: 'loss', block: 'languageModelingLoss' },
  ]
  const edges = chain('tokens.tokens', nodes, 'head.x')
  return {
    version: 1,
    about: { title: 'Growth' },
    symbols: { width: 64 },
    nodes: [...ends, ...nodes],
    edges: [...edges, { from: 'head.logits', to: 'loss.logits' }],
  }
}

function chain(first: string, nodes: readonly DiagramNode[], last: string): DiagramEdge[] {
  const from = [first, ...nodes.map(({ id }) => `${id}.x`)]
  const to = [...nodes.map(({ id }) => `${id}.x`), last]
  return from.map((each, i) => ({ from: each, to: to[i]! }))
}

function repeated(length: number): Diagram {
  return modelOf([{ ...layer(0), repeat: length }])
}

function distinct(length: number): Diagram {
  return modelOf(Array.from({ length }, (_, i) => layer(i)))
}

function grouped(length: number): Diagram {
  const group = (from: number): DiagramNode => {
    const nodes = Array.from({ length: Math.min(perGroup, length - from) }, (_, i) => layer(from + i))
    const ports = [{ id: 'x' }]
    return {
      id: `group${from}`,
      group: { inputs: ports, outputs: ports, nodes, edges: chain('in.x', nodes, 'out.x') },
    }
  }
  return modelOf(Array.from({ length: Math.ceil(length / perGroup) }, (_, i) => group(i * perGroup)))
}

/** One layer, the first at the greatest depth, has another width. */
function withOther<B extends Pick<Diagram, 'nodes'>>(body: B, turn: number): B {
  const at = body.nodes.findIndex(({ block, group }) => group || block === 'feedForward')
  const change = (node: DiagramNode): DiagramNode =>
    node.group ? { ...node, group: withOther(node.group, turn) } : { ...node, params: { hidden: 1000 + turn } }
  return { ...body, nodes: body.nodes.map((node, i) => (i === at ? change(node) : node)) }
}
