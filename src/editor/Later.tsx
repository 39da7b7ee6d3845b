// What is not on the first screen: loaded when it is first wanted, or when the page has come to rest.
import { lazy, Suspense, useEffect, type ComponentType } from 'react'
import type { Editor } from './editor'
import { ErrorBoundary } from './ErrorBoundary'
import { useEditor, useEditorState } from './react'
import { diagramOf, type Dialog } from './state'
import { say } from './strings/language'
import { here, readAddress } from './address'

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
  putOnEdge: () => import('./building/PutOnEdge').then((file) => file.PutOnEdge),
  connect: () => import('./building/Connect').then((file) => file.Connect),
  arrival: () => import('./dialogs/Arrival').then((file) => file.Arrival),
  beside: () => import('./beside/Compare').then((file) => file.Compare),
  lens: () => import('./dialogs/Lens').then((file) => file.Lens),
  drawer: () => import('./drawer/Drawer').then((file) => file.Drawer),
  talk: () => import('./talk/Presentation').then((file) => file.Presentation),
  empty: () => import('./gallery/EmptyCanvas').then((file) => file.EmptyCanvas),
} satisfies Record<Dialog | 'drawer' | 'talk' | 'empty', () => Promise<ComponentType>>

type Part = keyof typeof loaders

const parts = Object.fromEntries(Object.keys(loaders).map((name) => [name, later(name as Part)])) as Record<
  Part,
  ReturnType<typeof later>
>

/** A part that does not arrive says so and is tried again when it is wanted again; the editor goes on without it. */
function later(name: Part) {
  return lazy<ComponentType>(() =>
    loaders[name]().then(
      (part) => ({ default: part }),
      () => {
        parts[name] = later(name)
        return { default: () => <Missing name={name} /> }
      },
    ),
  )
}

function Missing({ name }: { readonly name: Part }) {
  const editor = useEditor()
  useEffect(() => sendAway(editor, name, say('problem.notLoaded')), [editor, name])
  return null
}

function sendAway(editor: Editor, name: Part, text: string) {
  editor.setSession(name === 'drawer' || name === 'talk' ? { [name]: undefined } : { dialog: undefined })
  editor.notify({ kind: 'problem', text })
}

function Open({ name }: { readonly name: Part }) {
  const editor = useEditor()
  const Part = parts[name]
  return (
    <ErrorBoundary
      key={name}
      onBroken={({ message }) => sendAway(editor, name, say('problem.notDone', { reason: message }))}
    >
      <Suspense>
        <Part />
      </Suspense>
    </ErrorBoundary>
  )
}

export function OpenDialog() {
  const dialog = useEditorState(({ session }) => session.dialog)
  return dialog && <Open name={dialog} />
}

export function OpenDrawer() {
  return useEditorState(({ session }) => session.drawer !== undefined) && <Open name="drawer" />
}

/** Over a diagram without a node, until it gets one. */
export function OpenEmpty() {
  const isEmpty = useEditorState((state) => diagramOf(state).nodes.length === 0)
  return isEmpty && <Open name="empty" />
}

export function OpenTalk() {
  const editor = useEditor()
  const isOpen = useEditorState(({ session }) => session.talk !== undefined)
  // A talk goes on where it was when the page was loaded again; a link may name a step, too.
  useEffect(() => {
    const { talk } = readAddress(here())
    if (talk !== undefined) editor.setSession({ talk: { index: talk } })
  }, [editor])
  return isOpen && <Open name="talk" />
}

/** So that nobody waits for the first dialog. */
export async function loadTheRest() {
  // One after another: nothing of this is urgent, and a failure is told when the part is wanted.
  for (const load of Object.values(loaders)) await load().catch(() => undefined)
}
