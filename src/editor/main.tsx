// The entry of the application: finds the document to begin with and puts the editor on the page.
import '@fontsource/arimo/400.css'
import '@fontsource/arimo/700.css'
import '@fontsource/noto-sans-math/400.css'
import '@xyflow/react/dist/base.css'
import './style/theme.css'
import './style/canvas.css'
import './style/chrome.css'
import './style/panels.css'
import './style/dialogs.css'
import './style/exporting.css'
import './style/gallery.css'
import './style/drawer.css'
import './style/figures.css'
import './style/past.css'
import './style/building.css'
import './style/settings.css'
import './style/ways.css'
import './style/beside.css'
import './style/talk.css'
import './style/steps.css'
import './style/room.css'
import './style/tips.css'
import './style/touch.css'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { createEditor, type Editor } from './editor'
import { tellFailures } from './failures'
import { openDesk } from './keeping/desk'
import { keepDocuments } from './keeping/keep'
import { leave } from './keeping/leftovers'
import { tellUnread } from './keeping/openKept'
import { keepAlone, rememberDocument } from './keeping/tab'
import { goOffline } from './offline/goOffline'
import { openLink, sayLinked } from './links/openLink'
import { loadTheRest } from './Later'
import { dressPage, readMachine } from './machine'
import { breathe } from './picture/breathe'
import { layOut, layOutThumbnail, warm } from './picture/layOut'
import { loadPreferences } from './preferences'
import { themeOf } from './state'
import { local } from './storage'
import { startLanguages } from './strings/language'
import { here, readAddress, showHere } from './address'

/** The canvas measures and paints with these faces, so they have to be there before the first picture. */
function loadFonts(): Promise<unknown> {
  return Promise.all(['400 16px Arimo', '700 16px Arimo'].map((font) => document.fonts.load(font, 'Frieze')))
}

async function start() {
  const preferences = loadPreferences(local, navigator.languages, window.innerWidth >= 1000)
  const address = readAddress(here())
  if (address.presenter !== undefined) {
    const [{ startPresenter }] = await Promise.all([
      import('./talk/presenterPage'),
      startLanguages(preferences.language),
      loadFonts(),
    ])
    return startPresenter(address.presenter, document.getElementById('root')!, preferences.scale)
  }
  if (address.isEmbedded) {
    const [{ startEmbedded }] = await Promise.all([
      import('./embed/embedded'),
      startLanguages(preferences.language),
      loadFonts(),
    ])
    const { dark } = readMachine()
    return startEmbedded(address, document.getElementById('root')!, preferences.language, dark)
  }
  const languages = startLanguages(preferences.language)
  const [desk] = await Promise.all([openDesk(address, languages), languages, loadFonts()])
  const { diagram, origin, documents, holding, isShortLived, unread, link } = desk
  const editor: Editor = createEditor({
    diagram,
    origin,
    layOut,
    layOutThumbnail,
    breathe,
    preferences,
    storage: local,
    machine: readMachine(),
  })
  keepAlone(editor)
  // The address of a link is the document's no longer once that is edited.
  let isOpened = link?.ok ?? false
  const onDocument = (id: string) => {
    rememberDocument(id)
    if (isOpened) showHere({ hash: undefined, diagram: editor.state().origin.builtIn })
    isOpened = true
  }
  keepDocuments(editor, documents, holding, { isShortLived, onDocument, leave })
  tellFailures(editor)
  if (link) sayLinked(editor, link)
  window.addEventListener('hashchange', () => void openLink(editor, location.hash))
  for (const { slot, sentence } of unread) tellUnread(editor, slot, sentence)
  // The first picture is on its way by then, and does not share the processor with ELK's start.
  setTimeout(warm, 500)
  setTimeout(() => void loadTheRest(), 2000)
  dressPage(themeOf(editor.state()), editor.state().machine.width, preferences.scale)
  if (import.meta.env.PROD) setTimeout(() => void goOffline(editor), 3000)
  createRoot(document.getElementById('root')!).render(<App editor={editor} />)
}

start().catch((error: unknown) => {
  // Nothing is drawn yet that could say it better.
  document.getElementById('root')!.textContent =
    `Frieze could not start: ${error instanceof Error ? error.message : String(error)}`
  reportError(error)
})
