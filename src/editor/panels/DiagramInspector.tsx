// The diagram as a whole: what it says of itself, its phase, its symbols, its figures.
import { setSymbol, whyNotSymbol } from '../../document/edit/symbols'
import { setSummary } from '../../document/edit/words'
import type { DiagramSymbol } from '../../document/schema'
import { say as words } from '../../document/words'
import { phaseOf, variantOf } from '../../semantics/setting'
import { pretty } from '../../shared/dimension'
import { useEditor, useEditorState } from '../react'
import { currentView, diagramOf } from '../state'
import { useSay } from '../strings/language'
import { TextField } from './Controls'
import { Counts } from './Facts'

export function DiagramInspector() {
  const editor = useEditor()
  const say = useSay()
  const diagram = useEditorState(diagramOf)
  const view = useEditorState(currentView)
  const language = useEditorState(({ preferences }) => preferences.language)
  const analysis = useEditorState(({ session }) => session.shown?.picture.analysis)
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
          onCommit={(text) => editor.edit((each) => setSummary(each, text, language))}
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
        </section>
      )}
      {analysis && (
        <section>
          <h3>{say('facts.title')}</h3>
          <Counts tally={analysis.total} />
        </section>
      )}
      <Symbols />
      <Sources />
    </>
  )
}

function Symbols() {
  const editor = useEditor()
  const say = useSay()
  const diagram = useEditorState(diagramOf)
  const view = useEditorState(currentView)
  const language = useEditorState(({ preferences }) => preferences.language)
  const analysis = useEditorState(({ session }) => session.shown?.picture.analysis)
  const symbols = Object.entries(diagram.symbols ?? {})
  const variant = variantOf(diagram, view)
  if (symbols.length === 0) return null
  return (
    <section>
      <h3>{say('inspector.symbols')}</h3>
      {symbols.map(([name, symbol]) => {
        const isVaried = variant !== undefined && Object.hasOwn(variant.set, name)
        const value = isVaried ? variant.set[name]! : valueOf(symbol)
        if (value === undefined) return null
        const result = analysis?.scope.lookup(name)
        const shown = result ? pretty(result) : ''
        return (
          <div className="symbol" key={name} title={noteOf(symbol, language)}>
            <code>{name}</code>
            <TextField
              label={name}
              value={String(value)}
              onCommit={(text) => {
                const next = /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text.trim()
                const target = isVaried ? variant.id : undefined
                const why = whyNotSymbol(diagramOf(editor.state()), name, next, target)
                if (why === undefined) editor.edit((each) => setSymbol(each, name, next, target))
                else editor.notify({ kind: 'problem', text: why })
              }}
            />
            {shown !== String(value) && <output className="field-result">= {shown}</output>}
          </div>
        )
      })}
    </section>
  )
}

function valueOf(symbol: DiagramSymbol) {
  return typeof symbol === 'object' ? symbol.value : symbol
}

function noteOf(symbol: DiagramSymbol, language: Parameters<typeof words>[1]): string {
  if (typeof symbol !== 'object') return ''
  return [words(symbol.label, language), words(symbol.note, language)].filter(Boolean).join('. ')
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
