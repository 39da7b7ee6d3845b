// What stands open, what a person has placed, how the picture is shown.
import { isOnPage } from '../limits'
import { own, without } from '../own'
import { bodyAt, insideNode, nodeAt, nodeOf, splitPlace } from '../place'
import type { Diagram, Pin, ViewSettings } from '../schema'
import { isWithin, pathIn } from '../../shared/path'

/** Changes settings of the view; one that is given as undefined goes. */
export function setView(diagram: Diagram, settings: Partial<ViewSettings>): Diagram {
  const view = diagram.view ?? {}
  if (Object.entries(settings).every(([name, value]) => own(view, name) === value)) return diagram
  const changed = Object.fromEntries(
    Object.entries({ ...view, ...settings }).filter(([, value]) => value !== undefined),
  )
  if (Object.keys(changed).length === 0) return without(diagram, 'view')
  return { ...diagram, view: changed }
}

/** Closes nodes. What stands open inside is remembered for when they open again. */
export function fold(diagram: Diagram, paths: readonly string[]): Diagram {
  const open = diagram.view?.unfolded ?? []
  return setUnfolded(
    diagram,
    open.filter((path) => !paths.includes(path)),
  )
}

/** Opens nodes; blocks have nothing to open. */
export function unfold(diagram: Diagram, paths: readonly string[]): Diagram {
  const open = diagram.view?.unfolded ?? []
  const more = paths.filter((path) => !open.includes(path) && isContainer(diagram, path))
  return setUnfolded(diagram, [...open, ...new Set(more)])
}

export function isContainer(diagram: Diagram, path: string): boolean {
  const node = nodeOf(diagram, path)
  return node !== undefined && insideNode('', node) !== undefined
}

/** Opens everything down to a depth and closes what lies deeper: 0 closes all, Infinity opens all. */
export function unfoldTo(diagram: Diagram, depth: number): Diagram {
  return setUnfolded(diagram, [...containers(diagram, '', '', depth)].slice(0, mostUnfolded))
}

/** More than anybody sees at once, and few enough to write down. */
const mostUnfolded = 5000

/** The paths of what has an inside, parents first. */
function* containers(diagram: Diagram, graph: string, path: string, depth: number): Generator<string> {
  if (depth <= 0) return
  for (const node of bodyAt(diagram, graph)?.nodes ?? []) {
    const inside = insideNode(graph, node)
    if (inside === undefined) continue
    const here = pathIn(path, node.id)
    yield here
    yield* containers(diagram, inside, here, depth - 1)
  }
}

function setUnfolded(diagram: Diagram, paths: readonly string[]): Diagram {
  const open = diagram.view?.unfolded ?? []
  if (open.length === paths.length && open.every((path, index) => path === paths[index])) return diagram
  return setView(diagram, { unfolded: [...paths] })
}

/** Puts a node where a person wants it, from the top left of the graph that holds it. */
export function setPin(diagram: Diagram, place: string, { x, y }: Pin): Diagram {
  return setPins(diagram, { [place]: { x, y } })
}

/** Several at once, as one edit. What is locked stays where it is. */
export function setPins(diagram: Diagram, pins: Readonly<Record<string, Pin>>): Diagram {
  const before = diagram.view?.pins ?? {}
  let changed = before
  for (const [place, { x, y }] of Object.entries(pins)) {
    const old = own(changed, place)
    if (!isOnPage({ x, y }) || !nodeAt(diagram, place) || (old?.x === x && old.y === y) || old?.locked) continue
    // Adding zero turns a negative zero, which a file does not need, into a plain one.
    changed = { ...changed, [place]: { ...old, x: x + 0, y: y + 0 } }
  }
  return changed === before ? diagram : setView(diagram, { pins: changed })
}

export function clearPin(diagram: Diagram, place: string): Diagram {
  return keepPins(diagram, (each) => each !== place)
}

/** Lets the layout place everything again but what is locked; with a graph's place only the nodes of that graph. */
export function clearPins(diagram: Diagram, graph?: string): Diagram {
  const pins = diagram.view?.pins
  return keepPins(
    diagram,
    (place) => (graph !== undefined && splitPlace(place).graph !== graph) || own(pins, place)?.locked === true,
  )
}

/** Lets the layout place these nodes again, and all that is written inside them, but what is locked. */
export function tidyNodes(diagram: Diagram, places: readonly string[]): Diagram {
  const pins = diagram.view?.pins
  const isMeant = (pin: string) => places.some((place) => isWithin(pin, place))
  return keepPins(diagram, (pin) => !isMeant(pin) || own(pins, pin)?.locked === true)
}

/** Locks nodes where they are, by place, or lets them go; what was pinned stays pinned. */
export function setLocked(diagram: Diagram, pins: Readonly<Record<string, Pin>>, isLocked: boolean): Diagram {
  const before = diagram.view?.pins ?? {}
  let changed = before
  for (const [place, { x, y }] of Object.entries(pins)) {
    const old = own(changed, place)
    if ((old?.locked === true) === isLocked || !nodeAt(diagram, place) || !isOnPage({ x, y })) continue
    const pin = isLocked ? { ...(old ?? { x: x + 0, y: y + 0 }), locked: true } : without(old!, 'locked')
    changed = { ...changed, [place]: pin }
  }
  return changed === before ? diagram : setView(diagram, { pins: changed })
}

export function isLocked(diagram: Diagram, place: string): boolean {
  return own(diagram.view?.pins, place)?.locked === true
}

function keepPins(diagram: Diagram, isKept: (place: string) => boolean): Diagram {
  const pins = diagram.view?.pins
  const gone = Object.keys(pins ?? {}).filter((place) => !isKept(place))
  if (!pins || gone.length === 0) return diagram
  const left = without(pins, ...gone)
  return setView(diagram, { pins: Object.keys(left).length > 0 ? left : undefined })
}

/** Whether any node of the document has been placed by a person and could be placed otherwise. */
export function hasPins(diagram: Diagram): boolean {
  return Object.values(diagram.view?.pins ?? {}).some((pin) => !pin.locked)
}
