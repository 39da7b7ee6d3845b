// Nodes under the hand: they come to rest in line with others, and with Alt copies of them are what moves.
import { union } from '../../../drawing/bounds'
import type { Graph } from '../../../graph/graph'
import type { Box, Point } from '../../../shared/geometry'
import { duplicateSelection } from '../../clipboard/duplicating'
import type { Editor } from '../../editor'
import { diagramOf, selectedNodes, type Splice } from '../../state'
import { heldModifiers } from './modifiers'
import { moveNodes, outermost, pinOrigin, placesAfter } from './move'
import { putOntoEdge, spliced, spliceUnder, takeOutOfChain } from './splicing'
import { snap, type Snapped } from './snapping'
import { edgeIdParts } from '../../../shared/edgeId'
import { parentOf } from '../../../shared/path'

/** In pixels of the screen. */
const reach = 6

export const gridStep = 8

/** The hand has moved nodes so far; `paths` are all that it holds. */
export function dragNodes(editor: Editor, paths: readonly string[], by: Point) {
  // Over an edge it is the edge that counts, and what stands in line with others does not.
  const splice = spliceAt(editor, paths, by)
  const { by: settled, guides } = splice && !splice.waits ? { by, guides: [] } : settle(editor, paths, by)
  const copies = heldModifiers().alt
  editor.setSession({ drag: { paths: new Set(paths), by: settled, guides, copies }, splice })
}

function spliceAt(editor: Editor, paths: readonly string[], by: Point) {
  const box = boxAround(editor, paths)
  return spliceUnder(editor.state(), paths, box && { ...box, x: box.x + by.x, y: box.y + by.y })
}

/** A key was pressed or let go while the hand holds nodes. */
export function redrag(editor: Editor) {
  const { drag } = editor.state().session
  if (!drag?.guides) return
  const splice = spliceAt(editor, [...drag.paths], drag.by)
  editor.setSession({ drag: { ...drag, copies: heldModifiers().alt }, splice })
}

/** The hand lets go of them. */
export function dropNodes(editor: Editor, paths: readonly string[], by: Point) {
  const { by: settled } = settle(editor, paths, by)
  const isMoved = Math.round(settled.x) !== 0 || Math.round(settled.y) !== 0
  const splice = spliceAt(editor, paths, by)
  editor.setSession({ splice: undefined })
  if (isMoved && dropOnEdge(editor, paths, settled, splice)) return
  if (!heldModifiers().alt || !isMoved) return moveNodes(editor, paths, settled)
  editor.setSession({ drag: undefined })
  const chosen = new Set(selectedNodes(editor.state()))
  // What is dragged without being selected is selected first, as a click would do.
  if (!paths.every((path) => chosen.has(path))) editor.select(paths)
  const { shown } = editor.state().session
  const [first] = outermost(paths)
  const box = boxAround(editor, paths)
  if (!shown || !box || first === undefined) return
  const origin = pinOrigin(shown, parentOf(first))
  duplicateSelection(editor, { x: box.x + settled.x - origin.x, y: box.y + settled.y - origin.y })
}

/** On an edge, or with Shift out of the chain. Says whether that was it. */
function dropOnEdge(editor: Editor, paths: readonly string[], by: Point, splice: Splice | undefined): boolean {
  const chosen = spliced(diagramOf(editor.state()), paths)
  if (!chosen) return false
  // While the new picture is on its way, the old one shows them where the hand left them.
  const drag = { paths: new Set(paths), by }
  editor.setSession({ drag, anchor: undefined })
  if (splice && !splice.says) return putOntoEdge(editor, chosen, edgeIdParts(splice.edge).to)
  if (splice?.refuses) editor.notify({ kind: 'problem', text: splice.says! })
  return heldModifiers().shift && takeOutOfChain(editor, chosen, placesAfter(editor, paths, by))
}

function boxAround(editor: Editor, paths: readonly string[]): Box | undefined {
  const layout = editor.state().session.shown?.picture.layout
  let around: Box | undefined
  for (const path of outermost(paths)) {
    const box = layout?.nodes.get(path)
    if (box) around = union(around, box)
  }
  return around
}

function settle(editor: Editor, paths: readonly string[], by: Point): Snapped {
  const { session, preferences } = editor.state()
  const box = boxAround(editor, paths)
  const isFree = !preferences.snap || heldModifiers().mod
  if (!session.shown || !box || isFree) return { by, guides: [] }
  const { graph, layout } = session.shown.picture
  const zoom = editor.camera?.view().zoom ?? 1
  const others = besides(graph, new Set(outermost(paths)), (path) => layout.nodes.get(path))
  return snap(box, by, others, { reach: reach / zoom, ...(preferences.grid && { grid: gridStep }) })
}

/** The boxes in the same graphs that do not move. */
function besides(graph: Graph, moving: ReadonlySet<string>, boxOf: (path: string) => Box | undefined): Box[] {
  const isHere = graph.nodes.some((node) => moving.has(node.path))
  const deeper = graph.nodes.flatMap((node) =>
    node.inside && !moving.has(node.path) ? besides(node.inside, moving, boxOf) : [],
  )
  if (!isHere) return deeper
  const mates = graph.nodes.flatMap((node) => (moving.has(node.path) ? [] : (boxOf(node.path) ?? [])))
  return [...mates, ...deeper]
}
