// A free text or a frame: its words, how it is set, what it belongs to.
import { Trash2 } from 'lucide-react'
import { setFrameNodes, setText } from '../../document/edit/annotations'
import { textSizes, type TextSize } from '../../document/schema'
import { say as words } from '../../document/words'
import { titleOf } from '../../semantics/title'
import { nodeAtPath } from '../../semantics/tree'
import { idOf } from '../canvas/ends'
import { reveal } from '../canvas/reveal'
import { notedAt, type Noted } from '../notes/noted'
import { nodesOf, rewrite } from '../notes/writing'
import { useEditor, useEditorState } from '../react'
import { diagramOf, documentLanguageOf } from '../state'
import { useSay } from '../strings/language'
import { Labelled, TextField } from './Controls'
import { FormulaProblems } from './FormulaProblems'

export function NoteInspector({ id }: { readonly id: string }) {
  const editor = useEditor()
  const say = useSay()
  const diagram = useEditorState(diagramOf)
  const language = useEditorState(documentLanguageOf)
  const noted = notedAt(diagram, id)
  if (!noted) return null
  const text = words(noted.note.words, language)
  return (
    <section>
      <h2 className="inspector-kind">{say(noted.kind === 'text' ? 'notes.text' : 'notes.frame')}</h2>
      <TextField
        label={say('notes.words')}
        value={text}
        placeholder={say('notes.words')}
        isLong
        onCommit={(written) => rewrite(editor, id, written.trim())}
      />
      <p className="hint">{say('notes.formulas')}</p>
      <FormulaProblems texts={[text]} />
      {noted.kind === 'text' && <TextSettings noted={noted} />}
      <Nodes id={id} noted={noted} />
    </section>
  )
}

function TextSettings({ noted: { graph, note } }: { readonly noted: Extract<Noted, { kind: 'text' }> }) {
  const editor = useEditor()
  const say = useSay()
  const set = (settings: Parameters<typeof setText>[3]) =>
    void editor.edit((each) => setText(each, graph, note.id, settings))
  return (
    <>
      <Labelled label={say('notes.size')}>
        <select
          aria-label={say('notes.size')}
          value={note.size ?? 'medium'}
          onChange={(event) => {
            const size = event.target.value as TextSize
            set({ size: size === 'medium' ? undefined : size })
          }}
        >
          {textSizes.map((size) => (
            <option key={size} value={size}>
              {say(`notes.size-${size}`)}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label={say('notes.width')}>
        <TextField
          label={say('notes.width')}
          value={note.width === undefined ? '' : String(note.width)}
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
          checked={note.leader ?? false}
          disabled={note.node === undefined}
          onChange={(event) => set({ leader: event.target.checked || undefined })}
        />
        <span>{say('notes.leader')}</span>
      </label>
    </>
  )
}

function Nodes({ id, noted }: { readonly id: string; readonly noted: Noted }) {
  const editor = useEditor()
  const say = useSay()
  const diagram = useEditorState(diagramOf)
  const language = useEditorState(documentLanguageOf)
  const analysis = useEditorState(({ session }) => session.shown?.picture.analysis)
  const paths = nodesOf(diagram, id)
  if (paths.length === 0 || !analysis) return null
  const titleAt = (path: string) => {
    const item = nodeAtPath(analysis.tree, path)
    return item ? titleOf(diagram, item, language) : idOf(path)
  }
  return (
    <div className="field">
      <span className="field-label">{say(noted.kind === 'text' ? 'notes.belongsTo' : 'notes.around')}</span>
      <ul className="note-nodes">
        {paths.map((path) => (
          <li key={path}>
            <button type="button" className="link" onClick={() => reveal(editor, path)}>
              {titleAt(path)}
            </button>
            {noted.kind === 'frame' && paths.length > 1 && (
              <button
                type="button"
                className="tool"
                aria-label={say('notes.leaveOut', { title: titleAt(path) })}
                onClick={() => {
                  const left = paths.filter((each) => each !== path).map(idOf)
                  editor.edit((each) => setFrameNodes(each, noted.graph, noted.note.id, left))
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
