// Everything that points at nodes by path or by place, kept pointing at the same nodes while these move.
import { own, without } from '../own'
import { followAnnotations } from './followed'
import { bodyAt, insideNode, moduleOf, nodeIn } from '../place'
import type { Diagram, DiagramNode, GraphBody, Phase, Published, Step, ViewSettings } from '../schema'

/** The ids that stand for an id from now on; none where the node is taken out of the way; undefined where it is gone. */
export type Rename = (graph: string, id: string) => readonly string[] | undefined

/** The diagram `after` a change, its references being those from `before`, brought up to date. */
export function follow(before: Diagram, after: Diagram, rename: Rename): Diagram {
  const path = (each: string) => renamedPath(before, each, rename)
  const place = (each: string) => renamedPlace(before, each, rename)
  return followAnnotations(before, mapPlaces(mapPaths(after, path), place), place)
}

/** What leads nowhere is left as it is. */
function renamedPath(before: Diagram, path: string, rename: Rename): string | undefined {
  return renamedFrom(before, '', path, rename)
}

function renamedPlace(before: Diagram, place: string, rename: Rename): string | undefined {
  const module = moduleOf(place)
  if (module === undefined) return renamedFrom(before, '', place, rename)
  const renamed = renamedFrom(before, `${module}:`, place.slice(module.length + 1), rename)
  return renamed === undefined ? undefined : `${module}:${renamed}`
}

function renamedFrom(before: Diagram, start: string, ids: string, rename: Rename): string | undefined {
  const renamed: string[] = []
  let graph: string | undefined = start
  for (const id of ids.split('/')) {
    const body: GraphBody | undefined = graph === undefined ? undefined : bodyAt(before, graph)
    const node: DiagramNode | undefined = body && nodeIn(body, id)
    if (!node) return ids
    const now = rename(graph!, id)
    if (!now) return undefined
    renamed.push(...now)
    graph = insideNode(graph!, node)
  }
  return renamed.length === 0 ? undefined : renamed.join('/')
}

type Change = (path: string) => string | undefined

/** Every path in the document changed; where there is none any more, what needs it goes too. */
export function mapPaths(diagram: Diagram, change: Change): Diagram {
  let changed = mapField(diagram, 'phases', (phases: Phase[]) =>
    mapList(phases, (phase) => mapField(phase, 'states', (states) => mapKeys(states, change))),
  )
  changed = mapField(changed, 'published', (list: Published[]) =>
    mapList(list, (published) => {
      const { node } = published
      if (node === undefined) return published
      const paths = Array.isArray(node) ? mapList(node, change) : change(node)
      if (paths === node) return published
      // A figure for two parts says nothing about one of them.
      if (paths === undefined || (paths.length < node.length && Array.isArray(node))) return undefined
      return { ...published, node: paths }
    }),
  )
  changed = mapField(changed, 'steps', (steps: Step[]) => mapList(steps, (step) => withPaths(step, change)))
  changed = mapField(changed, 'view', (view: ViewSettings) =>
    mapField(view, 'unfolded', (list) => mapList(list, change)),
  )
  return mapNodes(changed, (node) => {
    if (node.tied === undefined) return node
    const tied = change(node.tied)
    return tied === node.tied ? node : tied === undefined ? without(without(node, 'tied'), 'tiedIf') : { ...node, tied }
  })
}

function withPaths(step: Step, change: Change): Step {
  let changed = step
  for (const key of ['focus', 'hidden', 'unfolded'] as const)
    changed = mapField(changed, key, (list) => mapList(list, change))
  return mapField(changed, 'lens', (lens) => {
    if (lens.node === undefined) return lens
    const node = change(lens.node)
    return node === lens.node ? lens : node === undefined ? undefined : { ...lens, node }
  })
}

/** Every place in the document changed. */
export function mapPlaces(diagram: Diagram, change: Change): Diagram {
  return mapField(diagram, 'view', (view: ViewSettings) => mapField(view, 'pins', (pins) => mapKeys(pins, change)))
}

/** Every node as it is written changed, groups gone into. */
export function mapNodes(diagram: Diagram, change: (node: DiagramNode) => DiagramNode): Diagram {
  const inBody = <B extends GraphBody>(body: B): B => {
    const nodes = mapList(body.nodes, (node) => change(mapField(node, 'group', inBody)))
    return nodes === body.nodes ? body : { ...body, nodes }
  }
  return mapField(inBody(diagram), 'modules', (modules) => mapValues(modules, inBody))
}

/** One field changed where it is there; the same object where it stays the same. */
export function mapField<T extends object, K extends keyof T & string>(
  object: T,
  key: K,
  change: (value: NonNullable<T[K]>) => T[K],
): T {
  const value = own(object as Record<string, T[K]>, key)
  if (value === undefined || value === null) return object
  const changed = change(value)
  return changed === value ? object : { ...object, [key]: changed }
}

/** The same list where every element stays the same; elements that come out undefined are left out. */
export function mapList<T>(list: T[], change: (element: T) => T | undefined): T[] {
  const changed = list.map(change)
  return changed.every((each, index) => each === list[index]) ? list : changed.filter((each) => each !== undefined)
}

function mapValues<T>(record: Record<string, T>, change: (value: T) => T): Record<string, T> {
  const entries = Object.entries(record)
  const changed = entries.map(([name, value]) => [name, change(value)] as const)
  return changed.every(([, value], index) => value === entries[index]![1]) ? record : Object.fromEntries(changed)
}

export function mapKeys<T>(record: Record<string, T>, change: Change): Record<string, T> {
  const names = Object.keys(record)
  const changed = names.map(change)
  if (changed.every((name, index) => name === names[index])) return record
  return Object.fromEntries(
    changed.flatMap((name, index) => (name === undefined ? [] : [[name, record[names[index]!]!]])),
  )
}
