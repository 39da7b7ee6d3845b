// What can be added at a port: what takes what it gives, or gives what it takes. Pure.
import { blocks } from '../../blocks'
import type { Kind } from '../../blocks/tensor'
import { nodesIn } from '../../document/instances'
import { own } from '../../document/own'
import { moduleOf } from '../../document/place'
import { kindsMeet, type DiagramPort } from '../../document/ports'
import type { Diagram } from '../../document/schema'
import { readyIds } from './ready'
import { portsOfWare, type Ware } from './wares'

export interface Fit {
  readonly ware: Ware
  /** The port of what is added that would be joined. */
  readonly port: DiagramPort
  /** The kinds that say that it fits; empty where one side does not say. */
  readonly kinds: readonly Kind[]
}

/** What a port is about: the kinds that it gives or takes, as far as that is known. */
export interface Wanted {
  readonly kinds: readonly Kind[]
  /** It gives, so that what is added has to take. */
  readonly gives: boolean
}

/** All that fits, what is sure before what may be, and what goes on along the flow before what comes from the side. */
export function fitsAt(diagram: Diagram, graph: string, wanted: Wanted): Fit[] {
  const wares: Ware[] = [
    ...blocks.map(({ type }) => ({ block: type })),
    // A module does not go into itself.
    ...Object.keys(diagram.modules ?? {})
      .filter((name) => !holds(diagram, name, moduleOf(graph)))
      .map((name) => ({ module: name })),
    ...readyIds.map((id) => ({ ready: id })),
  ]
  const here: DiagramPort = { id: '', kinds: wanted.kinds, optional: false, side: false }
  const fits = wares.flatMap((ware): Fit[] => {
    const ports = portsOfWare(diagram, graph, ware)
    const list = (wanted.gives ? ports?.inputs : ports?.outputs) ?? []
    const fitting = list.filter((port) => (wanted.gives ? kindsMeet(here, port) : kindsMeet(port, here)))
    const port = fitting.toSorted((a, b) => portRank(a) - portRank(b))[0]
    return port ? [{ ware, port, kinds: sharedKinds(wanted.kinds, port.kinds ?? []) }] : []
  })
  return fits.toSorted((a, b) => rank(a) - rank(b))
}

/** Whether instances of a module stand in another, however deep; it holds itself, too. */
export function holds(diagram: Diagram, name: string, wanted: string | undefined): boolean {
  const open = [name]
  const seen = new Set(open)
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (each === wanted) return true
    const module = own(diagram.modules, each)
    for (const { node } of module ? nodesIn(`${each}:`, module) : [])
      if (node.module !== undefined && !seen.has(node.module)) {
        seen.add(node.module)
        open.push(node.module)
      }
  }
  return false
}

function sharedKinds(a: readonly Kind[], b: readonly Kind[]): readonly Kind[] {
  return a.filter((kind) => b.includes(kind))
}

function portRank({ side, optional }: DiagramPort): number {
  return (side ? 2 : 0) + (optional ? 1 : 0)
}

function rank({ port, kinds }: Fit): number {
  return (kinds.length > 0 ? 0 : 10) + portRank(port)
}
