// What an id looks like. Apart from the schema, so that asking does not load it.

export const idPattern = /^[\p{L}_][\p{L}\p{N}_-]*$/u

export function isId(text: string): boolean {
  return idPattern.test(text)
}
