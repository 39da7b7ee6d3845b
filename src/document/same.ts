// Whether two values from a file say the same.

/** Whatever the order of the fields; one that is undefined is as good as none, as in the file. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  if (a === b) return true
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, i) => isSame(each, b[i]))
  const [left, right] = [said(a), said(b)]
  return (
    left.length === right.length && left.every(([name, value]) => Object.hasOwn(b, name) && isSame(value, get(b, name)))
  )
}

function said(object: object): [string, unknown][] {
  return Object.entries(object).filter(([, value]) => value !== undefined)
}

function get(object: object, name: string): unknown {
  return (object as Readonly<Record<string, unknown>>)[name] // Any object may be read by name.
}
