// What is said of a fragment's nodes beside them: their states in phases, what stands open, where a person placed them.
import type { Fragment } from '../fragment'
import { own } from '../own'
import { placeIn } from '../place'
import type { Point } from '../../shared/geometry'
import type { Diagram, Pin } from '../schema'
import { setState, type PhaseState } from './states'
import { setPins, unfold } from './view'
import { pathIn } from '../../shared/path'

interface Into {
  readonly path: string
  readonly graph: string
  readonly at?: Point
}

type Ids = ReadonlyMap<string, string>

export function withNotes(diagram: Diagram, fragment: Fragment, into: Into, ids: Ids): Diagram {
  const path = (here: string) => {
    const [first = '', ...rest] = here.split('/')
    const now = ids.get(first)
    return now === undefined ? undefined : pathIn(into.path, [now, ...rest].join('/'))
  }
  const stated = withStates(diagram, fragment, path)
  const open = unfold(
    stated,
    (fragment.view?.unfolded ?? []).flatMap((each) => path(each) ?? []),
  )
  return withPins(open, fragment, into, ids)
}

/** Phases of the same name are taken to be the same; where there are none such, what was seen holds in all. */
function withStates(diagram: Diagram, fragment: Fragment, path: (here: string) => string | undefined): Diagram {
  const known = fragment.phases?.filter(({ id }) => diagram.phases?.some((phase) => phase.id === id)) ?? []
  if (known.length > 0)
    return known.reduce(
      (changed, { id, states }) => withStatements(changed, Object.entries(states ?? {}), id, path),
      diagram,
    )
  const seen = statesSeen(fragment)
  const isDeep = seen.some(([here]) => here.includes('/'))
  const phase = fragment.phases?.find(({ id }) => id === fragment.view?.phase)
  // An instance differs from its module in a phase only, so that the phase has to come along.
  if (!diagram.phases?.length && isDeep && phase)
    return withStatements({ ...diagram, phases: [{ id: phase.id, label: phase.label }] }, seen, phase.id, path)
  if (!diagram.phases?.length) return withStatements(diagram, seen, undefined, path)
  return diagram.phases.reduce((changed, { id }) => withStatements(changed, seen, id, path), diagram)
}

type Statement = readonly [path: string, state: PhaseState]

function withStatements(
  diagram: Diagram,
  statements: readonly Statement[],
  phase: string | undefined,
  path: (here: string) => string | undefined,
): Diagram {
  let changed = diagram
  for (const [here, state] of statements) {
    const there = path(here)
    if (there !== undefined) changed = setState(changed, [there], state, { phase })
  }
  return changed
}

/** What the nodes were in the phase that was shown, whoever said so, and what was said of their insides. */
function statesSeen(fragment: Fragment): Statement[] {
  const roots = fragment.nodes.flatMap((node): Statement[] => {
    const state = own(fragment.fragment.states, node.id)
    return state === undefined || state === node.state ? [] : [[node.id, state]]
  })
  const phase = fragment.phases?.find(({ id }) => id === fragment.view?.phase)
  const deeper = Object.entries(phase?.states ?? {}).filter(([path]) => path.includes('/'))
  return [...roots, ...deeper]
}

const beside = 24

function withPins(diagram: Diagram, fragment: Fragment, { graph, at }: Into, ids: Ids): Diagram {
  const pins: Record<string, Pin> = {}
  const isHome = graph === fragment.fragment.graph
  for (const [place, pin] of Object.entries(fragment.view?.pins ?? {})) {
    const [first = '', ...rest] = place.split('/')
    const now = ids.get(first)
    if (now === undefined) continue
    const there = [placeIn(graph, now), ...rest].join('/')
    // What lies in a group counts from the group; beside the original is a place only where the original is.
    if (rest.length > 0) pins[there] = pin
    else if (at === undefined && isHome) pins[there] = { ...pin, x: pin.x + beside, y: pin.y + beside }
  }
  if (at)
    for (const [id, now] of ids) {
      const { x, y } = own(fragment.fragment.places, id) ?? { x: 0, y: 0 }
      pins[placeIn(graph, now)] = { x: Math.round(at.x + x), y: Math.round(at.y + y) }
    }
  return setPins(diagram, pins)
}
