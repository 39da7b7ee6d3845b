// The faces for Chinese and Japanese, which exports are set in, are there before the network goes: all of the face of a language
// that is in use, and of the others what the words of a talk need. When the page rests, and not where data are dear.
import type { Diagram, Language } from '../../document/schema'
import type { CjkLanguage } from '../../drawing/scripts'
import { everyPhrase } from '../../scene/phrases'
import { stageSteps } from '../../stage'
import type { Editor } from '../editor'
import { diagramOf, documentLanguageOf } from '../state'

/** As the service worker calls it. */
export const fontCache = 'fonts'

const written = ['ja', 'zh-Hans', 'zh-Hant'] as const satisfies readonly (Language & CjkLanguage)[]

/** Looks anew when another document opens or another language is chosen. The service worker keeps what is fetched. */
export function keepFaces(editor: Editor): () => void {
  let seen = ''
  let running: Promise<void> | undefined
  const look = () => {
    const state = editor.state()
    const languages = [...new Set([state.preferences.language, documentLanguageOf(state)])]
    const now = `${state.origin.id} ${languages.join(' ')}`
    if (now === seen || isDear()) return
    seen = now
    const diagram = diagramOf(state)
    // One after another: nobody waits for it. What fails is fetched when it is needed.
    running = (running ?? Promise.resolve()).then(() =>
      rest()
        .then(() => fetchFaces(diagram, languages))
        .catch(() => undefined),
    )
  }
  look()
  return editor.store.subscribe(look)
}

async function fetchFaces(diagram: Diagram, languages: readonly Language[]) {
  const [{ facePaths, facePathsFor }, { assetUrl, loadAsset }] = await Promise.all([
    import('../../exporters/type/faces'),
    import('../files/assets'),
  ])
  const kept = await caches.open(fontCache)
  for (const language of written) {
    const paths = languages.includes(language)
      ? await facePaths(language, loadAsset)
      : diagram.steps?.length
        ? await facePathsFor(signsOf(diagram, language), language, loadAsset)
        : []
    for (const path of paths) {
      const url = assetUrl(path)
      if (await kept.match(url)) continue
      if (!navigator.onLine) return
      await (await fetch(url)).arrayBuffer()
    }
  }
}

/** Everything that its steps say in a language, to the room and to the speaker, and what pictures say by themselves. */
function signsOf(diagram: Diagram, language: Language): ReadonlySet<string> {
  const { about, steps = [], phases = [], variants = [] } = diagram
  const graphs = stageSteps(diagram, { language }).map(({ graph }) => graph)
  const own = [about, ...steps, ...phases, ...variants].flatMap((each) =>
    Object.values(each).map((words) => inOne(words, language)),
  )
  return new Set([...everyPhrase(language), ...own, JSON.stringify(graphs)].join(''))
}

function inOne(words: unknown, language: Language): string {
  if (typeof words !== 'object' || words === null) return String(words)
  return language in words ? String(words[language as keyof typeof words]) : ''
}

/** The person has asked for little data. */
function isDear(): boolean {
  return (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData ?? false
}

function rest(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: 10_000 })
    else setTimeout(resolve, 2000)
  })
}
