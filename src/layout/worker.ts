// The inside of the worker: graphs come in, layouts go out, as plain data. Started by `workerLayOut.ts` only.
import './workerScope'
import { layOut } from './inProcess'
import type { LayoutAnswer, LayoutRequest } from './workerLayOut'

const answer = (message: LayoutAnswer) => postMessage(message)

// A worker that dies, for want of memory or because the browser needs its room, says nothing: but its locks are given back.
const name = `frieze layout ${String(performance.timeOrigin)} ${String(Math.random())}`
const forever = new Promise<never>(() => undefined)
navigator.locks
  ?.request(name, () => {
    answer({ held: name })
    return forever
  })
  .catch(() => undefined)

addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  const { id, graph, options } = data
  layOut(graph, options).then(
    (layout) => answer({ id, layout }),
    (error: unknown) => answer({ id, problem: error instanceof Error ? error.message : String(error) }),
  )
})
