// What feeds a node and what it feeds, all the way, port by port through the walls of groups and modules: also where
// these are folded. In a repeat the way through one copy is followed.
import { endOf } from '../document/ends'
import type { Analysis } from './analyse'
import { nodeAtPath, type Tree, type TreeNode } from './tree'
import { isWithin, pathIn } from '../shared/path'
import { edgeId } from '../shared/edgeId'

export interface Reach {
  /** Paths: what is reached, containers that the way enters, and everything that it meets inside them. */
  readonly nodes: ReadonlySet<string>
  /** `path#from>to` */
  readonly edges: ReadonlySet<string>
}

export interface Trace {
  readonly upstream: Reach
  readonly downstream: Reach
}

/** From all of the paths together. They themselves and what is inside them do not count as reached. */
export function traceOf({ tree }: Analysis, paths: readonly string[]): Trace {
  const wires = wiresOf(tree)
  return {
    upstream: reach(wires, tree, paths, 'upstream'),
    downstream: reach(wires, tree, paths, 'downstream'),
  }
}

/** An input or output port of a node; a container's are the same from inside and from outside. */
type Port = string

const input = (path: string, port: string): Port => `i ${path} ${port}`
const output = (path: string, port: string): Port => `o ${path} ${port}`

/** Ids, and so paths, have no spaces. */
const pathOf = (port: Port): string => port.slice(2, port.indexOf(' ', 2))
const nameOf = (port: Port): string => port.slice(port.indexOf(' ', 2))

interface Wire {
  readonly port: Port
  /** Absent: through a block. */
  readonly edge?: string
}

interface Wires {
  readonly downstream: ReadonlyMap<Port, readonly Wire[]>
  readonly upstream: ReadonlyMap<Port, readonly Wire[]>
  /** Of each node, as edges name them. */
  readonly inputs: ReadonlyMap<string, ReadonlySet<Port>>
  readonly outputs: ReadonlyMap<string, ReadonlySet<Port>>
}

const known = new WeakMap<Tree, Wires>()

function wiresOf(tree: Tree): Wires {
  let wires = known.get(tree)
  if (!wires) known.set(tree, (wires = wire(tree)))
  return wires
}

function wire(root: Tree): Wires {
  const downstream = new Map<Port, Wire[]>()
  const upstream = new Map<Port, Wire[]>()
  const inputs = new Map<string, Set<Port>>()
  const outputs = new Map<string, Set<Port>>()
  const join = (from: Port, to: Port, edge?: string) => {
    add(downstream, from, { port: to, edge })
    add(upstream, to, { port: from, edge })
  }
  const visit = (tree: Tree) => {
    const inside = (id: string) => pathIn(tree.path, id)
    for (const edge of tree.body.edges) {
      const [from, to] = [endOf(edge.from), endOf(edge.to)]
      const start = from.node === 'in' ? input(tree.path, from.port) : output(inside(from.node), from.port)
      const end = to.node === 'out' ? output(tree.path, to.port) : input(inside(to.node), to.port)
      if (from.node !== 'in') note(outputs, inside(from.node), start)
      if (to.node !== 'out') note(inputs, inside(to.node), end)
      join(start, end, edgeId(tree.path, edge))
    }
    for (const item of tree.nodes.values()) {
      if (item.inside) visit(item.inside)
      else through(item)
    }
  }
  const through = ({ path, inference }: TreeNode) => {
    for (const from of inputs.get(path) ?? [])
      for (const to of outputs.get(path) ?? [])
        // What is not there passes on by equal names.
        if (!inference.absent || nameOf(from) === nameOf(to)) join(from, to)
  }
  visit(root)
  return { downstream, upstream, inputs, outputs }
}

function reach(wires: Wires, tree: Tree, paths: readonly string[], way: 'upstream' | 'downstream'): Reach {
  const [leaving, entering] = way === 'downstream' ? (['outputs', 'i '] as const) : (['inputs', 'o '] as const)
  const open: Port[] = paths.flatMap((path) => [...(wires[leaving].get(path) ?? [])])
  const seen = new Set(open)
  const edges = new Set<string>()
  const nodes = new Set<string>()
  for (let port = open.pop(); port !== undefined; port = open.pop()) {
    for (const next of wires[way].get(port) ?? []) {
      if (next.edge !== undefined) edges.add(next.edge)
      if (seen.has(next.port)) continue
      seen.add(next.port)
      open.push(next.port)
      const path = pathOf(next.port)
      if (
        next.port.startsWith(entering) &&
        !paths.some((each) => isWithin(path, each)) &&
        nodeAtPath(tree, path)?.inference.absent === false
      )
        nodes.add(path)
    }
  }
  return { nodes, edges }
}

function add<T>(map: Map<Port, T[]>, at: Port, value: T) {
  const there = map.get(at)
  if (there) there.push(value)
  else map.set(at, [value])
}

function note(map: Map<string, Set<Port>>, at: string, port: Port) {
  const there = map.get(at)
  if (there) there.add(port)
  else map.set(at, new Set([port]))
}
