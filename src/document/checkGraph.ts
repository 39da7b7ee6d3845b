// Each graph of a document by itself: its nodes, its ports and its edges.
import { blockOf } from '../blocks'
import { meantBlock } from '../blocks/meant'
import { unknownParams } from '../blocks/values'
import { checkAnnotations } from './checkAnnotations'
import { endOf } from './ends'
import { symbolsIn } from './expressions'
import { isId } from './idPattern'
import { insideNode, nodeIn, placeIn } from './place'
import { isTaken, own } from './own'
import { orderByNeed } from './order'
import { hasVaryingPorts, kindsIn, kindsMeet, portAt } from './ports'
import { listed, plain, brief, type ProblemList } from './problems'
import { elementName } from './shape'
import type { Diagram, DiagramNode, GraphBody, GraphPort } from './schema'
import { checks } from './sentences/checks'
import type { Arg, Message } from '../shared/message'

/** Names that mean the graph's own wall. */
export const reservedIds: ReadonlySet<string> = new Set(['in', 'out'])

/** All graphs: the root, the modules, the groups. `path` is how a problem's path to the graph begins. */
export function checkGraphs(diagram: Diagram, list: ProblemList) {
  checkGraph(diagram, '', diagram, '', list)
  for (const [name, module] of Object.entries(diagram.modules ?? {})) {
    if (!isModuleName(name)) list.error(`modules.${name}`, badModuleName(name))
    else checkGraph(diagram, `${name}:`, module, `modules.${name}.`, list)
  }
}

export function isModuleName(name: string): boolean {
  return isId(name) && !isTaken(name)
}

function badModuleName(name: string): Message {
  return isTaken(name) ? checks.takenName({ name: brief(name) }) : checks.badModuleName({ name: brief(name) })
}

function checkGraph(diagram: Diagram, graph: string, body: GraphBody, path: string, list: ProblemList) {
  checkPorts(body.inputs, `${path}inputs`, list)
  checkPorts(body.outputs, `${path}outputs`, list)
  checkIds(body, path, list)
  for (const node of body.nodes) {
    const nodePath = `${path}nodes.${node.id}`
    checkNode(diagram, graph, node, nodePath, list)
    if (node.group) checkGraph(diagram, insideNode(graph, node)!, node.group, `${nodePath}.group.`, list)
  }
  checkEdges(diagram, graph, body, path, list)
  checkLoops(body, path, list)
  checkAnnotations(body, path, list)
}

function checkPorts(ports: readonly GraphPort[] | undefined, path: string, list: ProblemList) {
  const seen = new Set<string>()
  for (const [index, { id }] of (ports ?? []).entries()) {
    if (seen.has(id)) list.error(`${path}[${index}]`, checks.twoPorts({ id: brief(id) }))
    seen.add(id)
  }
}

function checkIds(body: GraphBody, path: string, list: ProblemList) {
  const seen = new Set<string>()
  for (const [index, { id }] of body.nodes.entries()) {
    const where = `${path}nodes[${index}] (${id})`
    if (reservedIds.has(id)) list.error(where, checks.wallId({ id: brief(id) }))
    else if (isTaken(id)) list.error(where, checks.takenId({ id: brief(id) }))
    else if (seen.has(id)) list.error(where, checks.twoNodes({ id: brief(id) }))
    seen.add(id)
  }
}

function checkNode(diagram: Diagram, graph: string, node: DiagramNode, path: string, list: ProblemList) {
  const place = placeIn(graph, node.id)
  const kinds = (['block', 'module', 'group'] as const).filter((kind) => node[kind] !== undefined)
  if (kinds.length === 0) list.error(path, checks.nothingYet(), place)
  if (kinds.length > 1)
    list.error(
      path,
      checks.severalAtOnce({ kinds: kinds.slice(1).reduce<Arg>((a, b) => checks.andA({ a, b }), kinds[0]!) }),
      place,
    )
  if (node.module !== undefined && !own(diagram.modules, node.module)) {
    const names = Object.keys(diagram.modules ?? {})
    list.error(`${path}.module`, checks.noModule({ name: brief(node.module), names: listed(names) }), place)
  }
  if (node.block !== undefined) {
    const block = blockOf(node.block)
    if (!block)
      list.warn(
        `${path}.block`,
        checks.unknownBlock({ block: brief(node.block), meant: meantBlock(node.block) }),
        place,
      )
    else
      for (const { field, message } of unknownParams(block, node.params))
        list.warn(`${path}.params.${field}`, message, place)
  }
}

function checkEdges(diagram: Diagram, graph: string, body: GraphBody, path: string, list: ProblemList) {
  const fed = new Map<string, string>()
  for (const [index, edge] of body.edges.entries()) {
    const where = `${path}edges${elementName(body.edges, index, edge)}`
    const [from, to] = [portAt(diagram, graph, edge.from, 'from'), portAt(diagram, graph, edge.to, 'to')]
    for (const [end, port] of [[edge.from, from] as const, [edge.to, to] as const]) {
      if (port === 'any' || !('missing' in port)) continue
      const node = nodeIn(body, endOf(end).node)
      if (node && hasVaryingPorts(node)) list.warn(where, port.missing)
      else list.error(where, port.missing)
    }
    if (from !== 'any' && 'missing' in from) continue
    if (to !== 'any' && 'missing' in to) continue
    if (fed.has(edge.to))
      list.error(where, checks.twoEdges({ to: brief(edge.to), first: fed.get(edge.to)!, second: edge.from }))
    fed.set(edge.to, edge.from)
    // Where an end may be missing, what meets there is another matter in each variant.
    const isCertain = [edge.from, edge.to].every((end) => !mayBeMissing(nodeIn(body, endOf(end).node)))
    if (isCertain && !kindsMeet(from, to)) {
      const [gives, takes] = [kindsIn(from), kindsIn(to)]
      list.warn(where, checks.kindsDiffer({ from: edge.from, gives, to: edge.to, takes }))
    }
  }
}

/** Whether how often a node stands there depends on symbols, so that it may be no times. */
function mayBeMissing(node: DiagramNode | undefined): boolean {
  const repeat = node?.repeat
  const count = typeof repeat === 'object' ? repeat.count : repeat
  return typeof count === 'string' && symbolsIn(count).size > 0
}

function checkLoops(body: GraphBody, path: string, list: ProblemList) {
  const loop = loopIn(body)
  if (!loop) return
  const shown = loop.length > 12 ? [...loop.slice(0, 8), '…', ...loop.slice(-2)] : loop
  const round = shown.map((id) => plain(id, 40)).join(' → ')
  list.error(`${path}edges`, checks.loop({ round }))
}

/** Ids of nodes that feed each other, the first one again at the end. */
function loopIn(body: GraphBody): readonly string[] | undefined {
  const next = new Map<string, string[]>(body.nodes.map((node) => [node.id, []]))
  for (const edge of body.edges) {
    const [from, to] = [endOf(edge.from).node, endOf(edge.to).node]
    if (next.has(to)) next.get(from)?.push(to)
  }
  return orderByNeed(next).circle
}
