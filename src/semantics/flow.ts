// Where gradients go, as autograd has it: a value needs a gradient when something trainable lies upstream, a gradient
// reaches it when a loss lies downstream, and an edge carries one when both hold. The copies of a repeat may differ: the
// first of a stack has nothing trainable before it, and what only the last hands out reaches the others by their threads.
import { endOf } from '../document/ends'
import { wiringOf } from './bodies'
import { follow, meetings, stateOf, type Sequence } from './copies'
import { integer, type Evaluate } from './integer'
import { lossesIn } from './losses'
import { once } from './once'
import { noPorts, portsKey, portsOf, withPort, type Ports } from './ports'
import { isPassedBy, passedFrom, passedInto, threadedPorts, type Tree, type TreeNode } from './tree'
import { idOf, idsOf, isInside, parentOf } from '../shared/path'
import { edgeId } from '../shared/edgeId'

export interface NodeFlow {
  /** Runs, all copies together, in which the gradient of the weights is computed. */
  readonly weightRuns: bigint
  /** Runs in which the gradient of some input is computed. */
  readonly inputRuns: bigint
  /** The runs that a gradient reaches, by the inputs that want one, too. */
  readonly passes: readonly { readonly needs: Ports; readonly runs: bigint }[]
}

export interface Flow {
  readonly level: LevelFlow
  /** Of the node at a path; undefined unless it is a block that a gradient reaches. */
  at(path: string): NodeFlow | undefined
  /** `path#from>to` of the edges that carry a gradient. */
  readonly edges: ReadonlySet<string>
  /** False when the diagram has no loss, so nothing is trained in it. */
  readonly hasLoss: boolean
}

/** Of one graph, by node id; the same object again as long as nothing in it changes. */
export interface LevelFlow {
  readonly nodes: ReadonlyMap<string, NodeFlow>
  readonly inside: ReadonlyMap<string, LevelFlow>
  /** Edges that carry a gradient, by their place in the list. */
  readonly edges: readonly number[]
}

/** A graph on the way forward, for some inputs that need a gradient. */
interface Need {
  readonly stamp: number
  readonly given: Ports
  /** By node id: what the node needs and gives, copy after copy. */
  readonly nodes: ReadonlyMap<string, Sequence<NeedOfCopy>>
  /** By node id: the outputs, after all copies, that need a gradient. */
  readonly outs: ReadonlyMap<string, Ports>
}

interface NeedOfCopy {
  readonly ins: Ports
  readonly outs: Ports
  readonly inside?: Need
}

/** A graph on the way back, for some outputs that a gradient reaches. */
interface Reach {
  readonly stamp: number
  readonly nodes: ReadonlyMap<string, Sequence<ReachOfCopy>>
  readonly edges: ReadonlySet<number>
  readonly ins: Ports
}

/** From the last copy to the first. */
interface ReachOfCopy {
  readonly outs: Ports
  readonly ins: Ports
  readonly inside?: Reach
}

/** Runs of a graph in which the same values need a gradient and are reached by one. */
interface Pass {
  readonly need: Need
  readonly reach: Reach
  readonly runs: bigint
}

interface Met {
  readonly ahead: NeedOfCopy
  readonly back: ReachOfCopy
  readonly runs: bigint
}

// Kept for as long as the levels live. Only what is on the way back depends on more: on where losses are.
const needs = new WeakMap<Tree, Map<string, Need>>()
const reaches = new WeakMap<Tree, Map<string, Reach>>()
const flows = new WeakMap<Tree, Map<string, LevelFlow>>()
let nextStamp = 1

/** `isPartial`: see `lossesIn`. */
export function flowOf(tree: Tree, evaluate: Evaluate, isPartial: boolean): Flow {
  const losses = lossesIn(tree, isPartial)
  const whole = losses.size ? [{ need: needIn(tree, noPorts), reach: reachIn(tree, noPorts), runs: 1n }] : []
  const level = count(tree, whole)
  let edges: ReadonlySet<string> | undefined
  return {
    level,
    at: (path) => flowAt(level, path),
    get edges() {
      return (edges ??= new Set(edgesOf(tree, level)))
    },
    hasLoss: losses.size > 0,
  }

  function needIn(level: Tree, given: Ports): Need {
    return once(needs, level, portsKey(given), () => {
      const nodes = new Map<string, Sequence<NeedOfCopy>>()
      const outs = new Map<string, Ports>()
      const need = { stamp: nextStamp++, given, nodes, outs }
      for (const id of level.inference.order) {
        const item = level.nodes.get(id)
        if (!item) continue
        const ins = needyInputs(level, need, id)
        const copies = isPassedBy(item) ? undefined : needOfCopies(item, ins)
        if (copies) need.nodes.set(id, copies)
        need.outs.set(id, copies ? outOfCopies(item, copies) : passedFrom(item, ins))
      }
      return need
    })
  }

  function needOfCopies(item: TreeNode, ins: Ports): Sequence<NeedOfCopy> {
    const threaded = threadedPorts(item)
    const copy = (given: Ports): NeedOfCopy => {
      if (!item.inside) return { ins: given, outs: isNeedy(item, given) ? item.inference.gives : noPorts }
      const inside = needIn(item.inside, given)
      return { ins: given, outs: needyInputs(item.inside, inside, 'out'), inside }
    }
    if (!threaded.size) return { states: [copy(ins)], loop: 0 }
    const next = ({ outs }: NeedOfCopy) => copy(handedOn(threaded, outs, ins))
    return follow(copiesOf(item), copy(ins), next, (state) => portsKey(state.ins))
  }

  /** What is threaded leaves from the last copy, anything else from all of them. */
  function outOfCopies(item: TreeNode, copies: Sequence<NeedOfCopy>): Ports {
    if (copies.states.length === 1) return copies.states[0]!.outs
    const last = stateOf(copies, copiesOf(item) - 1n)
    return handedOn(threadedPorts(item), last.outs, union(copies.states.map((state) => state.outs)))
  }

  function reachIn(level: Tree, reachedOut: Ports): Reach {
    const inner = [...losses].filter((loss) => isInside(loss, level.path))
    return once(reaches, level, `${portsKey(reachedOut)}|${inner.join()}`, () => {
      const wiring = wiringOf(level.body)
      const reached = new Map<string, Ports>()
      const begun = portsByNode(level, inner)
      const found = { stamp: nextStamp++, nodes: new Map<string, Sequence<ReachOfCopy>>(), edges: new Set<number>() }
      const arrive = (id: string, ports: Ports) => {
        if (!ports.size) return
        for (const [port, edge] of wiring.into.get(id) ?? []) {
          if (!ports.has(port)) continue
          const { from } = wiring.ends[edge]!
          reached.set(from.node, withPort(reached.get(from.node) ?? noPorts, from.port))
          found.edges.add(edge)
        }
      }
      arrive('out', reachedOut)
      for (const id of level.inference.order.toReversed()) {
        const item = level.nodes.get(id)
        if (!item) continue
        let outs = reached.get(id) ?? noPorts
        if (isPassedBy(item)) arrive(id, passedInto(item, outs))
        else {
          for (const port of begun.get(id) ?? []) outs = withPort(outs, port)
          const copies = reachOfCopies(item, outs)
          found.nodes.set(id, copies)
          arrive(id, intoCopies(item, copies))
        }
      }
      return { ...found, ins: reached.get('in') ?? noPorts }
    })
  }

  function reachOfCopies(item: TreeNode, outs: Ports): Sequence<ReachOfCopy> {
    const threaded = threadedPorts(item)
    const copy = (reached: Ports): ReachOfCopy => {
      if (item.inside) {
        const inside = reachIn(item.inside, reached)
        return { outs: reached, ins: inside.ins, inside }
      }
      const passes = reached.size > 0 && item.inference.block?.differentiable !== false
      return { outs: reached, ins: passes ? item.inference.takes : noPorts }
    }
    if (!threaded.size) return { states: [copy(outs)], loop: 0 }
    const before = ({ ins }: ReachOfCopy) => copy(handedOn(threaded, ins, outs))
    return follow(copiesOf(item), copy(outs), before, (state) => portsKey(state.outs))
  }

  function intoCopies(item: TreeNode, copies: Sequence<ReachOfCopy>): Ports {
    if (copies.states.length === 1) return copies.states[0]!.ins
    const first = stateOf(copies, copiesOf(item) - 1n)
    return handedOn(threadedPorts(item), first.ins, union(copies.states.map((state) => state.ins)))
  }

  /** Every level once, with all the passes through it together. */
  function count(level: Tree, passes: readonly Pass[]): LevelFlow {
    const key = passes.map(({ need, reach, runs }) => `${need.stamp},${reach.stamp},${runs}`).join('|')
    return once(flows, level, key, () => {
      const edges = new Set<number>()
      for (const { need, reach } of passes)
        for (const edge of reach.edges) if (isNeedyEdge(level, need, edge)) edges.add(edge)
      const nodes = new Map<string, NodeFlow>()
      const inside = new Map<string, LevelFlow>()
      for (const [id, item] of level.nodes) {
        if (isPassedBy(item)) continue
        const met: Met[] = []
        for (const { need, reach, runs } of passes) {
          const [ahead, back] = [need.nodes.get(id), reach.nodes.get(id)]
          if (!ahead || !back) continue
          for (const each of meetings(ahead, back, copiesOf(item))) met.push({ ...each, runs: each.copies * runs })
        }
        if (item.inside) inside.set(id, count(item.inside, passesOf(met)))
        else {
          const found = blockFlow(item, met)
          if (found) nodes.set(id, found)
        }
      }
      return { nodes, inside, edges: [...edges] }
    })
  }

  /** Copies that are run for one token. */
  function copiesOf({ inference: { repetition } }: TreeNode): bigint {
    if (!repetition) return 1n
    return integer(repetition.mode === 'parallel' ? repetition.active : repetition.count, evaluate)
  }
}

function blockFlow(item: TreeNode, met: readonly Met[]): NodeFlow | undefined {
  const passes = new Map<string, { needs: Ports; runs: bigint }>()
  for (const { ahead, back, runs } of met) {
    if (!back.outs.size || runs === 0n) continue
    const needs = item.inference.block?.differentiable === false ? noPorts : ahead.ins
    const key = portsKey(needs)
    passes.set(key, { needs, runs: (passes.get(key)?.runs ?? 0n) + runs })
  }
  if (!passes.size) return undefined
  const reached = [...passes.values()]
  const inAll = (some: typeof reached) => some.reduce((total, pass) => total + pass.runs, 0n)
  return {
    weightRuns: learns(item) ? inAll(reached) : 0n,
    inputRuns: inAll(reached.filter((pass) => pass.needs.size > 0)),
    passes: reached,
  }
}

function flowAt(level: LevelFlow, path: string): NodeFlow | undefined {
  let here: LevelFlow | undefined = level
  for (const id of idsOf(parentOf(path))) here = here?.inside.get(id)
  return here?.nodes.get(idOf(path))
}

function* edgesOf(tree: Tree, level: LevelFlow): Generator<string> {
  for (const edge of level.edges) yield edgeId(tree.path, tree.body.edges[edge]!)
  for (const [id, inner] of level.inside) yield* edgesOf(tree.nodes.get(id)!.inside!, inner)
}

/** By node id: the outputs that are losses, of the level's own nodes. */
function portsByNode({ path }: Tree, losses: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const loss of losses) {
    const { node, port } = endOf(path === '' ? loss : loss.slice(path.length + 1))
    if (!node.includes('/')) found.set(node, [...(found.get(node) ?? []), port])
  }
  return found
}

function passesOf(met: readonly Met[]): Pass[] {
  const found = new Map<Need, Map<Reach, Pass>>()
  for (const { ahead, back, runs } of met) {
    const [need, reach] = [ahead.inside!, back.inside!]
    const ofNeed = found.get(need) ?? new Map<Reach, Pass>()
    found.set(need, ofNeed)
    ofNeed.set(reach, { need, reach, runs: (ofNeed.get(reach)?.runs ?? 0n) + runs })
  }
  return [...found.values()].flatMap((ofNeed) => [...ofNeed.values()])
}

export function learns(item: TreeNode): boolean {
  return item.state === 'trainable' && item.inference.weights.length > 0
}

function isNeedy(item: TreeNode, ins: Ports): boolean {
  return learns(item) || (ins.size > 0 && item.inference.block?.differentiable !== false)
}

function isNeedyEdge(level: Tree, need: Need, edge: number): boolean {
  const { from } = wiringOf(level.body).ends[edge]!
  return from.node === 'in' ? need.given.has(from.port) : (need.outs.get(from.node)?.has(from.port) ?? false)
}

function needyInputs(level: Tree, need: Need, id: string): Ports {
  const fed = wiringOf(level.body).into.get(id)
  if (!fed) return noPorts
  const found: string[] = []
  for (const [port, edge] of fed) if (isNeedyEdge(level, need, edge)) found.push(port)
  return portsOf(found)
}

/** Threaded ports as one copy leaves them to the next, the others as they are for all copies. */
function handedOn(threaded: Ports, between: Ports, forAll: Ports): Ports {
  if (!threaded.size) return forAll
  return portsOf([...between].filter((p) => threaded.has(p)).concat([...forAll].filter((p) => !threaded.has(p))))
}

function union(sets: readonly Ports[]): Ports {
  return portsOf([...new Set(sets.flatMap((set) => [...set]))])
}
