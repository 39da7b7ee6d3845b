// The order of nodes in their list, which the layout keeps to where the data flow leaves it a choice.
import { updateBody } from '../place'
import type { Diagram, DiagramNode } from '../schema'

export type Move = 'earlier' | 'later' | 'first' | 'last'

/** Moves nodes of one graph; among themselves they keep their order. */
export function moveInOrder(diagram: Diagram, graph: string, ids: readonly string[], move: Move): Diagram {
  const wanted = new Set(ids)
  return updateBody(diagram, graph, (body) => {
    const nodes = moved(body.nodes, (node) => wanted.has(node.id), move)
    return nodes.every((node, index) => node === body.nodes[index]) ? body : { ...body, nodes }
  })
}

function moved(nodes: readonly DiagramNode[], isWanted: (node: DiagramNode) => boolean, move: Move): DiagramNode[] {
  if (move === 'first' || move === 'last') {
    const [chosen, rest] = [nodes.filter(isWanted), nodes.filter((node) => !isWanted(node))]
    return move === 'first' ? [...chosen, ...rest] : [...rest, ...chosen]
  }
  // Each changes places with the neighbour that does not move itself.
  const list = move === 'later' ? nodes.toReversed() : [...nodes]
  for (let index = 1; index < list.length; index++) {
    const [before, here] = [list[index - 1]!, list[index]!]
    if (isWanted(here) && !isWanted(before)) [list[index - 1], list[index]] = [here, before]
  }
  return move === 'later' ? list.reverse() : list
}
