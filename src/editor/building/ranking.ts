// How well an entry of a list fits what was typed: what is called just so first, whatever spaces and capitals are in it.
import { defaultFilter } from 'cmdk'

/** How well a name fits that begins so. */
export const beginning = 0.9

/** For cmdk: from 0, which hides the entry, to 1. `names` are all words by which it may be found, its own names among them. */
export function rankOf(value: string, search: string, names: readonly string[] = []): number {
  const wanted = squashed(search)
  if (wanted === '') return 1
  const known = [value, ...names].map(squashed)
  if (known.includes(wanted)) return 1
  if (known.some((name) => name.startsWith(wanted))) return beginning
  return 0.8 * defaultFilter!(value, search, [...names])
}

/** As it is compared: without spaces and capitals. */
export function squashed(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase()
    .replace(/[\s_-]+/g, '')
}
