// A module written so that what it is called no longer counts: two modules that do the same have the same form.
import { blockOf } from '../../blocks'
import type { Field } from '../../blocks/fields'
import { parseDim } from '../../shared/dimension'
import { renameSymbols } from '../../shared/expression'
import { endOf } from '../ends'
import { initialOf } from '../expressions'
import { own } from '../own'
import type { Diagram, DiagramNode, Expression, GraphBody, Module } from '../schema'

export interface NormalForm {
  /** Blocks and how they are wired. Equal for modules that differ in settings at most. */
  readonly wiring: string
  /** What the nodes are set to, in an order that equal wiring shares: `2 selfAttention.mask` to `causal`. */
  readonly settings: ReadonlyMap<string, string>
  /** Everything that is only a name, in the same order: nodes, parameters, ports. */
  readonly names: string
  /** What the blocks are, in the order of the data, for people. */
  readonly blocks: readonly string[]
}

/** The form of a module of a diagram. */
export function normalFormOf(diagram: Diagram, name: string): NormalForm {
  const module = own(diagram.modules, name)
  if (!module) throw new Error(`There is no module ${name}`)
  return formOf(diagram, module, new Names(module), '', new Set([name]))
}

/** Names in the order in which they are first used; what a parameter of the module is called counts no more than a symbol. */
class Names {
  private readonly found = new Map<string, string>()
  private readonly params: ReadonlySet<string>

  constructor(module: Pick<Module, 'params'>) {
    this.params = new Set(Object.keys(module.params ?? {}))
  }

  write(expression: unknown): string {
    if (typeof expression !== 'string' && typeof expression !== 'number') return JSON.stringify(expression) ?? ''
    const renamed = typeof expression === 'string' ? renameSymbols(expression, (name) => this.of(name)) : expression
    const parsed = parseDim(renamed)
    return parsed.ok ? parsed.dim.key : String(renamed)
  }

  all(): readonly string[] {
    return [...this.found.keys()]
  }

  private of(name: string): string {
    let known = this.found.get(name)
    if (known === undefined) {
      const kind = this.params.has(name) ? 'param' : 'symbol'
      known = `${kind}_${[...this.found.values()].filter((each) => each.startsWith(kind)).length + 1}`
      this.found.set(name, known)
    }
    return known
  }
}

function formOf(
  diagram: Diagram,
  body: GraphBody,
  names: Names,
  prefix: string,
  open: ReadonlySet<string>,
): NormalForm {
  const order = orderOf(body)
  const index = new Map(order.map((node, i) => [node.id, i]))
  const settings = new Map<string, string>()
  const blocks: string[] = []
  const wall = (ports: GraphBody['inputs'], id: string) => (ports ?? []).findIndex((port) => port.id === id)
  const parts = order.map((node, i) => {
    const place = `${prefix}${i + 1} ${kindOf(node)}`
    const inner = insideOf(diagram, node, names, `${place}/`, open)
    for (const [key, value] of inner?.settings ?? []) settings.set(key, value)
    for (const [key, value] of settingsOf(diagram, node, names)) settings.set(`${place}.${key}`, value)
    blocks.push(...(inner?.blocks ?? [kindOf(node)]))
    const feeds = body.edges
      .filter((edge) => endOf(edge.to).node === node.id)
      .map((edge) => {
        const [from, to] = [endOf(edge.from), endOf(edge.to)]
        const port = portName(diagram, node, to.port, 'inputs')
        if (from.node === 'in') return `${port}<in${wall(body.inputs, from.port)}`
        const source = body.nodes.find((each) => each.id === from.node)
        return `${port}<${index.get(from.node)}.${source ? portName(diagram, source, from.port, 'outputs') : from.port}`
      })
    return `${kindOf(node)}(${feeds.sort().join(' ')})${inner ? `{${inner.wiring}}` : ''}`
  })
  const outs = body.edges
    .filter((edge) => endOf(edge.to).node === 'out')
    .map((edge) => {
      const [from, to] = [endOf(edge.from), endOf(edge.to)]
      const source = body.nodes.find((each) => each.id === from.node)
      const at = from.node === 'in' ? `in${wall(body.inputs, from.port)}` : `${index.get(from.node)}`
      return `out${wall(body.outputs, to.port)}<${at}.${source ? portName(diagram, source, from.port, 'outputs') : ''}`
    })
  return {
    wiring: [...parts, ...outs.sort()].join(';'),
    settings,
    names: JSON.stringify([
      order.map(({ id }) => id),
      names.all(),
      body.inputs?.map((p) => p.id),
      body.outputs?.map((p) => p.id),
    ]),
    blocks,
  }
}

/** Ports of a block have names of its own; those of groups and modules are numbered, for theirs are the author's. */
function portName(diagram: Diagram, node: DiagramNode, port: string, side: 'inputs' | 'outputs'): string {
  const body = node.group ?? (node.module === undefined ? undefined : own(diagram.modules, node.module))
  return body ? String((body[side] ?? []).findIndex(({ id }) => id === port)) : port
}

function insideOf(
  diagram: Diagram,
  node: DiagramNode,
  names: Names,
  prefix: string,
  open: ReadonlySet<string>,
): NormalForm | undefined {
  if (node.group) return formOf(diagram, node.group, names, prefix, open)
  const module = node.module === undefined ? undefined : own(diagram.modules, node.module)
  if (!module || open.has(node.module!)) return undefined
  return formOf(diagram, module, new Names(module), prefix, new Set([...open, node.module!]))
}

function kindOf(node: DiagramNode): string {
  return node.block ?? (node.group ? 'group' : 'module')
}

/** Words change no number, so they do not count; what is not set is what the block begins with. */
function settingsOf(diagram: Diagram, node: DiagramNode, names: Names): [string, string][] {
  const { repeat, tied, tiedIf } = node
  const found: [string, string][] = []
  if (repeat !== undefined) {
    const { count, mode = 'stack', active } = typeof repeat === 'object' ? repeat : { count: repeat }
    found.push(['repeat', [mode, names.write(count), ...(active === undefined ? [] : [names.write(active)])].join(' ')])
  }
  if (tied !== undefined) found.push(['tied', tiedIf === undefined ? 'yes' : `if ${names.write(tiedIf)}`])
  const module = node.module === undefined ? undefined : own(diagram.modules, node.module)
  const fields: Readonly<Record<string, Field>> =
    (node.block === undefined ? undefined : blockOf(node.block)?.fields) ?? {}
  for (const [name, field] of Object.entries(fields)) {
    if (field.type === 'words') continue
    const given = own(node.params, name)
    found.push([name, writeParam(given === undefined ? field.initial : given, field.type, names)])
  }
  // In the order of the module's own parameters, which may be called otherwise elsewhere.
  for (const [i, [name, initial]] of Object.entries(module?.params ?? {}).entries())
    found.push([`parameter ${i + 1}`, names.write((own(node.params, name) ?? initialOf(initial)) as Expression)])
  return found
}

function writeParam(param: unknown, type: Field['type'], names: Names): string {
  if (type === 'dimension') return names.write(param)
  if (type === 'shape' && Array.isArray(param)) return param.map((each) => names.write(each)).join(' × ')
  return typeof param === 'string' ? param : JSON.stringify(param)
}

/** Each after what feeds it, beginning with what the first output is made of: an order that names do not decide. */
function orderOf(body: GraphBody): DiagramNode[] {
  const order: DiagramNode[] = []
  const seen = new Set<string>()
  const byId = new Map(body.nodes.map((node) => [node.id, node]))
  const into = (id: string) =>
    body.edges
      .filter((edge) => endOf(edge.to).node === id)
      .sort((a, b) => (endOf(a.to).port < endOf(b.to).port ? -1 : 1))
  const visit = (id: string): void => {
    const node = byId.get(id)
    if (!node || seen.has(id)) return
    seen.add(id)
    for (const edge of into(id)) visit(endOf(edge.from).node)
    order.push(node)
  }
  const outs = (body.outputs ?? []).map(({ id }) => id)
  const rank = (edge: { to: string }) => outs.indexOf(endOf(edge.to).port)
  for (const edge of into('out').sort((a, b) => rank(a) - rank(b))) visit(endOf(edge.from).node)
  // What leads nowhere comes last, the ends of it in the order of what they are made of.
  const madeOf = (id: string, depth: number): string => {
    const node = byId.get(id)
    if (!node || depth === 0) return id === 'in' ? 'in' : ''
    const feeds = into(id).map((edge) => {
      const [from, to] = [endOf(edge.from), endOf(edge.to)]
      return `${to.port}<${madeOf(from.node, depth - 1)}.${from.port}`
    })
    return `${kindOf(node)}(${feeds.join(' ')})`
  }
  const feeding = new Set(body.edges.map((edge) => endOf(edge.from).node))
  const rest = body.nodes.filter(({ id }) => !seen.has(id))
  const ends = rest.filter(({ id }) => !feeding.has(id)).map((node) => ({ node, key: madeOf(node.id, 4) }))
  ends.sort((a, b) => (a.key < b.key ? -1 : 1))
  for (const { id } of [...ends.map(({ node }) => node), ...rest]) visit(id)
  return order
}
