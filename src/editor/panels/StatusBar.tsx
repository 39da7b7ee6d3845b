// The bar below: what the whole weighs, how much of it learns, what an edit changed, what is wrong, how near we are.
import { Flame, FlaskConical, Snowflake, TriangleAlert } from 'lucide-react'
import { Tooltip } from 'radix-ui'
import { short } from '../../semantics/number'
import { signed } from '../comparing'
import { ExplanationOf } from '../explaining/Explained'
import { problemsOf } from '../problems'
import { useEditor, useEditorState, useShown } from '../react'
import { roomOf, type Drawer } from '../state'
import { useSay } from '../strings/language'
import { useCompared } from '../useCompared'
import { CommandButton } from './Controls'
import { useZoom } from './useZoom'

export function StatusBar() {
  const say = useSay()
  const isBusy = useEditorState(({ session }) => session.isBusy)
  const failure = useEditorState(({ session }) => session.pictureProblem)
  const count = useEditorState(({ history }) => history.present.selection.length)
  const isNarrow = useEditorState((state) => roomOf(state) === 'narrow')
  return (
    <footer className="statusbar">
      <Totals />
      <Change />
      <Tried />
      <Problems />
      {failure && (
        <span className="problem is-error" role="alert">
          {say('status.noPicture', { problem: failure })}
        </span>
      )}
      {count > 0 && <span className="is-dispensable">{say('status.selected', { count })}</span>}
      {isBusy && <span role="status">{say('status.busy')}</span>}
      <span className="is-right">
        {isNarrow ? (
          <>
            <CommandButton id="toggle-palette" />
            <CommandButton id="toggle-inspector" />
          </>
        ) : (
          <>
            <CommandButton id="selectTool" />
            <CommandButton id="handTool" />
          </>
        )}
        <span className="bar-line" />
        <CommandButton id="zoomOut" />
        <Zoom />
        <CommandButton id="zoomIn" />
        <CommandButton id="fit" />
      </span>
    </footer>
  )
}

/** Opens the drawer, or closes it when it is open already. */
function useDrawer(drawer: Drawer) {
  const editor = useEditor()
  const isOpen = useEditorState(({ session }) => session.drawer === drawer)
  return { 'aria-expanded': isOpen, onClick: () => editor.setSession({ drawer: isOpen ? undefined : drawer }) }
}

function Totals() {
  const say = useSay()
  const drawer = useDrawer('phases')
  const params = useShown()?.picture.analysis.total.params
  if (!params) return null
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <button type="button" className="tool totals" data-testid="totals" {...drawer}>
          <data value={String(params.total)}>{say('status.parameters', { count: short(params.total) })}</data>
          <data className="is-trainable" value={String(params.trainable)}>
            <Flame size={13} aria-hidden="true" /> {say('status.trainable', { count: short(params.trainable) })}
          </data>
          <data className="is-frozen" value={String(params.frozen)}>
            <Snowflake size={13} aria-hidden="true" /> {say('status.frozen', { count: short(params.frozen) })}
          </data>
          {params.active !== params.total && (
            <data value={String(params.active)}>{say('status.active', { count: short(params.active) })}</data>
          )}
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tooltip is-explanation" side="top" sideOffset={6} collisionPadding={8}>
          <ExplanationOf quantity="params" path="" />
          <span className="explained-source">{say('drawer.phases')} ›</span>
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}

/** Quiet: only what is different. */
function Change() {
  const say = useSay()
  const drawer = useDrawer('changes')
  const compared = useCompared()
  if (!compared) return null
  const { before, after } = compared
  const parts = [
    ['table.params', signed(before.params.total, after.params.total)],
    ['table.trainable', signed(before.params.trainable, after.params.trainable)],
    ['table.forward', signed(before.flops.forward, after.flops.forward)],
  ] as const
  const changed = parts.filter(([, text]) => text !== '')
  if (changed.length === 0) return null
  return (
    <button type="button" className="tool change" data-testid="change" title={say('drawer.changes')} {...drawer}>
      {changed.map(([label, text]) => (
        <span key={label}>
          {text} {say(label)}
        </span>
      ))}
    </button>
  )
}

function Tried() {
  const editor = useEditor()
  const say = useSay()
  const count = useEditorState(({ session }) => Object.keys(session.tried).length)
  if (count === 0) return null
  return (
    <button type="button" className="tool tried" onClick={() => editor.setSession({ tried: {} })}>
      <FlaskConical size={13} aria-hidden="true" /> {say('status.tried', { count })}
    </button>
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
  const say = useSay()
  const drawer = useDrawer('problems')
  const analysis = useShown()?.picture.analysis
  const problems = analysis ? problemsOf(analysis) : []
  const count = problems.length
  if (count === 0) return null
  return (
    <button type="button" className={`tool problems-button is-${problems[0]!.severity}`} {...drawer}>
      <TriangleAlert size={13} aria-hidden="true" />{' '}
      {count === 1 ? say('status.oneProblem') : say('status.problems', { count })}
    </button>
  )
}
