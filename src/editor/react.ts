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
 * so it may come a few frames later.
 */
export function useShown(): Shown | undefined {
  return useDeferredValue(useEditorState(({ session }) => session.shown))
}

/** Of the interface; documents may be read in another. */
export function useLanguage(): Language {
  return useEditorState(({ preferences }) => preferences.language)
}
