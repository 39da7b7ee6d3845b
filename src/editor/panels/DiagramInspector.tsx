// The diagram as a whole: what it says of itself, its phase, its symbols, its figures.
import { basisText, isDoubtful } from '../../document/basis'
import { setSummary } from '../../document/edit/words'
import { say as words } from '../../document/words'
import { phaseOf } from '../../semantics/setting'
import { useEditor, useEditorState, useShown } from '../react'
import { currentView, diagramOf, documentLanguageOf, writingOf } from '../state'
import { useSay } from '../strings/language'
import { SymbolTable } from '../symbols/SymbolTable'
import { UnsureMark } from '../symbols/UnsureMark'
import { TextField } from './Controls'
import { Counts } from './Facts'

export function DiagramInspector() {
  const editor = useEditor()
  const say = useSay()
  const diagram = useEditorState(diagramOf)
  const view = useEditorState(currentView)
  const language = useEditorState(documentLanguageOf)
  const analysis = useShown()?.picture.analysis
  const phase = phaseOf(diagram, view)
  return (
    <>
      <section>
        <h2 className="inspector-kind">{words(diagram.about.title, language)}</h2>
        <TextField
          label={say('inspector.summary')}
          value={words(diagram.about.summary, language)}
          placeholder={say('inspector.summary')}
          isLong
          onCommit={(text) => editor.edit((each) => setSummary(each, text, writingOf(editor.state())))}
        />
      </section>
      {phase && (
        <section>
          <h3>{words(phase.label, language)}</h3>
          {[phase.objective, phase.data, phase.note].map(
            (text, i) =>
              text && (
                <p key={i} className="hint">
                  {words(text, language)}
                </p>
              ),
          )}
          {isDoubtful(phase.basis) && (
            <p className="hint">
              <UnsureMark title={say('facts.unsure')} /> {basisText(phase.basis, language)}
            </p>
          )}
        </section>
      )}
      {analysis && (
        <section>
          <h3>{say('facts.title')}</h3>
          <Counts tally={analysis.total} />
        </section>
      )}
      <SymbolTable />
      <Sources />
      <Remarks />
    </>
  )
}

function Sources() {
  const say = useSay()
  const sources = useEditorState((state) => diagramOf(state).about.sources)
  if (!sources?.length) return null
  return (
    <section>
      <h3>{say('inspector.sources')}</h3>
      <ul className="sources">
        {sources.map((source) => (
          <li key={source.id}>
            {[source.authors, source.year, source.title].filter(Boolean).join(', ')}
            {source.arxiv && <> · arXiv {source.arxiv}</>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the literature leaves open or contradicts, and how the diagram was read from it. */
function Remarks() {
  const say = useSay()
  const notes = useEditorState((state) => diagramOf(state).about.notes)
  const language = useEditorState(documentLanguageOf)
  if (!notes?.length) return null
  return (
    <section>
      <h3>{say('inspector.remarks')}</h3>
      <ul className="remarks">
        {notes.map((note, i) => (
          <li key={i}>{words(note, language)}</li>
        ))}
      </ul>
    </section>
  )
}
