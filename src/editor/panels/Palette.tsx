// What can be added: blocks by group, and the modules of the document. A click adds, a drag places.
import { Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { blocks } from '../../blocks'
import type { Block } from '../../blocks/block'
import { say as words } from '../../document/words'
import type { Language } from '../../shared/languages'
import { carry } from '../canvas/drop'
import { addAtSelection, type Ware } from '../canvas/placing'
import { useEditor, useEditorState, useLanguage } from '../react'
import { diagramOf, documentLanguageOf } from '../state'
import { useSay } from '../strings/language'

interface Entry {
  readonly ware: Ware
  readonly label: string
  readonly about: string
  /** What it is found by. */
  readonly words: readonly string[]
}

export function Palette() {
  const say = useSay()
  const [search, setSearch] = useState('')
  const modules = useEditorState((state) => diagramOf(state).modules)
  const language = useEditorState(documentLanguageOf)
  const spoken = useLanguage()
  const groups = useMemo(() => {
    const byGroup = new Map<string, Entry[]>()
    for (const block of blocks) add(byGroup, say(`palette.${block.group}`), entryOf(block, spoken))
    for (const [name, module] of Object.entries(modules ?? {}))
      add(byGroup, say('palette.modules'), {
        ware: { module: name },
        label: words(module.label, language) || name,
        about: words(module.note, language),
        words: [name, words(module.label, language), words(module.note, language)],
      })
    return [...byGroup]
  }, [modules, language, spoken, say])
  const wanted = search.trim().toLowerCase()
  const found = groups
    .map(([group, entries]) => [group, entries.filter((entry) => isWanted(entry, wanted))] as const)
    .filter(([, entries]) => entries.length > 0)

  return (
    <>
      <label className="search">
        <Search size={14} aria-hidden="true" />
        <input
          id="palette-search"
          type="search"
          value={search}
          placeholder={say('palette.search')}
          aria-label={say('palette.search')}
          onChange={(event) => setSearch(event.target.value)}
        />
      </label>
      <div className="panel-scroll">
        {found.map(([group, entries]) => (
          <section key={group}>
            <h3>{group}</h3>
            <ul>
              {entries.map((entry) => (
                <li key={JSON.stringify(entry.ware)}>
                  <PaletteEntry entry={entry} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {found.length === 0 && <p className="hint">{say('palette.nothing', { search })}</p>}
      </div>
    </>
  )
}

function PaletteEntry({ entry }: { readonly entry: Entry }) {
  const editor = useEditor()
  return (
    <button
      type="button"
      className="palette-entry"
      draggable
      title={entry.about}
      onClick={() => addAtSelection(editor, entry.ware)}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', entry.label)
        event.dataTransfer.effectAllowed = 'copy'
        carry(entry.ware)
      }}
      onDragEnd={() => {
        carry(undefined)
        editor.setSession({ spliceTarget: undefined })
      }}
    >
      {entry.label}
    </button>
  )
}

function add(groups: Map<string, Entry[]>, group: string, entry: Entry) {
  const entries = groups.get(group)
  if (entries) entries.push(entry)
  else groups.set(group, [entry])
}

/** Found by its English name, too: that is what papers and code call it. */
function entryOf({ type, label, about }: Block, language: Language): Entry {
  return {
    ware: { block: type },
    label: label[language],
    about: about[language],
    words: [type, label.en, label[language], about[language]],
  }
}

function isWanted({ words: known }: Entry, search: string): boolean {
  return search === '' || known.some((each) => each.toLowerCase().includes(search))
}
