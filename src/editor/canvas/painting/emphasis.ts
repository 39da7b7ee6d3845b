// What the canvas emphasises in a state. Pure.
import { everyNode } from '../../../graph/walk'
import type { EditorState } from '../../state'
import { type Overlay } from './overlay'
import { spotlightOf } from '../../ways/spotlight'
import { parentOf } from '../../../shared/path'

let last: { readonly from: readonly unknown[]; readonly overlay: Overlay } | undefined

/** The same object as long as nothing that is emphasised changes. */
export function emphasisOf(state: EditorState): Overlay {
  const { shown, hovered, connecting, splice, spotlight, drag } = state.session
  const { selection } = state.history.present
  const from = [selection, shown, hovered, connecting, splice, spotlight, drag]
  if (!last?.from.every((each, i) => each === from[i])) last = { from, overlay: compute(state) }
  return last.overlay
}

function compute(state: EditorState): Overlay {
  const { shown, hovered, connecting, splice, drag } = state.session
  const selected = new Set(state.history.present.selection)
  return {
    selected,
    hovered: drag ? undefined : hovered,
    mates: shown ? matesOf(state, selected) : new Set(),
    takers: connecting && takersOf(connecting),
    splice,
    spotlight: spotlightOf(state),
    drag,
  }
}

/** Other open instances of the same definition as what is selected. */
function matesOf(state: EditorState, selected: ReadonlySet<string>): ReadonlySet<string> {
  const graph = state.session.shown!.picture.graph
  const places = new Set<string>()
  for (const node of everyNode(graph)) if (selected.has(node.path)) places.add(node.place)
  const mates = new Set<string>()
  if (places.size === 0) return mates
  for (const node of everyNode(graph)) if (places.has(node.place) && !selected.has(node.path)) mates.add(node.path)
  return mates
}

function takersOf({ start, verdicts }: NonNullable<EditorState['session']['connecting']>): ReadonlySet<string> {
  const takers = new Set([start.path])
  for (const [key, verdict] of verdicts) {
    const [path = '', handle = ''] = key.split('|')
    // Through a wall from inside: the whole container would be laid bare, so the wall's dots must do.
    if (verdict === true && !(/^[ST]/.test(handle) && parentOf(start.path) === path)) takers.add(path)
  }
  return takers
}
