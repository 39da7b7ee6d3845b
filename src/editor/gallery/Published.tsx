// The diagrams that come with the program, as a map of the field: by family, year, size, or what is trained.
import { useEffect, useMemo, useRef, useState } from 'react'
import { say as words } from '../../document/words'
import { short } from '../../semantics/number'
import { useEditorState } from '../react'
import { useSay } from '../strings/language'
import { Card } from './Card'
import { catalogue, usedFamilies, type Entry } from './catalogue'
import { isMatch } from './matching'
import { useAllNumbers, useNumbers } from './numbers'
import { arrangements, shelve, type Arrangement, type Shelf, type ShelfName } from './shelves'

interface PublishedProps {
  readonly search: string
  /** Of all families, when it is none. */
  readonly family: string
  readonly onFamily: (family: string) => void
  /** Shows everything again. */
  readonly onClear: () => void
}

const ids = catalogue.map(({ id }) => id)

export function Published({ search, family, onFamily, onClear }: PublishedProps) {
  const say = useSay()
  const language = useEditorState(({ preferences }) => preferences.language)
  const [arrangement, setArrangement] = useState<Arrangement>('family')
  const found = useMemo(() => catalogue.filter((entry) => isFound(entry, search, family)), [search, family])
  const numbers = useNumbers()
  useAllNumbers(ids, arrangement === 'size' || arrangement === 'trained')
  const shelves = useMemo(() => shelve(found, arrangement, numbers, usedFamilies), [found, arrangement, numbers])
  const [section, goTo] = useGoing(shelves, onClear)
  return (
    <section aria-labelledby="gallery-published" ref={section}>
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
        <select
          aria-label={say('gallery.arrange')}
          value={arrangement}
          onChange={(event) => setArrangement(event.target.value as Arrangement)}
        >
          {arrangements.map((each) => (
            <option key={each} value={each}>
              {say(`gallery.arrange.${each}`)}
            </option>
          ))}
        </select>
      </div>
      {found.length === 0 && <p className="hint">{say('gallery.nothing', { search })}</p>}
      {shelves.map(({ key, name, entries }) => (
        <section key={key} className="gallery-shelf" aria-labelledby={`shelf-${key.replaceAll(' ', '-')}`}>
          <h4 id={`shelf-${key.replaceAll(' ', '-')}`}>
            <Heading name={name} />
          </h4>
          <ul className="cards">
            {entries.map((entry) => (
              <Card
                key={entry.id}
                entry={entry}
                numbers={numbers.get(entry.id)}
                hasFamily={arrangement !== 'family'}
                onGo={goTo}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function Heading({ name }: { readonly name: ShelfName }) {
  const say = useSay()
  const language = useEditorState(({ preferences }) => preferences.language)
  switch (name.kind) {
    case 'family':
      return name.family ? (
        <>
          {words(name.family.label, language)} <small>{words(name.family.about, language)}</small>
        </>
      ) : (
        say('gallery.unknown')
      )
    case 'year':
      return name.year === undefined ? say('gallery.unknown') : String(name.year)
    case 'size': {
      const size = (power: number) => short(10 ** power)
      if (name.from === undefined) return say('gallery.below', { size: size(name.to!) })
      if (name.to === undefined) return say('gallery.above', { size: size(name.from) })
      return say('gallery.between', { from: size(name.from), to: size(name.to) })
    }
    case 'trained':
      return say(`gallery.trained.${name.share}`)
    case 'unknown':
      return say('gallery.reading')
  }
}

/** Brings the card of a diagram into view and into focus, whatever was searched for before. */
function useGoing(shelves: readonly Shelf[], onClear: () => void) {
  const section = useRef<HTMLElement>(null)
  const [wanted, setWanted] = useState<string>()
  useEffect(() => {
    const card =
      wanted === undefined ? undefined : section.current?.querySelector<HTMLElement>(`[data-card="${wanted}"]`)
    if (!card) return
    card.focus()
    card.scrollIntoView({ block: 'center' })
    setWanted(undefined)
  }, [wanted, shelves])
  const goTo = (id: string) => {
    onClear()
    setWanted(id)
  }
  return [section, goTo] as const
}

function isFound({ id, about, family }: Entry, search: string, wanted: string): boolean {
  if (wanted !== '' && family?.id !== wanted) return false
  const sources = (about.sources ?? []).flatMap(({ title, authors, arxiv }) => [title, authors, arxiv])
  return isMatch(search, [id, about.title, about.year, about.summary, about.distinctive, family?.label, ...sources])
}
