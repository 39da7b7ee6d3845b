// Which layout engines the editor uses: one worker for the canvas, which drops what was overtaken, and one for pictures of
// other diagrams, which takes them in turn and starts when the first is wanted.
import type { LayOut } from '../../layout/layout'
import { createWorkerLayOut } from '../../layout/workerLayOut'

export const canvasEngine = createWorkerLayOut()

const thumbnailEngine = createWorkerLayOut()

export const layOutThumbnail: LayOut = inTurn(thumbnailEngine.layOut)

/** One at a time, in the order in which they were asked for. */
export function inTurn(layOut: LayOut): LayOut {
  let last: Promise<unknown> = Promise.resolve()
  return (graph, options) => {
    const mine = last.then(() => layOut(graph, options))
    last = mine.catch(() => undefined)
    return mine
  }
}
