// What is not on the first screen: loaded when it is first wanted, or when the page has come to rest.
import { lazy, Suspense, useEffect, type ComponentType } from 'react'
import { useEditor, useEditorState } from './react'
import type { Dialog } from './state'
import { say } from './strings/language'

const loaders = {
  goTo: () => import('./dialogs/GoTo').then((file) => file.GoTo),
  gallery: () => import('./gallery/Gallery').then((file) => file.Gallery),
  export: () => import('./dialogs/Export').then((file) => file.Export),
  commands: () => import('./dialogs/CommandPalette').then((file) => file.CommandPalette),
  shortcuts: () => import('./dialogs/Shortcuts').then((file) => file.Shortcuts),
  refusal: () => import('./dialogs/Refusal').then((file) => file.Refusal),
  chart: () => import('./dialogs/Chart').then((file) => file.Chart),
  arrival: () => import('./dialogs/Arrival').then((file) => file.Arrival),
  drawer: () => import('./drawer/Drawer').then((file) => file.Drawer),
} satisfies Record<Dialog | 'drawer', () => Promise<ComponentType>>

/** A part that does not arrive says so, and the editor goes on without it. */
function later(load: () => Promise<ComponentType>) {
  return lazy(async () => ({ default: await load().catch(() => Missing) }))
}

function Missing() {
  const editor = useEditor()
  useEffect(() => {
    editor.setSession({ dialog: undefined, drawer: undefined })
    editor.notify({ kind: 'problem', text: say('problem.notLoaded') })
  }, [editor])
  return null
}

const parts = {
  goTo: later(loaders.goTo),
  gallery: later(loaders.gallery),
  export: later(loaders.export),
  commands: later(loaders.commands),
  shortcuts: later(loaders.shortcuts),
  refusal: later(loaders.refusal),
  chart: later(loaders.chart),
  arrival: later(loaders.arrival),
  drawer: later(loaders.drawer),
}

export function OpenDialog() {
  const dialog = useEditorState(({ session }) => session.dialog)
  if (!dialog) return null
  const Part = parts[dialog]
  return (
    <Suspense>
      <Part />
    </Suspense>
  )
}

export function OpenDrawer() {
  const isOpen = useEditorState(({ session }) => session.drawer !== undefined)
  if (!isOpen) return null
  return (
    <Suspense>
      <parts.drawer />
    </Suspense>
  )
}

/** So that nobody waits for the first dialog. */
export async function loadTheRest() {
  // One after another: nothing of this is urgent, and a failure is told when the part is wanted.
  for (const load of Object.values(loaders)) await load().catch(() => undefined)
}
