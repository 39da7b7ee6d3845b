// Writes a diagram out by hand: repeats become chains of copies, groups and modules dissolve into the graph around them.
// No number may change. Knows nothing of `semantics`, so that it can be held against it.
import type { Diagram, DiagramEdge, DiagramNode, GraphBody } from '../../document/schema'

type Count = (expression: number | string) => number

/** One level of containers less, or one repeat less; undefined when the diagram is flat. */
function flattenOne(diagram: Diagram, count: Count): Diagram | undefined {
  for (const node of diagram.nodes) {
    if (modeOf(node) !== undefined) return unroll(diagram, node, count)
    if (node.group ?? node.module) return inline(diagram, node)
  }
  return undefined
}

/** Experts stay a repeat: copies side by side cannot be chained. */
export function flatten(diagram: Diagram, count: Count): Diagram {
  for (let flat = diagram; ;) {
    const next = flattenOne(flat, count)
    if (!next) return flat
    flat = next
  }
}

function modeOf({ repeat }: DiagramNode): 'stack' | 'shared' | undefined {
  if (repeat === undefined) return undefined
  const mode = typeof repeat === 'object' ? (repeat.mode ?? 'stack') : 'stack'
  return mode === 'parallel' ? undefined : mode
}

const nodeOf = (end: string) => end.slice(0, end.indexOf('.'))
const portOf = (end: string) => end.slice(end.indexOf('.') + 1)

export function unroll(diagram: Diagram, node: DiagramNode, count: Count): Diagram {
  const { repeat, ...single } = node
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
  const copies = Array.from({ length: times }, (_, k): DiagramNode => {
    const tied = isShared
      ? node.tied
        ? `${node.tied}__0`
        : k > 0
          ? copyId(0)
          : undefined
      : node.tied && `${node.tied}__${k}`
    return { ...single, id: copyId(k), ...(tied && { tied }) }
  })
  // An edge that led from this node past a copy count of 0 may lead into one of its own kind; the order stays as it was.
  const nodes = diagram.nodes.flatMap((n) => (n === node ? copies : [n]))
  return {
    ...diagram,
    nodes,
    edges,
    phases: phasesWith(
      diagram,
      node.id,
      copies.map((c) => c.id),
    ),
  }
}

function outputsOf(diagram: Diagram, node: DiagramNode): string[] {
  const body = bodyOf(diagram, node)
  return body ? (body.outputs ?? []).map((p) => p.id) : ['x', 'map']
}

function bodyOf(diagram: Diagram, node: DiagramNode): GraphBody | undefined {
  return node.group ?? (node.module === undefined ? undefined : diagram.modules?.[node.module])
}

export function inline(diagram: Diagram, node: DiagramNode): Diagram {
  const body = bodyOf(diagram, node)!
  const here = (id: string) => `${node.id}__${id}`
  const params = node.module === undefined ? {} : boundParams(diagram, node)
  // The owner of its weights may have been dissolved before it.
  const joint = diagram.nodes.some((n) => n.id === node.tied) ? '/' : '__'
  const inner = body.nodes.map((n): DiagramNode => {
    const tied = n.tied ?? (node.tied === undefined ? undefined : `${node.tied}${joint}${n.id}`)
    return { ...substituted(n, params), id: here(n.id), ...(tied && { tied }) }
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
  const renamed = (path: string) => (path.startsWith(`${node.id}/`) ? here(path.slice(node.id.length + 1)) : path)
  const states = (given: Readonly<Record<string, 'frozen' | 'trainable' | 'absent'>> = {}) => {
    const own = given[node.id] ?? node.state
    const found = Object.fromEntries(Object.entries(given).map(([path, state]) => [renamed(path), state]))
    // What is inherited is stated on those that stated nothing themselves.
    if (own) for (const n of inner) if (n.state === undefined) found[n.id] ??= own
    return found
  }
  const nodes = diagram.nodes.flatMap((n) => (n === node ? inner : [n]))
  return {
    ...diagram,
    nodes: nodes.map((n) => (n.tied === undefined ? n : { ...n, tied: renamed(n.tied) })),
    edges,
    phases: (diagram.phases ?? []).map((phase) => ({ ...phase, states: states(phase.states) })),
    published: [],
    view: undefined,
  }
}

/** A module sees its own parameters and the document's symbols. */
function boundParams(diagram: Diagram, node: DiagramNode): Record<string, string> {
  const params = diagram.modules![node.module!]!.params ?? {}
  return Object.fromEntries(
    Object.entries(params).map(([name, initial]) => [
      name,
      `(${String(node.params?.[name] ?? (typeof initial === 'object' ? initial.initial : initial))})`,
    ]),
  )
}

function substituted(node: DiagramNode, params: Record<string, string>): DiagramNode {
  if (Object.keys(params).length === 0) return node
  const words = new RegExp(`\\b(${Object.keys(params).join('|')})\\b`, 'g')
  const put = <T>(value: T): T => {
    if (typeof value === 'string') return value.replace(words, (name) => params[name]!) as T
    if (Array.isArray(value)) return value.map(put) as T
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, keptWords.has(k) ? v : put(v)])) as T
  }
  return {
    ...node,
    ...(node.params && { params: put(node.params) }),
    ...(node.repeat !== undefined && { repeat: put(node.repeat) }),
    ...(node.group && { group: { ...node.group, nodes: node.group.nodes.map((n) => substituted(n, params)) } }),
  }
}

const keptWords = new Set(['mode'])

function phasesWith(diagram: Diagram, id: string, copies: readonly string[]): Diagram['phases'] {
  return (diagram.phases ?? []).map((phase) => ({
    ...phase,
    states: Object.fromEntries(
      Object.entries(phase.states ?? {}).flatMap(([path, state]) => {
        if (path !== id && !path.startsWith(`${id}/`)) return [[path, state]]
        return copies.map((copy) => [copy + path.slice(id.length), state])
      }),
    ),
  }))
}
