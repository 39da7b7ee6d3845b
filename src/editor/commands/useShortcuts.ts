// Keys on the page become commands, unless somebody is writing or a dialog is open.
import { useEffect } from 'react'
import { useEditor } from '../react'
import { commands } from './index'
import type { Editor } from '../editor'
import { say } from '../strings/language'
import { availability, runCommand } from './command'
import { isMac, matches } from './keys'
import { reasonWords } from './reasons'

export function useShortcuts() {
  const editor = useEditor()
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.isComposing || event.defaultPrevented || isElsewhere(event)) return
      // What is on its way to the screen hears its keys itself once it is there.
      const { talk, dialog } = editor.state().session
      if (talk || dialog) return
      const meant = commands.filter(
        (each) => !each.isBrowsers && each.keys?.some((keys) => matches(keys, event, isMac)),
      )
      // Where several answer to the same keys, it is the first that can be done.
      const command = meant.find((each) => availability(each, editor.state()) === true) ?? meant[0]
      const isInField = isWriting(event)
      if (isInField && !(command?.whileWriting && !writesSomething(event))) return
      if (!command || (!hasModifier(event) && needsTarget(event))) return
      // What is being written is taken over before it is saved.
      if (isInField && command.group === 'file' && event.target instanceof HTMLElement) event.target.blur()
      const available = availability(command, editor.state())
      if (available !== true) sayWhyNot(editor, reasonWords(editor.state(), available, say), isPlain(event))
      // With Alt the browser has ways of its own, such as back to the page before.
      if (runCommand(editor, command) || hasModifier(event) || event.altKey) {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [editor])
}

/** Keys that move, open and close are pressed without thinking of a command: there it is enough to hear it. */
function isPlain(event: KeyboardEvent): boolean {
  return event.key === 'Escape' || event.key === 'Enter' || event.key.startsWith('Arrow')
}

/** What was asked for by its key and cannot be done says why, like the menu. */
function sayWhyNot(editor: Editor, text: string, isHeardOnly: boolean) {
  const { notices } = editor.state().session
  if (isHeardOnly || notices.at(-1)?.text === text) editor.announce(text)
  else editor.notify({ text })
}

function isElsewhere(event: KeyboardEvent): boolean {
  const target = event.target as Element | null
  if (!(target instanceof Element)) return false
  // In a tree a letter leads to the line that begins with it.
  const isLetter = event.key === '*' || (event.key.length === 1 && !event.shiftKey)
  if (target.closest('[role="tree"]') && isLetter && !hasModifier(event) && !event.altKey) return true
  if (target.closest('[role="dialog"], [role="menu"], [role="listbox"]')) return true
  // What stands below the canvas closes itself.
  if (event.key === 'Escape' && target.closest('.drawer')) return true
  return false
}

function isWriting({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable="true"]')
}

/** Enter and the arrows belong to the button, list or tab that has the focus, if one has. */
function needsTarget(event: KeyboardEvent): boolean {
  const own = ['Enter', ' ', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']
  const target = event.target as Element | null
  // A text on the canvas is nudged and written like a node.
  if (event.altKey || target?.closest?.('[data-annotation]')) return false
  return own.includes(event.key) && Boolean(target?.closest?.('button, a, [role="radio"], [role="tab"], [role="tree"]'))
}

function writesSomething(event: KeyboardEvent): boolean {
  return !hasModifier(event) && !/^F\d+$/.test(event.key)
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey
}
