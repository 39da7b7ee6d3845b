// Writes a diagram out by hand: repeats become chains of copies, groups and modules dissolve into the graph around them.
// No number may change. Knows nothing of `semantics`, so that it can be held against it.
import { blockOf } from '../blocks'
import type { Diagram, DiagramEdge, DiagramNode, Expression, GraphBody, Repeat } from '../document/schema'
import { isInside, isWithin } from '../shared/path'

type Count = (expression: number | string) => number
/** Node ids that are absent in the phase that is looked at. */
type IsAbsent = (diagram: Diagram, node: DiagramNode) => boolean

/** One level of containers less, or one repeat less; undefined when the diagram is flat. */
function flattenOne(diagram: Diagram, count: Count, isAbsent: IsAbsent): Diagram | undefined {
  for (const node of diagram.nodes) {
    if (isAbsent(diagram, node)) continue
    if (modeOf(node) !== undefined) return unroll(diagram, node, count, isAbsent)
    if (isContainer(node)) return inline(diagram, node)
  }
  return undefined
}

/**
 * Experts stay a repeat: copies side by side cannot be chained. What is absent in the phase stays as it is: it passes on
 * what comes in as a whole; its parts, each for itself, would not.
 */
export function flatten(diagram: Diagram, count: Count, phase?: string): Diagram {
  for (let flat = diagram; ;) {
    const next = flattenOne(flat, count, absentIn(phase))
    if (!next) return flat
    flat = next
  }
}

/** Without the walls that can go while every repeat stays one. */
export function withoutWalls(diagram: Diagram, phase?: string): Diagram {
  const isAbsent = absentIn(phase)
  const node = diagram.nodes.find((n) => n.repeat === undefined && isContainer(n) && !isAbsent(diagram, n))
  return node ? withoutWalls(inline(diagram, node), phase) : diagram
}

function absentIn(phase: string | undefined): IsAbsent {
  return ({ phases = [] }, { id }) => phases.find((p) => p.id === phase)?.states?.[id] === 'absent'
}

export function isContainer(node: DiagramNode): boolean {
  return (node.group ?? node.module) !== undefined
}

function modeOf({ repeat }: DiagramNode): 'stack' | 'shared' | undefined {
  if (repeat === undefined) return undefined
  const mode = typeof repeat === 'object' ? (repeat.mode ?? 'stack') : 'stack'
  return mode === 'parallel' ? undefined : mode
}

const nodeOf = (end: string) => end.slice(0, end.indexOf('.'))
const portOf = (end: string) => end.slice(end.indexOf('.') + 1)
const firstOf = (path: string) => path.split('/', 1)[0]!

function unroll(diagram: Diagram, node: DiagramNode, count: Count, isAbsent: IsAbsent): Diagram {
  const { repeat, ...single } = asGroup(diagram, node)
  const times = count(typeof repeat === 'object' ? repeat.count : repeat!)
  const isShared = modeOf(node) === 'shared'
  const copyId = (k: number) => `${node.id}__${k}`
  const into = diagram.edges.filter((e) => nodeOf(e.to) === node.id)
  const threaded = new Set(outputsOf(diagram, node).filter((port) => into.some((e) => portOf(e.to) === port)))
  const before = (port: string) => into.find((e) => portOf(e.to) === port)?.from
  const edges: DiagramEdge[] = diagram.edges.flatMap((edge) => {
    if (nodeOf(edge.to) === node.id) return []
    if (nodeOf(edge.from) !== node.id) return [edge]
    const from = times > 0 ? `${copyId(times - 1)}.${portOf(edge.from)}` : before(portOf(edge.from))
    return from === undefined ? [] : [{ from, to: edge.to }]
  })
  for (let k = 0; k < times; k++)
    for (const edge of into) {
      const port = portOf(edge.to)
      edges.push({
        from: k > 0 && threaded.has(port) ? `${copyId(k - 1)}.${port}` : edge.from,
        to: `${copyId(k)}.${port}`,
      })
    }
  /** Copy borrows from copy. Those that borrow from what is not there have weights of their own. */
  const ownerOfCopy = (path: string, k: number): string => {
    const [first, rest] = [firstOf(path), path.slice(firstOf(path).length)]
    if (first === node.id) return copyId(k) + rest
    const isThere = (id: string) => diagram.nodes.some((n) => n.id === id || n.id.startsWith(`${id}__`))
    if (isThere(`${first}__${k}`)) return `${first}__${k}${rest}`
    if (isThere(`${first}__0`)) return `${first}__0${rest}`
    const isOwned = isThere(first) && !diagram.nodes.some((n) => n.id === first && isAbsent(diagram, n))
    return isOwned ? path : `${first}__${k}${rest}`
  }
  const copies = Array.from({ length: times }, (_, k): DiagramNode => {
    const copy = retied(single, (path) => ownerOfCopy(path, isShared ? 0 : k))
    return { ...copy, id: copyId(k), ...(isShared && k > 0 && { tied: copyId(0) }) }
  })
  // An edge that led from this node past a copy count of 0 may lead into one of its own kind; the order stays as it was.
  const nodes = diagram.nodes.flatMap((n) => (n === node ? copies : [n]))
  const ids = copies.map((c) => c.id)
  const unrolled = { ...diagram, nodes, edges, phases: phasesWith(diagram, node.id, ids) }
  if (times === 0) return unrolled
  // Whose weights are those of a copy, they are those of the first: weights are counted where they are owned.
  return allRetied(unrolled, (path) => (firstOf(path) === node.id ? copyId(0) + path.slice(node.id.length) : path))
}

function outputsOf(diagram: Diagram, node: DiagramNode): string[] {
  const body = bodyOf(diagram, node)
  return body ? (body.outputs ?? []).map((p) => p.id) : ['x', 'map']
}

function bodyOf(diagram: Diagram, node: DiagramNode): GraphBody | undefined {
  return node.group ?? (node.module === undefined ? undefined : diagram.modules?.[node.module])
}

function inline(diagram: Diagram, instance: DiagramNode): Diagram {
  const node = asGroup(diagram, instance)
  const body = node.group!
  const here = (id: string) => `${node.id}__${id}`
  // The owner of its weights may have been dissolved before it.
  const joint = diagram.nodes.some((n) => n.id === node.tied) || node.tied?.includes('/') ? '/' : '__'
  const inner = body.nodes.map((n): DiagramNode => {
    const tied = n.tied ?? (node.tied === undefined ? undefined : `${node.tied}${joint}${n.id}`)
    return { ...n, id: here(n.id), ...(tied && { tied }) }
  })
  const outer = (port: string) => diagram.edges.find((e) => e.to === `${node.id}.${port}`)?.from
  /** Straight through from port to port is the feeder outside. */
  const source = (end: string): string | undefined =>
    nodeOf(end) === 'in' ? outer(portOf(end)) : `${here(nodeOf(end))}.${portOf(end)}`
  const edges = diagram.edges.flatMap((edge): DiagramEdge[] => {
    if (nodeOf(edge.to) === node.id) return []
    if (nodeOf(edge.from) !== node.id) return [edge]
    const last = body.edges.find((e) => e.to === `out.${portOf(edge.from)}`)
    const from = last && source(last.from)
    return from === undefined ? [] : [{ ...edge, from }]
  })
  for (const edge of body.edges) {
    const from = nodeOf(edge.to) === 'out' ? undefined : source(edge.from)
    if (from !== undefined) edges.push({ from, to: `${here(nodeOf(edge.to))}.${portOf(edge.to)}` })
  }
  const renamed = (path: string) => (isInside(path, node.id) ? here(path.slice(node.id.length + 1)) : path)
  const states = (given: Readonly<Record<string, 'frozen' | 'trainable' | 'absent'>> = {}) => {
    const own = given[node.id] ?? node.state
    const found = Object.fromEntries(Object.entries(given).map(([path, state]) => [renamed(path), state]))
    // What is inherited is stated on those that stated nothing themselves.
    if (own) for (const n of inner) if (n.state === undefined) found[n.id] ??= own
    return found
  }
  const dissolved = {
    ...diagram,
    nodes: diagram.nodes.flatMap((n) => (n === instance ? inner : [n])),
    edges,
    phases: (diagram.phases ?? []).map((phase) => ({ ...phase, states: states(phase.states) })),
    published: [],
    view: undefined,
  }
  return allRetied(untiedFrom(dissolved, node.id, here), renamed)
}

/** Nodes inside others that borrow from a container as a whole borrow from its parts once it is dissolved. */
function untiedFrom(diagram: Diagram, container: string, here: (id: string) => string): Diagram {
  const change = (node: DiagramNode, isInside: boolean): DiagramNode => {
    const group = node.group && { ...node.group, nodes: node.group.nodes.map((n) => change(n, true)) }
    const whole = group ? { ...node, group } : node
    if (!isInside || node.tied !== container || !isContainer(node)) return whole
    const { tied: _, ...opened } = asGroup(diagram, whole)
    const nodes = opened.group!.nodes.map((n) => ({ ...n, tied: n.tied ?? here(n.id) }))
    return { ...opened, group: { ...opened.group!, nodes } }
  }
  return { ...diagram, nodes: diagram.nodes.map((n) => change(n, false)) }
}

/** An instance of a module with a body of its own, in which the parameters are written out. */
function asGroup(diagram: Diagram, node: DiagramNode): DiagramNode {
  if (node.module === undefined) return node
  const { module, params: given, ...rest } = node
  const { params, inputs, outputs, nodes, edges } = diagram.modules![module]!
  const values = Object.entries(params ?? {}).map(([name, initial]) => {
    const value = given?.[name] ?? (typeof initial === 'object' ? initial.initial : initial)
    return [name, `(${String(value)})`] as const
  })
  const inner = nodes.map((n) => substituted(n, Object.fromEntries(values)))
  return { ...rest, group: { inputs, outputs, edges, nodes: inner } }
}

function substituted(node: DiagramNode, values: Readonly<Record<string, string>>): DiagramNode {
  if (Object.keys(values).length === 0) return node
  const words = new RegExp(`\\b(${Object.keys(values).join('|')})\\b`, 'g')
  const put = (expression: unknown) =>
    typeof expression === 'string' ? expression.replace(words, (name) => values[name]!) : expression
  const fields = node.block === undefined ? undefined : blockOf(node.block)?.fields
  const params = Object.entries(node.params ?? {}).map(([name, param]) => {
    // Choices and words are not expressions, even if a parameter's name occurs in them.
    const type = node.module === undefined ? fields?.[name]?.type : 'dimension'
    if (type === 'shape') return [name, (param as unknown[]).map(put)]
    return [name, type === 'dimension' ? put(param) : param]
  })
  const { repeat, group } = node
  return {
    ...node,
    ...(node.params && { params: Object.fromEntries(params) as DiagramNode['params'] }),
    ...(repeat !== undefined && { repeat: putInto(repeat, put) }),
    ...(group && { group: { ...group, nodes: group.nodes.map((n) => substituted(n, values)) } }),
  }
}

function putInto(repeat: Repeat, put: (expression: unknown) => unknown): Repeat {
  if (typeof repeat !== 'object') return put(repeat) as Repeat
  const { count, active } = repeat
  return {
    ...repeat,
    count: put(count) as Expression,
    ...(active !== undefined && { active: put(active) as Expression }),
  }
}

/** With other owners of weights, on the node itself and on those inside it. What stays the same stays the same object. */
function retied(node: DiagramNode, rename: (path: string) => string): DiagramNode {
  const tied = node.tied === undefined ? undefined : rename(node.tied)
  const group = node.group && retiedIn(node.group, rename)
  if (tied === node.tied && group === node.group) return node
  return { ...node, ...(tied !== undefined && { tied }), ...(group && { group }) }
}

function retiedIn<B extends Pick<GraphBody, 'nodes'>>(body: B, rename: (path: string) => string): B {
  const nodes = body.nodes.map((n) => retied(n, rename))
  return nodes.every((n, i) => n === body.nodes[i]) ? body : { ...body, nodes }
}

/** Ties are paths from the root wherever they stand: in groups and modules, too. */
function allRetied(diagram: Diagram, rename: (path: string) => string): Diagram {
  const modules = Object.entries(diagram.modules ?? {}).map(([id, module]) => [id, retiedIn(module, rename)])
  return { ...retiedIn(diagram, rename), modules: Object.fromEntries(modules) as Diagram['modules'] }
}

function phasesWith(diagram: Diagram, id: string, copies: readonly string[]): Diagram['phases'] {
  return (diagram.phases ?? []).map((phase) => ({
    ...phase,
    states: Object.fromEntries(
      Object.entries(phase.states ?? {}).flatMap(([path, state]) => {
        if (!isWithin(path, id)) return [[path, state]]
        return copies.map((copy) => [copy + path.slice(id.length), state])
      }),
    ),
  }))
}
