// What can be added: ready modules, modules of the document, blocks by group. A click adds, a drag places.
import { CornerDownLeft, Search } from 'lucide-react'
import { Tooltip } from 'radix-ui'
import { useEffect, useMemo, useState } from 'react'
import { blocks } from '../../blocks'
import { loadAllReady } from '../building/load'
import { addAtSelection } from '../building/placing'
import { beginning, rankOf, squashed } from '../building/ranking'
import { readyIds } from '../building/ready'
import type { Ware } from '../building/wares'
import { WarePreview } from '../building/WarePreview'
import { wareKey, wareWords } from '../building/words'
import { carry } from '../canvas/moving/drop'
import { focusCanvas } from '../ways/steps'
import { useEditor, useEditorState, useLanguage } from '../react'
import { diagramOf, documentLanguageOf } from '../state'
import { useSay } from '../strings/language'

interface Entry {
  readonly ware: Ware
  readonly label: string
  /** What it is found by. */
  readonly words: readonly string[]
}

export function Palette() {
  const editor = useEditor()
  const say = useSay()
  const [search, setSearch] = useState('')
  const groups = useGroups()
  // So that nobody waits when one of them is dropped on an edge.
  useEffect(() => void loadAllReady(), [])
  const wanted = search.trim()
  const found = groups
    .map(([group, entries]) => [group, entries.filter((entry) => isWanted(entry, wanted))] as const)
    .filter(([, entries]) => entries.length > 0)

  const best =
    wanted === ''
      ? undefined
      : bestOf(
          found.flatMap(([, entries]) => entries),
          wanted,
        )

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
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter' && best) {
              event.preventDefault()
              addAtSelection(editor, best.ware)
              // The next is written over it.
              event.currentTarget.select()
            }
            if (event.key === 'Escape') {
              event.preventDefault()
              setSearch('')
              event.currentTarget.blur()
              focusCanvas(editor)
            }
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            focusEntry(0)
          }}
        />
      </label>
      <div className="panel-scroll" onKeyDown={walkEntries}>
        {found.map(([group, entries]) => (
          <section key={group}>
            <h3>{group}</h3>
            <ul>
              {entries.map((entry) => (
                <li key={wareKey(entry.ware)}>
                  <PaletteEntry entry={entry} isBest={entry === best} />
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

function useGroups(): readonly (readonly [string, readonly Entry[]])[] {
  const say = useSay()
  const modules = useEditorState((state) => diagramOf(state).modules)
  const document = useEditorState(documentLanguageOf)
  const language = useLanguage()
  return useMemo(() => {
    const entry = (ware: Ware): Entry => ({ ware, ...wareWords({ modules }, ware, language, document, say) })
    const ofDocument = Object.keys(modules ?? {}).map((name) => ({ name, entry: entry({ module: name }) }))
    const labels = ofDocument.map((each) => each.entry.label)
    const byGroup = new Map<string, Entry[]>([
      [
        say('palette.modules'),
        // Two of one label are told apart by their names.
        ofDocument.map(({ name, entry: each }) =>
          labels.indexOf(each.label) === labels.lastIndexOf(each.label)
            ? each
            : { ...each, label: `${each.label} (${name})` },
        ),
      ],
      [say('palette.ready'), readyIds.map((id) => entry({ ready: id }))],
    ])
    for (const { type, group } of blocks) {
      const name = say(`palette.${group}`)
      byGroup.set(name, [...(byGroup.get(name) ?? []), entry({ block: type })])
    }
    return [...byGroup]
  }, [modules, language, document, say])
}

function PaletteEntry({ entry, isBest }: { readonly entry: Entry; readonly isBest: boolean }) {
  const editor = useEditor()
  return (
    <Tooltip.Root disableHoverableContent>
      <Tooltip.Trigger asChild>
        <button
          type="button"
          className={`palette-entry ${isBest ? 'is-best' : ''}`}
          draggable
          onClick={() => addAtSelection(editor, entry.ware)}
          onDragStart={(event) => {
            event.dataTransfer.setData('text/plain', entry.label)
            event.dataTransfer.effectAllowed = 'copy'
            carry(entry.ware)
          }}
          onDragEnd={() => {
            carry(undefined)
            editor.setSession({ splice: undefined })
          }}
        >
          {entry.label}
          {isBest && <CornerDownLeft size={12} aria-hidden="true" />}
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tooltip is-preview" side="right" sideOffset={10} collisionPadding={8}>
          <WarePreview ware={entry.ware} />
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}

/** Arrows go from entry to entry. */
function walkEntries(event: React.KeyboardEvent) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  event.stopPropagation()
  const entries = allEntries()
  const at = entries.indexOf(document.activeElement as HTMLButtonElement) + step
  if (at < 0) document.getElementById('palette-search')?.focus()
  else focusEntry(at)
}

function allEntries(): HTMLButtonElement[] {
  return [...document.querySelectorAll<HTMLButtonElement>('.palette-entry')]
}

function focusEntry(at: number) {
  allEntries()[at]?.focus()
}

/** What Enter adds: what is called so, else what begins so, else the first. */
function bestOf(entries: readonly Entry[], search: string): Entry | undefined {
  const ranks = entries.map(({ label }) => rankOf(label, search))
  const best = Math.max(...ranks)
  return best >= beginning ? entries[ranks.indexOf(best)] : entries[0]
}

function isWanted({ words }: Entry, search: string): boolean {
  return words.some((each) => squashed(each).includes(squashed(search)))
}
