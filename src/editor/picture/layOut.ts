// Which layout engines the editor uses: one worker for the canvas, which drops what was overtaken, and one for pictures of
// other diagrams, which takes them in turn and starts when the first is wanted. Before either is asked, layouts that were
// stored with the build are looked through: so the first picture does not wait for ELK.
import type { Layout, LayOut } from '../../layout/layout'
import { restoreLayout, type StoredLayout } from '../../layout/stored'
import { createWorkerLayOut } from '../../layout/workerLayOut'

const stored = new Map<string, Layout>()

/** Lays out no more what is stored here. */
export function keepStored(layout: StoredLayout) {
  stored.set(`${layout.direction} ${layout.key}`, restoreLayout(layout))
}

function orStored(layOut: LayOut): LayOut {
  return (graph, options) => {
    // What continues another picture looks like that one, not like the stored one.
    const known = options.after || options.isClose ? undefined : stored.get(`${options.direction} ${graph.key}`)
    return known ? Promise.resolve(known) : layOut(graph, options)
  }
}

/** One at a time, in the order in which they were asked for. */
function inTurn(layOut: LayOut): LayOut {
  let last: Promise<unknown> = Promise.resolve()
  return (graph, options) => {
    const mine = last.then(() => layOut(graph, options))
    last = mine.catch(() => undefined)
    return mine
  }
}

const canvasEngine = createWorkerLayOut()
const thumbnailEngine = createWorkerLayOut()

export const layOut = orStored(canvasEngine.layOut)
export const layOutThumbnail = orStored(inTurn(thumbnailEngine.layOut))

/** The first layout of a worker is slow: this makes it before anybody waits for one. */
export const warm = canvasEngine.warm
