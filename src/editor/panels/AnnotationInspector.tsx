// A free text or a frame: its words, how it is set, what it belongs to.
import { Trash2 } from 'lucide-react'
import { setFrameNodes, setText } from '../../document/edit/annotations'
import { textSizes, type TextSize } from '../../document/schema'
import { say as words } from '../../document/words'
import { titleOf } from '../../semantics/title'
import { nodeAtPath } from '../../semantics/tree'
import { reveal } from '../canvas/camera/reveal'
import { annotationAt, type Annotation } from '../annotations/annotation'
import { nodesOf, rewrite } from '../annotations/writing'
import { useEditor, useEditorState, useShown } from '../react'
import { diagramOf, documentLanguageOf } from '../state'
import { useSay } from '../strings/language'
import { Labelled, TextField } from './Controls'
import { FormulaProblems } from './FormulaProblems'
import { idOf } from '../../shared/path'

export function AnnotationInspector({ id }: { readonly id: string }) {
  const editor = useEditor()
  const say = useSay()
  const diagram = useEditorState(diagramOf)
  const language = useEditorState(documentLanguageOf)
  const annotation = annotationAt(diagram, id)
  if (!annotation) return null
  const text = words(annotation.content.words, language)
  return (
    <section>
      <h2 className="inspector-kind">{say(annotation.kind === 'text' ? 'annotations.text' : 'annotations.frame')}</h2>
      <TextField
        label={say('annotations.words')}
        value={text}
        placeholder={say('annotations.words')}
        isLong
        onCommit={(written) => rewrite(editor, id, written.trim())}
      />
      <p className="hint">{say('annotations.formulas')}</p>
      <FormulaProblems texts={[text]} />
      {annotation.kind === 'text' && <TextSettings annotation={annotation} />}
      <Nodes id={id} annotation={annotation} />
    </section>
  )
}

function TextSettings({
  annotation: { graph, content },
}: {
  readonly annotation: Extract<Annotation, { kind: 'text' }>
}) {
  const editor = useEditor()
  const say = useSay()
  const set = (settings: Parameters<typeof setText>[3]) =>
    void editor.edit((each) => setText(each, graph, content.id, settings))
  return (
    <>
      <Labelled label={say('annotations.size')}>
        <select
          aria-label={say('annotations.size')}
          value={content.size ?? 'medium'}
          onChange={(event) => {
            const size = event.target.value as TextSize
            set({ size: size === 'medium' ? undefined : size })
          }}
        >
          {textSizes.map((size) => (
            <option key={size} value={size}>
              {say(`annotations.size-${size}`)}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label={say('annotations.width')}>
        <TextField
          label={say('annotations.width')}
          value={content.width === undefined ? '' : String(content.width)}
          placeholder="280"
          onCommit={(written) => {
            const width = Number(written)
            set({ width: written.trim() === '' || !(width > 0) ? undefined : width })
          }}
        />
      </Labelled>
      <label className="field is-inline">
        <input
          type="checkbox"
          checked={content.leader ?? false}
          disabled={content.node === undefined}
          onChange={(event) => set({ leader: event.target.checked || undefined })}
        />
        <span>{say('annotations.leader')}</span>
      </label>
    </>
  )
}

function Nodes({ id, annotation }: { readonly id: string; readonly annotation: Annotation }) {
  const editor = useEditor()
  const say = useSay()
  const diagram = useEditorState(diagramOf)
  const language = useEditorState(documentLanguageOf)
  const analysis = useShown()?.picture.analysis
  const paths = nodesOf(diagram, id)
  if (paths.length === 0 || !analysis) return null
  const titleAt = (path: string) => {
    const item = nodeAtPath(analysis.tree, path)
    return item ? titleOf(diagram, item, language) : idOf(path)
  }
  return (
    <div className="field">
      <span className="field-label">
        {say(annotation.kind === 'text' ? 'annotations.belongsTo' : 'annotations.around')}
      </span>
      <ul className="annotation-nodes">
        {paths.map((path) => (
          <li key={path}>
            <button type="button" className="link" onClick={() => reveal(editor, path)}>
              {titleAt(path)}
            </button>
            {annotation.kind === 'frame' && paths.length > 1 && (
              <button
                type="button"
                className="tool"
                aria-label={say('annotations.leaveOut', { title: titleAt(path) })}
                onClick={() => {
                  const left = paths.filter((each) => each !== path).map(idOf)
                  editor.edit((each) => setFrameNodes(each, annotation.graph, annotation.content.id, left))
                }}
              >
                <Trash2 size={13} aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
