// Shapes that might arrive where nobody knows yet what does. Each is fed to the ports in question, to see what follows.
import { connect } from '../../document/edit/edges'
import { addNode } from '../../document/edit/nodes'
import { namesInScope, symbolValue } from '../../document/expressions'
import { uniqueId } from '../../document/ids'
import { nodesIn } from '../../document/instances'
import { own } from '../../document/own'
import { bodyAt, nodeIn } from '../../document/place'
import { portAt } from '../../document/ports'
import { endOf } from '../../document/ends'
import type { Kind } from '../../blocks/tensor'
import type { Diagram, DiagramNode, GraphBody } from '../../document/schema'

export interface Guess {
  /** With something that gives this to the ports. */
  readonly diagram: Diagram
  /** Outermost first: names of symbols, or `fresh` ones that stand for any size. */
  readonly shape: readonly string[]
  readonly fresh: ReadonlySet<string>
}

/** More than two kinds of things around a sequence, such as images and their frames, nobody has. */
const mostFresh = 2

/** All that is worth a try at input ports of one graph, the fewest dimensions first. */
export function guessesAt(diagram: Diagram, graph: string, ports: readonly string[]): Guess[] {
  const [first] = ports
  if (first === undefined) return []
  const named = batchNames(diagram, graph, endOf(first).node)
  const taken = new Set([...Object.keys(diagram.symbols ?? {}), ...namesInScope(diagram, graph)])
  const fresh = (wish: string) => (taken.has(wish) ? `${wish}_` : wish)
  const anything = [fresh('n'), fresh('m')].slice(0, mostFresh)
  const leads = new Map<string, readonly string[]>()
  for (let names = 1; names <= named.length; names++)
    for (let more = 0; more <= mostFresh; more++) {
      const lead = [...named.slice(0, names), ...anything.slice(0, more)]
      leads.set(lead.join(), lead)
    }
  const shortest = [...leads.values()].toSorted((a, b) => a.length - b.length)
  const [length, width] = [fresh('length'), fresh('width')]
  return kindsAt(diagram, graph, first).flatMap((kind) =>
    shortest.flatMap((lead) => {
      const shape = kind === 'vector' ? [...lead, width] : [...lead, length, width]
      const fed = feed(diagram, graph, ports, kind, lead, [length, width])
      return fed ? [{ diagram: fed, shape, fresh: new Set([...anything, length, width]) }] : []
    }),
  )
}

const guessed: readonly Kind[] = ['tokens', 'vector']

function kindsAt(diagram: Diagram, graph: string, to: string): readonly Kind[] {
  const port = portAt(diagram, graph, to, 'to')
  if (port === 'any' || 'missing' in port) return []
  const { kinds } = port
  return kinds?.length ? guessed.filter((kind) => kinds.includes(kind)) : guessed
}

/** What examples, images and frames are called in a node, or where it says nothing, in the whole. */
function batchNames(diagram: Diagram, graph: string, id: string): readonly string[] {
  const body = bodyAt(diagram, graph)
  const node = body && nodeIn(body, id)
  const inside = node && (node.group ?? (node.module === undefined ? undefined : own(diagram.modules, node.module)))
  const inner = inside ? batchesIn(diagram, inside) : []
  return inner.length > 0 ? inner : batchesIn(diagram, diagram).slice(0, 1)
}

function batchesIn(diagram: Diagram, body: GraphBody): readonly string[] {
  const names = new Set<string>()
  const seen = new Set<string>()
  const look = (each: GraphBody) => {
    for (const { node } of nodesIn('', each)) {
      for (const name of batchOf(node)) if (isFree(diagram, name)) names.add(name)
      const module = node.module === undefined || seen.has(node.module) ? undefined : own(diagram.modules, node.module)
      seen.add(node.module ?? '')
      if (module) look(module)
    }
  }
  look(body)
  return [...names]
}

function batchOf({ params }: DiagramNode): readonly string[] {
  const batch = params?.['batch']
  return Array.isArray(batch) ? batch.filter((each) => typeof each === 'string') : []
}

function isFree(diagram: Diagram, name: string): boolean {
  const symbol = own(diagram.symbols, name)
  return symbol !== undefined && symbolValue(symbol) === undefined
}

function feed(
  diagram: Diagram,
  graph: string,
  ports: readonly string[],
  kind: Kind,
  lead: readonly string[],
  [count, width]: readonly [string, string],
): Diagram | undefined {
  const symbols = { ...diagram.symbols }
  for (const name of [...lead, count, width]) symbols[name] ??= { example: 2 }
  let fed: Diagram = { ...diagram, symbols }
  for (const to of ports) {
    const given = uniqueId(bodyAt(fed, graph)!, 'given')
    fed = addNode(fed, graph, { id: given, block: 'features', params: { batch: [...lead], count, width } })
    const pooled = uniqueId(bodyAt(fed, graph)!, 'pooled')
    if (kind === 'vector') {
      fed = addNode(fed, graph, { id: pooled, block: 'pool' })
      fed = connect(fed, graph, `${given}.tokens`, `${pooled}.x`)
    }
    const before = fed
    fed = connect(fed, graph, kind === 'vector' ? `${pooled}.x` : `${given}.tokens`, to)
    if (fed === before) return undefined
  }
  return fed
}
