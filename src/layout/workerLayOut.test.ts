import { expect, test, vi } from 'vitest'
import { createWorkerLayOut, type LayoutRequest, OvertakenError, type WorkerLike } from './workerLayOut'
import { warmUpGraph } from './warmUp'

const layout = { width: 1, height: 1, nodes: new Map(), edges: new Map() }
const options = { direction: 'right' } as const

/** A worker that answers when it is told to. */
function handWorker() {
  const requests: LayoutRequest[] = []
  const workers: WorkerLike[] = []
  const start = (): WorkerLike => {
    const worker: WorkerLike = {
      postMessage: (request) => void requests.push(request),
      terminate: vi.fn(),
      onmessage: null,
      onerror: null,
    }
    workers.push(worker)
    return worker
  }
  const answer = (id: number) => workers.at(-1)!.onmessage!({ data: { id, layout } } as MessageEvent)
  return { start, answer, requests, workers }
}

test('while one layout runs, only the newest of the others waits', async () => {
  const hand = handWorker()
  const { layOut } = createWorkerLayOut(hand.start)
  const graph = warmUpGraph()
  const first = layOut(graph, options)
  const second = layOut(graph, options)
  const third = layOut(graph, options)
  await expect(second).rejects.toThrow(OvertakenError)
  hand.answer(1)
  expect(await first).toBe(layout)
  expect(hand.requests.map(({ id }) => id)).toEqual([1, 3])
  hand.answer(3)
  expect(await third).toBe(layout)
})

test('a layout that takes too long is stopped, said, and the next one starts anew', async () => {
  vi.useFakeTimers()
  const hand = handWorker()
  const { layOut } = createWorkerLayOut(hand.start, 20_000)
  const slow = layOut(warmUpGraph(), options)
  const expectation = expect(slow).rejects.toThrow('The layout took longer than 20 seconds and was stopped.')
  await vi.advanceTimersByTimeAsync(20_001)
  await expectation
  vi.useRealTimers()
  expect(hand.workers[0]!.terminate).toHaveBeenCalled()
  const next = layOut(warmUpGraph(), options)
  expect(hand.workers).toHaveLength(2)
  hand.answer(2)
  expect(await next).toBe(layout)
})

test('a worker that dies in silence is noticed by the lock that it held, and only as long as it is the one', async () => {
  const hand = handWorker()
  const ends: (() => void)[] = []
  const { layOut } = createWorkerLayOut(hand.start, 20_000, (name, gone) => {
    expect(name).toBe('its lock')
    ends.push(gone)
  })
  const lost = layOut(warmUpGraph(), options)
  hand.workers[0]!.onmessage!({ data: { held: 'its lock' } } as MessageEvent)
  ends[0]!()
  await expect(lost).rejects.toThrow('The layout stopped: its worker is gone.')
  const next = layOut(warmUpGraph(), options)
  expect(hand.workers).toHaveLength(2)
  ends[0]!()
  hand.answer(2)
  expect(await next).toBe(layout)
})

test('a failure is a sentence', async () => {
  const hand = handWorker()
  const { layOut } = createWorkerLayOut(hand.start)
  const broken = layOut(warmUpGraph(), options)
  hand.workers[0]!.onmessage!({ data: { id: 1, problem: 'The layout of “Block” failed: why' } } as MessageEvent)
  await expect(broken).rejects.toThrow('The layout of “Block” failed: why')
})
