// One edge: what travels on it, what is written on it, what is wrong with it.
import { useMemo } from 'react'
import { kindWords, modalityWords } from '../../blocks/tensorWords'
import { edgeInto, setEdge } from '../../document/edit/edges'
import { changedWords } from '../../document/edit/words'
import { insideOf } from '../../document/place'
import { say as words } from '../../document/words'
import { shapeOn } from '../../graph/shapes'
import { shapeTexts } from '../../graph/view'
import { edgeAt } from '../../semantics/edges'
import { symbolicOf } from '../../semantics/symbolic'
import { problemsOnEdge } from '../problems'
import { useEditor, useEditorState, useLanguage, useShown } from '../react'
import { diagramOf, documentLanguageOf, type Shown, writingOf } from '../state'
import { useSay } from '../strings/language'
import { Row, TextField } from './Controls'
import { FormulaProblems } from './FormulaProblems'
import { Problems } from './Problems'
import { edgeIdParts } from '../../shared/edgeId'

export function EdgeInspector({ id }: { readonly id: string }) {
  const editor = useEditor()
  const say = useSay()
  const { path, from, to } = edgeIdParts(id)
  const diagram = useEditorState(diagramOf)
  const language = useEditorState(documentLanguageOf)
  const spoken = useLanguage()
  const shown = useShown()
  const analysis = shown?.picture.analysis
  const problems = useMemo(() => (analysis ? problemsOnEdge(analysis, id) : []), [analysis, id])
  const place = insideOf(diagram, path)
  const edge = place === undefined ? undefined : edgeInto(diagram, place, to)
  if (!edge || place === undefined) return null
  const tensor = analysis && edgeAt(analysis.tree, id)?.tensor
  return (
    <section>
      <h2 className="inspector-kind">{say('inspector.edge')}</h2>
      <p className="hint">
        {from} → {to}
      </p>
      <div className="field">
        <span className="field-label">{say('inspector.label')}</span>
        <TextField
          label={say('inspector.label')}
          value={words(edge.label, language)}
          onCommit={(text) =>
            editor.edit((each) =>
              setEdge(each, place, to, { label: changedWords(edge.label, text, writingOf(editor.state())) }),
            )
          }
        />
      </div>
      <FormulaProblems texts={[words(edge.label, language)]} />
      <label className="field is-inline">
        <input
          type="checkbox"
          checked={edge.shape ?? false}
          onChange={(event) =>
            editor.edit((each) => setEdge(each, place, to, { shape: event.target.checked || undefined }))
          }
        />
        <span>{say('inspector.showShape')}</span>
      </label>
      {tensor && (
        <>
          <Row label={say('facts.kind')}>{kindWords[tensor.kind][spoken]}</Row>
          {tensor.modality.length > 0 && (
            <Row label={say('facts.modality')}>
              {tensor.modality.map((each) => modalityWords[each][spoken]).join(', ')}
            </Row>
          )}
          <Shapes shown={shown!} id={id} />
        </>
      )}
      <Problems problems={problems} />
    </section>
  )
}

/** The shape as it is written on edges, with the names of hyperparameters, and as numbers: each once. */
function Shapes({ shown: { picture, view }, id }: { readonly shown: Shown; readonly id: string }) {
  const say = useSay()
  const { analysis } = picture
  const shapes = useMemo(() => {
    const tensor = edgeAt(analysis.tree, id)?.tensor
    const named = edgeAt(symbolicOf(analysis).tree, id)?.tensor
    return shapeTexts.map((text) => [text, shapeOn(analysis, text, tensor, named, view.language)] as const)
  }, [analysis, view, id])
  return shapes.map(
    ([text, shape], i) =>
      shapes.findIndex(([, other]) => other === shape) === i && (
        <Row key={text} label={i === 0 ? say('facts.shape') : ''} hint={say(`shapeText.${text}`)}>
          <span className={i === 0 ? 'number' : 'number hint'}>{shape || '1'}</span>
        </Row>
      ),
  )
}
