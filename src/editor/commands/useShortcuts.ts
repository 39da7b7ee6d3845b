// Keys on the page become commands, unless somebody is writing or a dialog is open.
import { useEffect } from 'react'
import { useEditor } from '../react'
import { commands } from './index'
import { runCommand } from './command'
import { isMac, matches } from './keys'

export function useShortcuts() {
  const editor = useEditor()
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.isComposing || event.defaultPrevented || isElsewhere(event)) return
      const command = commands.find((each) => each.keys?.some((keys) => matches(keys, event, isMac)))
      if (!command || (!hasModifier(event) && needsTarget(event))) return
      if (runCommand(editor, command) || hasModifier(event)) {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [editor])
}

function isElsewhere(event: KeyboardEvent): boolean {
  const target = event.target as Element | null
  if (!(target instanceof Element)) return false
  if (target.closest('[role="dialog"], [role="menu"], [role="listbox"]')) return true
  // What stands below the canvas closes itself.
  if (event.key === 'Escape' && target.closest('.drawer')) return true
  return target.matches('input, textarea, select, [contenteditable="true"]')
}

/** Enter and the arrows belong to the button, list or tab that has the focus, if one has. */
function needsTarget(event: KeyboardEvent): boolean {
  const own = ['Enter', ' ', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']
  const target = event.target as Element | null
  return own.includes(event.key) && Boolean(target?.closest?.('button, a, [role="radio"], [role="tab"]'))
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey
}
