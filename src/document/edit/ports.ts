// The ports of groups and modules, by which they are entered and left.
import { endOf } from '../ends'
import { usesOf } from '../instances'
import { isId } from '../idPattern'
import type { Diagram, DiagramEdge, GraphPort } from '../schema'
import { isTaken } from '../own'
import { bodyAt, moduleOf, splitPlace, updateBody } from '../place'

export type Side = 'inputs' | 'outputs'

/** `graph` is the place of the inside; its id comes from `uniqueIn`. The root has no ports. */
export function addPort(diagram: Diagram, graph: string, side: Side, port: GraphPort): Diagram {
  return updateBody(diagram, graph, (body) => {
    if (graph === '' || !isFreePort(body[side], port.id)) return body
    return { ...body, [side]: [...(body[side] ?? []), port] }
  })
}

function isFreePort(ports: readonly GraphPort[] | undefined, id: string): boolean {
  return isId(id) && !isTaken(id) && !ports?.some((port) => port.id === id)
}

/** Changes what a port says of itself; fields that are given as undefined go. */
export function setPort(
  diagram: Diagram,
  graph: string,
  side: Side,
  id: string,
  fields: Partial<Pick<GraphPort, 'label' | 'kind' | 'modality' | 'optional' | 'side'>>,
): Diagram {
  return updateBody(diagram, graph, (body) => {
    const index = body[side]?.findIndex((port) => port.id === id) ?? -1
    const port = body[side]?.[index]
    if (graph === '' || !port || Object.entries(fields).every(([name, value]) => port[name] === value)) return body
    const changed = Object.entries({ ...port, ...fields }).filter(([, value]) => value !== undefined)
    return { ...body, [side]: body[side]!.with(index, Object.fromEntries(changed) as GraphPort) } // The id is there still.
  })
}

/** Takes a port away, with the edges on both sides of the wall, at every instance. */
export function removePort(diagram: Diagram, graph: string, side: Side, id: string): Diagram {
  return changePort(diagram, graph, side, id, undefined)
}

/** Edges on both sides of the wall follow, at every instance. */
export function renamePort(diagram: Diagram, graph: string, side: Side, id: string, now: string): Diagram {
  return isFreePort(bodyAt(diagram, graph)?.[side], now) ? changePort(diagram, graph, side, id, now) : diagram
}

function changePort(diagram: Diagram, graph: string, side: Side, id: string, now: string | undefined): Diagram {
  if (graph === '' || !bodyAt(diagram, graph)?.[side]?.some((port) => port.id === id)) return diagram
  // An input begins edges inside and ends them outside; an output the other way round.
  const [inside, outside] = side === 'inputs' ? (['from', 'to'] as const) : (['to', 'from'] as const)
  const wall = side === 'inputs' ? 'in' : 'out'
  let changed = updateBody(diagram, graph, (body) => ({
    ...body,
    [side]: body[side]!.flatMap((port) => (port.id !== id ? [port] : now === undefined ? [] : [{ ...port, id: now }])),
    edges: body.edges.flatMap((edge) => changeEnd(edge, inside, wall, id, now)),
  }))
  for (const holder of holdersOf(diagram, graph))
    changed = updateBody(changed, holder.graph, (body) => ({
      ...body,
      edges: body.edges.flatMap((edge) => changeEnd(edge, outside, holder.id, id, now)),
    }))
  return changed
}

function changeEnd(
  edge: DiagramEdge,
  end: 'from' | 'to',
  node: string,
  port: string,
  now: string | undefined,
): DiagramEdge[] {
  const at = endOf(edge[end])
  if (at.node !== node || at.port !== port) return [edge]
  return now === undefined ? [] : [{ ...edge, [end]: `${node}.${now}` }]
}

/** The nodes whose inside the graph is, as they are written. */
function holdersOf(diagram: Diagram, graph: string): { readonly graph: string; readonly id: string }[] {
  const module = moduleOf(graph)
  if (module === undefined || graph.length > module.length + 1) return [splitPlace(graph)]
  return (usesOf(diagram).get(module) ?? []).map((use) => ({ graph: use.graph, id: use.node.id }))
}
