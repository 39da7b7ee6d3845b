// The tips of the first minutes: what each is about, and when a hand may hesitate for want of it. Pure.
import { nodeAt } from '../../graph/walk'
import { selectedEdges, selectedNodes, type EditorState } from '../state'

const tipIds = ['connect', 'drag', 'several', 'edge', 'unfold', 'node'] as const
export type TipId = (typeof tipIds)[number]

/** How often a tip comes before it is taken for known. */
export const enough = 3

/** The first of the list that the moment calls for, and that is not yet known. */
export function aptTip(state: EditorState): TipId | undefined {
  const { tips, tipsSeen } = state.preferences
  if (!tips || state.session.talk || state.session.dialog) return undefined
  return tipIds.find((id) => moments[id](state) && (tipsSeen[id] ?? 0) < enough)
}

const moments: Readonly<Record<TipId, (state: EditorState) => boolean>> = {
  connect: ({ session }) => session.connecting !== undefined,
  drag: ({ session }) => session.drag?.guides !== undefined,
  several: (state) => selectedNodes(state).length > 1,
  edge: (state) => selectedNodes(state).length === 0 && selectedEdges(state).length === 1,
  unfold: (state) => onlyNode(state)?.foldable === true && onlyNode(state)?.inside === undefined,
  node: (state) => onlyNode(state)?.foldable === false,
}

function onlyNode(state: EditorState) {
  const [path, ...more] = selectedNodes(state)
  const { shown } = state.session
  if (path === undefined || more.length > 0 || !shown) return undefined
  return nodeAt(shown.picture.graph, path)
}
