// Numbers beside the picture: problems, the table of nodes, phases, what an edit changed, the chart, the gradient.
import {
  ArrowLeftRight,
  ChartNoAxesGantt,
  Diff,
  LayoutPanelTop,
  Pin,
  Presentation,
  Table2,
  TriangleAlert,
  Undo,
} from 'lucide-react'
import type { Drawer } from '../state'
import { pinBaseline } from '../comparing'
import type { Command } from './command'

const drawerLooks = {
  problems: { icon: TriangleAlert, keys: ['Shift+P'] },
  nodes: { icon: Table2, keys: ['Shift+T'] },
  phases: { icon: ChartNoAxesGantt, keys: ['Shift+M'] },
  changes: { icon: Diff, keys: ['Shift+D'] },
  steps: { icon: Presentation, keys: ['Shift+K'] },
} as const

export const drawerCommands = (Object.keys(drawerLooks) as Drawer[]).map((drawer): Command => ({
  id: `drawer-${drawer}`,
  label: `drawer.${drawer}`,
  group: 'view',
  ...drawerLooks[drawer],
  isOn: ({ session }) => session.drawer === drawer,
  run: (editor) => editor.setSession({ drawer: editor.state().session.drawer === drawer ? undefined : drawer }),
}))

export const chart: Command = {
  id: 'chart',
  label: 'command.chart',
  group: 'view',
  icon: LayoutPanelTop,
  keys: ['Shift+C'],
  run: (editor) => editor.setSession({ dialog: 'chart' }),
}

export const gradients: Command = {
  id: 'gradients',
  label: 'command.gradients',
  group: 'view',
  icon: ArrowLeftRight,
  keys: ['G'],
  isOn: ({ session }) => session.gradients,
  run: (editor) => editor.setSession({ gradients: !editor.state().session.gradients }),
}

export const pinBaselineCommand: Command = {
  id: 'pinBaseline',
  label: 'command.pinBaseline',
  group: 'edit',
  icon: Pin,
  run: pinBaseline,
}

export const unpinBaseline: Command = {
  id: 'unpinBaseline',
  label: 'command.unpinBaseline',
  group: 'edit',
  icon: Undo,
  when: ({ session }) => session.baseline !== undefined || 'reason.noBaseline',
  run: (editor) => editor.setSession({ baseline: undefined }),
}
