// Whether two values from a file say the same.

/** Whatever the order of the fields. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  const [names, others] = [Object.keys(a), Object.keys(b)]
  if (Array.isArray(a) !== Array.isArray(b) || names.length !== others.length) return false
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>] // Any object may be read by name.
  return names.every((name) => Object.hasOwn(b, name) && isSame(left[name], right[name]))
}
