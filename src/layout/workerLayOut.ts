// The layout in a worker, seen from the main thread: never blocks a frame, can be warmed while nobody waits, and is
// stopped when it takes too long. While one layout runs, only the newest of the others waits; older ones are dropped.
import type { Graph } from '../graph/graph'
import type { Layout, LayoutOptions, LayOut } from './layout'
import { warmUpGraph } from './warmUp'

export interface LayoutRequest {
  readonly id: number
  readonly graph: Graph
  readonly options: LayoutOptions
}

export type LayoutAnswer =
  | { readonly id: number; readonly layout: Layout }
  | { readonly id: number; readonly problem: string }
  /** It holds the lock of this name for as long as it lives. */
  | { readonly held: string }

/** What the client needs of a Worker; tests give another one. */
export interface WorkerLike {
  postMessage(message: LayoutRequest): void
  terminate(): void
  onmessage: ((event: MessageEvent<LayoutAnswer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

/** Why a layout was not made: a newer one was asked for. */
export class OvertakenError extends Error {
  constructor() {
    super('A newer layout was asked for.')
  }
}

export interface WorkerLayOut {
  readonly layOut: LayOut
  /** Starts the worker and lets it lay something out; call it when idle. The first layout is slow otherwise. */
  readonly warm: () => void
  readonly terminate: () => void
}

interface Job {
  readonly request: LayoutRequest
  readonly resolve: (layout: Layout) => void
  readonly reject: (error: Error) => void
}

const startWorker = (): WorkerLike => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

/** Told when nobody holds the lock any more, however its holder ended. A browser that has no locks never tells. */
function afterLock(name: string, gone: () => void): void {
  navigator.locks?.request(name, gone).catch(() => undefined)
}

export function createWorkerLayOut(
  start: () => WorkerLike = startWorker,
  timeout = 20_000,
  awaitEnd: (name: string, gone: () => void) => void = afterLock,
): WorkerLayOut {
  let worker: WorkerLike | undefined
  let running: Job | undefined
  let waiting: Job | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let count = 0

  function stop(error: Error): void {
    worker?.terminate()
    worker = undefined
    finish((job) => job.reject(error))
  }

  function finish(settle: (job: Job) => void): void {
    clearTimeout(timer)
    const job = running
    running = undefined
    if (job) settle(job)
    const next = waiting
    waiting = undefined
    if (next) run(next)
  }

  function run(job: Job): void {
    running = job
    if (!worker) {
      worker = start()
      const own = worker
      worker.onmessage = ({ data }) => {
        if ('held' in data) {
          awaitEnd(data.held, () => own === worker && stop(new Error('The layout stopped: its worker is gone.')))
          return
        }
        if (data.id !== running?.request.id) return
        finish((each) => ('layout' in data ? each.resolve(data.layout) : each.reject(new Error(data.problem))))
      }
      worker.onerror = (event) => stop(new Error(`The layout stopped: ${event.message || 'its worker failed'}`))
    }
    timer = setTimeout(() => {
      stop(new Error(`The layout took longer than ${timeout / 1000} seconds and was stopped.`))
    }, timeout)
    worker.postMessage(job.request)
  }

  const layOut: LayOut = (graph, options) =>
    new Promise((resolve, reject) => {
      const job: Job = { request: { id: ++count, graph, options }, resolve, reject }
      if (!running) return run(job)
      waiting?.reject(new OvertakenError())
      waiting = job
    })

  return {
    layOut,
    warm: () => {
      if (!worker) layOut(warmUpGraph(), { direction: 'right' }).catch(() => {})
    },
    terminate: () => {
      waiting?.reject(new OvertakenError())
      waiting = undefined
      stop(new OvertakenError())
    },
  }
}
