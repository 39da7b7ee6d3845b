// Where gradients begin: the losses that nothing in the diagram goes on to use, looked for through the walls of modules
// and groups. A phase that leaves out the losses together with other parts, such as the pretraining of one encoder, has an
// objective that is not drawn: it begins at what only absent parts would use.
import { wiringOf } from './bodies'
import { once } from './once'
import { noPorts, portsKey, withPort, type Ports } from './ports'
import { isPassedBy, passedInto, threadedPorts, type Tree, type TreeNode } from './tree'

interface Use {
  /** The level's own inputs of which something is made. */
  readonly ins: Ports
  /** By node id: the outputs that are used. */
  readonly outs: ReadonlyMap<string, Ports>
}

/** `path.port` of what nothing goes on to use, losses and others. */
interface Ends {
  readonly losses: readonly string[]
  readonly others: readonly string[]
}

// Kept for as long as the levels live, like all that is found out about them.
const uses = new WeakMap<Tree, Map<string, Use>>()
const ends = new WeakMap<Tree, Map<string, Ends>>()

/** `path.port` of each loss that is the end of its line. */
export function lossesIn(root: Tree, isPartial: boolean): ReadonlySet<string> {
  const { losses, others } = endsIn(root, noPorts)
  return new Set(losses.length || !isPartial ? losses : others)
}

function endsIn(level: Tree, used: Ports): Ends {
  return once(ends, level, portsKey(used), () => {
    const { outs } = usesIn(level, used)
    const [losses, others]: [string[], string[]] = [[], []]
    for (const [id, item] of level.nodes) {
      if (isPassedBy(item)) continue
      const usedOuts = outs.get(id) ?? noPorts
      if (item.inside) {
        // Of a stack the last copy decides: what it hands out unused is an end, although those before hand theirs on.
        const inner = endsIn(item.inside, usedOuts)
        losses.push(...inner.losses)
        others.push(...inner.others)
      } else
        for (const [port, tensor] of Object.entries(item.inference.outputs))
          if (tensor && !usedOuts.has(port)) (tensor.kind === 'loss' ? losses : others).push(`${item.path}.${port}`)
    }
    return { losses, others }
  })
}

function usesIn(level: Tree, used: Ports): Use {
  return once(uses, level, portsKey(used), () => {
    const wiring = wiringOf(level.body)
    const outs = new Map<string, Ports>()
    const take = (id: string, isTaken: (port: string) => boolean) => {
      for (const [port, edge] of wiring.into.get(id) ?? []) {
        const { from } = wiring.ends[edge]!
        if (!isTaken(port)) continue
        outs.set(from.node, withPort(outs.get(from.node) ?? noPorts, from.port))
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
  })
}

/** Between the copies of a stack an output is used by the copy after. */
function usedInside(item: TreeNode, used: Ports): Ports {
  const threaded = threadedPorts(item)
  if (!item.inside || !threaded.size) return used
  const { ins } = usesIn(item.inside, used)
  return new Set([...used, ...[...ins].filter((port) => threaded.has(port))])
}
