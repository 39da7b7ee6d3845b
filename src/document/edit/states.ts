// Frozen, trainable or inherited. With phases a state is said per path in a phase, else on the node itself.
import { instanceCount, pathsOf } from '../instances'
import { entry, own, without } from '../own'
import { bodyAt, insideNode, placeIn, placeOf, updateNode, walk } from '../place'
import type { Diagram, DiagramNode, Phase } from '../schema'
import { mapField, mapList } from './references'
import { isInside, pathIn } from '../../shared/path'

export type PhaseState = NonNullable<Phase['states']>[string]

export interface StateOptions {
  /** The phase in which it holds; absent: said on the node itself, for all phases that do not say otherwise. */
  readonly phase?: string
  /** For everything inside too: deeper statements to the contrary go. */
  readonly inside?: boolean
}

/** Undefined: inherited. `absent` is possible in a phase only. Paths that lead nowhere are passed over. */
export function setState(
  diagram: Diagram,
  paths: readonly string[],
  state: PhaseState | undefined,
  { phase, inside = false }: StateOptions = {},
): Diagram {
  let changed = diagram
  for (const path of paths) {
    if (placeOf(changed, path) === undefined) continue
    if (phase === undefined) changed = state === 'absent' ? changed : setOwnState(changed, path, state, inside)
    else if (diagram.phases?.some((each) => each.id === phase))
      changed = setPhaseState(changed, phase, path, state, inside)
  }
  return changed
}

function setOwnState(diagram: Diagram, path: string, state: DiagramNode['state'], inside: boolean): Diagram {
  let changed = updateNode(diagram, placeOf(diagram, path)!, (node) => stated(node, state))
  if (!inside) return changed
  for (const place of new Set(deeperStatements(diagram, path).map((deeper) => placeOf(diagram, deeper)!)))
    changed = updateNode(changed, place, (node) => stated(node, undefined))
  return changed
}

function stated(node: DiagramNode, state: DiagramNode['state']): DiagramNode {
  if (node.state === state) return node
  return state === undefined ? without(node, 'state') : { ...node, state }
}

function setPhaseState(
  diagram: Diagram,
  phase: string,
  path: string,
  state: PhaseState | undefined,
  inside: boolean,
): Diagram {
  let changed = mapStates(diagram, phase, (states) => entry(states, path, state))
  if (state === undefined) changed = clearOwnState(changed, phase, path)
  if (!inside) return changed
  changed = mapStates(changed, phase, (states) =>
    without(states, ...Object.keys(states).filter((each) => isInside(each, path))),
  )
  // What a node deeper down says itself is answered in the phase, so that other phases and instances keep it.
  const answer = state ?? inheritedState(changed, phase, path)
  if (answer === undefined) return changed
  for (const deeper of deeperStatements(changed, path))
    changed = mapStates(changed, phase, (states) => entry(states, deeper, answer))
  return changed
}

function mapStates(
  diagram: Diagram,
  phase: string,
  change: (states: NonNullable<Phase['states']>) => Phase['states'],
): Diagram {
  return mapField(diagram, 'phases', (phases) =>
    mapList(phases, (each) => {
      if (each.id !== phase) return each
      const states = change(each.states ?? {}) ?? {}
      if (states === each.states || (!each.states && Object.keys(states).length === 0)) return each
      return Object.keys(states).length > 0 ? { ...each, states } : without(each, 'states')
    }),
  )
}

const mostPaths = 1000

/** A node that states something itself would not inherit. It says so in the other phases and instances instead. */
function clearOwnState(diagram: Diagram, phase: string, path: string): Diagram {
  const { graph, node } = walk(diagram, path)!.at(-1)!
  const place = placeIn(graph, node.id)
  if (node.state === undefined || instanceCount(diagram, place) > mostPaths) return diagram
  let changed = updateNode(diagram, place, (each) => stated(each, undefined))
  for (const other of diagram.phases ?? [])
    changed = mapStates(changed, other.id, (states) =>
      pathsOf(diagram, place, mostPaths)
        .filter((each) => !(other.id === phase && each === path) && own(states, each) === undefined)
        .reduce((all, each) => ({ ...all, [each]: node.state! }), states),
    )
  return changed
}

/** What a path inherits in a phase from what holds it, or says itself. */
export function inheritedState(diagram: Diagram, phase: string | undefined, path: string): PhaseState | undefined {
  const states = diagram.phases?.find((each) => each.id === phase)?.states
  let state: PhaseState | undefined
  let here = ''
  for (const { node } of walk(diagram, path) ?? []) {
    here = pathIn(here, node.id)
    state = own(states, here) ?? node.state ?? state
  }
  return state
}

/** The paths inside a node whose nodes state something themselves. */
function deeperStatements(diagram: Diagram, path: string): string[] {
  const silent = new Map<string, boolean>()
  const found: string[] = []
  // Returns whether anything was said, so that a module in which nothing is said is gone through once.
  const search = (graph: string, parent: string): boolean => {
    if (silent.get(graph)) return false
    let isSaid = false
    for (const node of bodyAt(diagram, graph)?.nodes ?? []) {
      const here = pathIn(parent, node.id)
      if (node.state !== undefined) found.push(here)
      const inside = insideNode(graph, node)
      isSaid = (inside !== undefined && search(inside, here)) || node.state !== undefined || isSaid
    }
    silent.set(graph, !isSaid)
    return isSaid
  }
  const last = walk(diagram, path)?.at(-1)
  const inside = last && insideNode(last.graph, last.node)
  if (inside !== undefined) search(inside, path)
  return found
}
