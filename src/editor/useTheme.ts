// The page wears the theme that the person chose, or that of the machine.
import { useEffect } from 'react'
import { useEditor, useEditorState } from './react'
import { themeOf } from './state'

export function useTheme() {
  const editor = useEditor()
  const theme = useEditorState(themeOf)
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const follow = () => editor.store.setState({ prefersDark: dark.matches })
    dark.addEventListener('change', follow)
    return () => dark.removeEventListener('change', follow)
  }, [editor])
}
