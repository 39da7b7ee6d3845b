// Where the canvas looks, and with which tool the hand works. None of it is part of the document.
import { Hand, Maximize, MousePointer2, ScanSearch, ZoomIn, ZoomOut } from 'lucide-react'
import { grow, union } from '../../drawing/bounds'
import { selectedNodes } from '../state'
import type { Box } from '../../shared/geometry'
import type { Command } from './command'

const step = 1.25

export const zoomIn: Command = {
  id: 'zoomIn',
  label: 'command.zoomIn',
  group: 'camera',
  icon: ZoomIn,
  keys: ['Mod+=', 'Mod++'],
  run: (editor) => editor.camera?.zoomBy(step),
}

export const zoomOut: Command = {
  id: 'zoomOut',
  label: 'command.zoomOut',
  group: 'camera',
  icon: ZoomOut,
  keys: ['Mod+-'],
  run: (editor) => editor.camera?.zoomBy(1 / step),
}

export const zoomReset: Command = {
  id: 'zoomReset',
  label: 'command.zoomReset',
  group: 'camera',
  keys: ['Mod+0', 'Shift+0'],
  run: (editor) => editor.camera?.zoomTo(1),
}

export const fit: Command = {
  id: 'fit',
  label: 'command.fit',
  group: 'camera',
  icon: Maximize,
  keys: ['Shift+1'],
  run: (editor) => editor.camera?.showAll(),
}

export const fitSelection: Command = {
  id: 'fitSelection',
  label: 'command.fitSelection',
  group: 'camera',
  icon: ScanSearch,
  keys: ['Shift+2'],
  when: (state) => selectedNodes(state).length > 0 || 'reason.selectNode',
  run(editor) {
    const layout = editor.state().session.shown?.picture.layout
    let box: Box | undefined
    for (const path of selectedNodes(editor.state())) box = union(box, layout?.nodes.get(path))
    if (box) editor.camera?.show(grow(box, 40), { most: 2 })
  },
}

export const selectTool: Command = {
  id: 'selectTool',
  label: 'command.selectTool',
  group: 'camera',
  icon: MousePointer2,
  keys: ['V', '1'],
  isOn: ({ session }) => session.tool === 'select',
  run: (editor) => editor.setSession({ tool: 'select' }),
}

export const handTool: Command = {
  id: 'handTool',
  label: 'command.handTool',
  group: 'camera',
  icon: Hand,
  keys: ['H'],
  isOn: ({ session }) => session.tool === 'hand',
  run: (editor) => editor.setSession({ tool: 'hand' }),
}
