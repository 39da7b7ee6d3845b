// The tree of nodes: only the lines in view are on the page. Keys as in the tree pattern of the ARIA practices; the tree
// has the focus, and one of its lines is the active one.
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { marksOf } from '../../graph/marks'
import { titleOf } from '../../semantics/title'
import type { Tree } from '../../semantics/tree'
import { reveal } from '../canvas/camera/reveal'
import { useEditor, useSelection, useShown } from '../react'
import { useSay } from '../strings/language'
import { outlineRows, treeMove, typedTo } from './outline'
import { OutlineLine } from './OutlineLine'
import { outlineId } from './places'
import { useWindow } from './useWindow'

/** Letters typed faster than this belong to one word. */
const pause = 700

interface OutlineTreeProps {
  readonly tree: Tree
  readonly open: ReadonlySet<string>
  readonly onOpen: (open: ReadonlySet<string>) => void
}

export function OutlineTree({ tree, open, onOpen }: OutlineTreeProps) {
  const editor = useEditor()
  const say = useSay()
  const prefix = useId()
  const shown = useShown()
  const analysis = shown?.picture.analysis
  const language = shown?.view.language ?? 'en'
  const selection = useSelection()
  const [active, setActive] = useState<string>()
  const typed = useRef({ text: '', time: 0 })
  const rows = useMemo(() => outlineRows(tree, open), [tree, open])
  const marks = useMemo(() => analysis && marksOf(analysis, language), [analysis, language])
  const element = useRef<HTMLDivElement>(null)
  const view = useWindow(rows.length, element)
  const at = Math.max(
    0,
    rows.findIndex((row) => row.path === active),
  )

  // The line of what is selected elsewhere is the active one, and in view.
  const chosen = selection.at(-1)
  const [followed, setFollowed] = useState<string>()
  if (chosen !== followed) {
    setFollowed(chosen)
    if (chosen !== undefined) setActive(chosen.split('#')[0])
  }
  const { scrollTo } = view
  useEffect(() => {
    if (active !== undefined) scrollTo(at)
  }, [active, at, scrollTo])

  function toggle(path: string, isOpen: boolean) {
    onOpen(new Set(isOpen ? [...open, path] : [...open].filter((each) => each !== path)))
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows[at]
    if (event.key === 'Enter' && row) {
      event.preventDefault()
      return reveal(editor, row.path)
    }
    const isTyping = typed.current.text !== '' && Date.now() - typed.current.time < pause
    if (event.key === ' ' && row && !isTyping) {
      event.preventDefault()
      const isSelected = selection.includes(row.path)
      return editor.select(isSelected ? selection.filter((id) => id !== row.path) : [...selection, row.path])
    }
    const move = treeMove(rows, at, event.key, view.page)
    if (move) {
      event.preventDefault()
      if ('to' in move) setActive(rows[move.to]?.path)
      else if ('close' in move) toggle(move.close, false)
      else onOpen(new Set([...open, ...move.open]))
    } else if (event.key.length === 1 && analysis) {
      event.preventDefault()
      typed.current = { text: (isTyping ? typed.current.text : '') + event.key, time: Date.now() }
      const titles = rows.map(({ item }) => titleOf(analysis.diagram, item, language))
      const next = typedTo(titles, at, typed.current.text)
      if (next !== undefined) setActive(rows[next]?.path)
    }
  }

  if (!analysis) return null
  return (
    <div
      ref={element}
      id={outlineId}
      className="panel-scroll outline-tree"
      role="tree"
      aria-label={say('panel.outline')}
      aria-multiselectable="true"
      aria-activedescendant={rows[at] ? `${prefix}${at}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: view.before }} role="presentation" />
      {rows.slice(view.from, view.to).map((row, i) => (
        <OutlineLine
          key={row.path}
          id={`${prefix}${view.from + i}`}
          row={row}
          analysis={analysis}
          language={language}
          isSelected={selection.includes(row.path)}
          isActive={view.from + i === at}
          problem={marks?.own.get(row.path) ?? (row.isOpen ? undefined : marks?.within.get(row.path))}
          onToggle={toggle}
          onChoose={(isMany) => {
            setActive(row.path)
            if (isMany) editor.select([...new Set([...selection, row.path])])
            else reveal(editor, row.path)
          }}
        />
      ))}
      <div style={{ height: view.after }} role="presentation" />
    </div>
  )
}
