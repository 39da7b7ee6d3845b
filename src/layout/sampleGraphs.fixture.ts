// Graphs built by hand for the tests: no part of the program. Sizes are guessed from the number of letters.
import type { EdgeEnd, Graph, GraphEdge, GraphNode, NodePort } from '../graph/graph'
import { box } from '../graph/typography'
import type { Point } from '../shared/geometry'
import { pathIn } from '../shared/path'

export interface NodeSketch {
  readonly id: string
  readonly title?: string
  readonly sublabel?: string
  readonly badge?: string
  readonly count?: string
  readonly kind?: string
  readonly sign?: string
  readonly stacked?: boolean
  /** Ids of side ports end with `!`. */
  readonly inputs?: readonly string[]
  readonly outputs?: readonly string[]
  readonly inside?: Graph
  readonly pin?: Point
}

const portOf = (text: string): NodePort => ({
  id: text.replace('!', ''),
  label: text,
  side: text.endsWith('!'),
  free: false,
})

function nodeOf(sketch: NodeSketch): GraphNode {
  const { id, title = id, sublabel = '', badge = '', count = '', sign = '' } = sketch
  const heading = title.length * 8.2 + (count ? count.length * 8 + 8 : 0) + (badge ? badge.length * 8 + 8 : 0)
  const text = Math.max(heading, sublabel.length * 6.2)
  const width = Math.max(box.minWidth, Math.round(text + 2 * box.padding + box.icon + box.iconGap))
  const height = sketch.inside ? box.header : sublabel ? 61 : 45
  return {
    id,
    path: id,
    place: id,
    kind: sketch.kind ?? 'linear',
    title,
    sublabel,
    badge,
    count,
    stacked: sketch.stacked ?? false,
    sign,
    foldable: sketch.inside !== undefined,
    titleLines: [title],
    sublabelLines: sublabel ? [sublabel] : [],
    size: sign ? { width: box.sign, height: box.sign } : { width, height },
    inputs: (sketch.inputs ?? sketch.inside?.inputs.map(({ id, side }) => id + (side ? '!' : '')) ?? ['x']).map(portOf),
    outputs: (sketch.outputs ?? sketch.inside?.outputs.map(({ id }) => id) ?? ['x']).map(portOf),
    ...(sketch.inside ? { inside: sketch.inside } : {}),
    ...(sketch.pin ? { pin: sketch.pin } : {}),
  }
}

/** `add(a, b)` */
export const add = (id: string): NodeSketch => ({ id, sign: '+', inputs: ['a', 'b'] })

export interface GraphSketch {
  readonly inputs?: readonly string[]
  readonly outputs?: readonly string[]
  readonly direction?: 'along' | 'across'
  readonly nodes: readonly NodeSketch[]
  /** `a > b > c.port: T × 64`; `a.out > b.in`, `in.x` and `out.x` are the graph's own. */
  readonly edges: readonly string[]
}

export function graphOf(sketch: GraphSketch): Graph {
  const nodes = sketch.nodes.map(nodeOf)
  const graph: Graph = {
    key: '',
    inputs: (sketch.inputs ?? []).map(portOf),
    outputs: (sketch.outputs ?? []).map(portOf),
    nodes,
    edges: sketch.edges.flatMap((text) => edgesOf(text, nodes)),
    ...(sketch.direction ? { direction: sketch.direction } : {}),
  }
  return { ...graph, key: JSON.stringify(graph) }
}

function edgesOf(text: string, nodes: readonly GraphNode[]): GraphEdge[] {
  const [way = '', label] = text.split(': ')
  const stops = way.split('>').map((stop) => stop.trim())
  return stops.slice(1).map((stop, index) => {
    const from = endOf(stops[index]!, nodes, 'outputs')
    const to = endOf(stop, nodes, 'inputs')
    return {
      id: `#${from.node ?? 'in'}.${from.port}>${to.node ?? 'out'}.${to.port}`,
      from,
      to,
      hue: 'neutral',
      title: '',
      ...(label ? { label: { text: label, size: { width: Math.round(label.length * 6.2 + 18), height: 20 } } } : {}),
    }
  })
}

function endOf(text: string, nodes: readonly GraphNode[], list: 'inputs' | 'outputs'): EdgeEnd {
  const [name = '', port] = text.split('.')
  if (name === 'in' || name === 'out') return { port: port ?? 'x' }
  const node = nodes.find(({ id }) => id === name)
  if (!node) throw new Error(`no node ${name}`)
  return { node: name, port: port ?? node[list][0]!.id }
}

/** Gives every node its path and every edge its id, as the real graphs have them. */
export function withPaths(graph: Graph, path = ''): Graph {
  return {
    ...graph,
    nodes: graph.nodes.map((node) => {
      const own = pathIn(path, node.id)
      return { ...node, path: own, place: own, ...(node.inside ? { inside: withPaths(node.inside, own) } : {}) }
    }),
    edges: graph.edges.map((edge) => ({ ...edge, id: path + edge.id })),
  }
}
