// How components reach the editor. They select narrow slices of its state.
import { createContext, useContext, useDeferredValue } from 'react'
import { useStore } from 'zustand'
import type { Editor } from './editor'
import type { Language } from '../shared/languages'
import type { EditorState, Shown } from './state'

export const EditorContext = createContext<Editor | undefined>(undefined)

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('A component that needs the editor stands outside of it.')
  return editor
}

export function useEditorState<T>(select: (state: EditorState) => T): T {
  return useStore(useEditor().store, select)
}

/**
 * The picture that is shown, for whatever stands on it and around it: no frame of the way to a new picture waits for that,
 * so it comes when the canvas is there.
 */
export function useShown(): Shown | undefined {
  return useDeferredValue(useEditorState(({ session }) => session.rested ?? session.shown))
}

/** What is selected, for the panels around the canvas: the frame in which something is selected does not wait for them. */
export function useSelection(): readonly string[] {
  return useDeferredValue(useEditorState(({ history }) => history.present.selection))
}

/** Of the interface; documents may be read in another. */
export function useLanguage(): Language {
  return useEditorState(({ preferences }) => preferences.language)
}
