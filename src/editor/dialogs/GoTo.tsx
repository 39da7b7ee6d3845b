// Any node by a few letters of its name, wherever it is folded away, and any symbol.
import { Command } from 'cmdk'
import { useState } from 'react'
import { focusWhenThere } from '../canvas/areas/focus'
import { findable, find } from '../finding/search'
import { goToTarget, idOfTarget } from '../finding/go'
import { useEditor, useEditorState } from '../react'
import { useSay } from '../strings/language'

const most = 50

export function GoTo() {
  const editor = useEditor()
  const say = useSay()
  const isOpen = useEditorState(({ session }) => session.dialog === 'goTo')
  const shown = useEditorState(({ session }) => session.shown)
  const [search, setSearch] = useState('')
  if (!isOpen || !shown) return null
  const entries = findable(shown.picture.analysis, shown.view.language)
  const nodes = entries.filter(({ target }) => target.kind === 'node')
  const named = entries.filter(({ target }) => target.kind === 'node' || target.kind === 'symbol')
  const matches = search.trim() === '' ? nodes : find(named, search)
  return (
    <Command.Dialog
      open
      onOpenChange={() => editor.setSession({ dialog: undefined })}
      label={say('command.goTo')}
      overlayClassName="dialog-overlay"
      contentClassName="dialog command-palette"
      shouldFilter={false}
      loop
    >
      <Command.Input placeholder={say('goTo.search')} value={search} onValueChange={setSearch} />
      <Command.List>
        <Command.Empty>{say('find.nothing', { search })}</Command.Empty>
        {matches.slice(0, most).map(({ target, title, where }) => (
          <Command.Item
            key={idOfTarget(target)}
            value={idOfTarget(target)}
            onSelect={() => {
              editor.setSession({ dialog: undefined })
              goToTarget(editor, target)
              if (target.kind === 'node') focusWhenThere(editor, target.path, true)
            }}
          >
            <span>{title}</span>
            <small className="hint">{target.kind === 'symbol' ? say('goTo.symbol') : where.join(' › ')}</small>
          </Command.Item>
        ))}
      </Command.List>
    </Command.Dialog>
  )
}
