// Which tab works on which document. A tab that has a document open holds it; another that opens it too is told, and may
// ask for it.

export interface Hold {
  release(): void
}

export interface Holding {
  /** Waits so many milliseconds. `elsewhere`: another tab has it. `unknown`: this browser cannot say. */
  take(id: string, patience: number): Promise<Hold | 'elsewhere' | 'unknown'>
  /** Asks whichever tab has it to let it go. */
  ask(id: string): void
  /** Another tab asks for it. Gives a function that stops listening. */
  onAsked(call: (id: string) => void): () => void
  /** The documents that some tab has. */
  held(): Promise<ReadonlySet<string>>
}

const start = 'frieze document '

/** By the locks of the browser, which end with their page, however it ends. */
export function createBrowserHolding(): Holding {
  // Without safe connections there are none; then a write that meets another's is what tells.
  const locks: LockManager | undefined = typeof navigator === 'undefined' ? undefined : navigator.locks
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('frieze documents')
  return {
    async take(id, patience) {
      if (!locks) return 'unknown'
      try {
        // Only what another tab has is waited for: that one may be closing.
        return (await request(locks, id, { ifAvailable: true })) ?? (await waitFor(locks, id, patience)) ?? 'elsewhere'
      } catch {
        return 'unknown'
      }
    },
    ask: (id) => channel?.postMessage({ wanted: id }),
    onAsked(call) {
      const listen = ({ data }: MessageEvent<unknown>) => {
        const wanted = typeof data === 'object' && data !== null && 'wanted' in data ? data.wanted : undefined
        if (typeof wanted === 'string') call(wanted)
      }
      channel?.addEventListener('message', listen)
      return () => channel?.removeEventListener('message', listen)
    },
    async held() {
      const query = await locks?.query().catch(() => undefined)
      const names = (query?.held ?? []).flatMap(({ name }) =>
        name?.startsWith(start) ? [name.slice(start.length)] : [],
      )
      return new Set(names)
    },
  }
}

/** Undefined when it cannot be had. */
function request(locks: LockManager, id: string, options: LockOptions): Promise<Hold | undefined> {
  return new Promise((resolve, reject) => {
    const hold = (lock: Lock | null) => {
      if (lock) return new Promise<void>((release) => resolve({ release }))
      resolve(undefined)
      return Promise.resolve()
    }
    locks.request(start + id, options, hold).catch(reject)
  })
}

async function waitFor(locks: LockManager, id: string, patience: number): Promise<Hold | undefined> {
  const impatience = new AbortController()
  const timer = setTimeout(() => impatience.abort(), patience)
  try {
    return await request(locks, id, { signal: impatience.signal })
  } catch (error) {
    if (impatience.signal.aborted) return undefined
    throw error
  } finally {
    clearTimeout(timer)
  }
}
