// Edits of edges. An edge is known by where it ends, because an input takes one.
import { canConnect } from '../connecting'
import { bodyAt, updateBody } from '../place'
import type { Diagram, DiagramEdge } from '../schema'

/** Draws an edge. An edge that ended there before goes; nothing happens where `canConnect` says why not. */
export function connect(diagram: Diagram, graph: string, from: string, to: string): Diagram {
  if (canConnect(diagram, graph, from, to) !== undefined) return diagram
  return updateBody(diagram, graph, (body) => {
    const index = body.edges.findIndex((edge) => edge.to === to)
    if (index < 0) return { ...body, edges: [...body.edges, { from, to }] }
    if (body.edges[index]!.from === from) return body
    return { ...body, edges: body.edges.with(index, { from, to }) }
  })
}

/** Takes away the edge that ends at an input. */
export function disconnect(diagram: Diagram, graph: string, to: string): Diagram {
  return updateBody(diagram, graph, (body) => {
    const edges = body.edges.filter((edge) => edge.to !== to)
    return edges.length === body.edges.length ? body : { ...body, edges }
  })
}

export function edgeInto(diagram: Diagram, graph: string, to: string): DiagramEdge | undefined {
  return bodyAt(diagram, graph)?.edges.find((edge) => edge.to === to)
}

/** Moves one end of the edge that ends at `to`, or both. What is written on it stays. */
export function reconnect(
  diagram: Diagram,
  graph: string,
  to: string,
  ends: { readonly from?: string; readonly to?: string },
): Diagram {
  const edge = edgeInto(diagram, graph, to)
  if (!edge) return diagram
  const moved = { ...edge, from: ends.from ?? edge.from, to: ends.to ?? edge.to }
  if (moved.from === edge.from && moved.to === edge.to) return diagram
  const without = disconnect(diagram, graph, to)
  if (canConnect(without, graph, moved.from, moved.to) !== undefined) return diagram
  return updateBody(diagram, graph, (body) => ({
    ...body,
    edges: body.edges
      .filter((each) => each === edge || each.to !== moved.to)
      .map((each) => (each === edge ? moved : each)),
  }))
}

/** Changes what is written on an edge: its label, whether it shows its shape. */
export function setEdge(
  diagram: Diagram,
  graph: string,
  to: string,
  fields: Partial<Pick<DiagramEdge, 'label' | 'shape'>>,
): Diagram {
  return updateBody(diagram, graph, (body) => {
    const index = body.edges.findIndex((edge) => edge.to === to)
    const edge = body.edges[index]
    if (!edge || Object.entries(fields).every(([name, value]) => edge[name] === value)) return body
    const changed = Object.fromEntries(
      Object.entries({ ...edge, ...fields }).filter(([, value]) => value !== undefined),
    )
    return { ...body, edges: body.edges.with(index, changed as DiagramEdge) } // Both ends are still there.
  })
}
