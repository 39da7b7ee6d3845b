// Several nodes into one group and out of it again, without loss.
import { blockOf } from '../../blocks'
import { leadsTo } from '../connecting'
import { endOf, endText } from '../ends'
import { isFreeId, uniqueId, uniqueIn } from '../ids'
import { own } from '../own'
import { bodyAt, nodeIn, placeIn, placeOf, splitPlace, updateBody } from '../place'
import { portAt } from '../ports'
import type { Diagram, DiagramEdge, DiagramNode, GraphBody, GraphPort, Group, Words } from '../schema'
import { follow, mapField, mapList } from './references'
import { pathIn } from '../../shared/path'

/** Why these nodes cannot be one group: they are not of this graph, or what lies between them would feed it and be fed by it. */
export function whyNotGroup(
  diagram: Diagram,
  graph: string,
  ids: readonly string[],
): 'elsewhere' | 'between' | undefined {
  const body = bodyAt(diagram, graph)
  if (!body || ids.length === 0 || ids.some((id) => !nodeIn(body, id))) return 'elsewhere'
  const inside = new Set(ids)
  const outside = body.edges.filter((edge) => !inside.has(endOf(edge.from).node) || !inside.has(endOf(edge.to).node))
  const isBetween = body.nodes.some(
    (node) =>
      !inside.has(node.id) &&
      ids.some((id) => leadsTo(outside, id, node.id)) &&
      ids.some((id) => leadsTo(outside, node.id, id)),
  )
  return isBetween ? 'between' : undefined
}

/** Puts nodes into a new group; edges that cross its wall get ports. Nothing happens where `whyNotGroup` says why. */
export function moveIntoGroup(
  diagram: Diagram,
  graph: string,
  ids: readonly string[],
  groupId: string,
  label?: Words,
): Diagram {
  const body = bodyAt(diagram, graph)
  if (!body || whyNotGroup(diagram, graph, ids) !== undefined || !isFreeId(body, groupId)) return diagram
  const inside = new Set(ids)
  const nodes = body.nodes.filter((node) => inside.has(node.id))
  const { group, edges } = wall(diagram, graph, body, inside, groupId, nodes)
  const node: DiagramNode = { id: groupId, ...(label !== undefined && { label }), group }
  const first = body.nodes.indexOf(nodes[0]!)
  const grouped = updateBody(diagram, graph, (each) => ({
    ...each,
    nodes: each.nodes.flatMap((other, index) => (index === first ? [node] : inside.has(other.id) ? [] : [other])),
    edges,
  }))
  const followed = follow(diagram, grouped, (at, id) => (at === graph && inside.has(id) ? [groupId, id] : [id]))
  return shiftInto(followed, placeIn(graph, groupId))
}

/** Sorts a graph's edges into those that stay outside and those inside, with a port for each value that passes the wall. */
function wall(
  diagram: Diagram,
  graph: string,
  body: GraphBody,
  inside: ReadonlySet<string>,
  groupId: string,
  nodes: DiagramNode[],
) {
  const group: Group & { inputs: GraphPort[]; outputs: GraphPort[] } = { inputs: [], outputs: [], nodes, edges: [] }
  const edges: DiagramEdge[] = []
  const ports = new Map<string, string>()
  const isInside = (text: string) => inside.has(endOf(text).node)
  const takers = (from: string) => body.edges.filter((edge) => edge.from === from && isInside(edge.to))
  for (const edge of body.edges) {
    const [from, to] = [isInside(edge.from), isInside(edge.to)]
    if (from === to) (from ? group.edges : edges).push(edge)
    else if (to) {
      // What is written on an edge stays outside where it is the only one, and is seen when the group is closed.
      const only = takers(edge.from).length === 1
      let port = ports.get(edge.from)
      if (port === undefined) {
        const id = uniqueIn(group.inputs, endOf(edge.to).port)
        ports.set(edge.from, (port = id))
        group.inputs.push(portFor(diagram, graph, id, edge.from, takers(edge.from)))
        edges.push({ ...(only && edge), from: edge.from, to: `${groupId}.${port}` })
      }
      group.edges.push({ ...(!only && edge), from: `in.${port}`, to: edge.to })
    } else {
      let port = ports.get(edge.from)
      if (port === undefined) {
        ports.set(edge.from, (port = uniqueIn(group.outputs, endOf(edge.from).port)))
        group.outputs.push(portFor(diagram, graph, port, edge.from, []))
        group.edges.push({ from: edge.from, to: `out.${port}` })
      }
      edges.push({ ...edge, from: `${groupId}.${port}` })
    }
  }
  return { group, edges }
}

/** On the side where all that take it take it from the side. */
function portFor(diagram: Diagram, graph: string, id: string, from: string, takers: readonly DiagramEdge[]): GraphPort {
  const source = portAt(diagram, graph, from, 'from')
  const kinds = source === 'any' || 'missing' in source ? undefined : source.kinds
  const inputs = takers.map((edge) => portAt(diagram, graph, edge.to, 'to'))
  const side = inputs.length > 0 && inputs.every((port) => port !== 'any' && !('missing' in port) && port.side)
  return { id, ...(kinds?.length === 1 && { kind: kinds[0] }), ...(side && { side }) }
}

/** Pins count from the top left of their graph: the group takes the place, and what is in it counts from there. */
function shiftInto(diagram: Diagram, place: string): Diagram {
  const inner = Object.entries(diagram.view?.pins ?? {}).filter(([each]) => splitPlace(each).graph === place)
  if (inner.length === 0) return diagram
  const x = Math.min(...inner.map(([, pin]) => pin.x))
  const y = Math.min(...inner.map(([, pin]) => pin.y))
  const shifted = inner.map(([each, pin]) => [each, { ...pin, x: pin.x - x, y: pin.y - y }] as const)
  return withPins(diagram, { ...diagram.view!.pins, ...Object.fromEntries(shifted), [place]: { x, y } })
}

function withPins(diagram: Diagram, pins: NonNullable<NonNullable<Diagram['view']>['pins']>): Diagram {
  return { ...diagram, view: { ...diagram.view, pins } }
}

/** Why it cannot be taken apart: it is no group, what is in it would stand once, or it has no weights of its own. */
export function whyNotUngroup(diagram: Diagram, place: string): 'noGroup' | 'repeated' | 'tied' | undefined {
  const { graph, id } = splitPlace(place)
  const body = bodyAt(diagram, graph)
  const node = body && nodeIn(body, id)
  if (!node?.group) return 'noGroup'
  if (node.repeat !== undefined) return 'repeated'
  return node.tied === undefined ? undefined : 'tied'
}

/** Puts what is in a group where the group is. Nothing happens where `whyNotUngroup` says why. */
export function ungroup(diagram: Diagram, place: string): Diagram {
  if (whyNotUngroup(diagram, place) !== undefined) return diagram
  const { graph, id } = splitPlace(place)
  const body = bodyAt(diagram, graph)!
  const node = nodeIn(body, id)!
  const group = node.group!
  const names = outerNames(body, node, group)
  const said = pushDown(diagram, place, node)
  const ungrouped = updateBody(said, graph, (each) => ({
    ...each,
    nodes: each.nodes.flatMap((other) =>
      other.id === id
        ? nodeIn(each, id)!.group!.nodes.map((inner) => ({ ...inner, id: names.get(inner.id)! }))
        : [other],
    ),
    edges: joined(each, id, group, names),
  }))
  const offset = own(diagram.view?.pins, place) ?? { x: 0, y: 0 }
  const shifted = mapField(ungrouped, 'view', (view) =>
    mapField(view, 'pins', (pins) =>
      Object.fromEntries(
        Object.entries(pins).map(([each, pin]) => [
          each,
          splitPlace(each).graph === place ? { ...pin, x: pin.x + offset.x, y: pin.y + offset.y } : pin,
        ]),
      ),
    ),
  )
  return follow(diagram, shifted, (at, each) => {
    if (at === graph && each === id) return []
    return [at === place ? names.get(each)! : each]
  })
}

/** What the nodes of a group are called outside, where others may have their ids. */
function outerNames(body: GraphBody, node: DiagramNode, group: Group): ReadonlyMap<string, string> {
  const rest = { ...body, nodes: body.nodes.filter((each) => each !== node) }
  const names = new Map<string, string>()
  const wished = new Set(group.nodes.map((inner) => inner.id))
  for (const { id } of group.nodes)
    names.set(id, isFreeId(rest, id) ? id : uniqueId(rest, id, new Set([...names.values(), ...wished])))
  return names
}

/** The edges of a graph with those of a group in it joined at the group's wall. */
function joined(body: GraphBody, id: string, group: Group, names: ReadonlyMap<string, string>): DiagramEdge[] {
  const outer = (text: string) => endText({ ...endOf(text), node: names.get(endOf(text).node)! })
  const into = new Map(
    body.edges.flatMap((edge) => (endOf(edge.to).node === id ? [[endOf(edge.to).port, edge] as const] : [])),
  )
  const outOf = new Map(
    group.edges.flatMap((edge) => (endOf(edge.to).node === 'out' ? [[endOf(edge.to).port, edge] as const] : [])),
  )
  /** The edge that feeds a port of the group's inside, from outside. */
  const fromWall = (edge: DiagramEdge): DiagramEdge[] => {
    const outside = into.get(endOf(edge.from).port)
    return outside ? [{ ...outside, ...edge, from: outside.from }] : []
  }
  const inner = group.edges.flatMap((edge): DiagramEdge[] => {
    if (endOf(edge.to).node === 'out') return []
    const named = { ...edge, to: outer(edge.to) }
    return endOf(edge.from).node === 'in' ? fromWall(named) : [{ ...named, from: outer(edge.from) }]
  })
  const rest = body.edges.flatMap((edge): DiagramEdge[] => {
    if (endOf(edge.to).node === id) return []
    if (endOf(edge.from).node !== id) return [edge]
    const inside = outOf.get(endOf(edge.from).port)
    if (!inside) return []
    const through = { ...inside, ...edge }
    return endOf(inside.from).node === 'in'
      ? fromWall({ ...through, from: inside.from })
      : [{ ...through, from: outer(inside.from) }]
  })
  return [...rest, ...inner]
}

/** What the group states holds for its nodes, which say it themselves from now on. */
function pushDown(diagram: Diagram, place: string, node: DiagramNode): Diagram {
  const hasWeights = (inner: DiagramNode) => inner.block === undefined || blockOf(inner.block)?.weights !== undefined
  const said = updateBody(diagram, place, (group) => {
    const nodes = mapList(group.nodes, (inner) => {
      if (!hasWeights(inner)) return inner
      const state = inner.state ?? node.state
      const init = inner.init ?? node.init
      if (state === inner.state && init === inner.init) return inner
      return { ...inner, ...(state !== undefined && { state }), ...(init !== undefined && { init }) }
    })
    return nodes === group.nodes ? group : { ...group, nodes }
  })
  const { group } = node
  return mapField(said, 'phases', (phases) =>
    mapList(phases, (phase) =>
      mapField(phase, 'states', (states) => {
        const more: Record<string, NonNullable<typeof phase.states>[string]> = {}
        for (const [path, state] of Object.entries(states)) {
          if (placeOf(diagram, path) !== place) continue
          for (const inner of group!.nodes) {
            const here = pathIn(path, inner.id)
            if (
              state === 'absent' ||
              (hasWeights(inner) && inner.state === undefined && own(states, here) === undefined)
            )
              more[here] = state
          }
        }
        return Object.keys(more).length > 0 ? { ...states, ...more } : states
      }),
    ),
  )
}
