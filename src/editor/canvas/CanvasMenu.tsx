// The context menu of the canvas: what can be done with what lies under the hand. On touch a long press opens it.
import { ContextMenu } from 'radix-ui'
import { useRef, useState, type MouseEvent, type PointerEvent, type ReactNode } from 'react'
import { keepFocus, MenuEntries } from '../panels/CommandMenu'
import { useEditor } from '../react'
import { handleRef } from './edges/ends'
import { isAnnotation } from '../annotations/annotation'
import { menus } from './menus'
import { kindOf } from '../selected'

export function CanvasMenu({ children }: { readonly children: ReactNode }) {
  const editor = useEditor()
  const [kind, setKind] = useState<keyof typeof menus>('canvas')
  const pressed = useRef<{ readonly target: Element; readonly x: number; readonly y: number }>(undefined)

  function remember(event: MouseEvent | PointerEvent) {
    if (event.target instanceof Element) pressed.current = { target: event.target, x: event.clientX, y: event.clientY }
  }

  /** A long press is no event of its own, so it is asked for when the menu opens. */
  function choose() {
    if (!pressed.current) return
    const { target, x, y } = pressed.current
    const handle = target.closest<HTMLElement>('.port')?.dataset
    const port = handle?.['nodeid'] && handle['handleid'] ? handleRef(handle['nodeid'], handle['handleid']) : undefined
    editor.setSession({ menuAt: editor.camera?.toPicture({ x, y }), port })
    const area = target.closest<HTMLElement>('.react-flow__node, [data-edge], [data-annotation]')
    const id = area?.dataset['id'] ?? area?.dataset['edge'] ?? area?.dataset['annotation']
    const { selection } = editor.state().history.present
    const isOnMany = target.closest('.react-flow__nodesselection') !== null
    if (id === undefined ? !isOnMany : !selection.includes(id)) editor.select(id === undefined ? [] : [id])
    const isNode = isOnMany || (id !== undefined && kindOf(id) === 'node')
    const isSeveral = editor.state().history.present.selection.length > 1
    setKind(
      port
        ? 'port'
        : isNode
          ? isSeveral
            ? 'selection'
            : 'node'
          : id === undefined
            ? 'canvas'
            : isAnnotation(id)
              ? 'annotation'
              : 'edge',
    )
  }

  function close() {
    // A list that the menu has opened goes on with the port.
    const { dialog, port } = editor.state().session
    editor.setSession({ menuAt: undefined, port: dialog === undefined ? undefined : port })
  }

  return (
    <ContextMenu.Root modal={false} onOpenChange={(isOpen) => (isOpen ? choose() : close())}>
      <ContextMenu.Trigger asChild onContextMenuCapture={remember} onPointerDownCapture={remember}>
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content
          className="menu"
          collisionPadding={8}
          onCloseAutoFocus={keepFocus}
          // The finger that opened it is lifted over the canvas, which takes the focus.
          onFocusOutside={(event) => event.preventDefault()}
        >
          <MenuEntries kind="context" entries={menus[kind]} />
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  )
}
