// Parts of the program and files that come over a network: fetched when first wanted, and again if that failed.

/** Calls `load` once, whatever is asked; what failed is not kept, so that the next who asks tries again. */
export function loadOnce<Given extends readonly unknown[], Loaded>(
  load: (...given: Given) => Promise<Loaded>,
): (...given: Given) => Promise<Loaded> {
  const kept = new Map<undefined, Promise<Loaded>>()
  return (...given) => loadInto(kept, undefined, () => load(...given))
}

/** The same for one of many: what `all` has, or will have under the key. */
export function loadInto<Key, Loaded>(
  all: Map<Key, Promise<Loaded>>,
  key: Key,
  load: () => Promise<Loaded>,
): Promise<Loaded> {
  const known = all.get(key)
  if (known) return known
  const asked = load()
  all.set(key, asked)
  asked.catch(() => all.delete(key))
  return asked
}
