// The steps of the talk on a strip: captured from the canvas, put in order, given words.
import { ArrowLeft, ArrowRight, Camera, CopyPlus, Plus, Presentation as Screen, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { duplicateStep, moveStep, removeStep, setStepOwn, setStepWords } from '../../document/edit/steps'
import { recapture } from '../../document/edit/steps'
import { lensKinds } from '../../document/schema'
import { fullSteps } from '../../document/steps'
import { say as words } from '../../document/words'
import { lensOf } from '../../lenses'
import { plainLook } from '../../scene/look'
import { draftKinds } from '../../semantics/drafts'
import { StepBeside } from '../beside/StepBeside'
import { CommandButton, TextField } from '../panels/Controls'
import { ScenePreview } from '../dialogs/ScenePreview'
import { useEditor, useEditorState } from '../react'
import { diagramOf, documentLanguageOf, themeOf, writingOf } from '../state'
import { useSay } from '../strings/language'
import { prepareTalk } from './prepare'
import { draftTalk, recaptureStep, showStep } from './steps'
import { usePrepared } from './usePrepared'

export function StepsPanel() {
  const editor = useEditor()
  const say = useSay()
  const diagram = useEditorState(diagramOf)
  const language = useEditorState(documentLanguageOf)
  const theme = useEditorState(themeOf)
  const chosen = useEditorState(({ session }) => session.step)
  const count = diagram.steps?.length ?? 0
  const talk = useMemo(
    () => (count ? prepareTalk(diagram, { language }, editor.layOutThumbnail) : undefined),
    [count, diagram, language, editor],
  )
  usePrepared(talk)
  const look = { ...plainLook, theme }
  const steps = fullSteps(diagram)
  const move = (from: number, to: number) => {
    if (editor.edit((each) => moveStep(each, from, to))) editor.setSession({ step: to })
  }

  return (
    <div className="steps">
      <div className="drawer-tools">
        <CommandButton id="captureStep">
          <span className="tool-text">{say('steps.capture')}</span>
        </CommandButton>
        <CommandButton id="lightOn" />
        <CommandButton id="hideForNow" />
        <CommandButton id="lightOff" />
        <label className="field is-inline">
          <span>{say('steps.draft')}</span>
          <select
            value=""
            onChange={(event) => {
              const kind = draftKinds.find((each) => each === event.target.value)
              if (kind) draftTalk(editor, kind)
            }}
          >
            <option value="">{say('steps.draftChoose')}</option>
            {draftKinds.map((kind) => (
              <option key={kind} value={kind}>
                {say(`steps.draft.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <span className="is-right">
          <CommandButton id="present">
            <Screen size={16} aria-hidden="true" />
            <span className="tool-text">{say('steps.present')}</span>
          </CommandButton>
        </span>
      </div>
      {count === 0 && <p className="drawer-empty">{say('steps.none')}</p>}
      <div className="steps-body">
        <ol className="steps-strip" aria-label={say('drawer.steps')}>
          {steps.map(({ index, step }) => (
            <li
              key={index}
              className={index === chosen ? 'is-chosen' : ''}
              draggable
              onDragStart={(event) => event.dataTransfer.setData('application/x-frieze-step', String(index))}
              onDragOver={(event) => {
                if (event.dataTransfer.types.includes('application/x-frieze-step')) event.preventDefault()
              }}
              onDrop={(event) => {
                const from = event.dataTransfer.getData('application/x-frieze-step')
                if (from !== '') move(Number(from), index)
              }}
            >
              <button
                type="button"
                className="step-picture"
                aria-current={index === chosen ? 'step' : undefined}
                onClick={() => showStep(editor, index)}
                onDoubleClick={() => editor.setSession({ talk: { index } })}
                onKeyDown={(event) => {
                  if (!event.shiftKey || !['ArrowLeft', 'ArrowRight'].includes(event.key)) return
                  event.preventDefault()
                  move(index, index + (event.key === 'ArrowLeft' ? -1 : 1))
                }}
              >
                <ScenePreview scene={talk?.picture(index, look)?.scene} width={144} height={81} />
                <span title={words(step.title, language)}>
                  {index + 1} {words(step.title, language)}
                </span>
              </button>
            </li>
          ))}
        </ol>
        {chosen !== undefined && chosen < count && <StepFields index={chosen} onMove={move} />}
      </div>
    </div>
  )
}

function StepFields({
  index,
  onMove,
}: {
  readonly index: number
  readonly onMove: (from: number, to: number) => void
}) {
  const editor = useEditor()
  const say = useSay()
  const language = useEditorState(documentLanguageOf)
  const diagram = useEditorState(diagramOf)
  const { step, shows } = fullSteps(diagram)[index]!
  const tool = (label: string, Icon: typeof Plus, act: () => void) => (
    <button type="button" className="tool" aria-label={label} title={label} onClick={act}>
      <Icon size={16} aria-hidden="true" />
    </button>
  )
  const quiz = new Set(step.quiz)
  return (
    <form className="step-fields" aria-label={say('steps.fields')} onSubmit={(event) => event.preventDefault()}>
      <div className="step-tools">
        {tool(say('steps.recapture'), Camera, () => recaptureStep(editor, index))}
        {tool(say('steps.earlier'), ArrowLeft, () => onMove(index, index - 1))}
        {tool(say('steps.later'), ArrowRight, () => onMove(index, index + 1))}
        {tool(say('steps.duplicate'), CopyPlus, () => editor.edit((each) => duplicateStep(each, index)))}
        {tool(say('steps.remove'), Trash2, () => {
          editor.edit((each) => removeStep(each, index))
          editor.setSession({ step: undefined })
        })}
      </div>
      {(['title', 'text', 'notes'] as const).map((key) => (
        <label key={key} className="field">
          <span>{say(`steps.${key}`)}</span>
          <TextField
            key={`${index} ${key} ${language}`}
            label={say(`steps.${key}`)}
            value={words(step[key], language)}
            isLong={key !== 'title'}
            onCommit={(text) => editor.edit((each) => setStepWords(each, index, key, text, writingOf(editor.state())))}
          />
        </label>
      ))}
      <div className="step-row">
        <label className="field is-inline">
          <span>{say('steps.camera')}</span>
          <select
            value={typeof shows.camera === 'string' ? shows.camera : 'box'}
            onChange={(event) => {
              const camera = (['all', 'focus'] as const).find((each) => each === event.target.value)
              if (camera) editor.edit((each) => recapture(each, index, { ...shows, camera }))
            }}
          >
            <option value="all">{say('steps.camera.all')}</option>
            <option value="focus">{say('steps.camera.focus')}</option>
            {typeof shows.camera !== 'string' && <option value="box">{say('steps.camera.box')}</option>}
          </select>
        </label>
        <label className="field is-inline">
          <span>{say('steps.lens')}</span>
          <select
            value={step.lens?.kind ?? ''}
            onChange={(event) => {
              const kind = event.target.value
              editor.edit((each) => setStepOwn(each, index, 'lens', kind ? { kind } : undefined))
            }}
          >
            <option value="">{say('steps.noLens')}</option>
            {lensKinds.map((kind) => (
              <option key={kind} value={kind}>
                {words(lensOf(kind)?.title, language)}
              </option>
            ))}
          </select>
        </label>
        <StepBeside index={index} />
      </div>
      <div className="step-row">
        <label className="lens-switch">
          <input
            type="checkbox"
            checked={shows.flow}
            onChange={(event) => {
              const flow = event.target.checked
              editor.edit((each) => recapture(each, index, { ...shows, flow }))
            }}
          />
          <span>{say('steps.flow')}</span>
        </label>
        {(['labels', 'states', 'shapes'] as const).map((each) => (
          <label key={each} className="lens-switch">
            <input
              type="checkbox"
              checked={quiz.has(each)}
              onChange={(event) => {
                const next = new Set(quiz)
                if (event.target.checked) next.add(each)
                else next.delete(each)
                editor.edit((before) => setStepOwn(before, index, 'quiz', next.size ? [...next] : undefined))
              }}
            />
            <span>{say(`steps.quiz.${each}`)}</span>
          </label>
        ))}
      </div>
    </form>
  )
}
