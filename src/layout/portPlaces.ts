// Where the ports of a closed box lie on its wall, once it is known in which order lines arrive: the main one in the
// middle, opposite the output, so that the main line runs straight through the box.
import type { Flow, Placed } from './flow'
import type { Ranks } from './spine'
import { arrivalsAt, isBalanced } from './spine'

/** Distance from the top by `node\nport`, for those ports that move. */
export function recentred(flow: Flow, placed: Placed, ranks: Ranks): Map<string, number> {
  const result = new Map<string, number>()
  for (const node of flow.nodes) {
    if (node.fixed) continue
    // ELK rounds, and half a pixel is enough to make a line step.
    for (const side of ['start', 'end'] as const) {
      const ports = node.ports.filter((port) => port.side === side)
      if (ports.length === 1) result.set(`${node.id}\n${ports[0]!.id}`, node.height / 2)
    }
    if (node.sign) continue
    const arrivals = arrivalsAt(flow, node, ranks)
    if (arrivals.length < 2) continue
    const top = placed.nodes.get(node.id)!.y
    const yOf = new Map(arrivals.map((edge) => [edge.to.port, placed.routes.get(edge.id)!.points.at(-1)!.y - top]))
    const order = [...yOf].sort((a, b) => a[1] - b[1]).map(([port]) => port)
    if (isBalanced(flow, arrivals[0]!, ranks)) {
      order.forEach((port, index) =>
        result.set(`${node.id}\n${port}`, (node.height * (index + 1)) / (order.length + 1)),
      )
      continue
    }
    const main = order.indexOf(arrivals[0]!.to.port)
    order.forEach((port, index) => {
      const middle = node.height / 2
      const share = index < main ? (index + 1) / (main + 1) : (index - main) / (order.length - main)
      const at = index === main ? middle : index < main ? middle * share : middle + middle * share
      result.set(`${node.id}\n${port}`, at)
    })
  }
  return result
}
