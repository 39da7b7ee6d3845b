// What the context menus hold, by what lies under the hand.
import type { MenuEntry } from '../panels/CommandMenu'
import { textFlavours } from '../clipboard/texts'
import { settingsTabs } from '../state'

const clipboard: readonly MenuEntry[] = ['cut', 'copy', 'paste', 'duplicate']

const copyAs: MenuEntry = {
  menu: 'menu.copyAs',
  entries: ['copyPng', 'copySvg', 'copyOffice', ...textFlavours.map(({ id }) => id), '-', 'pasteAsText'],
}

const select: MenuEntry = {
  menu: 'menu.select',
  entries: ['selectSameBlock', 'selectSameState', 'selectInstances', 'selectSiblings', '-', 'selectAll'],
}

const arrange: MenuEntry = {
  menu: 'menu.arrange',
  entries: [
    'align-left',
    'align-centre',
    'align-right',
    'align-top',
    'align-middle',
    'align-bottom',
    '-',
    'distribute-across',
    'distribute-down',
    '-',
    'order-earlier',
    'order-later',
    'order-first',
    'order-last',
    '-',
    'pin',
    'unpin',
    'lock',
    'tidySelection',
  ],
}

const structure: MenuEntry = {
  menu: 'menu.structure',
  entries: ['group', 'ungroup', '-', 'makeModule', 'makeIndependent', 'shareEqual', '-', 'stack', 'unstack'],
}

const edges: MenuEntry = { menu: 'menu.edges', entries: ['putOnEdge', 'pullOut', 'disconnect'] }

const states: readonly MenuEntry[] = ['train', 'freeze', 'inherit']

/** The end of the menus of one node and of several. */
const ofNodes: readonly MenuEntry[] = [structure, arrange, select, '-', 'fitSelection', 'export', '-', 'remove']

export const menus = {
  node: [
    'rename',
    'toggleFold',
    'openAlone',
    '-',
    'addFitting',
    'connect',
    'replace',
    edges,
    '-',
    ...states,
    '-',
    ...clipboard,
    copyAs,
    '-',
    'addText',
    'addFrame',
    '-',
    ...ofNodes,
  ],
  selection: [...clipboard, copyAs, '-', ...states, '-', 'addFrame', '-', edges, ...ofNodes],
  edge: ['connect', 'paste', '-', 'remove'],
  annotation: ['rename', '-', 'remove'],
  port: ['addFitting', 'connect', 'disconnect'],
  canvas: [
    'addText',
    'paste',
    copyAs,
    '-',
    'selectAll',
    'boxSelect',
    'fit',
    '-',
    'foldAll',
    'unfoldAll',
    'tidy',
    '-',
    'export',
    'gallery',
    'shortcuts',
  ],
} as const satisfies Record<string, readonly MenuEntry[]>

/** The same commands in the bar above. */
export const editMenu: readonly MenuEntry[] = [
  'undo',
  'redo',
  '-',
  ...clipboard,
  copyAs,
  '-',
  'remove',
  '-',
  select,
  arrange,
  edges,
  structure,
  { menu: 'menu.settings', entries: settingsTabs.map((tab) => `settings-${tab}`) },
]
