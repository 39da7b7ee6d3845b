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
import './style/drawer.css'
import './style/figures.css'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { builtInIds, defaultDiagram, loadBuiltIn } from './diagrams'
import { createEditor, type Editor } from './editor'
import { autosave, restore } from './files/autosave'
import { loadTheRest } from './Later'
import { layOut, layOutThumbnail, warm } from './picture/layOut'
import { loadPreferences } from './preferences'
import type { Origin } from './state'
import type { Diagram } from '../document/schema'
import { startLanguages } from './strings/language'

/** The diagram that the address names, else the one that was open last, else the first. */
async function firstDocument(): Promise<{ readonly diagram: Diagram; readonly origin: Origin }> {
  const wanted = new URLSearchParams(location.search).get('diagram')
  const kept = await restore()
  const isNamed = wanted !== null && builtInIds.includes(wanted)
  if (kept && (!isNamed || kept.origin.builtIn === wanted)) return kept
  const id = isNamed ? wanted : builtInIds.includes(defaultDiagram) ? defaultDiagram : builtInIds[0]!
  const diagram = await loadBuiltIn(id)
  return { diagram, origin: { name: id, builtIn: id, saved: diagram } }
}

/** The canvas measures and paints with these faces, so they have to be there before the first picture. */
function loadFonts(): Promise<unknown> {
  return Promise.all(['400 16px Arimo', '700 16px Arimo'].map((font) => document.fonts.load(font, 'Frieze')))
}

async function start() {
  const preferences = loadPreferences(localStorage, navigator.languages, window.innerWidth >= 1000)
  const [{ diagram, origin }] = await Promise.all([firstDocument(), startLanguages(preferences.language), loadFonts()])
  const editor: Editor = createEditor({
    diagram,
    origin,
    layOut,
    layOutThumbnail,
    preferences,
    storage: localStorage,
    prefersDark: matchMedia('(prefers-color-scheme: dark)').matches,
  })
  autosave(editor)
  // The first picture is on its way by then, and does not share the processor with ELK's start.
  setTimeout(warm, 500)
  setTimeout(() => void loadTheRest(), 2000)
  createRoot(document.getElementById('root')!).render(<App editor={editor} />)
}

start().catch((error: unknown) => {
  // Nothing is drawn yet that could say it better.
  document.getElementById('root')!.textContent =
    `Frieze could not start: ${error instanceof Error ? error.message : String(error)}`
  reportError(error)
})
