// Parts of the program and files that come over a network: fetched when first wanted, and again if that failed.

/** Calls `load` once, whatever is asked; what failed is not kept, so that the next who asks tries again. */
export function loadOnce<Given extends readonly unknown[], Loaded>(
  load: (...given: Given) => Promise<Loaded>,
): (...given: Given) => Promise<Loaded> {
  let kept: Promise<Loaded> | undefined
  return (...given) => {
    const asked = (kept ??= load(...given))
    asked.catch(() => {
      if (kept === asked) kept = undefined
    })
    return asked
  }
}
