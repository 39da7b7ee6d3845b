// What an edit was for, told from the difference that it made: “Freeze Image encoder”, “Move 2 nodes”. So every edit has a
// name, whichever command made it. Pure.
import { differenceOf, type Difference, type FieldChange, type NodeChange } from '../../document/difference'
import { endOf } from '../../document/ends'
import { blockOf } from '../../blocks'
import type { Entry, Intention } from '../../document/history'
import { bodyAt, nodeAt, nodeIn, nodeOf, splitPlace } from '../../document/place'
import type { Diagram, DiagramNode, Words } from '../../document/schema'
import { titleWords } from '../../document/titles'
import { done, type Done, type DoneKey } from './done'

const known = new WeakMap<Diagram, WeakMap<Diagram, Done>>()

/** What led from one entry of the history to the next. */
export function doneBetween(before: Entry, after: Entry): Intention {
  return after.intention ?? intentionOf(before.diagram, after.diagram)
}

/** The two diagrams are states of one document. */
export function intentionOf(before: Diagram, after: Diagram): Done {
  let ways = known.get(after)
  if (!ways) known.set(after, (ways = new WeakMap()))
  let found = ways.get(before)
  if (!found) ways.set(before, (found = tell({ before, after, ...differenceOf(before, after) })))
  return found
}

interface Told extends Difference {
  readonly before: Diagram
  readonly after: Diagram
}

/** The first that knows what happened tells. */
function tell(told: Told): Done {
  for (const teller of tellers) {
    const found = teller(told)
    if (found) return found
  }
  return done('done.edit')
}

const tellers: readonly ((told: Told) => Done | undefined)[] = [
  grouping,
  comingAndGoing,
  stating,
  aboutNodes,
  joining,
  moving,
  folding,
  viewing,
  annotating,
  aboutTheRest,
]

/** Free texts and frames, in whatever graph they stand. */
function annotating({ before, after }: Told): Done | undefined {
  return annotationsIn(before) === annotationsIn(after) ? undefined : done('done.annotations')
}

function annotationsIn(diagram: Diagram): string {
  const found: unknown[] = []
  JSON.stringify(diagram, (key, value: unknown) => {
    if (key === 'texts' || key === 'frames') found.push(value)
    return value
  })
  return JSON.stringify(found)
}

/** “Freeze Image encoder” or “Freeze 3 nodes”. */
function each(
  key: 'add' | 'remove' | 'freeze' | 'train' | 'absent' | 'inherit' | 'move' | 'unpin' | 'fold' | 'unfold',
  names: readonly Words[],
): Done {
  const [name] = names
  return names.length === 1 ? done(`done.${key}`, { name: name! }) : done(`done.${key}Many`, { count: names.length })
}

function nodesOf({ nodes }: Told, kind: NodeChange['kind']): readonly NodeChange[] {
  return nodes.filter((change) => change.kind === kind)
}

function grouping(told: Told): Done | undefined {
  const [added, removed] = [nodesOf(told, 'added'), nodesOf(told, 'removed')]
  const [module] = told.modules.filter(({ kind }) => kind === 'added')
  const [newcomer] = added
  const inside = newcomer?.node.group?.nodes ?? []
  if (added.length === 1 && removed.length > 0 && inside.length > 0 && isAllIn(removed, inside))
    return done('done.group', { count: removed.length })
  const [goner] = removed
  if (removed.length === 1 && added.length > 0 && isAllIn(added, goner!.node.group?.nodes ?? []))
    return done('done.ungroup', { name: titleWords(told.before, goner!.node) })
  const turned = told.nodes.find(({ fields }) =>
    fields.some(({ path, after }) => path[0] === 'module' && after !== undefined),
  )
  if (module && turned) {
    const key = turned.fields.some(({ path }) => path[0] === 'group') ? 'done.makeModule' : 'done.makeIndependent'
    return done(key, { name: titleWords(told.after, turned.node) })
  }
  return undefined
}

function isAllIn(changes: readonly NodeChange[], nodes: readonly DiagramNode[]): boolean {
  const ids = new Set(nodes.map(({ id }) => id))
  return changes.every(({ place }) => ids.has(splitPlace(place).id))
}

function comingAndGoing(told: Told): Done | undefined {
  const added = nodesOf(told, 'added').map(({ node }) => titleWords(told.after, node))
  const removed = nodesOf(told, 'removed').map(({ node }) => titleWords(told.before, node))
  if (added.length === 1 && removed.length === 1) return done('done.replace', { name: removed[0]!, other: added[0]! })
  if (added.length > 0 && removed.length > 0) return done('done.edit')
  if (added.length > 0) return each('add', added)
  if (removed.length > 0) return each('remove', removed)
  return undefined
}

const stateKeys = { frozen: 'freeze', trainable: 'train', absent: 'absent' } as const

/** In a phase states are said by path, outside of phases by the node itself. */
function stating(told: Told): Done | undefined {
  const inPhases = told.fields.flatMap(({ path, before, after }) => {
    if (path[0] !== 'phases' || path[2] !== 'states') return []
    const [, , , node] = path
    const all = node === undefined ? { ...emptied(before), ...record(after) } : { [node]: after }
    return Object.entries(all).map(([at, state]) => ({
      depth: at.split('/').length,
      node: nodeOf(told.after, at),
      state,
    }))
  })
  const own = told.nodes.flatMap(({ node, fields }) =>
    fields.flatMap(({ path, after }) => (path[0] === 'state' ? [{ depth: 1, node, state: after }] : [])),
  )
  const all = [...inPhases, ...own]
  if (all.length === 0) return undefined
  // What lies inside follows what holds it.
  const set = all.filter(({ state }) => state !== undefined)
  const meant = outermost(set.length > 0 ? set : all)
  const states = new Set(meant.map(({ state }) => state))
  if (states.size !== 1) return done('done.states')
  const [state] = states
  const names = meant.flatMap(({ node }) => (node ? [titleWords(told.after, node)] : []))
  if (names.length === 0) return done('done.states')
  return each(stateKeys[state as keyof typeof stateKeys] ?? 'inherit', names)
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function emptied(value: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.keys(record(value)).map((name) => [name, undefined]))
}

function outermost<T extends { readonly depth: number }>(list: readonly T[]): readonly T[] {
  const least = Math.min(...list.map(({ depth }) => depth))
  return list.filter(({ depth }) => depth === least)
}

function aboutNodes(told: Told): Done | undefined {
  const changed = nodesOf(told, 'changed')
  if (changed.length === 0) return undefined
  if (changed.length > 1) return done('done.changeMany', { count: changed.length })
  const [{ node, fields, place }] = changed as [NodeChange]
  const name = titleWords(told.after, node)
  const [field] = fields as [FieldChange]
  const [kind, inner] = field.path
  if (kind === 'label') return renamed(told, place, name)
  if (kind === 'sublabel' || kind === 'note' || kind === 'init') return done(`done.${kind}`, { name })
  if (kind === 'repeat') return done('done.repeat', { name })
  if (kind === 'params' && fields.length === 1 && inner !== undefined && isPlain(field.after)) {
    const label = (node.block && blockOf(node.block)?.fields[inner]?.label) || inner
    return done('done.param', { name, param: label, value: String(field.after) })
  }
  return done('done.change', { name })
}

function renamed({ before }: Told, place: string, name: Words): Done {
  const old = nodeAt(before, place)
  return old ? done('done.rename', { name: titleWords(before, old), other: name }) : done('done.change', { name })
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}

function joining({ before, after, edges }: Told): Done | undefined {
  const [added, removed] = (['added', 'removed'] as const).map((kind) => edges.filter((edge) => edge.kind === kind))
  const [one] = added!
  const [other] = removed!
  const ends = (diagram: Diagram, { graph, from, to }: { graph: string; from: string; to: string }) => ({
    name: endWords(diagram, graph, from),
    other: endWords(diagram, graph, to),
  })
  if (one && added!.length === 1 && removed!.length <= 1)
    return done(other && other.to !== one.to ? 'done.reconnect' : 'done.connect', ends(after, one))
  if (other && added!.length === 0 && removed!.length === 1) return done('done.disconnect', ends(before, other))
  if (added!.length + removed!.length > 0) return done('done.edgesMany', { count: added!.length + removed!.length })
  const [edge] = edges
  return edge && done('done.edge', ends(after, edge))
}

/** The wall of a graph is called by the name of the port. */
function endWords(diagram: Diagram, graph: string, text: string): Words {
  const { node: id, port } = endOf(text)
  const body = bodyAt(diagram, graph)
  const node = body && nodeIn(body, id)
  return node ? titleWords(diagram, node) : port
}

function viewFields(told: Told, name: string): readonly FieldChange[] {
  return told.fields.filter(({ path }) => path[0] === 'view' && (path[1] === name || path.length === 1))
}

/** Pins by place, whether one was set or all of them came or went at once. */
function pinsOf({ before, after }: Told) {
  const [old, now] = [before.view?.pins ?? {}, after.view?.pins ?? {}]
  const isMoved = (place: string) => old[place]?.x !== now[place]?.x || old[place]?.y !== now[place]?.y
  const placed = Object.keys(now).filter((place) => !Object.hasOwn(old, place) || isMoved(place))
  const freed = Object.keys(old).filter((place) => !Object.hasOwn(now, place))
  return { placed, freed, left: Object.keys(now).length }
}

function moving(told: Told): Done | undefined {
  if (viewFields(told, 'pins').length === 0) return undefined
  const { placed, freed, left } = pinsOf(told)
  const names = (places: readonly string[]) =>
    places.flatMap((place) => {
      const node = nodeAt(told.after, place)
      return node ? [titleWords(told.after, node)] : []
    })
  if (placed.length > 0) return each('move', names(placed))
  if (freed.length > 1 && left === 0) return done('done.tidy')
  return freed.length > 0 ? each('unpin', names(freed)) : undefined
}

function folding(told: Told): Done | undefined {
  if (viewFields(told, 'unfolded').length === 0) return undefined
  const [old, now] = [told.before, told.after].map((diagram) => new Set(diagram.view?.unfolded))
  const names = (paths: readonly string[]) =>
    paths.flatMap((path) => {
      const node = nodeOf(told.after, path)
      return node ? [titleWords(told.after, node)] : []
    })
  const [opened, closed] = [[...now!].filter((path) => !old!.has(path)), [...old!].filter((path) => !now!.has(path))]
  if (opened.length > 0 && closed.length > 0) return done('done.foldSome')
  if (opened.length > 0) return each('unfold', names(opened))
  if (closed.length > 0)
    return now!.size === 0 && closed.length > 1 ? done('done.foldAll') : each('fold', names(closed))
  return undefined
}

function viewing({ after, fields }: Told): Done | undefined {
  const [field] = fields
  if (fields.length === 0 || !fields.every(({ path }) => path[0] === 'view')) return undefined
  const view = after.view ?? {}
  const labelled = (list: readonly { readonly id: string; readonly label?: Words }[] | undefined, id: string) =>
    list?.find((each) => each.id === id)?.label ?? id
  const name = fields.find(({ path }) => path[1] === 'variant') ? 'variant' : field!.path[1]
  if (name === 'variant' && view.variant !== undefined)
    return done('done.variant', { name: labelled(after.variants, view.variant) })
  if (name === 'phase' && view.phase !== undefined)
    return done('done.phase', { name: labelled(after.phases, view.phase) })
  return done(name === 'direction' ? 'done.direction' : 'done.view')
}

const restKeys: Readonly<Record<string, DoneKey>> = {
  about: 'done.about',
  variants: 'done.variants',
  phases: 'done.phases',
  steps: 'done.steps',
  published: 'done.published',
  nodes: 'done.order',
}

function aboutTheRest({ after, fields, modules }: Told): Done | undefined {
  const [field] = fields
  if (field) {
    const [part, name] = field.path as [string, string | undefined]
    if (part === 'about' && name === 'title') return done('done.title', { name: after.about.title })
    if ((part === 'symbols' && name !== undefined) || (part === 'variants' && field.path[2] === 'set')) {
      const symbol = part === 'symbols' ? name! : field.path[3]
      if (fields.length === 1 && symbol !== undefined)
        return isPlain(field.after)
          ? done('done.symbol', { name: symbol, value: String(field.after) })
          : done('done.symbolChange', { name: symbol })
      return done('done.symbols')
    }
    return restKeys[part] ? done(restKeys[part]) : undefined
  }
  const [module] = modules
  return module && done(module.kind === 'removed' ? 'done.removeModule' : 'done.module', { name: module.name })
}
