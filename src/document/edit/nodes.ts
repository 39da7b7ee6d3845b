// Nodes come, go, are copied, get other ids.
import { healing, spliceInto } from '../connecting'
import { endOf, endText, touches } from '../ends'
import { isFreeId, uniqueId } from '../ids'
import { bodyAt, nodeAt, nodeIn, placeIn, splitPlace, updateBody } from '../place'
import { own } from '../own'
import type { Diagram, DiagramEdge, DiagramNode, GraphBody, Pin } from '../schema'
import { bounded } from './bounded'
import { follow, mapField, mapList, renamedPath, renamedPlace, type Rename } from './references'
import { setPin } from './view'

export interface At {
  /** Before which node of the list; absent: last. The list is in the order of the data flow. */
  readonly index?: number
  readonly pin?: Pin
}

/** Adds a node; its id comes from `uniqueId`. Nothing happens where the id is not free or the module would contain itself. */
export function addNode(diagram: Diagram, graph: string, node: DiagramNode, at: At = {}): Diagram {
  const body = bodyAt(diagram, graph)
  if (!body || !isFreeId(body, node.id)) return diagram
  if (node.module !== undefined && !own(diagram.modules, node.module)) return diagram
  const added = updateBody(diagram, graph, (each) => ({
    ...each,
    nodes: each.nodes.toSpliced(at.index ?? each.nodes.length, 0, node),
  }))
  return bounded(diagram, at.pin ? setPin(added, placeIn(graph, node.id), at.pin) : added)
}

/** Adds a node in the middle of the edge that ends at `to`. Nothing happens where it does not fit; see `spliceInto`. */
export function addNodeOnEdge(diagram: Diagram, graph: string, node: DiagramNode, to: string, at: At = {}): Diagram {
  const body = bodyAt(diagram, graph)
  const edge = body?.edges.find((each) => each.to === to)
  const ports = edge && spliceInto(diagram, graph, node, edge)
  if (!body || !ports) return diagram
  const target = body.nodes.findIndex((each) => each.id === endOf(to).node)
  const added = addNode(diagram, graph, node, { index: target < 0 ? undefined : target, ...at })
  if (added === diagram) return diagram
  const into = { ...edge, to: endText({ node: node.id, port: ports.input }) }
  const onward = { from: endText({ node: node.id, port: ports.output }), to }
  return updateBody(added, graph, (each) => ({
    ...each,
    edges: each.edges.flatMap((old) => (old === edge ? [into, onward] : [old])),
  }))
}

export interface Removal {
  /** Close the gap in a chain, where kinds allow. */
  readonly heal?: boolean
}

/** Takes nodes away, with their edges and all that points at them or into them. */
export function removeNodes(
  diagram: Diagram,
  graph: string,
  ids: readonly string[],
  { heal = false }: Removal = {},
): Diagram {
  let changed = diagram
  for (const id of new Set(ids)) {
    const node = nodeAt(changed, placeIn(graph, id))
    if (!node) continue
    const before = changed
    changed = updateBody(before, graph, (body) => ({
      ...body,
      nodes: body.nodes.filter((each) => each !== node),
      edges: [...body.edges.filter((edge) => !touches(edge, id)), ...(heal ? healing(before, graph, body, node) : [])],
    }))
  }
  if (changed === diagram) return diagram
  const gone = new Set(ids)
  return follow(diagram, changed, (at, id) => (at === graph && gone.has(id) ? undefined : [id]))
}

/** Gives a node another id; edges, states, pins and everything else that names it follow. */
export function renameId(diagram: Diagram, place: string, id: string): Diagram {
  const { graph, id: old } = splitPlace(place)
  const body = bodyAt(diagram, graph)
  const node = body && nodeIn(body, old)
  if (!body || !node || !isFreeId(body, id)) return diagram
  const end = (text: string) => (endOf(text).node === old ? endText({ node: id, port: endOf(text).port }) : text)
  const renamed = updateBody(diagram, graph, (each) => ({
    ...each,
    nodes: each.nodes.map((other) => (other === node ? { ...node, id } : other)),
    edges: each.edges.map((edge) => (touches(edge, old) ? { ...edge, from: end(edge.from), to: end(edge.to) } : edge)),
  }))
  return follow(diagram, renamed, (at, each) => [at === graph && each === old ? id : each])
}

/** The ids that copies of nodes get. */
export function copyNames(body: GraphBody, ids: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const id of ids) names.set(id, uniqueId(body, id, new Set(names.values())))
  return names
}

/**
 * Copies nodes within their graph, with the edges among them and what is said about them in phases. `names` says what the
 * copies are called; a copy of a pinned node stands a little beside it.
 */
export function duplicateNodes(diagram: Diagram, graph: string, names: ReadonlyMap<string, string>): Diagram {
  const body = bodyAt(diagram, graph)
  const originals = body?.nodes.filter((node) => names.has(node.id)) ?? []
  if (!body || originals.length === 0 || !areFree(body, originals, names)) return diagram
  const copyEnd = (text: string) => ({ ...endOf(text), node: names.get(endOf(text).node) })
  const edges = body.edges.flatMap((edge): DiagramEdge[] => {
    const [from, to] = [copyEnd(edge.from), copyEnd(edge.to)]
    if (from.node === undefined || to.node === undefined) return []
    return [{ ...edge, from: `${from.node}.${from.port}`, to: `${to.node}.${to.port}` }]
  })
  const last = body.nodes.lastIndexOf(originals.at(-1)!)
  const copies = originals.map((node) => ({ ...node, id: names.get(node.id)! }))
  const copied = updateBody(diagram, graph, (each) => ({
    ...each,
    nodes: each.nodes.toSpliced(last + 1, 0, ...copies),
    edges: [...each.edges, ...edges],
  }))
  return bounded(
    diagram,
    copyReferences(diagram, copied, (at, id) => [(at === graph && names.get(id)) || id]),
  )
}

function areFree(body: GraphBody, originals: readonly DiagramNode[], names: ReadonlyMap<string, string>): boolean {
  const copies = originals.map((node) => names.get(node.id)!)
  return new Set(copies).size === copies.length && copies.every((id) => isFreeId(body, id))
}

const beside = 24

function copyReferences(before: Diagram, after: Diagram, rename: Rename): Diagram {
  const withCopies = <T>(
    record: Record<string, T>,
    nameOf: (name: string) => string | undefined,
    copy: (value: T) => T,
  ) => {
    const copies = Object.entries(record).flatMap(([name, value]) => {
      const other = nameOf(name)
      return other === undefined || other === name ? [] : [[other, copy(value)] as const]
    })
    return copies.length === 0 ? record : { ...record, ...Object.fromEntries(copies) }
  }
  const path = (each: string) => renamedPath(before, each, rename)
  const place = (each: string) => renamedPlace(before, each, rename)
  const states = mapField(after, 'phases', (phases) =>
    mapList(phases, (phase) => mapField(phase, 'states', (record) => withCopies(record, path, (state) => state))),
  )
  return mapField(states, 'view', (view) => {
    const open = mapField(view, 'unfolded', (list) => {
      const copies = list.flatMap((each) => path(each) ?? []).filter((each) => !list.includes(each))
      return copies.length === 0 ? list : [...list, ...copies]
    })
    return mapField(open, 'pins', (pins) =>
      withCopies(pins, place, (pin) => ({ ...pin, x: pin.x + beside, y: pin.y + beside })),
    )
  })
}
