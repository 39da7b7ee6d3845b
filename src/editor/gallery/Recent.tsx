// The person's own documents, newest first: each where it was left. What cannot be read can be taken away.
import { Download, FileWarning, Trash2 } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { say as words } from '../../document/words'
import type { Card, Unread } from '../keeping/documents'
import type { Keeping } from '../keeping/keep'
import { downloadUnread, openKept } from '../keeping/openKept'
import { useEditor, useEditorState } from '../react'
import { useSay } from '../strings/language'
import { when } from '../strings/time'
import { isMatch } from './matching'
import { Picture } from './Picture'

interface Listed {
  readonly cards: readonly Card[]
  readonly unread: readonly Unread[]
  /** Those that some tab works on. */
  readonly held: ReadonlySet<string>
  /** When this was so. */
  readonly now: number
}

/** More are shown when they are asked for. */
const few = 6

export function Recent({ search }: { readonly search: string }) {
  const say = useSay()
  const keeping = useEditor().keeping
  const [listed, refresh] = useListed(keeping)
  const [showsAll, setShowsAll] = useState(false)
  if (!keeping || !listed) return null
  const cards = listed.cards.filter(({ title, name }) => isMatch(search, [title, name]))
  const unread = listed.unread.filter(({ name }) => isMatch(search, [name]))
  if (cards.length + unread.length === 0) return null
  const shown = showsAll || search !== '' ? cards : cards.slice(0, few)
  return (
    <section aria-labelledby="gallery-recent">
      <h3 id="gallery-recent">{say('recent.title')}</h3>
      <ul className="cards">
        {shown.map((card) => (
          <RecentCard
            key={card.id}
            card={card}
            keeping={keeping}
            isHeld={listed.held.has(card.id)}
            now={listed.now}
            onChange={refresh}
          />
        ))}
        {unread.map((each) => (
          <UnreadCard key={each.id} unread={each} now={listed.now} keeping={keeping} onChange={refresh} />
        ))}
      </ul>
      {shown.length < cards.length && (
        <button type="button" className="button gallery-more" onClick={() => setShowsAll(true)}>
          {say('recent.more', { count: cards.length })}
        </button>
      )}
    </section>
  )
}

async function list({ documents, holding, flush }: Keeping): Promise<Listed> {
  await flush()
  const [cards, unread, held] = await Promise.all([documents.list(), documents.listUnread(), holding.held()])
  return { cards, unread, held, now: Date.now() }
}

function useListed(keeping: Keeping | undefined) {
  const [listed, setListed] = useState<Listed>()
  const refresh = useCallback(async () => keeping && setListed(await list(keeping)), [keeping])
  useEffect(() => {
    // Without a list the gallery shows what comes with the program.
    if (keeping) list(keeping).then(setListed, () => undefined)
  }, [keeping])
  return [listed, refresh] as const
}

interface RecentCardProps {
  readonly card: Card
  readonly keeping: Keeping
  readonly now: number
  readonly isHeld: boolean
  readonly onChange: () => Promise<unknown>
}

function RecentCard({ card: { id, name, time, ...card }, keeping, now, isHeld, onChange }: RecentCardProps) {
  const editor = useEditor()
  const say = useSay()
  const language = useEditorState(({ preferences }) => preferences.language)
  const isHere = useEditorState(({ origin }) => origin.id === id)
  const title = words(card.title, language)
  const load = useCallback(async () => {
    const [slot, { parseDiagram }] = await Promise.all([keeping.documents.peek(id), import('../files/read')])
    const parsed = slot && parseDiagram(slot.text)
    return parsed?.ok ? parsed.diagram : undefined
  }, [keeping, id])

  async function open() {
    if (isHere || (await openKept(editor, keeping.documents, id))) editor.setSession({ dialog: undefined })
    else await onChange()
  }

  async function remove() {
    const bringBack = await keeping.documents.remove(id)
    await onChange()
    editor.notify({
      text: say('recent.removed', { title }),
      action: { label: say('command.undo'), run: () => void bringBack().then(onChange) },
    })
  }

  return (
    <li className="card-place">
      <button type="button" className={`card ${isHere ? 'is-here' : ''}`} onClick={() => void open()}>
        <Picture load={load} isFolded />
        <b>{title}</b>
        <span>{when(time, now, language)}</span>
        <small>
          {name}
          {isHere ? ` · ${say('recent.here')}` : isHeld ? ` · ${say('recent.open')}` : ''}
        </small>
      </button>
      {!isHeld && !isHere && (
        <button
          type="button"
          className="tool card-remove"
          aria-label={say('recent.remove', { title })}
          onClick={() => void remove()}
        >
          <Trash2 size={14} aria-hidden="true" />
        </button>
      )}
    </li>
  )
}

interface UnreadCardProps {
  readonly unread: Unread
  readonly now: number
  readonly keeping: Keeping
  readonly onChange: () => Promise<unknown>
}

function UnreadCard({ unread, now, keeping, onChange }: UnreadCardProps) {
  const say = useSay()
  const language = useEditorState(({ preferences }) => preferences.language)
  const { id, name, time, sentence } = unread
  return (
    <li className="card-place">
      <button type="button" className="card is-unread" onClick={() => downloadUnread(unread)}>
        <span className="card-picture is-empty">
          <FileWarning size={32} aria-hidden="true" />
        </span>
        <b>{name}</b>
        <span>{when(time, now, language)}</span>
        <small>
          {say('recent.unread')}: {sentence}
        </small>
        <small className="card-action">
          <Download size={13} aria-hidden="true" /> {say('keeping.download')}
        </small>
      </button>
      <button
        type="button"
        className="tool card-remove"
        aria-label={say('recent.remove', { title: name })}
        onClick={() => void keeping.documents.removeUnread(id).then(onChange)}
      >
        <Trash2 size={14} aria-hidden="true" />
      </button>
    </li>
  )
}
