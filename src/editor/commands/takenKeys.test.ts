// The keys that hands know from other editors, each with what it does here, on a Mac and elsewhere.
import { expect, test } from 'vitest'
import { commands } from './index'
import { matches, type KeyEvent } from './keys'

/** What is done, the command, and the keys as a person names them. */
const rows: readonly (readonly [what: string, command: string, keys: readonly string[]])[] = [
  ['undo', 'undo', ['Mod+Z']],
  ['redo, in both forms', 'redo', ['Mod+Y', 'Mod+Shift+Z']],
  ['duplicate', 'duplicate', ['Mod+D']],
  ['copy', 'copy', ['Mod+C']],
  ['cut', 'cut', ['Mod+X']],
  ['paste', 'paste', ['Mod+V']],
  ['select all', 'selectAll', ['Mod+A']],
  ['paste as text', 'pasteAsText', ['Mod+Shift+V']],
  ['copy as PNG', 'copyPng', ['Mod+Shift+C', 'Shift+Alt+C']],
  ['group', 'group', ['Mod+G']],
  ['ungroup', 'ungroup', ['Mod+Shift+G']],
  ['select tool', 'selectTool', ['V']],
  ['hand tool', 'handTool', ['H']],
  ['add', 'addBlock', ['N']],
  ['connect', 'connect', ['E', 'C']],
  ['edit a label', 'rename', ['F2', 'Enter']],
  ['delete', 'remove', ['Delete', 'Backspace']],
  ['nudge by a pixel', 'nudgeArrowLeft1', ['ArrowLeft']],
  ['nudge by the grid', 'nudgeArrowDown8', ['Shift+ArrowDown']],
  ['zoom in', 'zoomIn', ['Mod++']],
  ['zoom out', 'zoomOut', ['Mod+-']],
  ['zoom to 100 %', 'zoomReset', ['Mod+0']],
  ['fit all', 'fit', ['Shift+1']],
  ['fit the selection', 'fitSelection', ['Shift+2']],
  ['later in the order', 'order-later', ['Mod+]']],
  ['earlier in the order', 'order-earlier', ['Mod+[']],
  ['align left', 'align-left', ['Alt+A']],
  ['align right', 'align-right', ['Alt+D']],
  ['align top', 'align-top', ['Alt+W']],
  ['align bottom', 'align-bottom', ['Alt+S']],
  ['align centre', 'align-centre', ['Alt+H']],
  ['align middle', 'align-middle', ['Alt+V']],
  ['grid', 'toggleGrid', ["Mod+'"]],
  ['snap', 'toggleSnap', ['Alt+S']],
  ['lock', 'lock', ['Mod+Shift+L']],
  ['command palette', 'commandPalette', ['Mod+K', 'Mod+Shift+P']],
  ['find', 'find', ['Mod+F']],
  ['theme', 'toggleTheme', ['Alt+Shift+D']],
  ['picture only', 'focusView', ['Mod+\\']],
  ['add a connected node', 'addArrowRight', ['Mod+ArrowRight']],
  ['walk the graph', 'walk-left', ['Alt+ArrowLeft']],
  ['tidy up', 'tidy', ['Shift+Alt+T']],
  ['shortcuts', 'shortcuts', ['?']],
  ['present', 'present', ['F5']],
]

/** What a keyboard of the United States sends. On a Mac, Alt writes other signs. */
function pressed(keys: string, isMac: boolean): KeyEvent {
  const parts = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+')
  const key = parts.at(-1)!
  const [mod, shift, alt] = ['Mod', 'Shift', 'Alt'].map((part) => parts.slice(0, -1).includes(part))
  const signs: Record<string, string> = { "'": 'Quote', '[': 'BracketLeft', ']': 'BracketRight', '\\': 'Backslash' }
  const more: Record<string, string> = { '-': 'Minus', '+': 'Equal', '?': 'Slash' }
  const code = /^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : (signs[key] ?? more[key] ?? key)
  const shifted: Record<string, string> = { 1: '!', 2: '@' }
  const isLetter = /^[A-Z]$/.test(key)
  const written = isLetter ? (shift ? key : key.toLowerCase()) : shift ? (shifted[key] ?? key) : key
  return {
    key: isMac && alt && isLetter ? '∂' : written,
    code,
    ctrlKey: Boolean(mod) && !isMac,
    metaKey: Boolean(mod) && isMac,
    shiftKey: Boolean(shift) || key === '?' || key === '+',
    altKey: Boolean(alt),
  }
}

const cases = rows.flatMap(([what, id, keys]) =>
  keys.flatMap((each) => [
    { what, id, keys: each, machine: 'a Mac', isMac: true },
    { what, id, keys: each, machine: 'Windows and Linux', isMac: false },
  ]),
)

test.each(cases)('$keys on $machine: $what', ({ id, keys, isMac }) => {
  const event = pressed(keys, isMac)
  const answering = commands.filter((command) => command.keys?.some((each) => matches(each, event, isMac)))
  expect(answering.map((command) => command.id)).toContain(id)
})
