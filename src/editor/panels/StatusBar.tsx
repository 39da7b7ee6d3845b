// The bar below: what the whole weighs, how much of it learns, what is wrong, how near we are.
import { Flame, Snowflake, TriangleAlert } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useMemo } from 'react'
import { grouped, short } from '../../semantics/number'
import { problemsIn, reveal, type NodeProblem } from '../canvas/reveal'
import { useEditor, useEditorState } from '../react'
import { useSay } from '../strings/language'
import { CommandButton } from './Controls'
import { useZoom } from './useZoom'

export function StatusBar() {
  const say = useSay()
  const isBusy = useEditorState(({ session }) => session.isBusy)
  const failure = useEditorState(({ session }) => session.pictureProblem)
  const count = useEditorState(({ history }) => history.present.selection.length)
  return (
    <footer className="statusbar">
      <Totals />
      <Problems />
      {failure && (
        <span className="problem is-error" role="alert">
          {say('status.noPicture', { problem: failure })}
        </span>
      )}
      {count > 0 && <span>{say('status.selected', { count })}</span>}
      {isBusy && <span role="status">{say('status.busy')}</span>}
      <span className="is-right">
        <CommandButton id="selectTool" />
        <CommandButton id="handTool" />
        <span className="bar-line" />
        <CommandButton id="zoomOut" />
        <Zoom />
        <CommandButton id="zoomIn" />
        <CommandButton id="fit" />
      </span>
    </footer>
  )
}

function Totals() {
  const say = useSay()
  const params = useEditorState(({ session }) => session.shown?.picture.analysis.total.params)
  if (!params) return null
  return (
    <span className="totals" data-testid="totals">
      <span title={grouped(params.total)}>{say('status.parameters', { count: short(params.total) })}</span>
      <span className="is-trainable" title={grouped(params.trainable)}>
        <Flame size={13} aria-hidden="true" /> {say('status.trainable', { count: short(params.trainable) })}
      </span>
      <span className="is-frozen" title={grouped(params.frozen)}>
        <Snowflake size={13} aria-hidden="true" /> {say('status.frozen', { count: short(params.frozen) })}
      </span>
    </span>
  )
}

function Zoom() {
  const editor = useEditor()
  const say = useSay()
  const zoom = useZoom()
  return (
    <button
      type="button"
      className="tool zoom"
      aria-label={say('status.zoom')}
      onClick={() => editor.camera?.zoomTo(1)}
    >
      {Math.round(zoom * 100)}%
    </button>
  )
}

function Problems() {
  const editor = useEditor()
  const say = useSay()
  const analysis = useEditorState(({ session }) => session.shown?.picture.analysis)
  const problems = useMemo(() => (analysis ? problemsIn(analysis) : []), [analysis])
  if (problems.length === 0) return null
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button type="button" className="tool problems-button">
          <TriangleAlert size={13} aria-hidden="true" /> {say('status.problems', { count: problems.length })}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover problems" side="top" align="start" sideOffset={6} collisionPadding={8}>
          <ul aria-label={say('status.problemList')}>
            {problems.map((problem: NodeProblem) => (
              <li key={`${problem.path} ${problem.sentence}`}>
                <button type="button" className={`is-${problem.severity}`} onClick={() => reveal(editor, problem.path)}>
                  <b>{problem.path}</b>
                  <span>{problem.sentence}</span>
                </button>
              </li>
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
