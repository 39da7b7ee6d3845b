// Where documents are kept in this browser: values by key, written all or none. Knows nothing of documents.
import { createStore, promisifyRequest } from 'idb-keyval'

/** Parts in order: `['version', 'a1', 1700000000000]`. */
export type Key = string | readonly (string | number)[]

export interface Change {
  readonly key: Key
  /** Absent: what stands there goes. */
  readonly value?: unknown
}

/** Writes nothing where what stands at the key is not what the writer believes. */
export interface Guard {
  readonly key: Key
  isAsExpected(value: unknown): boolean
}

export interface Shelf {
  get(key: Key): Promise<unknown>
  /** What stands under keys that begin with these parts, in the order of the keys. */
  under(start: readonly string[]): Promise<readonly (readonly [Key, unknown])[]>
  /** The same without the values. */
  keysUnder(start: readonly string[]): Promise<readonly Key[]>
  /** Says whether it was written: false where the guard did not let it. Throws where there is no room. */
  write(changes: readonly Change[], guard?: Guard): Promise<boolean>
}

/** The database of the browser. Every call fails where a private window has none. */
export function createBrowserShelf(): Shelf {
  const within = createStore('frieze', 'documents')
  const range = (start: readonly string[]) => IDBKeyRange.bound([...start], [...start, []])
  return {
    get: (key) => within('readonly', (store) => promisifyRequest<unknown>(store.get(idbKey(key)))),
    async under(start) {
      const [keys, values] = await within('readonly', (store) =>
        Promise.all([
          promisifyRequest(store.getAllKeys(range(start))),
          promisifyRequest<unknown[]>(store.getAll(range(start))),
        ]),
      )
      return keys.map((key, i) => [keyOf(key), values[i]] as const)
    },
    async keysUnder(start) {
      const keys = await within('readonly', (store) => promisifyRequest(store.getAllKeys(range(start))))
      return keys.map(keyOf)
    },
    write(changes, guard) {
      return within('readwrite', (store) => {
        const write = () => {
          for (const { key, value } of changes)
            if (value === undefined) store.delete(idbKey(key))
            else store.put(value, idbKey(key))
        }
        let isWritten = true
        const end = promisifyRequest(store.transaction)
        if (!guard) write()
        else {
          const before = store.get(idbKey(guard.key))
          before.onsuccess = () => {
            isWritten = guard.isAsExpected(before.result)
            if (isWritten) write()
          }
        }
        return end.then(() => isWritten)
      })
    },
  }
}

function idbKey(key: Key): IDBValidKey {
  return typeof key === 'string' ? key : [...key]
}

function keyOf(key: IDBValidKey): Key {
  // Only keys of our own making are asked for.
  return key as Key
}

/** As long as the page lives: for browsers that keep nothing, and for tests. */
export function createMemoryShelf(): Shelf {
  const values = new Map<string, unknown>()
  const name = (key: Key) => JSON.stringify(key)
  const starts = (key: Key, start: readonly string[]) =>
    typeof key !== 'string' && start.every((part, i) => key[i] === part)
  const keysUnder = (start: readonly string[]) =>
    [...values.keys()]
      .map((text) => JSON.parse(text) as Key)
      .filter((key) => starts(key, start))
      .sort(compareKeys)
  return {
    get: (key) => Promise.resolve(values.get(name(key))),
    under: (start) => Promise.resolve(keysUnder(start).map((key) => [key, values.get(name(key))] as const)),
    keysUnder: (start) => Promise.resolve(keysUnder(start)),
    write(changes, guard) {
      if (guard && !guard.isAsExpected(values.get(name(guard.key)))) return Promise.resolve(false)
      for (const { key, value } of changes)
        if (value === undefined) values.delete(name(key))
        else values.set(name(key), value)
      return Promise.resolve(true)
    },
  }
}

function compareKeys(a: Key, b: Key): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [left, right] = [a[i], b[i]]
    if (left === right) continue
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1
    return left < right ? -1 : 1
  }
  return 0
}
