// A graph of about fifty nodes that nobody sees: laying it out makes the engine fast for the first real one.
import type { Graph, GraphEdge, GraphNode } from '../graph/graph'

const port = (id: string) => ({ id, label: id, side: false, free: false })

function nodeOf(id: string, inside?: Graph): GraphNode {
  return {
    id,
    path: id,
    place: id,
    kind: 'linear',
    title: id,
    sublabel: '',
    badge: '',
    count: '',
    stacked: false,
    sign: '',
    foldable: false,
    titleLines: [id],
    sublabelLines: [],
    size: { width: 120, height: 45 },
    inputs: [port('x')],
    outputs: [port('x')],
    ...(inside ? { inside } : {}),
  }
}

function edgeOf(from: string | undefined, to: string | undefined): GraphEdge {
  const end = (node: string | undefined) => (node === undefined ? { port: 'x' } : { node, port: 'x' })
  return { id: `warm ${from}>${to}`, from: end(from), to: end(to), hue: 'neutral', title: '' }
}

function chain(name: string, count: number, inside?: (index: number) => Graph): Graph {
  const ids = Array.from({ length: count }, (_, index) => `${name}${index}`)
  const skips = ids.slice(2).map((id, index) => edgeOf(ids[index], id))
  return {
    key: `warm ${name} ${count}`,
    inputs: inside ? [] : [port('x')],
    outputs: inside ? [] : [port('x')],
    nodes: ids.map((id, index) => nodeOf(id, inside?.(index))),
    edges: [
      ...(inside ? [] : [edgeOf(undefined, ids[0]), edgeOf(ids.at(-1), undefined)]),
      ...ids.slice(1).map((id, index) => edgeOf(ids[index], id)),
      ...skips,
    ],
  }
}

export function warmUpGraph(): Graph {
  return chain('outer', 7, (index) => chain(`inner${index}x`, 4 + (index % 5)))
}
