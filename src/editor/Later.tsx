// What is not on the first screen: loaded when it is first wanted, or when the page has come to rest.
import { lazy, Suspense, useEffect, type ComponentType } from 'react'
import { useEditor, useEditorState } from './react'
import { diagramOf, type Dialog } from './state'
import { say } from './strings/language'

const loaders = {
  goTo: () => import('./dialogs/GoTo').then((file) => file.GoTo),
  gallery: () => import('./gallery/Gallery').then((file) => file.Gallery),
  export: () => import('./export/Export').then((file) => file.Export),
  commands: () => import('./dialogs/CommandPalette').then((file) => file.CommandPalette),
  shortcuts: () => import('./dialogs/Shortcuts').then((file) => file.Shortcuts),
  refusal: () => import('./dialogs/Refusal').then((file) => file.Refusal),
  chart: () => import('./dialogs/Chart').then((file) => file.Chart),
  versions: () => import('./past/Versions').then((file) => file.Versions),
  settings: () => import('./settings/Settings').then((file) => file.Settings),
  fits: () => import('./building/Fits').then((file) => file.Fits),
  replace: () => import('./building/Replace').then((file) => file.Replace),
  connect: () => import('./building/Connect').then((file) => file.Connect),
  arrival: () => import('./dialogs/Arrival').then((file) => file.Arrival),
  beside: () => import('./beside/Compare').then((file) => file.Compare),
  lens: () => import('./dialogs/Lens').then((file) => file.Lens),
  drawer: () => import('./drawer/Drawer').then((file) => file.Drawer),
  talk: () => import('./talk/Presentation').then((file) => file.Presentation),
  empty: () => import('./gallery/EmptyCanvas').then((file) => file.EmptyCanvas),
} satisfies Record<Dialog | 'drawer' | 'talk' | 'empty', () => Promise<ComponentType>>

/** A part that does not arrive says so, and the editor goes on without it. */
function later(load: () => Promise<ComponentType>) {
  return lazy(async () => ({ default: await load().catch(() => Missing) }))
}

function Missing() {
  const editor = useEditor()
  useEffect(() => {
    editor.setSession({ dialog: undefined, drawer: undefined, talk: undefined })
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
  versions: later(loaders.versions),
  settings: later(loaders.settings),
  fits: later(loaders.fits),
  replace: later(loaders.replace),
  connect: later(loaders.connect),
  arrival: later(loaders.arrival),
  beside: later(loaders.beside),
  lens: later(loaders.lens),
  drawer: later(loaders.drawer),
  talk: later(loaders.talk),
  empty: later(loaders.empty),
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

/** Over a diagram without a node, until it gets one. */
export function OpenEmpty() {
  const isEmpty = useEditorState((state) => diagramOf(state).nodes.length === 0)
  if (!isEmpty) return null
  return (
    <Suspense>
      <parts.empty />
    </Suspense>
  )
}

export function OpenTalk() {
  const editor = useEditor()
  const isOpen = useEditorState(({ session }) => session.talk !== undefined)
  // A talk goes on where it was when the page was loaded again; a link may name a step, too.
  useEffect(() => {
    const step = Number(new URLSearchParams(location.search).get('talk'))
    if (step >= 1) editor.setSession({ talk: { index: Math.floor(step) - 1 } })
  }, [editor])
  if (!isOpen) return null
  return (
    <Suspense>
      <parts.talk />
    </Suspense>
  )
}

/** So that nobody waits for the first dialog. */
export async function loadTheRest() {
  // One after another: nothing of this is urgent, and a failure is told when the part is wanted.
  for (const load of Object.values(loaders)) await load().catch(() => undefined)
}
