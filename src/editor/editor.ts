// The editor without a screen: the store and everything that may be done to it. Commands, canvas and panels call this and
// nothing else changes the state.
import { createStore, type StoreApi } from 'zustand/vanilla'
import { begin, commit, jump, redo, reselect, undo } from '../document/history'
import type { Diagram } from '../document/schema'
import type { LayOut } from '../layout/layout'
import { desk, type Machine } from './machine'
import { keepPicture } from './picture/keepPicture'
import { savePreferences, type Preferences } from './preferences'
import { diagramOf, idle, type EditorState, type Notice, type Origin, type Session } from './state'
import type { Camera } from './canvas/camera/camera'
import { newId } from './keeping/documents'
import type { Keeping } from './keeping/keep'
import type { Done } from './past/done'

/** A document that is new to this browser gets its id when it is opened. */
export type NewOrigin = Omit<Origin, 'id'> & { readonly id?: string }

export interface Editor {
  readonly store: StoreApi<EditorState>
  /** The canvas lends its camera while it is there. */
  readonly camera: Camera | undefined
  lend(camera: Camera | undefined): void
  /** What keeps the documents, where something does. */
  readonly keeping: Keeping | undefined
  keepWith(keeping: Keeping | undefined): void
  /** For pictures of other diagrams. */
  readonly layOutThumbnail: LayOut
  state(): EditorState
  /** One undo step. Nothing happens when the edit gives the same diagram back. Says whether there was a change. */
  edit(change: (diagram: Diagram) => Diagram, after?: AfterEdit): boolean
  undo(): void
  redo(): void
  /** To an entry of the history, by its place in the list. */
  jump(index: number): void
  /** Another document. Its history begins here. */
  open(diagram: Diagram, origin: NewOrigin): void
  select(ids: readonly string[]): void
  setSession(change: Partial<Session>): void
  setPreferences(change: Partial<Preferences>): void
  setOrigin(change: Partial<Origin>): void
  notify(notice: Omit<Notice, 'id' | 'kind'> & { readonly kind?: Notice['kind'] }): void
  dismiss(id: number): void
  /** Read out, not shown. */
  announce(text: string): void
  /** Stops everything that was started. */
  close(): void
}

export interface AfterEdit {
  /** What is selected then; absent: the same as before. */
  readonly select?: readonly string[]
  /** Edits in a row with equal keys are one step: nudging one node, typing in one field. */
  readonly coalesce?: string
  /** What the person did, where the difference of the diagrams does not tell it well. */
  readonly done?: Done
  /** Where the whole picture was in view before, it will be in view again. */
  readonly refit?: boolean
  /** Nothing of the arrangement is kept. */
  readonly afresh?: boolean
}

export interface EditorOptions {
  readonly diagram: Diagram
  readonly origin: NewOrigin
  readonly layOut: LayOut
  readonly layOutThumbnail?: LayOut
  /** Waited for between the parts of the work on a picture. */
  readonly breathe?: () => Promise<void>
  readonly preferences: Preferences
  readonly storage?: Pick<Storage, 'setItem'>
  readonly machine?: Machine
}

export function createEditor({ diagram, origin, layOut, preferences, storage, ...options }: EditorOptions): Editor {
  const store = createStore<EditorState>(() => ({
    history: begin(diagram),
    origin: { id: newId(), saved: diagram, opened: diagram, ...origin },
    session: idle,
    preferences,
    machine: options.machine ?? desk,
  }))
  const stop = keepPicture(store, layOut, options.breathe)
  let lastNotice = 0
  let camera: Camera | undefined
  let keeping: Keeping | undefined

  const setSession: Editor['setSession'] = (change) =>
    store.setState((state) => ({ session: { ...state.session, ...change } }))

  const editor: Editor = {
    store,
    get camera() {
      return camera
    },
    lend(lent) {
      camera = lent
    },
    get keeping() {
      return keeping
    },
    keepWith(given) {
      keeping = given
    },
    layOutThumbnail: options.layOutThumbnail ?? layOut,
    state: store.getState,
    setSession,
    edit(change, { select, coalesce, done, refit = false, afresh = false } = {}) {
      const state = store.getState()
      const before = diagramOf(state)
      const after = change(before)
      if (after === before) return false
      store.setState({
        history: commit(state.history, after, select, { coalesce, intention: done }),
        session: {
          ...state.session,
          refit: refit && (editor.camera?.isFitted() ?? false),
          afresh: afresh ? after : undefined,
        },
      })
      return true
    },
    undo() {
      store.setState(({ history }) => ({ history: undo(history) }))
    },
    redo() {
      store.setState(({ history }) => ({ history: redo(history) }))
    },
    jump(index) {
      store.setState(({ history }) => ({ history: jump(history, index) }))
    },
    open(next, from) {
      store.setState(({ session }) => ({
        history: begin(next),
        origin: { id: newId(), saved: next, opened: next, ...from },
        session: { ...idle, ...kept(session), fits: session.fits + 1 },
      }))
    },
    select(ids) {
      store.setState((state) => {
        const { selection } = state.history.present
        const same = selection.length === ids.length && selection.every((id, i) => id === ids[i])
        return same ? state : { history: reselect(state.history, ids) }
      })
    },
    setPreferences(change) {
      store.setState((state) => ({ preferences: { ...state.preferences, ...change } }))
      if (storage) savePreferences(storage, store.getState().preferences)
    },
    setOrigin(change) {
      store.setState((state) => ({ origin: { ...state.origin, ...change } }))
    },
    notify(notice) {
      const id = ++lastNotice
      const { notices } = store.getState().session
      setSession({ notices: [...notices.slice(-2), { kind: 'info', ...notice, id }] })
    },
    dismiss(id) {
      const { notices } = store.getState().session
      setSession({ notices: notices.filter((notice) => notice.id !== id) })
    },
    announce(announcement) {
      // The same again is only read out when it is not quite the same.
      const again = store.getState().session.announcement === announcement ? '\u00a0' : ''
      setSession({ announcement: announcement + again })
    },
    close: stop,
  }
  return editor
}

/** What stays when another document comes. */
function kept({ shown, tool, drawer, gradients, language }: Session): Partial<Session> {
  return { shown, tool, drawer, gradients, language }
}
