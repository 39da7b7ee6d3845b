// The diagrams that come with the program: opened as they are, or taken to go on from.
import { CopyPlus } from 'lucide-react'
import { useMemo } from 'react'
import { plainText } from '../../drawing/math/spoken'
import { say as words } from '../../document/words'
import { loadBuiltIn } from '../diagrams'
import { openBuiltIn } from '../files/open'
import { useEditor, useEditorState } from '../react'
import { useSay } from '../strings/language'
import { beginFork } from './begin'
import { catalogue, usedFamilies, type Entry } from './catalogue'
import { isMatch } from './matching'
import { Picture } from './Picture'

interface PublishedProps {
  readonly search: string
  /** Of all families, when it is none. */
  readonly family: string
  readonly onFamily: (family: string) => void
}

export function Published({ search, family, onFamily }: PublishedProps) {
  const say = useSay()
  const language = useEditorState(({ preferences }) => preferences.language)
  const found = useMemo(() => catalogue.filter((entry) => isFound(entry, search, family)), [search, family])
  const about = usedFamilies.find(({ id }) => id === family)?.about
  return (
    <section aria-labelledby="gallery-published">
      <div className="gallery-head">
        <h3 id="gallery-published">{say('recent.published')}</h3>
        <select aria-label={say('gallery.family')} value={family} onChange={(event) => onFamily(event.target.value)}>
          <option value="">{say('gallery.allFamilies')}</option>
          {usedFamilies.map(({ id, label }) => (
            <option key={id} value={id}>
              {words(label, language)}
            </option>
          ))}
        </select>
        {about && <p className="hint">{words(about, language)}</p>}
      </div>
      {found.length === 0 && <p className="hint">{say('gallery.nothing', { search })}</p>}
      <ul className="cards">
        {found.map((entry) => (
          <Card key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  )
}

function isFound({ id, about, family }: Entry, search: string, wanted: string): boolean {
  if (wanted !== '' && family?.id !== wanted) return false
  const sources = (about.sources ?? []).flatMap(({ title, authors, arxiv }) => [title, authors, arxiv])
  return isMatch(search, [id, about.title, about.year, about.summary, about.distinctive, family?.label, ...sources])
}

const loads = new Map(catalogue.map(({ id }) => [id, () => loadBuiltIn(id)]))

function Card({ entry: { id, about, family } }: { readonly entry: Entry }) {
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
      <button type="button" className="card" onClick={() => void open()}>
        <Picture load={loads.get(id)!} />
        <b>{title}</b>
        <span>{about.year}</span>
        <small>{plainText(words(about.distinctive ?? about.summary, language))}</small>
        {family && <small className="card-family">{words(family.label, language)}</small>}
      </button>
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
