// When the node with the focus goes – deleted, folded away, undone – the focus goes to what stood nearest, so that keys go
// on from there. Nothing is selected by that.
import type { Layout } from '../../../layout/layout'
import type { Box } from '../../../shared/geometry'
import { parentOf, pathsTo } from '../../../shared/path'
import type { Editor } from '../../editor'
import { soon } from '../../soon'
import { focusArea } from './focus'

/** Gives a function that ends it. */
export function keepFocus(editor: Editor): () => void {
  return editor.store.subscribe(({ session: { shown } }, { session: { shown: last } }) => {
    if (!shown || !last || shown === last) return
    const area = document.activeElement?.closest<HTMLElement>('.react-flow__node')
    const path = area?.dataset['id']
    if (!area || path === undefined || shown.picture.layout.nodes.has(path)) return
    const heir = heirOf(path, last.picture.layout, shown.picture.layout)
    if (heir === undefined) return
    // Whoever has gone elsewhere in the meantime stays there.
    soon(() => !area.isConnected && (document.activeElement !== document.body || focusArea(heir)))
  })
}

/** What holds it, where all of that was folded in; else the nearest beside it, at its own level if there is any. */
export function heirOf(path: string, before: Layout, after: Layout): string | undefined {
  const [, around] = pathsTo(path)
    .toReversed()
    .filter((each) => each === path || after.nodes.has(each))
  const parent = parentOf(path)
  const all = [...after.nodes.keys()]
  const beside = all.filter((each) => parentOf(each) === parent)
  if (beside.length === 0 && around !== undefined) return around
  const old = before.nodes.get(path)
  const candidates = beside.length ? beside : all
  if (!old) return candidates[0]
  const distance = (each: string) => apart(old, after.nodes.get(each)!)
  return candidates.toSorted((a, b) => distance(a) - distance(b))[0]
}

/** Between the middles. */
function apart(a: Box, b: Box): number {
  return Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2)
}
