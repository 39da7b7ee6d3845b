// What a new document may begin as: nothing, or the pattern of a family.
import { FilePlus } from 'lucide-react'
import { useState } from 'react'
import type { Diagram, Words } from '../../document/schema'
import { plainText } from '../../drawing/math/spoken'
import { say as words } from '../../document/words'
import { useEditor, useEditorState } from '../react'
import { useSay } from '../strings/language'
import { beginBlank, beginFrom } from './begin'
import { loadPattern, patternIds, patterns, type PatternId } from './patterns'
import { Picture } from './Picture'
import { isMatch } from './matching'

interface BeginningsProps {
  readonly search?: string
  readonly withBlank?: boolean
}

export function Beginnings({ search = '', withBlank = true }: BeginningsProps) {
  const editor = useEditor()
  const say = useSay()
  return (
    <ul className="cards is-small">
      {withBlank && isMatch(search, [say('new.blank')]) && (
        <li>
          <button type="button" className="card" onClick={() => beginBlank(editor)}>
            <span className="card-picture is-empty">
              <FilePlus size={28} aria-hidden="true" />
            </span>
            <b>{say('new.blank')}</b>
          </button>
        </li>
      )}
      {patternIds.map((id) => (
        <PatternCard key={id} id={id} search={search} />
      ))}
    </ul>
  )
}

const loads = Object.fromEntries(patternIds.map((id) => [id, () => loadPattern(id)])) as Readonly<
  Record<PatternId, () => Promise<Diagram>>
>

function PatternCard({ id, search }: { readonly id: PatternId; readonly search: string }) {
  const editor = useEditor()
  const language = useEditorState(({ preferences }) => preferences.language)
  const [about, setAbout] = useState<Words>()
  const { title, of } = patterns[id]
  if (!isMatch(search, [title, of?.diagram])) return null
  return (
    <li>
      <button
        type="button"
        className="card"
        title={about && plainText(words(about, language))}
        onClick={() => void beginFrom(editor, id)}
      >
        <Picture load={loads[id]} isFolded onLoad={(diagram) => setAbout(diagram.about.summary)} />
        <b>{words(title, language)}</b>
      </button>
    </li>
  )
}
