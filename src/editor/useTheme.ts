// The page wears the theme that the person chose, or that of the machine, in the size that the person chose.
import { useEffect } from 'react'
import { dressPage, watchMachine } from './machine'
import { useEditor, useEditorState } from './react'
import { themeOf } from './state'

export function useTheme() {
  const editor = useEditor()
  const theme = useEditorState(themeOf)
  const width = useEditorState(({ machine }) => machine.width)
  const scale = useEditorState(({ preferences }) => preferences.scale)
  useEffect(() => dressPage(theme, width, scale), [theme, width, scale])
  useEffect(() => watchMachine((machine) => editor.store.setState({ machine })), [editor])
}
