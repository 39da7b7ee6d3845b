// Problems as a list, and the way to a node wherever it is folded away.
import { unfold } from '../../document/edit/view'
import type { Analysis } from '../../semantics/analyse'
import { everyNode } from '../../semantics/tree'
import type { Editor } from '../editor'
import { grow } from '../../drawing/bounds'
import { parentOf } from './ends'

export interface NodeProblem {
  readonly path: string
  readonly sentence: string
  readonly severity: 'error' | 'warning'
}

const most = 200

/** Errors first. A problem in a module is listed once for each instance, as far as the list is long. */
export function problemsIn(analysis: Analysis): NodeProblem[] {
  const found: NodeProblem[] = []
  for (const item of everyNode(analysis.tree)) {
    for (const { sentence, severity } of item.inference.findings) found.push({ path: item.path, sentence, severity })
    if (found.length >= most) break
  }
  return found.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
}

/** Opens what the node lies in, selects it and brings it into view. */
export function reveal(editor: Editor, path: string) {
  const around: string[] = []
  for (let at = parentOf(path); at !== ''; at = parentOf(at)) around.unshift(at)
  editor.edit((diagram) => unfold(diagram, around), { select: [path] })
  editor.select([path])
  const show = () => {
    const box = editor.state().session.shown?.picture.layout.nodes.get(path)
    if (box) editor.camera?.show(grow(box, 80), { most: 1.2 })
    return box !== undefined
  }
  if (show()) return
  const stop = editor.store.subscribe(() => {
    if (show()) stop()
  })
}
