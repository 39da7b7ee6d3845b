// Where gradients go, as autograd has it: a value needs a gradient when something trainable lies upstream, a gradient
// reaches it when a loss lies downstream, and an edge carries one when both hold. The first copy of a stack may need
// less than those after it (nothing trainable before it), so both kinds are walked.
import { wiringOf } from './bodies'
import { integer, type Evaluate } from './integer'
import type { Tree, TreeNode } from './tree'

export interface NodeFlow {
  /** Runs, all copies together, in which the gradient of the weights is computed. */
  weightRuns: bigint
  /** Runs in which the gradient of some input is computed. */
  inputRuns: bigint
}

export interface Flow {
  /** By path; only nodes that a gradient reaches. */
  readonly nodes: ReadonlyMap<string, NodeFlow>
  /** `path#from>to` of the edges that carry a gradient. */
  readonly edges: ReadonlySet<string>
  /** False when the diagram has no loss, so nothing is trained in it. */
  readonly hasLoss: boolean
}

export function edgeId(path: string, edge: { readonly from: string; readonly to: string }): string {
  return `${path}#${edge.from}>${edge.to}`
}

/** One walk through a graph on the way forward: what needs a gradient, for so many runs. */
interface Pass {
  readonly level: Tree
  readonly runs: bigint
  readonly given: ReadonlySet<string>
  /** By node id: the output ports that need a gradient. */
  readonly needs: Map<string, ReadonlySet<string>>
  /** By node id: the passes through what is inside it, first copy first. */
  readonly inside: Map<string, readonly Pass[]>
}

const none: ReadonlySet<string> = new Set()

export function flowOf(tree: Tree, evaluate: Evaluate): Flow {
  const nodes = new Map<string, NodeFlow>()
  const edges = new Set<string>()
  const losses = lossesIn(tree)
  if (losses.size) backward(forward(tree, none, 1n), none)
  return { nodes, edges, hasLoss: losses.size > 0 }

  function forward(level: Tree, given: ReadonlySet<string>, runs: bigint): Pass {
    const pass: Pass = { level, runs, given, needs: new Map(), inside: new Map() }
    for (const id of level.inference.order) {
      const item = level.nodes.get(id)
      if (item) pass.needs.set(id, forwardNode(item, needyInputs(pass, id), pass))
    }
    return pass
  }

  function forwardNode(item: TreeNode, inputs: ReadonlySet<string>, pass: Pass): ReadonlySet<string> {
    if (isPassedBy(item)) return new Set([...inputs].filter((port) => port in item.inference.outputs))
    if (!item.inside) {
      const passes = item.inference.block?.differentiable !== false && inputs.size > 0
      return passes || learns(item) ? new Set(Object.keys(item.inference.outputs)) : none
    }
    const copies = copiesOf(item, evaluate)
    const passes = [forward(item.inside, inputs, pass.runs * copies.first)]
    if (copies.others > 0n) {
      const threaded = [...outOf(passes[0]!)].filter((port) => port in item.inference.inputs)
      passes.push(forward(item.inside, new Set([...inputs, ...threaded]), pass.runs * copies.others))
    }
    pass.inside.set(item.node.id, passes)
    return outOf(passes.at(-1)!)
  }

  /** Follows the gradient from the losses and the wall back; counts what it costs on the way. */
  function backward(pass: Pass, reachedOut: ReadonlySet<string>): void {
    walkBack(pass.level, reachedOut, losses, (item, outputs) => {
      backwardNode(item, outputs, pass)
    })
    const reached = reachedEdges(pass.level, reachedOut, losses)
    for (const edge of reached) if (needy(pass, edge)) edges.add(edgeId(pass.level.path, pass.level.body.edges[edge]!))
  }

  function backwardNode(item: TreeNode, outputs: ReadonlySet<string>, pass: Pass): void {
    if (isPassedBy(item)) return
    const flow = nodes.get(item.path) ?? { weightRuns: 0n, inputRuns: 0n }
    if (outputs.size || item.inside) nodes.set(item.path, flow)
    if (item.inside) {
      const [first, others] = pass.inside.get(item.node.id) ?? []
      const between = threadedReach(item, outputs, losses)
      if (others) backward(others, between)
      if (first) backward(first, others ? between : outputs)
      return
    }
    if (!outputs.size) return
    const copies = copiesOf(item, evaluate)
    if (learns(item)) flow.weightRuns += (copies.first + copies.others) * pass.runs
    if (item.inference.block?.differentiable === false) return
    if (needyInputs(pass, item.node.id).size) flow.inputRuns += (copies.first + copies.others) * pass.runs
    else if (learns(item)) flow.inputRuns += copies.others * pass.runs
  }
}

/** Not there, or not in this phase: what comes in goes on by equal port names. */
function isPassedBy(item: TreeNode): boolean {
  return item.inference.absent || item.state === 'absent'
}

function learns(item: TreeNode): boolean {
  return item.state === 'trainable' && item.inference.weights.length > 0
}

function needy(pass: Pass, edge: number): boolean {
  const { from } = wiringOf(pass.level.body).ends[edge]!
  return from.node === 'in' ? pass.given.has(from.port) : (pass.needs.get(from.node)?.has(from.port) ?? false)
}

function needyInputs(pass: Pass, id: string): ReadonlySet<string> {
  const fed = wiringOf(pass.level.body).into.get(id) ?? new Map<string, number>()
  return new Set([...fed].filter(([, edge]) => needy(pass, edge)).map(([port]) => port))
}

function outOf(pass: Pass): ReadonlySet<string> {
  return needyInputs(pass, 'out')
}

/** Paths of the outputs that are losses and feed nothing: where gradients begin. */
function lossesIn(tree: Tree): ReadonlySet<string> {
  const found = new Set<string>()
  const used = new Set(wiringOf(tree.body).ends.map((e) => `${e.from.node}.${e.from.port}`))
  for (const [id, item] of tree.nodes) {
    if (isPassedBy(item)) continue
    if (item.inside) for (const loss of lossesIn(item.inside)) found.add(loss)
    else
      for (const [port, tensor] of Object.entries(item.inference.outputs))
        if (tensor?.kind === 'loss' && !used.has(`${id}.${port}`)) found.add(`${item.path}.${port}`)
  }
  return found
}

type Visit = (item: TreeNode, outputs: ReadonlySet<string>) => void

/** Visits nodes from the end to the beginning with the outputs that a gradient reaches; returns the inputs reached. */
function walkBack(
  level: Tree,
  reachedOut: ReadonlySet<string>,
  losses: ReadonlySet<string>,
  visit?: Visit,
  edges?: Set<number>,
) {
  const wiring = wiringOf(level.body)
  const reached = new Map<string, Set<string>>()
  const arrive = (id: string, ports: ReadonlySet<string>) => {
    for (const [port, edge] of wiring.into.get(id) ?? []) {
      if (!ports.has(port)) continue
      const { from } = wiring.ends[edge]!
      reached.set(from.node, (reached.get(from.node) ?? new Set()).add(from.port))
      edges?.add(edge)
    }
  }
  arrive('out', reachedOut)
  for (const id of level.inference.order.toReversed()) {
    const item = level.nodes.get(id)
    if (!item) continue
    const outputs = reached.get(id) ?? new Set<string>()
    for (const port of Object.keys(item.inference.outputs)) if (losses.has(`${item.path}.${port}`)) outputs.add(port)
    visit?.(item, outputs)
    arrive(id, inputsReached(item, outputs, losses))
  }
  return reached.get('in') ?? none
}

function reachedEdges(level: Tree, reachedOut: ReadonlySet<string>, losses: ReadonlySet<string>): ReadonlySet<number> {
  const edges = new Set<number>()
  walkBack(level, reachedOut, losses, undefined, edges)
  return edges
}

function inputsReached(item: TreeNode, outputs: ReadonlySet<string>, losses: ReadonlySet<string>): ReadonlySet<string> {
  if (isPassedBy(item)) return new Set([...outputs].filter((port) => port in item.inference.inputs))
  if (item.inside) return walkBack(item.inside, threadedReach(item, outputs, losses), losses)
  if (!outputs.size || item.inference.block?.differentiable === false) return none
  return new Set(Object.keys(item.inference.inputs))
}

/** What is reached between the copies of a stack: its outputs, and the threaded inputs of the copy after. */
function threadedReach(item: TreeNode, outputs: ReadonlySet<string>, losses: ReadonlySet<string>): ReadonlySet<string> {
  if (!item.inside || (item.inference.repetition?.times ?? 1) < 2) return outputs
  const inputs = walkBack(item.inside, outputs, losses)
  return new Set([...outputs, ...[...inputs].filter((port) => port in item.inference.outputs)])
}

/** How the runs of a repeated node divide into its first copy and those after it. */
function copiesOf(item: TreeNode, evaluate: Evaluate): { first: bigint; others: bigint } {
  const repeat = item.inference.repetition
  if (!repeat) return { first: 1n, others: 0n }
  if (repeat.mode === 'parallel') return { first: integer(repeat.active, evaluate), others: 0n }
  const count = integer(repeat.count, evaluate)
  return count > 0n ? { first: 1n, others: count - 1n } : { first: 0n, others: 0n }
}
