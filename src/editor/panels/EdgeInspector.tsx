// One edge: what travels on it, what is written on it.
import { edgeInto, setEdge } from '../../document/edit/edges'
import { changedWords } from '../../document/edit/words'
import { insideOf } from '../../document/place'
import { say as words } from '../../document/words'
import { everyEdge } from '../../semantics/analyse'
import { writeShape } from '../../semantics/findings'
import { edgeParts } from '../canvas/ends'
import { useEditor, useEditorState } from '../react'
import { diagramOf } from '../state'
import { useSay } from '../strings/language'
import { Row, TextField } from './Controls'

export function EdgeInspector({ id }: { readonly id: string }) {
  const editor = useEditor()
  const say = useSay()
  const { graph, from, to } = edgeParts(id)
  const diagram = useEditorState(diagramOf)
  const language = useEditorState(({ preferences }) => preferences.language)
  const analysis = useEditorState(({ session }) => session.shown?.picture.analysis)
  const place = insideOf(diagram, graph)
  const edge = place === undefined ? undefined : edgeInto(diagram, place, to)
  if (!edge || place === undefined) return null
  const tensor = analysis && [...everyEdge(analysis.tree)].find((each) => each.id === id)?.tensor
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
            editor.edit((each) => setEdge(each, place, to, { label: changedWords(edge.label, text, language) }))
          }
        />
      </div>
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
          <Row label={say('facts.kind')}>{tensor.kind}</Row>
          <Row label={say('facts.shape')}>{writeShape(tensor.shape)}</Row>
          {tensor.modality.length > 0 && <Row label={say('facts.modality')}>{tensor.modality.join(', ')}</Row>}
        </>
      )}
    </section>
  )
}
