// Equal nodes in a row as one that is repeated, and a repeated node as nodes in a row.
import { numberOf } from '../../shared/dimension'
import { endOf, endText } from '../ends'
import { graphLookup, symbolLookup, symbolsIn, workOut } from '../expressions'
import { graphPathsOf, writtenNodes } from '../instances'
import { own, without } from '../own'
import { bodyAt, moduleOf, nodeIn, nodeOf, splitPlace, updateBody } from '../place'
import { portsOf } from '../ports'
import { isSame } from '../same'
import type { Diagram, DiagramEdge, DiagramNode, Expression, GraphBody, Repeat } from '../schema'
import { whole } from './bounded'
import { copyNames } from './nodes'
import { follow, mapField, mapList } from './references'
import { isWithin, pathIn } from '../../shared/path'

/** Why not: too few nodes of this graph, not equal but for where they stand, side by side, by no port, or not fed alike in a row. */
type NoRow = 'few' | 'differ' | 'parallel' | 'noPort' | 'noRow'
type Row = { readonly ok: true; readonly ids: readonly string[] } | { readonly ok: false; readonly why: NoRow }

/** The nodes in the order in which each feeds the next, or why they cannot be copies of one. */
export function rowOf(diagram: Diagram, graph: string, chosen: readonly string[]): Row {
  const body = bodyAt(diagram, graph)
  const nodes = body?.nodes.filter((node) => chosen.includes(node.id)) ?? []
  const [first] = nodes
  if (!body || !first || nodes.length < 2) return { ok: false, why: 'few' }
  if (nodes.some((node) => !isSame(definition(node), definition(first)))) return { ok: false, why: 'differ' }
  if (nodes.some((node) => modeOf(node.repeat) === 'parallel')) return { ok: false, why: 'parallel' }
  const through = throughPorts(diagram, graph, first)
  if (through.length === 0) return { ok: false, why: 'noPort' }
  return ordered(body, nodes, through) ?? { ok: false, why: 'noRow' }
}

/** All that must be equal: everything but the id and how often it stands there. */
function definition(node: DiagramNode): DiagramNode {
  const mode = modeOf(node.repeat)
  return { ...without(node, 'repeat'), id: '', repeat: { count: 1, mode: mode === 'parallel' ? 'parallel' : mode } }
}

function modeOf(repeat: Repeat | undefined): 'stack' | 'parallel' | 'shared' {
  return typeof repeat === 'object' ? (repeat.mode ?? 'stack') : 'stack'
}

/** The ports by which one copy feeds the next. */
function throughPorts(diagram: Diagram, graph: string, node: DiagramNode): string[] {
  const ports = portsOf(diagram, graph, node)
  return (ports?.outputs ?? []).flatMap(({ id }) => (ports!.inputs.some((input) => input.id === id) ? [id] : []))
}

function ordered(body: GraphBody, nodes: readonly DiagramNode[], through: readonly string[]): Row | undefined {
  const ids = new Set(nodes.map((node) => node.id))
  const next = new Map<string, string>()
  for (const edge of body.edges) {
    const [from, to] = [endOf(edge.from), endOf(edge.to)]
    if (!ids.has(from.node)) continue
    const isPassing = ids.has(to.node) && from.port === to.port && through.includes(from.port)
    const known = next.get(from.node)
    // What leaves the row leaves it at the last.
    next.set(from.node, isPassing && (known ?? to.node) === to.node ? to.node : '')
  }
  const fed = new Set(next.values())
  const start = nodes.find((node) => !fed.has(node.id))
  const row: string[] = []
  for (let id = start?.id; id !== undefined && ids.has(id) && !row.includes(id); id = next.get(id)) row.push(id)
  return row.length === nodes.length && areFedAlike(body, row, through) ? { ok: true, ids: row } : undefined
}

/** What does not pass from copy to copy goes to all of them. */
function areFedAlike(body: GraphBody, row: readonly string[], through: readonly string[]): boolean {
  const sources = (id: string) =>
    new Map(
      body.edges.flatMap((edge) => (endOf(edge.to).node === id ? [[endOf(edge.to).port, edge.from] as const] : [])),
    )
  const first = sources(row[0]!)
  return row.every((id, index) => {
    const here = sources(id)
    const previous = row[index - 1]
    if (here.size !== first.size) return false
    return [...here].every(([port, from]) =>
      index > 0 && through.includes(port)
        ? endOf(from).node === previous && endOf(from).port === port
        : first.get(port) === from || (index === 0 && first.has(port)),
    )
  })
}

/** Makes one repeated node of a row of equal ones. Nothing happens where `rowOf` says why. */
export function intoRepeat(diagram: Diagram, graph: string, chosen: readonly string[]): Diagram {
  const row = rowOf(diagram, graph, chosen)
  const body = bodyAt(diagram, graph)
  if (!row.ok || !body || !isStatedAlike(diagram, graph, row.ids)) return diagram
  const [first, ...others] = row.ids
  const gone = new Set(others)
  const last = row.ids.at(-1)!
  const nodes = row.ids.map((id) => nodeIn(body, id)!)
  const made = updateBody(diagram, graph, (each) => ({
    ...each,
    nodes: each.nodes.flatMap((node) =>
      gone.has(node.id) ? [] : [node.id === first ? withRepeat(node, sumOf(nodes), modeOf(node.repeat)) : node],
    ),
    edges: each.edges.flatMap((edge): DiagramEdge[] => {
      const [from, to] = [endOf(edge.from), endOf(edge.to)]
      if (gone.has(to.node)) return []
      return [from.node === last ? { ...edge, from: endText({ node: first!, port: from.port }) } : edge]
    }),
  }))
  const followed = follow(diagram, made, (at, id) => (at === graph && gone.has(id) ? undefined : [id]))
  return whole(diagram, followed)
}

/** Whether phases say the same of all of them, at every instance. */
export function isStatedAlike(diagram: Diagram, graph: string, ids: readonly string[]): boolean {
  const saying = (states: object, path: string) =>
    Object.entries(states).flatMap(([each, state]: [string, unknown]) =>
      isWithin(each, path) ? [[each.slice(path.length), state] as const] : [],
    )
  for (const { states } of diagram.phases ?? [])
    for (const parent of states ? graphPathsOf(diagram, graph) : []) {
      const first = Object.fromEntries(saying(states!, pathIn(parent, ids[0]!)))
      if (!ids.every((id) => isSame(Object.fromEntries(saying(states!, pathIn(parent, id))), first))) return false
    }
  return true
}

function countOf(repeat: Repeat | undefined): Expression {
  return repeat === undefined ? 1 : typeof repeat === 'object' ? repeat.count : repeat
}

function sumOf(nodes: readonly DiagramNode[]): Expression {
  const counts = nodes.map((node) => countOf(node.repeat))
  const numbers = counts.filter((count) => typeof count === 'number')
  const sum = numbers.reduce((total, each) => total + each, 0)
  const words = counts
    .filter((count) => typeof count === 'string')
    .map((count) => (/[+\-\s]/.test(count) ? `(${count})` : count))
  return words.length === 0 ? sum : [...words, ...(sum > 0 ? [String(sum)] : [])].join(' + ')
}

function withRepeat(node: DiagramNode, count: Expression, mode: 'stack' | 'parallel' | 'shared'): DiagramNode {
  return { ...node, repeat: mode === 'stack' ? count : { count, mode } }
}

const mostCopies = 60

/** Whether a container around the graph uses the weights of another one, or lends its own. */
function isPartOfTie(diagram: Diagram, graph: string): boolean {
  const borrowed = new Set([...writtenNodes(diagram)].flatMap(({ node }) => node.tied ?? []))
  if (borrowed.size === 0) return false
  return [...graphPathsOf(diagram, graph)].some((path) => {
    const ids = path === '' ? [] : path.split('/')
    return ids.some((_, index) => {
      const container = ids.slice(0, index + 1).join('/')
      return borrowed.has(container) || nodeOf(diagram, container)?.tied !== undefined
    })
  })
}

/**
 * Why not: it stands once; side by side or with shared weights; within what shares its weights with another, copy for copy;
 * as often as each instance of its module is told; so often as is not known; too often to look at; by no port.
 */
type NotWrittenOut = 'once' | 'notStacked' | 'tied' | 'told' | 'unknown' | 'tooMany' | 'noPort'

/** How many copies there would be, in a row, or why they cannot be written out. */
export function copiesOf(
  diagram: Diagram,
  place: string,
  set?: Readonly<Record<string, Expression>>,
): number | NotWrittenOut {
  const { graph, id } = splitPlace(place)
  const node = bodyAt(diagram, graph)?.nodes.find((each) => each.id === id)
  if (node?.repeat === undefined) return 'once'
  if (modeOf(node.repeat) !== 'stack') return 'notStacked'
  if (isPartOfTie(diagram, graph)) return 'tied'
  const module = moduleOf(graph)
  const params = (module === undefined ? undefined : own(diagram.modules, module)?.params) ?? {}
  if ([...symbolsIn(countOf(node.repeat))].some((name) => Object.hasOwn(params, name))) return 'told'
  const value = workOut(countOf(node.repeat), graphLookup(diagram, graph, symbolLookup(diagram, set)))
  const count = value && numberOf(value)
  if (count === undefined || !Number.isInteger(count) || count < 1) return 'unknown'
  if (count > mostCopies) return 'tooMany'
  return throughPorts(diagram, graph, node).length === 0 ? 'noPort' : count
}

/** Puts as many equal nodes in a row. `set`: the symbols of the variant that is shown. Nothing happens where `copiesOf` says why. */
export function writeOut(diagram: Diagram, place: string, set?: Readonly<Record<string, Expression>>): Diagram {
  const count = copiesOf(diagram, place, set)
  const { graph, id } = splitPlace(place)
  const body = bodyAt(diagram, graph)
  const node = body && nodeIn(body, id)
  if (typeof count !== 'number' || !body || !node) return diagram
  const through = throughPorts(diagram, graph, node)
  const ids = [id]
  for (let index = 1; index < count; index++) {
    const taken = { ...body, nodes: [...body.nodes, ...ids.map((each) => ({ ...node, id: each }))] }
    ids.push(copyNames(taken, [id]).get(id)!)
  }
  const once = without(node, 'repeat')
  const last = ids.at(-1)!
  const side = body.edges.filter((edge) => endOf(edge.to).node === id && !through.includes(endOf(edge.to).port))
  const passing = through.filter((port) => body.edges.some((edge) => edge.to === endText({ node: id, port })))
  const more = ids
    .slice(1)
    .flatMap((each, index): DiagramEdge[] => [
      ...passing.map((port) => ({ from: endText({ node: ids[index]!, port }), to: endText({ node: each, port }) })),
      ...side.map((edge) => ({ ...edge, to: endText({ node: each, port: endOf(edge.to).port }) })),
    ])
  const written = updateBody(diagram, graph, (each) => ({
    ...each,
    nodes: each.nodes.flatMap((other) => (other.id === id ? ids.map((copy) => ({ ...once, id: copy })) : [other])),
    edges: [
      ...each.edges.map((edge) =>
        endOf(edge.from).node === id ? { ...edge, from: endText({ node: last, port: endOf(edge.from).port }) } : edge,
      ),
      ...more,
    ],
  }))
  return whole(diagram, statedAs(written, graph, id, ids.slice(1)))
}

/** The copies are in every phase what the first is. */
function statedAs(diagram: Diagram, graph: string, id: string, copies: readonly string[]): Diagram {
  return mapField(diagram, 'phases', (phases) =>
    mapList(phases, (phase) =>
      mapField(phase, 'states', (states) => {
        const more: typeof states = {}
        for (const parent of graphPathsOf(diagram, graph)) {
          const path = pathIn(parent, id)
          for (const [each, state] of Object.entries(states))
            if (isWithin(each, path))
              for (const copy of copies) more[pathIn(parent, copy) + each.slice(path.length)] = state
        }
        return Object.keys(more).length === 0 ? states : { ...states, ...more }
      }),
    ),
  )
}
