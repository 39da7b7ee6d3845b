// Shapes, weights and work of a graph, node by node in the order of the data flow. Nothing here knows of paths, states
// or phases, so the result holds wherever the same graph is used with the same inputs, and is kept.
import type { Tensor } from '../blocks/tensor'
import type { Diagram, DiagramNode, GraphBody, Module } from '../document/schema'
import { bind, isUntied, repetitionOf } from './bind'
import { wiringOf } from './bodies'
import { checkThread, unfed, wrongKind } from './findings'
import { finding, type BodyInference, type Finding, type NodeInference, type Tensors } from './inference'
import { leaf, type Single } from './leaf'
import { moduleScope, type Scope } from './scope'
import { meanings } from './sentences'

type Modules = NonNullable<Diagram['modules']>

function tensorKey(t: Tensor | undefined): string {
  return t ? `${t.kind}:${t.shape.map((d) => d.key).join(',')}:${t.modality.join('')}` : '?'
}

/** Infers bodies with one set of modules; keeps what it has found for as long as the graphs live. */
export class Inferrer {
  private static readonly kept = new WeakMap<GraphBody, Map<string, BodyInference>>()
  private static readonly keptNodes = new WeakMap<DiagramNode, Map<string, NodeInference>>()
  private static readonly stamps = new WeakMap<object, number>()
  private static nextStamp = 1

  private readonly dependencies = new Map<GraphBody, string>()

  constructor(private readonly modules: Modules) {}

  body(body: GraphBody, scope: Scope, inputs: Tensors): BodyInference {
    const key = `${this.dependencyKey(body)};${scope.key};${(body.inputs ?? []).map((p) => tensorKey(inputs[p.id])).join('|')}`
    return keep(Inferrer.kept, body, key, () => this.inferBody(body, scope, inputs))
  }

  private inferBody(body: GraphBody, scope: Scope, inputs: Tensors): BodyInference {
    const wiring = wiringOf(body)
    const nodes = new Map<string, NodeInference>()
    const findings: Finding[] = []
    const tensorAt = (edge: number | undefined): Tensor | undefined => {
      if (edge === undefined) return undefined
      const { node, port } = wiring.ends[edge]!.from
      return node === 'in' ? inputs[port] : nodes.get(node)?.outputs[port]
    }
    for (const id of wiring.order) {
      const given: Record<string, Tensor | undefined> = {}
      const fed = wiring.into.get(id) ?? new Map<string, number>()
      for (const [port, edge] of fed) given[port] = tensorAt(edge)
      nodes.set(id, this.node(wiring.nodes.get(id)!, scope, given, new Set(fed.keys())))
    }
    if (wiring.loop.length) findings.push(finding(meanings.loop({ nodes: wiring.loop })))
    const outputs: Record<string, Tensor | undefined> = {}
    for (const [port, edge] of wiring.into.get('out') ?? []) outputs[port] = tensorAt(edge)
    return { nodes, order: wiring.order, tensors: wiring.ends.map((_, i) => tensorAt(i)), outputs, findings }
  }

  private node(node: DiagramNode, scope: Scope, given: Tensors, fed: ReadonlySet<string>): NodeInference {
    const body = node.group ?? (node.module === undefined ? undefined : this.modules[node.module])
    const ports = [...fed].map((p) => `${p}=${tensorKey(given[p])}`).join('|')
    const key = `${body ? this.dependencyKey(body) : ''};${scope.key};${ports}`
    return keep(Inferrer.keptNodes, node, key, () => this.inferNode(node, body, scope, given, fed))
  }

  private inferNode(
    node: DiagramNode,
    body: GraphBody | undefined,
    scope: Scope,
    given: Tensors,
    fed: ReadonlySet<string>,
  ): NodeInference {
    const findings: Finding[] = []
    const repetition = repetitionOf(node, scope, findings)
    const untied = isUntied(node, scope, findings)
    const single = body
      ? this.container(node, body, scope, given, fed, findings)
      : leaf(node, scope, given, fed, findings)
    const absent = repetition?.times === 0
    if (!absent && repetition && repetition.mode !== 'parallel' && (repetition.times ?? 2) > 1)
      checkThread(single, findings)
    // Always the same fields in the same order: what walks over thousands of these is several times faster for it.
    const { block, values, inputPorts, outputPorts, inputs, weights, macs, inside, bound } = single
    const outputs = absent ? given : single.outputs
    const said = absent ? [] : findings
    const found = { block, values, inputPorts, outputPorts, inputs, outputs, weights, macs }
    return { ...found, repetition, untied, absent, inside, bound, findings: said }
  }

  private container(
    node: DiagramNode,
    body: GraphBody,
    scope: Scope,
    given: Tensors,
    fed: ReadonlySet<string>,
    findings: Finding[],
  ): Single {
    const inputPorts = (body.inputs ?? []).map((p) => ({ ...p, label: undefined, kinds: p.kind ? [p.kind] : [] }))
    const outputPorts = (body.outputs ?? []).map((p) => ({ ...p, label: undefined, kinds: p.kind ? [p.kind] : [] }))
    for (const port of inputPorts) {
      if (!fed.has(port.id) && !port.optional) findings.push(unfed(port.id))
      const tensor = given[port.id]
      if (tensor && port.kinds.length && !port.kinds.includes(tensor.kind))
        findings.push(wrongKind(port.id, port.kinds, tensor))
    }
    const bound = node.module === undefined ? undefined : bind(body as Module, node, scope, findings)
    const inside = this.body(body, bound ? moduleScope(scope, bound) : scope, given)
    return { inputPorts, outputPorts, inputs: given, outputs: inside.outputs, weights: [], macs: {}, inside, bound }
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
    for (const node of body.nodes) {
      if (node.group) this.used(node.group, seen)
      const name = node.module
      if (name === undefined || seen.has(name)) continue
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

function keep<K extends object, V>(cache: WeakMap<K, Map<string, V>>, owner: K, key: string, make: () => V): V {
  let kept = cache.get(owner)
  if (!kept) cache.set(owner, (kept = new Map()))
  let value = kept.get(key)
  if (value === undefined) {
    value = make()
    if (kept.size > 60) kept.clear()
    kept.set(key, value)
  }
  return value
}
