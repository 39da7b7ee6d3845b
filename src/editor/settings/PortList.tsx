// The ports of a group or of a module, by which it is entered and left: at every instance when one changes.
import { kinds } from '../../blocks/tensor'
import { kindWords } from '../../blocks/tensorWords'
import { addPort, removePort, renamePort, setPort, type Side } from '../../document/edit/ports'
import { isId } from '../../document/idPattern'
import { isTaken } from '../../document/own'
import { bodyAt } from '../../document/place'
import type { GraphPort } from '../../document/schema'
import { useEditor, useEditorState, useLanguage } from '../react'
import { diagramOf } from '../state'
import { useSay } from '../strings/language'
import { TextField } from '../panels/Controls'
import { Add, Remove } from './parts'

/** `graph`: the place of the inside. */
export function PortList({ graph }: { readonly graph: string }) {
  const say = useSay()
  const body = useEditorState((state) => bodyAt(diagramOf(state), graph))
  if (!body) return null
  return (
    <details className="inspector-more">
      <summary>{say('ports.title')}</summary>
      <Ports graph={graph} side="inputs" ports={body.inputs ?? []} />
      <Ports graph={graph} side="outputs" ports={body.outputs ?? []} />
    </details>
  )
}

interface PortsProps {
  readonly graph: string
  readonly side: Side
  readonly ports: readonly GraphPort[]
}

function Ports({ graph, side, ports }: PortsProps) {
  const editor = useEditor()
  const say = useSay()
  const judge = (id: string) =>
    isId(id) && !isTaken(id) && !ports.some((port) => port.id === id) ? undefined : say('ports.badName', { name: id })
  return (
    <>
      <h4>{say(`ports.${side}`)}</h4>
      {ports.map((port) => (
        <PortLine key={port.id} graph={graph} side={side} port={port} judge={judge} />
      ))}
      <Add
        label={say('ports.add')}
        judge={judge}
        onAdd={(id) => editor.edit((diagram) => addPort(diagram, graph, side, { id }))}
      />
    </>
  )
}

interface PortLineProps {
  readonly graph: string
  readonly side: Side
  readonly port: GraphPort
  readonly judge: (id: string) => string | undefined
}

function PortLine({ graph, side, port, judge }: PortLineProps) {
  const editor = useEditor()
  const say = useSay()
  const language = useLanguage()
  const set = (fields: Parameters<typeof setPort>[4]) =>
    editor.edit((diagram) => setPort(diagram, graph, side, port.id, fields))
  return (
    <div className="port-line">
      <div className="field-line">
        <TextField
          label={say('ports.nameOf', { name: port.id })}
          value={port.id}
          onCommit={(text) => {
            const why = judge(text.trim())
            if (why !== undefined) editor.notify({ kind: 'problem', text: why })
            else editor.edit((diagram) => renamePort(diagram, graph, side, port.id, text.trim()))
          }}
        />
        <select
          aria-label={say('ports.kindOf', { name: port.id })}
          value={port.kind ?? ''}
          onChange={(event) => set({ kind: kinds.find((kind) => kind === event.target.value) })}
        >
          <option value="">{say('ports.anyKind')}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindWords[kind][language]}
            </option>
          ))}
        </select>
        <Remove name={port.id} onRemove={() => editor.edit((diagram) => removePort(diagram, graph, side, port.id))} />
      </div>
      <div className="settings-checks">
        {(['side', 'optional'] as const).map((flag) =>
          flag === 'optional' && side === 'outputs' ? null : (
            <label key={flag} className="is-inline">
              <input
                type="checkbox"
                checked={port[flag] ?? false}
                onChange={(event) => set({ [flag]: event.target.checked || undefined })}
              />
              <span>{say(`ports.${flag}`)}</span>
            </label>
          ),
        )}
      </div>
    </div>
  )
}
