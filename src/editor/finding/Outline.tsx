// Everything in the diagram as a tree, folded or not, and above it the way to look for something.
import { useDeferredValue, useMemo, useState } from 'react'
import { parentOf, pathsTo } from '../../shared/path'
import { useEditorState, useSelection, useShown } from '../react'
import { FindResults } from './FindResults'
import { matchesIn } from './go'
import { OutlineTree } from './OutlineTree'
import { SearchField } from './SearchField'

export function Outline() {
  const search = useDeferredValue(useEditorState(({ session }) => session.search))
  const shown = useShown()
  const tree = shown?.picture.analysis.tree
  const selected = useSelection().at(-1)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())

  // What is selected on the canvas is to be seen here.
  const [followed, setFollowed] = useState<string>()
  if (selected !== followed) {
    setFollowed(selected)
    setOpen(new Set([...open, ...pathsTo(parentOf(selected?.split('#')[0] ?? ''))]))
  }

  const matches = useMemo(() => matchesIn(shown, search), [shown, search])
  if (!tree) return null
  return (
    <>
      <SearchField count={matches.length} />
      {search.trim() === '' ? (
        <OutlineTree tree={tree} open={open} onOpen={setOpen} />
      ) : (
        <FindResults matches={matches} search={search} />
      )}
    </>
  )
}
