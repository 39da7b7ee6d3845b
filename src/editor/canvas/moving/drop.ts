// Blocks and files dropped on the canvas: onto an edge, into the container under the hand, or as a document to open.
import { useMemo, type DragEvent } from 'react'
import type { Editor } from '../../editor'
import { openFile } from '../../files/open'
import { useEditor } from '../../react'
import { diagramOf, type Splice } from '../../state'
import { tellNow } from '../../strings/language'
import { edgeNear, graphAt } from '../areas/hit'
import { addTo, whyNotSplice } from '../../building/placing'
import type { Ware } from '../../building/wares'
import { pinOrigin } from './move'
import { levelOf } from '../../../shared/edgeId'

/** While something is dragged its data cannot be read, so what the palette gave is remembered here. */
let carried: Ware | undefined

export function carry(ware: Ware | undefined) {
  carried = ware
}

const reach = 14

export function useDrop() {
  const editor = useEditor()
  return useMemo(
    () => ({
      onDragOver: (event: DragEvent) => {
        if (!carried && !event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        const splice = carried && edgeUnder(editor, carried, event)
        if (splice || editor.state().session.splice) editor.setSession({ splice })
      },
      onDragLeave: () => editor.setSession({ splice: undefined }),
      onDrop: (event: DragEvent) => {
        const splice = carried && edgeUnder(editor, carried, event)
        const edge = splice?.refuses ? undefined : splice?.edge
        editor.setSession({ splice: undefined })
        const [file] = event.dataTransfer.files
        // What is neither is the window's: a link, for one.
        if (carried || file) event.preventDefault()
        if (carried) dropWare(editor, carried, event, edge)
        else if (file) {
          event.stopPropagation()
          void openFile(editor, file)
        }
        carried = undefined
      },
    }),
    [editor],
  )
}

interface Hand {
  readonly clientX: number
  readonly clientY: number
}

function edgeUnder(editor: Editor, ware: Ware, { clientX, clientY }: Hand): Splice | undefined {
  const { shown } = editor.state().session
  const at = editor.camera?.toPicture({ x: clientX, y: clientY })
  if (!shown || !at) return undefined
  const { zoom } = editor.camera!.view()
  const edge = edgeNear(shown.picture.graph, shown.picture.layout, at, reach / zoom)
  if (edge === undefined) return undefined
  const why = whyNotSplice(diagramOf(editor.state()), ware, edge)
  if (why === undefined) return { edge, at }
  return why ? { edge, at, says: tellNow(why), refuses: true } : undefined
}

function dropWare(editor: Editor, ware: Ware, { clientX, clientY }: Hand, edge: string | undefined) {
  const { shown } = editor.state().session
  const at = editor.camera?.toPicture({ x: clientX, y: clientY })
  if (!shown || !at) return
  if (edge !== undefined) return void addTo(editor, ware, { path: levelOf(edge), edge })
  const path = graphAt(shown.picture.graph, shown.picture.layout, at)
  const origin = pinOrigin(shown, path)
  addTo(editor, ware, { path, at: { x: at.x - origin.x - 60, y: at.y - origin.y - 24 } })
}
