// Inherited, frozen, trainable or absent, said for one node or for many at once in the phase that is shown.
import { RadioGroup } from 'radix-ui'
import { Ban, CircleDashed, Flame, Snowflake } from 'lucide-react'
import { own } from '../../document/own'
import { nodeOf } from '../../document/place'
import { say as words } from '../../document/words'
import { phaseOf } from '../../semantics/setting'
import { setStates } from '../commands/states'
import { useEditor, useEditorState } from '../react'
import { currentView, diagramOf, documentLanguageOf, type EditorState } from '../state'
import { useSay } from '../strings/language'

const choices = [
  { value: 'inherited', icon: CircleDashed },
  { value: 'trainable', icon: Flame },
  { value: 'frozen', icon: Snowflake },
  { value: 'absent', icon: Ban },
] as const
type Choice = (typeof choices)[number]['value']

/** What is stated for all of them; empty where they differ. */
function statedOf(state: EditorState, paths: readonly string[]): Choice | '' {
  const diagram = diagramOf(state)
  const phase = phaseOf(diagram, currentView(state))
  const stated = new Set(paths.map((path) => own(phase?.states, path) ?? nodeOf(diagram, path)?.state ?? 'inherited'))
  return stated.size === 1 ? [...stated][0]! : ''
}

export function StateChoice({ paths }: { readonly paths: readonly string[] }) {
  const editor = useEditor()
  const say = useSay()
  const stated = useEditorState((state) => statedOf(state, paths))
  const phase = useEditorState((state) =>
    words(phaseOf(diagramOf(state), currentView(state))?.label, documentLanguageOf(state)),
  )
  return (
    <div className="field">
      <span className="field-label" id="state-label">
        {phase ? say('inspector.stateIn', { phase }) : say('inspector.state')}
      </span>
      <RadioGroup.Root
        className="segments"
        aria-labelledby="state-label"
        value={stated}
        onValueChange={(value) =>
          setStates(editor, paths, value === 'inherited' ? undefined : (value as Exclude<Choice, 'inherited'>))
        }
      >
        {choices
          .filter(({ value }) => value !== 'absent' || phase !== '')
          .map(({ value, icon: Icon }) => (
            <RadioGroup.Item key={value} value={value} className={`segment is-${value}`} title={say(`state.${value}`)}>
              <Icon size={14} aria-hidden="true" />
              <span>{say(`state.${value}`)}</span>
            </RadioGroup.Item>
          ))}
      </RadioGroup.Root>
    </div>
  )
}
