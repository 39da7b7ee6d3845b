// How often a node stands one after another, or side by side.
import { useState } from 'react'
import { setRepeat, whyNotRepeat } from '../../document/edit/params'
import type { DiagramNode, Repeat } from '../../document/schema'
import { useEditor } from '../react'
import { diagramOf } from '../state'
import { tellNow, useSay } from '../strings/language'
import { TextField } from './Controls'

const modes = ['stack', 'parallel', 'shared'] as const
type Mode = (typeof modes)[number]

export function RepeatField({ place, node }: { readonly place: string; readonly node: DiagramNode }) {
  const editor = useEditor()
  const say = useSay()
  const [problem, setProblem] = useState<string>()
  const repeat = node.repeat
  const count = repeat === undefined ? '' : String(typeof repeat === 'object' ? repeat.count : repeat)
  const mode: Mode = (typeof repeat === 'object' && repeat.mode) || 'stack'
  const active = typeof repeat === 'object' && repeat.active !== undefined ? String(repeat.active) : ''

  function repeated(text: string): Repeat | undefined {
    const trimmed = text.trim()
    if (trimmed === '' || trimmed === '1') return undefined
    const value = /^\d+$/.test(trimmed) ? Number(trimmed) : trimmed
    return typeof repeat === 'object' ? { ...repeat, count: value } : value
  }
  const judge = (wanted: Repeat | undefined) =>
    wanted === undefined ? undefined : tellNow(whyNotRepeat(diagramOf(editor.state()), place, wanted))
  function commit(wanted: Repeat | undefined) {
    setProblem(undefined)
    const why = judge(wanted)
    if (why === undefined) editor.edit((diagram) => setRepeat(diagram, place, wanted))
    else editor.notify({ kind: 'problem', text: why })
  }

  return (
    <div className="field">
      <span className="field-label">{say('inspector.repeat')}</span>
      <div className="field-line">
        <TextField
          label={say('inspector.repeat')}
          value={count}
          placeholder="1"
          isWrong={problem !== undefined}
          onDraft={(text) => setProblem(judge(repeated(text)))}
          onCommit={(text) => commit(repeated(text))}
        />
        {repeat !== undefined && (
          <select
            aria-label={say('inspector.repeatMode')}
            value={mode}
            onChange={(event) =>
              commit({
                ...(typeof repeat === 'object' ? repeat : {}),
                count: typeof repeat === 'object' ? repeat.count : repeat,
                mode: event.target.value as Mode,
              })
            }
          >
            {modes.map((each) => (
              <option key={each} value={each}>
                {say(`repeat.${each}`)}
              </option>
            ))}
          </select>
        )}
        {mode === 'parallel' && typeof repeat === 'object' && (
          <TextField
            label={say('inspector.active')}
            value={active}
            placeholder={say('inspector.active')}
            onCommit={(text) => commit({ ...repeat, active: /^\d+$/.test(text.trim()) ? Number(text) : text.trim() })}
          />
        )}
      </div>
      {problem && <p className="problem is-error">{problem}</p>}
    </div>
  )
}
