// Reading records whose names come from a file, where `constructor` and the like must find nothing.

/** What the record itself holds under the name. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined
}

/** Names that every JavaScript object answers to; nothing in a document may be called so. */
export function isTaken(name: string): boolean {
  return name in Object.prototype
}

/** The object without some of its fields; the same object where it has none of them. */
export function without<T extends object>(object: T, ...names: readonly string[]): T {
  if (!names.some((name) => Object.hasOwn(object, name))) return object
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name))) as T
}

/** The record with one entry set, or taken away where the value is undefined; the same record where nothing changes. */
export function entry<T>(record: Readonly<Record<string, T>> | undefined, name: string, value: T | undefined) {
  if (value === undefined) return record && without(record, name)
  return own(record, name) === value ? record! : { ...record, [name]: value }
}
