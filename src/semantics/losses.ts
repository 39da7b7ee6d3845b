// Where gradients begin: the losses that nothing in the diagram goes on to use, looked for through the walls of modules
// and groups. A phase that leaves out the losses together with other parts, such as the pretraining of one encoder, has an
// objective that is not drawn: it begins at what only absent parts would use.
import { wiringOf } from './bodies'
import { noPorts, portsKey, type Ports } from './ports'
import { isPassedBy, passedInto, threadedPorts, type Tree, type TreeNode } from './tree'

interface Use {
  /** The level's own inputs of which something is made. */
  readonly ins: Ports
  /** By node id: the outputs that are used. */
  readonly outs: ReadonlyMap<string, Ports>
}

/** `path.port` of each loss that is the end of its line. */
export function lossesIn(root: Tree, isPartial: boolean): ReadonlySet<string> {
  const known = new Map<Tree, Map<string, Use>>()
  const found = new Set<string>()
  const open = new Set<string>()
  collect(root, noPorts)
  return found.size || !isPartial ? found : open

  function collect(level: Tree, used: Ports): void {
    const { outs } = usesIn(level, used)
    for (const [id, item] of level.nodes) {
      if (isPassedBy(item)) continue
      const usedOuts = outs.get(id) ?? noPorts
      // Of a stack the last copy decides: what it hands out unused is an end, although the copies before hand theirs on.
      if (item.inside) collect(item.inside, usedOuts)
      else
        for (const [port, tensor] of Object.entries(item.inference.outputs))
          if (tensor && !usedOuts.has(port)) (tensor.kind === 'loss' ? found : open).add(`${item.path}.${port}`)
    }
  }

  function usesIn(level: Tree, used: Ports): Use {
    const ofLevel = known.get(level) ?? new Map<string, Use>()
    known.set(level, ofLevel)
    const key = portsKey(used)
    let use = ofLevel.get(key)
    if (!use) ofLevel.set(key, (use = walk(level, used)))
    return use
  }

  function walk(level: Tree, used: Ports): Use {
    const wiring = wiringOf(level.body)
    const outs = new Map<string, Set<string>>()
    const take = (id: string, isTaken: (port: string) => boolean) => {
      for (const [port, edge] of wiring.into.get(id) ?? []) {
        const { from } = wiring.ends[edge]!
        if (!isTaken(port)) continue
        const ports = outs.get(from.node)
        if (ports) ports.add(from.port)
        else outs.set(from.node, new Set([from.port]))
      }
    }
    take('out', (port) => used.has(port))
    for (const id of level.inference.order.toReversed()) {
      const item = level.nodes.get(id)
      if (!item) continue
      const usedOuts = outs.get(id) ?? noPorts
      const ins = isPassedBy(item)
        ? passedInto(item, usedOuts)
        : item.inside && usesIn(item.inside, usedInside(item, usedOuts)).ins
      take(id, (port) => ins?.has(port) ?? true)
    }
    return { ins: outs.get('in') ?? noPorts, outs }
  }

  /** Between the copies of a stack an output is used by the copy after. */
  function usedInside(item: TreeNode, used: Ports): Ports {
    const threaded = threadedPorts(item)
    if (!item.inside || !threaded.size) return used
    const { ins } = usesIn(item.inside, used)
    return new Set([...used, ...[...ins].filter((port) => threaded.has(port))])
  }
}
