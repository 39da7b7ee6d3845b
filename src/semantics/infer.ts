// Shapes, weights and work of a graph, node by node in the order of the data flow. Nothing here knows of paths or of what
// learns, so the result holds wherever the same graph is used with the same inputs and the same left out, and is kept.
import type { Tensor } from '../blocks/tensor'
import type { Diagram, DiagramNode, GraphBody, Module } from '../document/schema'
import { absenceAt, isGone, isLeftOut, lacks, passingOf, type Passing } from './absence'
import { bind, isUntied, repetitionOf } from './bind'
import { wiringOf } from './bodies'
import { checkThread, unfed, wrongKind } from './findings'
import { finding, type BodyInference, type Finding, type Given, type NodeInference, type Tensors } from './inference'
import { leaf, type Single } from './leaf'
import { once } from './once'
import { noPorts, portsOf, type Ports } from './ports'
import { moduleScope, type Scope } from './scope'
import { meanings } from './sentences'
import type { States } from './states'

type Modules = NonNullable<Diagram['modules']>

function keyAt({ fed, gone }: Given, port: string): string {
  const t = fed[port]
  if (gone.has(port)) return '-'
  return t ? `${t.kind}:${t.shape.map((d) => d.key).join(',')}:${t.modality.join('')}` : '?'
}

interface Last {
  /** All but what comes in. */
  readonly around: string
  readonly given: Given
  readonly found: NodeInference
}

function isSameGiven(a: Given, b: Given): boolean {
  const [ports, others] = [Object.keys(a.fed), Object.keys(b.fed)]
  if (ports.length !== others.length || a.gone.size !== b.gone.size) return false
  return (
    ports.every((id) => Object.hasOwn(b.fed, id) && a.fed[id] === b.fed[id]) &&
    [...a.gone].every((id) => b.gone.has(id))
  )
}

/** Infers bodies with one set of modules; keeps what it has found for as long as the graphs live. */
export class Inferrer {
  private static readonly kept = new WeakMap<GraphBody, Map<string, BodyInference>>()
  private static readonly keptNodes = new WeakMap<DiagramNode, Map<string, NodeInference>>()
  private static readonly last = new WeakMap<DiagramNode, Last>()
  private static readonly stamps = new WeakMap<object, number>()
  private static nextStamp = 1

  private readonly dependencies = new Map<GraphBody, string>()

  constructor(private readonly modules: Modules) {}

  root(body: GraphBody, scope: Scope, absence: States): BodyInference {
    return this.body(body, scope, { fed: {}, gone: noPorts }, absence)
  }

  private body(body: GraphBody, scope: Scope, given: Given, absence: States): BodyInference {
    const ports = (body.inputs ?? []).map(({ id }) => keyAt(given, id)).join('|')
    const key = `${this.dependencyKey(body)};${scope.key};${ports};${absence.key}`
    return once(Inferrer.kept, body, key, () => this.inferBody(body, scope, given, absence))
  }

  private inferBody(body: GraphBody, scope: Scope, inputs: Given, absence: States): BodyInference {
    const wiring = wiringOf(body)
    const nodes = new Map<string, NodeInference>()
    const findings: Finding[] = []
    const tensorAt = (edge: number | undefined): Tensor | undefined => {
      if (edge === undefined) return undefined
      const { node, port } = wiring.ends[edge]!.from
      return node === 'in' ? inputs.fed[port] : nodes.get(node)?.outputs[port]
    }
    const goneEdges = new Set<number>()
    const isGoneAt = (edge: number): boolean => {
      const { node, port } = wiring.ends[edge]!.from
      const from = nodes.get(node)
      const gone = node === 'in' ? inputs.gone.has(port) : from !== undefined && isGone(from, port)
      if (gone) goneEdges.add(edge)
      return gone
    }
    const arriving = (at: string): Given => {
      const fed: Record<string, Tensor | undefined> = {}
      const gone = new Set<string>()
      for (const [port, edge] of wiring.into.get(at) ?? [])
        if (isGoneAt(edge)) gone.add(port)
        else fed[port] = tensorAt(edge)
      return { fed, gone }
    }
    for (const id of wiring.order)
      nodes.set(id, this.node(wiring.nodes.get(id)!, scope, arriving(id), absenceAt(absence, id)))
    if (wiring.loop.length) findings.push(finding(meanings.loop({ nodes: wiring.loop })))
    const { fed: outputs, gone } = arriving('out')
    for (const [i, { from, to }] of wiring.ends.entries())
      if (nodes.get(from.node)?.passes && nodes.get(to.node)?.passes) goneEdges.add(i)
    const tensors = wiring.ends.map((_, i) => (goneEdges.has(i) ? undefined : tensorAt(i)))
    return { nodes, order: wiring.order, tensors, goneEdges, outputs, gone, findings }
  }

  private node(node: DiagramNode, scope: Scope, given: Given, absence: States): NodeInference {
    const body = node.group ?? (node.module === undefined ? undefined : this.modules[node.module])
    const dependency = body ? this.dependencyKey(body) : ''
    const around = `${dependency};${scope.key};${absence.key}`
    // Mostly all is as it was the last time, down to the very same tensors; that is seen without writing them out.
    const last = Inferrer.last.get(node)
    if (last && last.around === around && isSameGiven(last.given, given)) return last.found
    const found = this.keptNode(node, body, scope, given, absence, around)
    Inferrer.last.set(node, { around, given, found })
    return found
  }

  private keptNode(
    node: DiagramNode,
    body: GraphBody | undefined,
    scope: Scope,
    given: Given,
    absence: States,
    around: string,
  ): NodeInference {
    const ports = [...Object.keys(given.fed), ...given.gone].map((id) => `${id}=${keyAt(given, id)}`).join('|')
    return once(Inferrer.keptNodes, node, `${ports};${around}`, () => this.inferNode(node, body, scope, given, absence))
  }

  private inferNode(
    node: DiagramNode,
    body: GraphBody | undefined,
    scope: Scope,
    given: Given,
    absence: States,
  ): NodeInference {
    const findings: Finding[] = []
    const repetition = repetitionOf(node, scope, findings)
    const untied = isUntied(node, scope, findings)
    const single = body
      ? this.container(node, body, scope, given, absence, findings)
      : leaf(node, scope, given, findings)
    const absent = repetition?.times === 0
    const fed = new Set(Object.keys(given.fed))
    const isPassed = absent || isLeftOut(absence) || isStarved(single, fed, given.gone)
    const passes = isPassed ? passingOf(single, fed) : undefined
    if (!isPassed && repetition && repetition.mode !== 'parallel' && (repetition.times ?? 2) > 1)
      checkThread(single, findings)
    // Always the same fields in the same order: what walks over thousands of these is several times faster for it.
    const { block, values, inputPorts, outputPorts, inputs, weights, macs, inside, bound } = single
    const outputs = passes ? mapped(passes, given.fed) : single.outputs
    const said = isPassed ? [] : findings
    const found = { block, values, inputPorts, outputPorts, inputs, outputs, weights, macs }
    const ports = { takes: portsOf(Object.keys(inputs)), gives: portsOf(Object.keys(outputs)) }
    return { ...found, ...ports, repetition, untied, absent, passes, inside, bound, findings: said }
  }

  private container(
    node: DiagramNode,
    body: GraphBody,
    scope: Scope,
    given: Given,
    absence: States,
    findings: Finding[],
  ): Single {
    const gone = new Set(given.gone)
    const inputPorts = (body.inputs ?? []).map((p) => ({ ...p, label: undefined, kinds: p.kind ? [p.kind] : [] }))
    const outputPorts = (body.outputs ?? []).map((p) => ({ ...p, label: undefined, kinds: p.kind ? [p.kind] : [] }))
    for (const port of inputPorts) {
      const isOpen = !Object.hasOwn(given.fed, port.id) && !gone.has(port.id)
      if (isOpen && port.optional) gone.add(port.id)
      else if (isOpen) findings.push(unfed(port.id))
      const tensor = given.fed[port.id]
      if (tensor && port.kinds.length && !port.kinds.includes(tensor.kind))
        findings.push(wrongKind(port.id, port.kinds, tensor))
    }
    const bound = node.module === undefined ? undefined : bind(body as Module, node, scope, findings)
    const here = bound ? moduleScope(scope, bound) : scope
    const inside = this.body(body, here, { fed: given.fed, gone }, absence)
    return { inputPorts, outputPorts, inputs: given.fed, outputs: inside.outputs, weights: [], macs: {}, inside, bound }
  }

  /** Changes when the body, or any module that it uses however deep, is another object. */
  private dependencyKey(body: GraphBody): string {
    let key = this.dependencies.get(body)
    if (key === undefined) {
      const modules = [...this.used(body, new Set())].map((name) => `${name}${this.stamp(this.modules[name])}`)
      // The body itself, too: what is kept for an instance is kept by its node, which stays the same object.
      key = [this.stamp(body), ...modules].join(',')
      this.dependencies.set(body, key)
    }
    return key
  }

  private used(body: GraphBody, seen: Set<string>): Set<string> {
    for (const name of modulesNamedIn(body)) {
      if (seen.has(name)) continue
      seen.add(name)
      const module = this.modules[name]
      if (module) this.used(module, seen)
    }
    return seen
  }

  private stamp(object: object | undefined): number {
    if (!object) return 0
    let stamp = Inferrer.stamps.get(object)
    if (!stamp) Inferrer.stamps.set(object, (stamp = Inferrer.nextStamp++))
    return stamp
  }
}

function mapped(passes: Passing, given: Tensors): Tensors {
  return Object.fromEntries(Object.entries(passes).map(([to, from]) => [to, given[from]]))
}

function isStarved({ block, inputPorts }: Single, fed: Ports, gone: Ports): boolean {
  return block !== undefined && lacks(block, inputPorts, fed, gone)
}

const named = new WeakMap<GraphBody, ReadonlySet<string>>()

/** The modules that stand in a body and in the groups inside it. */
function modulesNamedIn(body: GraphBody): ReadonlySet<string> {
  let names = named.get(body)
  if (!names) {
    names = new Set(body.nodes.flatMap(({ group, module }) => (group ? [...modulesNamedIn(group)] : (module ?? []))))
    named.set(body, names)
  }
  return names
}
