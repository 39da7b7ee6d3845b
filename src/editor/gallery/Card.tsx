// One diagram of the gallery: its picture, what is distinctive, how much of it is trained, and where it comes from.
import { CopyPlus } from 'lucide-react'
import { say as words } from '../../document/words'
import { plainText } from '../../drawing/math/spoken'
import { short } from '../../semantics/number'
import { percent } from '../../semantics/table/columns'
import { shareOf } from '../../semantics/table/rows'
import type { SystemRow } from '../../semantics/systems/systems'
import { loadBuiltIn } from '../diagrams'
import { openBuiltIn } from '../files/open'
import { useEditor, useEditorState } from '../react'
import { useSay } from '../strings/language'
import { beginFork } from './begin'
import { catalogue, type Entry } from './catalogue'
import { learnNumbers } from './numbers'
import { Picture } from './Picture'

const loads = new Map(catalogue.map(({ id }) => [id, () => loadBuiltIn(id)]))
const learns = new Map(catalogue.map(({ id }) => [id, (...[diagram]: Learnt) => learnNumbers(id, diagram)]))
type Learnt = [diagram: Parameters<typeof learnNumbers>[1]]

interface CardProps {
  readonly entry: Entry
  readonly numbers: SystemRow | undefined
  /** The shelf does not say it. */
  readonly hasFamily: boolean
  /** Leads to the card of another diagram. */
  readonly onGo: (id: string) => void
}

export function Card({ entry: { id, about, family }, numbers, hasFamily, onGo }: CardProps) {
  const editor = useEditor()
  const say = useSay()
  const language = useEditorState(({ preferences }) => preferences.language)
  const title = words(about.title, language)

  async function open() {
    await openBuiltIn(editor, id)
    editor.setSession({ dialog: undefined })
  }

  return (
    <li className="card-place">
      <button type="button" className="card" data-card={id} onClick={() => void open()}>
        <Picture load={loads.get(id)!} onLoad={learns.get(id)!} />
        <b>{title}</b>
        <span>{about.year}</span>
        <small>{plainText(words(about.distinctive ?? about.summary, language))}</small>
        {family && hasFamily && <small className="card-family">{words(family.label, language)}</small>}
        <Trained numbers={numbers} />
      </button>
      <Ancestors about={about} onGo={onGo} />
      <button
        type="button"
        className="tool card-remove"
        aria-label={say('gallery.fork', { title })}
        title={say('gallery.fork', { title })}
        onClick={() => void beginFork(editor, id)}
      >
        <CopyPlus size={14} aria-hidden="true" />
      </button>
    </li>
  )
}

/** A bar as long as the card: warm is trained, cool is frozen. */
function Trained({ numbers }: { readonly numbers: SystemRow | undefined }) {
  const say = useSay()
  if (!numbers || numbers.total <= 0n) return null
  const share = shareOf(numbers.trainable, numbers.total)
  return (
    <span className="card-trained">
      <span className="share-bar" aria-hidden="true">
        <i className="is-trainable" style={{ width: `${share * 100}%` }} />
        <i className="is-frozen" style={{ width: `${(1 - share) * 100}%` }} />
      </span>
      {say('gallery.trained', {
        share: share === 1 ? '100 %' : percent(share),
        total: short(numbers.total),
        variant: numbers.variant,
      })}
    </span>
  )
}

/** The diagrams that this one is made of, each leading to its card. */
function Ancestors({ about, onGo }: { readonly about: Entry['about']; readonly onGo: CardProps['onGo'] }) {
  const say = useSay()
  const language = useEditorState(({ preferences }) => preferences.language)
  const links = (about.lineage ?? []).flatMap(({ from, how }) => {
    const entry = catalogue.find((each) => each.id === from)
    return entry ? [{ from, title: words(entry.about.title, language), how: words(how, language) }] : []
  })
  if (!links.length) return null
  return (
    <p className="card-lineage">
      {say('gallery.from')}{' '}
      {links.map(({ from, title, how }) => (
        <button key={from} type="button" title={how} onClick={() => onGo(from)}>
          {title}
        </button>
      ))}
    </p>
  )
}
