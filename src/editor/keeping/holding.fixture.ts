// Tabs of one browser in one process, for tests.
import type { Hold, Holding } from './holding'

/** Each call is another tab of the same browser. */
export function createPool(): () => Holding {
  const held = new Map<string, symbol>()
  const waiting = new Map<string, (() => void)[]>()
  const listeners = new Map<symbol, Set<(id: string) => void>>()

  return () => {
    const self = Symbol('tab')
    const mine = new Set<(id: string) => void>()
    listeners.set(self, mine)
    const hold = (id: string): Hold => {
      held.set(id, self)
      return {
        release() {
          if (held.get(id) !== self) return
          held.delete(id)
          waiting.get(id)?.shift()?.()
        },
      }
    }
    return {
      take(id, patience) {
        if (!held.has(id)) return Promise.resolve(hold(id))
        return new Promise((resolve) => {
          const queue = waiting.get(id) ?? []
          waiting.set(id, queue)
          const go = () => {
            clearTimeout(timer)
            resolve(hold(id))
          }
          const timer = setTimeout(() => {
            queue.splice(queue.indexOf(go), 1)
            resolve('elsewhere')
          }, patience)
          queue.push(go)
        })
      },
      ask(id) {
        for (const [tab, calls] of listeners) if (tab !== self) for (const call of calls) queueMicrotask(() => call(id))
      },
      onAsked(call) {
        mine.add(call)
        return () => void mine.delete(call)
      },
      held: () => Promise.resolve(new Set(held.keys())),
    }
  }
}
