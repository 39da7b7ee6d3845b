// Where the hand is over the canvas, and whether it has gone elsewhere since something was copied.
import type { Point } from '../../shared/geometry'
import type { Editor } from '../editor'

let now: Point | undefined
let then: Point | undefined

/** Begins to follow the hand. Gives a function that ends it. */
export function followHand(): () => void {
  const move = (event: PointerEvent) => {
    const isOver = (event.target as Element | null)?.closest?.('.canvas')
    now = isOver ? { x: event.clientX, y: event.clientY } : undefined
  }
  window.addEventListener('pointermove', move, { passive: true })
  return () => window.removeEventListener('pointermove', move)
}

/** Something was copied with the hand here. */
export function marked() {
  then = now
}

const nearby = 12

/** The place of the picture under the hand, if it was moved there since the copying. */
export function chosenPlace(editor: Editor): Point | undefined {
  if (!now) return undefined
  if (then && Math.hypot(now.x - then.x, now.y - then.y) < nearby) return undefined
  return editor.camera?.toPicture(now)
}
