// A tip beside the diagram, never over it; it comes where a hand may hesitate, goes with that, and can be sent away.
import { Lightbulb, X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Editor } from '../editor'
import type { Point } from '../../shared/geometry'
import { wholeOf } from '../canvas/camera/useCamera'
import { useEditor, useEditorState } from '../react'
import { useSay } from '../strings/language'
import { contentBoxes, freePlace } from './place'
import { aptTip, enough, type TipId } from './tips'

export function Tip() {
  const apt = useEditorState(aptTip)
  // Counted as seen, it would no longer be apt: it stays until its moment is over.
  const [shown, setShown] = useState<TipId>()
  const isOver = useEditorState((state) => !state.preferences.tips || state.session.talk !== undefined)
  const selection = useEditorState(({ history }) => history.present.selection)
  const [began, setBegan] = useState(selection)
  if (apt !== undefined && apt !== shown) {
    setShown(apt)
    setBegan(selection)
  } else if (apt === undefined && shown !== undefined && (isOver || selection !== began)) setShown(undefined)
  return shown === undefined ? null : <TipCard key={shown} id={shown} onClose={() => setShown(undefined)} />
}

function TipCard({ id, onClose }: { readonly id: TipId; readonly onClose: () => void }) {
  const editor = useEditor()
  const say = useSay()
  const card = useRef<HTMLElement>(null)
  const [place, setPlace] = useState<Point>()
  const [isFinger] = useState(() => matchMedia('(pointer: coarse)').matches)
  useLayoutEffect(() => {
    const look = () => setPlace(placeFor(editor, card.current!))
    // Out of the way while the picture moves; there when it has come to rest.
    let timer = setTimeout(look, 150)
    const rest = () => {
      setPlace(undefined)
      clearTimeout(timer)
      timer = setTimeout(look, 150)
    }
    let view = editor.camera?.view()
    const stops = [
      editor.camera?.subscribe(() => {
        const now = editor.camera?.view()
        const isStill = now?.x === view?.x && now?.y === view?.y && now?.zoom === view?.zoom
        view = now
        if (!isStill) rest()
      }),
      editor.store.subscribe((state, last) => state.session.shown !== last.session.shown && rest()),
    ]
    return () => {
      clearTimeout(timer)
      stops.forEach((stop) => stop?.())
    }
  }, [editor])
  useEffect(() => {
    // Seen when it goes: a tip that had no room does not count.
    const element = card.current!
    return () => {
      if (element.dataset['seen'] === '') remember(editor, id, (editor.state().preferences.tipsSeen[id] ?? 0) + 1)
    }
  }, [editor, id])
  return (
    <aside
      ref={card}
      className="tip"
      aria-label={say('tip.label')}
      data-seen={place ? '' : undefined}
      style={place ? { left: place.x, top: place.y } : { visibility: 'hidden' }}
    >
      <Lightbulb size={16} aria-hidden="true" />
      <p>{say(isFinger && (id === 'node' || id === 'edge') ? 'tip.touch' : `tip.${id}`)}</p>
      <button
        type="button"
        className="tool"
        aria-label={say('tip.dismiss')}
        onClick={() => {
          remember(editor, id, enough)
          onClose()
        }}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </aside>
  )
}

function remember(editor: Editor, id: TipId, count: number) {
  const { tipsSeen } = editor.state().preferences
  if ((tipsSeen[id] ?? 0) < count) editor.setPreferences({ tipsSeen: { ...tipsSeen, [id]: count } })
}

/** In pixels of the stage. */
function placeFor(editor: Editor, card: HTMLElement): Point | undefined {
  const { camera } = editor
  const { shown } = editor.state().session
  const stage = card.parentElement
  if (!camera || !shown || !stage) return undefined
  const frame = stage.getBoundingClientRect()
  const { x, y, zoom } = camera.view()
  const { layout } = shown.picture
  const taken = contentBoxes(layout, wholeOf(shown)).map((box) => ({
    x: box.x * zoom + x,
    y: box.y * zoom + y,
    width: box.width * zoom,
    height: box.height * zoom,
  }))
  // The overview, banners and notices have places of their own.
  for (const other of stage.querySelectorAll('.minimap:not(.is-needless), .notices, [class$="-banner"]')) {
    const box = other.getBoundingClientRect()
    taken.push({ x: box.x - frame.x, y: box.y - frame.y, width: box.width, height: box.height })
  }
  const [chosen] = editor.state().history.present.selection
  const box = chosen === undefined ? undefined : layout.nodes.get(chosen)
  const hand = box && { x: (box.x + box.width / 2) * zoom + x, y: (box.y + box.height / 2) * zoom + y }
  const { width, height } = card.getBoundingClientRect()
  return freePlace(frame, { width, height }, taken, hand)
}
