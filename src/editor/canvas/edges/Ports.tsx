// The ports of one node, as handles of React Flow: there only while a hand is near or an edge is being drawn.
import { Handle, Position, useUpdateNodeInternals } from '@xyflow/react'
import { useEffect, type CSSProperties } from 'react'
import { useEditor, useEditorState } from '../../react'
import { useSay } from '../../strings/language'
import { begins, handleId, type HandleRef } from './ends'
import type { PortPlace, Side } from './ports'
import type { AreaNode } from '../areas/toFlow'
import { verdictKey } from './verdict'

const positions: Readonly<Record<Side, Position>> = {
  left: Position.Left,
  right: Position.Right,
  top: Position.Top,
  bottom: Position.Bottom,
}

export function Ports({ path, data }: { readonly path: string; readonly data: AreaNode['data'] }) {
  const isNear = useEditorState(
    ({ session, history }) =>
      !session.connecting &&
      !session.drag &&
      (session.hovered === path || (history.present.selection.length === 1 && history.present.selection[0] === path)),
  )
  const connecting = useEditorState(({ session }) => session.connecting)
  const isShown = isNear || connecting !== undefined
  const measure = useUpdateNodeInternals()
  // React Flow finds handles by measuring them, which it does not do by itself when they come later than the node.
  useEffect(() => {
    if (isShown) measure(path)
  }, [isShown, measure, path])
  if (!isShown) return null
  const shown = data.ports.filter((place) => {
    if (!connecting) return true
    const key = verdictKey({ path, kind: place.kind, port: place.port.id })
    return connecting.verdicts.has(key) || verdictKey(connecting.start) === key
  })
  return shown.map((place) => (
    <Port
      key={handleId(place.kind, place.port.id)}
      path={path}
      place={place}
      box={data.box}
      isOpen={data.node.inside !== undefined}
    />
  ))
}

function Port({
  path,
  place: { kind, port, at, side },
  box,
  isOpen,
}: {
  readonly path: string
  readonly place: PortPlace
  readonly box: AreaNode['data']['box']
  readonly isOpen: boolean
}) {
  const editor = useEditor()
  const say = useSay()
  const ref: HandleRef = { path, kind, port: port.id }
  const verdict = useEditorState(({ session }) => session.connecting?.verdicts.get(verdictKey(ref)))
  const judged = verdict === undefined ? '' : verdict === true ? 'is-fitting' : 'is-refusing'
  const isInner = kind === 'S' || kind === 'T'
  const [dx, dy] = outward[side]
  return (
    <Handle
      id={handleId(kind, port.id)}
      type={begins(kind) ? 'source' : 'target'}
      position={positions[side]}
      className={`port ${judged} ${port.free ? 'is-free' : ''} ${isOpen ? (isInner ? 'is-inner' : 'is-outer') : ''}`}
      style={{ left: at.x - box.x, top: at.y - box.y, '--dx': dx, '--dy': dy } as CSSProperties}
      role="img"
      onClick={(event) => {
        event.stopPropagation()
        editor.setSession({ port: ref, dialog: 'fits' })
      }}
      aria-label={say(begins(kind) ? 'port.output' : 'port.input', { port: port.label })}
      title={verdict !== undefined && verdict !== true ? verdict.sentence : port.label}
    />
  )
}

const outward: Readonly<Record<Side, readonly [x: number, y: number]>> = {
  left: [-1, 0],
  right: [1, 0],
  top: [0, -1],
  bottom: [0, 1],
}
