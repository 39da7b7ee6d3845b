// A group becomes a module that can be used again; an instance gets a module of its own.
import { namesIn } from '../checkSymbols'
import { initialOf } from '../expressions'
import { unstatedNames } from '../initials'
import { usesOf, writtenNodes } from '../instances'
import { isModuleName } from '../checkGraph'
import { own, without } from '../own'
import { moduleOf, nodeAt, placeIn, updateNode } from '../place'
import { isSame } from '../same'
import type { Diagram, DiagramNode, Group, Module } from '../schema'
import { mapField } from './references'
import { isInside } from '../../shared/path'

/** Turns a group into a module of the name, of which the node is the first instance. */
export function makeModule(diagram: Diagram, place: string, name: string): Diagram {
  const node = nodeAt(diagram, place)
  if (!node?.group || !isModuleName(name) || own(diagram.modules, name)) return diagram
  const outer = moduleOf(place)
  const params = capturedParams(outer === undefined ? undefined : own(diagram.modules, outer)?.params, node.group)
  const module: Module = {
    ...(node.label !== undefined && { label: node.label }),
    ...(params && { params }),
    ...node.group,
  }
  const bound = params && Object.fromEntries(Object.keys(params).map((param) => [param, param]))
  const instance = (each: DiagramNode): DiagramNode => {
    const rest = without(each, 'group', 'label')
    return { ...rest, module: name, ...(bound && { params: { ...rest.params, ...bound } }) }
  }
  const made = updateNode({ ...diagram, modules: { ...diagram.modules, [name]: module } }, place, instance)
  return mapPins(made, (pin) => (isInside(pin, place) ? [`${name}:${pin.slice(place.length + 1)}`] : [pin]))
}

/** The groups that hold the same as the one at a place, itself included, wherever the same names mean the same. */
export function groupsLike(diagram: Diagram, place: string): string[] {
  const group = nodeAt(diagram, place)?.group
  if (!group) return []
  return [...writtenNodes(diagram)].flatMap(({ graph, node }) => {
    const here = placeIn(graph, node.id)
    const isMeant = moduleOf(here) === moduleOf(place) && node.group !== undefined
    return isMeant && isSame(node.group, group) ? [here] : []
  })
}

/** Turns a group, and all that hold the same, into instances of one new module. */
export function shareGroups(diagram: Diagram, place: string, name: string): Diagram {
  // A group within an equal group there cannot be, so that every place stays while the others change.
  const others = groupsLike(diagram, place).filter((each) => each !== place)
  const made = makeModule(diagram, place, name)
  if (made === diagram) return diagram
  const { label, params } = nodeAt(diagram, place)!
  const bound = nodeAt(made, place)!.params
  const shared = others.reduce(
    (each, other) =>
      updateNode(each, other, (node) => {
        const rest = without(node, 'group', ...(isSame(node.label, label) ? ['label'] : []))
        return { ...rest, module: name, ...((bound ?? params) && { params: { ...rest.params, ...bound } }) }
      }),
    made,
  )
  return mapPins(shared, (pin) => (others.some((other) => isInside(pin, other)) ? [] : [pin]))
}

/** The parameters of the surrounding module that the group names, said or not: out there they would not be in scope. */
function capturedParams(params: Module['params'], group: Group): Module['params'] {
  const named = new Set([...namesIn(group), ...unstatedNames(group)])
  const captured = Object.entries(params ?? {}).filter(([param]) => named.has(param))
  if (captured.length === 0) return undefined
  return Object.fromEntries(captured.map(([param, value]) => [param, initialOf(value)]))
}

/** Gives an instance a copy of its module under the name. Nothing happens to the only instance: it is independent. */
export function makeIndependent(diagram: Diagram, place: string, name: string): Diagram {
  const module = nodeAt(diagram, place)?.module
  if (module === undefined || !isModuleName(name) || own(diagram.modules, name)) return diagram
  if ((usesOf(diagram).get(module)?.length ?? 0) < 2) return diagram
  const copied = { ...diagram, modules: { ...diagram.modules, [name]: own(diagram.modules, module)! } }
  const made = updateNode(copied, place, (node) => ({ ...node, module: name }))
  return mapPins(made, (pin) => (moduleOf(pin) === module ? [pin, `${name}:${pin.slice(module.length + 1)}`] : [pin]))
}

/** Takes away a module of which there is no instance. */
export function removeModule(diagram: Diagram, name: string): Diagram {
  if (!own(diagram.modules, name) || usesOf(diagram).has(name)) return diagram
  const modules = without(diagram.modules!, name)
  const removed = Object.keys(modules).length > 0 ? { ...diagram, modules } : without(diagram, 'modules')
  return mapPins(removed, (pin) => (moduleOf(pin) === name ? [] : [pin]))
}

function mapPins(diagram: Diagram, change: (place: string) => readonly string[]): Diagram {
  return mapField(diagram, 'view', (view) =>
    mapField(view, 'pins', (pins) => {
      const changed = Object.entries(pins).flatMap(([place, pin]) => change(place).map((each) => [each, pin] as const))
      const isSame =
        changed.length === Object.keys(pins).length && changed.every(([place]) => Object.hasOwn(pins, place))
      return isSame ? pins : Object.fromEntries(changed)
    }),
  )
}
