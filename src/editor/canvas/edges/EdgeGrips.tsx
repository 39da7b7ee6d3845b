// The ends of the selected edge, to be taken to another port. They are judged there as a new edge would be.
import { ViewportPortal } from '@xyflow/react'
import { useMemo, useState, type PointerEvent } from 'react'
import type { Point } from '../../../shared/geometry'
import { useEditor, useEditorState } from '../../react'
import type { Shown } from '../../state'
import { useSay } from '../../strings/language'
import { finishConnecting, judge, startConnecting } from './connecting'
import { endsOf, type HandleRef } from './ends'
import { HandHint } from './HandHint'
import { portPlaces } from './ports'
import { candidates, verdictKey } from './verdict'
import { isEdge } from '../../selected'

/** In pixels of the screen. */
const reach = 22

export function EdgeGrips() {
  const say = useSay()
  const shown = useEditorState(({ session }) => session.shown)
  const id = useEditorState(({ history }) => {
    const [only, ...more] = history.present.selection
    return more.length === 0 && only !== undefined && isEdge(only) ? only : undefined
  })
  const isBusy = useEditorState(({ session }) => session.drag !== undefined)
  const points = id === undefined ? undefined : shown?.picture.layout.edges.get(id)?.points
  const [start, end] = [points?.[0], points?.at(-1)]
  if (!shown || id === undefined || !start || !end || isBusy) return null
  const ends = endsOf(id)
  return (
    <ViewportPortal>
      <Grip at={start} label={say('canvas.moveStart')} edge={id} fixed={ends.to} shown={shown} />
      <Grip at={end} label={say('canvas.moveEnd')} edge={id} fixed={ends.from} shown={shown} />
      <MovingLine />
    </ViewportPortal>
  )
}

interface GripProps {
  readonly at: Point
  readonly label: string
  readonly edge: string
  /** The end that stays. */
  readonly fixed: HandleRef
  readonly shown: Shown
}

function Grip({ at, label, edge, fixed, shown }: GripProps) {
  const editor = useEditor()
  const [target, setTarget] = useState<HandleRef>()
  const places = useMemo(() => portPlaces(shown.picture.graph, shown.picture.layout, shown.view.direction), [shown])

  function near(event: PointerEvent): HandleRef | undefined {
    const hand = editor.camera?.toPicture({ x: event.clientX, y: event.clientY })
    const zoom = editor.camera?.view().zoom ?? 1
    if (!hand) return undefined
    let best: HandleRef | undefined
    let least = reach / zoom
    for (const ref of candidates(shown.picture.graph, fixed)) {
      const place = places.get(ref.path)?.find(({ kind, port }) => kind === ref.kind && port.id === ref.port)
      const away = place ? Math.hypot(place.at.x - hand.x, place.at.y - hand.y) : Infinity
      if (away < least) [best, least] = [ref, away]
    }
    return best
  }

  return (
    <div
      className="edge-grip nodrag nopan"
      role="button"
      aria-label={label}
      title={label}
      style={{ transform: `translate(${at.x}px, ${at.y}px)` }}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.stopPropagation()
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        startConnecting(editor, fixed, edge)
      }}
      onPointerMove={(event) => {
        const { connecting } = editor.state().session
        if (connecting?.moving !== edge) return
        const hand = editor.camera?.toPicture({ x: event.clientX, y: event.clientY })
        editor.setSession({ connecting: { ...connecting, hand } })
        const now = near(event)
        if ((now && verdictKey(now)) !== (target && verdictKey(target))) setTarget(now)
      }}
      onPointerUp={(event) => {
        if (editor.state().session.connecting?.moving !== edge) return
        finishConnecting(editor, near(event))
        setTarget(undefined)
      }}
      onPointerCancel={() => editor.setSession({ connecting: undefined })}
    >
      {target && <Refused end={target} />}
    </div>
  )
}

/** Why the end cannot be let go here. */
function Refused({ end }: { readonly end: HandleRef }) {
  const editor = useEditor()
  const answer = useMemo(() => judge(editor, end), [editor, end])
  const hand = useEditorState(({ session }) => session.connecting?.hand)
  return answer === true || !hand ? null : <HandHint at={hand} says={answer.sentence} />
}

function MovingLine() {
  const connecting = useEditorState(({ session }) => session.connecting)
  const shown = useEditorState(({ session }) => session.shown)
  if (!connecting?.hand || connecting.moving === undefined || !shown) return null
  const points = shown.picture.layout.edges.get(connecting.moving)?.points
  const ends = endsOf(connecting.moving)
  const isStart = verdictKey(ends.from) === verdictKey(connecting.start)
  const fixed = isStart ? points?.[0] : points?.at(-1)
  if (!fixed) return null
  const { hand } = connecting
  return (
    <svg className="moving-line">
      <path className="connection-line is-open" d={`M${fixed.x},${fixed.y} L${hand.x},${hand.y}`} fill="none" />
    </svg>
  )
}
