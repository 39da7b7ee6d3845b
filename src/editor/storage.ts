// The small storages of the browser. Where a person blocks them, even naming them throws; then nothing outlasts the page.

export const local = guarded(() => localStorage)
/** Of this tab, also over a reload. */
export const ofTab = guarded(() => sessionStorage)

type Small = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & { keys(): readonly string[] }

function guarded(real: () => Storage): Small {
  const attempt = <T>(work: (storage: Storage) => T, otherwise: T): T => {
    try {
      return work(real())
    } catch {
      return otherwise
    }
  }
  return {
    getItem: (key) => attempt((storage) => storage.getItem(key), null),
    setItem: (key, value) => attempt((storage) => storage.setItem(key, value), undefined),
    removeItem: (key) => attempt((storage) => storage.removeItem(key), undefined),
    keys: () => attempt((storage) => Object.keys(storage), []),
  }
}
