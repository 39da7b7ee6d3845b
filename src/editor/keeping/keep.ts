// Keeps the documents of this tab: written soon after each edit, each where it belongs, whatever other tabs do.
import type { Diagram } from '../../document/schema'
import type { Editor } from '../editor'
import { diagramOf, type EditorState } from '../state'
import { say } from '../strings/language'
import { newId, type Documents, type Draft } from './documents'
import type { Hold, Holding } from './holding'
import { readKept } from './readKept'

/** What the editor may ask of what keeps its documents. */
export interface Keeping {
  readonly documents: Documents
  readonly holding: Holding
  /** Writes what is not yet written. */
  flush(): Promise<void>
  /** Goes on here with a document that another tab has; that one stops. */
  takeOver(): Promise<void>
  stop(): void
}

export interface KeepOptions {
  readonly delay?: number
  /** How long to wait for another tab that may be closing. */
  readonly patience?: number
  /** Nothing outlasts the page. */
  readonly isShortLived?: boolean
  /** Takes what is not yet written when the page goes away. */
  readonly leave?: (draft: Draft) => void
  /** Another document is on the desk. */
  readonly onDocument?: (id: string) => void
}

/** All that is written down, to see whether it changed. */
interface Facts {
  readonly diagram: Diagram
  readonly since: Diagram | undefined
  /** Not changed since it was last saved to a file. */
  readonly isSaved: boolean
  readonly name: string
  readonly builtIn: string | undefined
  readonly handle: FileSystemFileHandle | undefined
}

function factsOf(state: EditorState): Facts {
  const { name, builtIn, handle, saved, opened } = state.origin
  const diagram = diagramOf(state)
  return { diagram, since: saved ?? opened, isSaved: saved === diagram, name, builtIn, handle }
}

function isSame(a: Facts | undefined, b: Facts): boolean {
  return a !== undefined && (Object.keys(b) as (keyof Facts)[]).every((key) => a[key] === b[key])
}

/** The document on the desk. */
interface Desk {
  readonly id: string
  place: 'asking' | 'here' | 'elsewhere'
  hold?: Hold
  latest: Facts
  /** What is kept already, or need not be: a built-in diagram as it came. */
  written?: Facts
  timer?: ReturnType<typeof setTimeout>
  /** The writing that goes on. */
  busy: Promise<void>
}

export function keepDocuments(editor: Editor, documents: Documents, holding: Holding, options: KeepOptions = {}) {
  const { delay = 300, patience = 1000 } = options
  const told = new Set<string>()
  let isUnkept = options.isShortLived ?? false
  let desk = begin(editor.state())

  function begin(state: EditorState): Desk {
    const { id } = state.origin
    const facts = factsOf(state)
    const isPristine = facts.builtIn !== undefined && facts.isSaved && facts.diagram === facts.since
    const begun: Desk = { id, place: 'asking', latest: facts, busy: Promise.resolve() }
    if (documents.knows(id) || isPristine) begun.written = facts
    // Where another tab's edits cannot be read, those made here are written all the same, beside them.
    begun.busy = settle(begun, patience).catch((error: unknown) => reportError(error))
    if (!isSame(begun.written, facts)) schedule(begun)
    options.onDocument?.(id)
    return begun
  }

  /** Finds out whether this tab may write. */
  async function settle(at: Desk, wait: number) {
    const answer = await holding.take(at.id, wait)
    // What nobody has kept yet, nobody else works on.
    if (answer === 'elsewhere' && documents.knows(at.id)) {
      at.place = 'elsewhere'
      if (at !== desk) return
      editor.setSession({ isElsewhere: true })
      if (at.written && at.latest.diagram !== at.written.diagram) becomeCopy(at)
      return
    }
    if (typeof answer === 'object') at.hold = answer
    if (at !== desk) return at.hold?.release()
    at.place = 'here'
    editor.setSession({ isElsewhere: false })
    if (documents.knows(at.id) && !(await isNewest(at.id))) await catchUp(at)
  }

  function isNewest(id: string): Promise<boolean> {
    // Where nothing can be read, there is nothing newer.
    return documents.isNewest(id).catch(() => true)
  }

  /** Another tab wrote since this one read: goes on from there, or beside it when this one has edits of its own. */
  async function catchUp(at: Desk) {
    if (!isSame(at.written, at.latest)) return becomeCopy(at)
    const slot = await documents.read(at.id)
    const kept = slot && (await readKept(documents, slot))
    if (!slot || !kept?.ok || at !== desk) return
    editor.edit(() => kept.diagram)
    editor.setOrigin({ name: slot.name, handle: slot.handle, saved: kept.saved })
    at.written = at.latest = factsOf(editor.state())
  }

  /** The document stays with the other tab; what was changed here goes on under another name, and to no file. */
  function becomeCopy(at: Desk) {
    at.place = 'elsewhere'
    // Not within the change of state that led here.
    queueMicrotask(() => {
      if (at !== desk) return
      at.written = at.latest
      editor.setOrigin({ id: newId(), ...ofCopy(at.latest) })
      editor.notify({ text: say('keeping.copied') })
    })
  }

  function schedule(at: Desk) {
    at.timer ??= setTimeout(() => void write(at), delay)
  }

  function write(at: Desk): Promise<void> {
    clearTimeout(at.timer)
    at.timer = undefined
    at.busy = at.busy.then(() => writeNext(at)).catch((error: unknown) => reportError(error))
    return at.busy
  }

  async function writeNext(at: Desk) {
    const facts = at.latest
    if (at.place === 'elsewhere' || isSame(at.written, facts)) return
    try {
      if (!(await withRoom(() => documents.write({ id: at.id, ...facts })))) return becomeCopy(at)
      at.written = facts
      isUnkept = options.isShortLived ?? false
    } catch (error) {
      isUnkept = true
      tellOnce(isFull(error) ? 'keeping.full' : 'keeping.failed')
    }
  }

  async function withRoom(attempt: () => Promise<boolean>): Promise<boolean> {
    try {
      return await attempt()
    } catch (error) {
      if (!isFull(error)) throw error
      await documents.makeRoom()
      return attempt()
    }
  }

  function tellOnce(key: 'keeping.full' | 'keeping.failed' | 'keeping.none') {
    if (told.has(key)) return
    told.add(key)
    editor.notify({ kind: 'problem', text: say(key) })
  }

  async function leave(at: Desk) {
    await write(at)
    // It was with another tab, and edited here before that was known.
    if (at.place === 'elsewhere' && at.written && at.latest.diagram !== at.written.diagram)
      await documents.write({ id: newId(), ...at.latest, ...ofCopy(at.latest) })
    at.hold?.release()
  }

  function onState(state: EditorState) {
    if (state.origin.id !== desk.id) {
      const old = desk
      desk = begin(state)
      leave(old).catch((error: unknown) => reportError(error))
      return
    }
    const facts = factsOf(state)
    if (isSame(desk.latest, facts)) return
    const isEdit = facts.diagram !== desk.latest.diagram
    desk.latest = facts
    if (desk.place === 'elsewhere') {
      if (isEdit) becomeCopy(desk)
    } else if (!isSame(desk.written, facts)) schedule(desk)
  }

  function onPageHide() {
    if (desk.place === 'elsewhere' || isSame(desk.written, desk.latest)) return
    // What is asked of a database now may never be done.
    options.leave?.(documents.draft({ id: desk.id, ...desk.latest }))
    void write(desk)
  }

  function onVisibility() {
    if (document.visibilityState === 'hidden') void write(desk)
  }

  function onBeforeUnload(event: BeforeUnloadEvent) {
    const { diagram, since } = desk.latest
    if (isUnkept && diagram !== since) event.preventDefault()
  }

  const stopStore = editor.store.subscribe(onState)
  const stopAsked = holding.onAsked((id) => {
    const asked = desk
    if (id !== asked.id || asked.place !== 'here') return
    void write(asked).then(() => {
      asked.place = 'elsewhere'
      asked.hold?.release()
      if (asked !== desk) return
      editor.setSession({ isElsewhere: true })
      // What could not be written, or came meanwhile, goes on here.
      if (asked.latest.diagram !== asked.written?.diagram) becomeCopy(asked)
    })
  })
  if (typeof window !== 'undefined') {
    window.addEventListener('pagehide', onPageHide)
    window.addEventListener('beforeunload', onBeforeUnload)
    document.addEventListener('visibilitychange', onVisibility)
  }
  if (options.isShortLived) tellOnce('keeping.none')

  const keeping: Keeping = {
    documents,
    holding,
    flush: () => write(desk),
    async takeOver() {
      const at = desk
      if (at.place !== 'elsewhere') return
      holding.ask(at.id)
      await settle(at, 3000)
      if (at === desk && desk.place === 'elsewhere') editor.notify({ kind: 'problem', text: say('keeping.notLetGo') })
    },
    stop() {
      stopStore()
      stopAsked()
      clearTimeout(desk.timer)
      desk.hold?.release()
      if (typeof window === 'undefined') return
      window.removeEventListener('pagehide', onPageHide)
      window.removeEventListener('beforeunload', onBeforeUnload)
      document.removeEventListener('visibilitychange', onVisibility)
    },
  }
  editor.keepWith(keeping)
  return keeping
}

/** A copy goes to no file: the other tab has that. */
function ofCopy({ name }: Facts) {
  return { name: `${name}-copy`, handle: undefined }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError'
}
