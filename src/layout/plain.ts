// The yardstick for measurements: the whole picture as one ELK graph with INCLUDE_CHILDREN, as a program without levels
// would ask for it. Nothing is drawn from it.
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api'
import type { EdgeEnd, Graph, GraphNode, NodePort } from '../graph/graph'
import { box } from '../graph/typography'

/** A fresh graph on every call, since ELK changes what it is given. */
export function plainElkGraph(graph: Graph): ElkNode {
  const root: ElkNode = {
    id: '',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
    },
  }
  return fill(root, graph)
}

function fill(holder: ElkNode, graph: Graph): ElkNode {
  const portId = (path: string, side: string, id: string) => `${path}:${side}:${id}`
  const port = (path: string, side: 'in' | 'out') => (p: NodePort) => ({
    id: portId(path, side, p.id),
    layoutOptions: { 'elk.port.side': side === 'in' ? (p.side ? 'NORTH' : 'WEST') : 'EAST' },
  })
  const paths = new Map(graph.nodes.map((n) => [n.id, n.path]))
  const end = ({ node, port: id }: EdgeEnd, isSource: boolean) => {
    const path = node === undefined ? holder.id : (paths.get(node) ?? '')
    // At the wall, a source inside is an input of the holder.
    const side = isSource === (node === undefined) ? 'in' : 'out'
    return portId(path, side, id)
  }
  const child = (n: GraphNode): ElkNode => {
    const node: ElkNode = {
      id: n.path,
      width: n.size.width,
      height: n.size.height,
      ports: [...n.inputs.map(port(n.path, 'in')), ...n.outputs.map(port(n.path, 'out'))],
      layoutOptions: {
        'elk.portConstraints': 'FIXED_SIDE',
        'elk.padding': `[left=24,right=24,top=${box.header},bottom=24]`,
      },
    }
    return n.inside ? fill(node, n.inside) : node
  }
  holder.children = graph.nodes.map(child)
  holder.edges = graph.edges.map((e): ElkExtendedEdge => {
    const label = e.label && [{ text: e.label.text, ...e.label.size }]
    return { id: e.id, sources: [end(e.from, true)], targets: [end(e.to, false)], ...(label && { labels: label }) }
  })
  return holder
}
