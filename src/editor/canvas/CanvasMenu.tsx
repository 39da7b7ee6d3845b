// The context menu of the canvas: what can be done with what lies under the hand.
import { ContextMenu } from 'radix-ui'
import { useState, type MouseEvent, type ReactNode } from 'react'
import { MenuEntries, type MenuEntry } from '../panels/CommandMenu'
import { useEditor } from '../react'

const menus = {
  node: [
    'rename',
    'toggleFold',
    '-',
    'train',
    'freeze',
    'inherit',
    '-',
    'unpin',
    'fitSelection',
    'export',
    '-',
    'remove',
  ],
  edge: ['remove'],
  canvas: ['selectAll', 'fit', '-', 'foldAll', 'unfoldAll', 'tidy', '-', 'export', 'gallery', 'shortcuts'],
} as const satisfies Record<string, readonly MenuEntry[]>

export function CanvasMenu({ children }: { readonly children: ReactNode }) {
  const editor = useEditor()
  const [kind, setKind] = useState<keyof typeof menus>('canvas')

  function choose(event: MouseEvent) {
    const area = (event.target as Element).closest<HTMLElement>('.react-flow__node, [data-edge]')
    const id = area?.dataset['id'] ?? area?.dataset['edge']
    const { selection } = editor.state().history.present
    if (id !== undefined && !selection.includes(id)) editor.select([id])
    const isOnMany = (event.target as Element).closest('.react-flow__nodesselection') !== null
    setKind(isOnMany ? 'node' : id === undefined ? 'canvas' : id.includes('#') ? 'edge' : 'node')
  }

  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger asChild onContextMenuCapture={choose}>
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className="menu" collisionPadding={8}>
          <MenuEntries kind="context" entries={menus[kind]} />
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  )
}
