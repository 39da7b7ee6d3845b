// The map of the field: the same diagrams by family, by year, by size, or by what is trained. Pure.
import type { Family } from '../../document/families'
import type { SystemRow } from '../../semantics/systems/systems'
import type { Entry } from './catalogue'

export const arrangements = ['family', 'year', 'size', 'trained'] as const
export type Arrangement = (typeof arrangements)[number]

/** Powers of ten of the parameters at which a new shelf begins. */
const sizes = [8, 9, 10, 11] as const
const trainedGroups = ['all', 'part', 'none'] as const

/** What a shelf holds; its heading is made of it. */
export type ShelfName =
  | { readonly kind: 'family'; readonly family: Family | undefined }
  | { readonly kind: 'year'; readonly year: number | undefined }
  /** From 10^`from` parameters to 10^`to`; open where one is undefined. */
  | { readonly kind: 'size'; readonly from: number | undefined; readonly to: number | undefined }
  | { readonly kind: 'trained'; readonly share: (typeof trainedGroups)[number] }
  | { readonly kind: 'unknown' }

export interface Shelf {
  readonly key: string
  readonly name: ShelfName
  readonly entries: readonly Entry[]
}

/** In the order of teaching, of time, of size, or from all that is trained to nothing; what is not known yet stands last. */
export function shelve(
  entries: readonly Entry[],
  arrangement: Arrangement,
  numbers: ReadonlyMap<string, SystemRow>,
  families: readonly Family[],
): Shelf[] {
  const placed = entries.map((entry) => ({ entry, name: nameOf(entry, arrangement, numbers.get(entry.id)) }))
  const shelves = new Map<string, { name: ShelfName; entries: Entry[] }>()
  for (const { entry, name } of placed) {
    const key = keyOf(name)
    const shelf = shelves.get(key)
    if (shelf) shelf.entries.push(entry)
    else shelves.set(key, { name, entries: [entry] })
  }
  return [...shelves]
    .map(([key, shelf]) => ({ key, ...shelf, rank: rankOf(shelf.name, families) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ key, name, entries: members }) => ({
      key,
      name,
      entries:
        arrangement === 'size' ? members.toSorted((a, b) => bySize(numbers.get(a.id), numbers.get(b.id))) : members,
    }))
}

function nameOf({ about, family }: Entry, arrangement: Arrangement, row: SystemRow | undefined): ShelfName {
  if (arrangement === 'family') return { kind: 'family', family }
  if (arrangement === 'year') return { kind: 'year', year: about.year }
  if (!row || row.total <= 0n) return { kind: 'unknown' }
  if (arrangement === 'trained')
    return { kind: 'trained', share: row.trainable === 0n ? 'none' : row.frozen === 0n ? 'all' : 'part' }
  const at = sizes.findIndex((power) => row.total < 10n ** BigInt(power))
  return at < 0
    ? { kind: 'size', from: sizes.at(-1), to: undefined }
    : { kind: 'size', from: sizes[at - 1], to: sizes[at] }
}

function keyOf(name: ShelfName): string {
  switch (name.kind) {
    case 'family':
      return `family ${name.family?.id}`
    case 'year':
      return `year ${name.year}`
    case 'size':
      return `size ${name.from}`
    case 'trained':
      return name.share
    case 'unknown':
      return 'unknown'
  }
}

function rankOf(name: ShelfName, families: readonly Family[]): number {
  switch (name.kind) {
    case 'family':
      return name.family ? families.indexOf(name.family) : Infinity
    case 'year':
      return name.year ?? Infinity
    case 'size':
      return name.from ?? 0
    case 'trained':
      return trainedGroups.indexOf(name.share)
    case 'unknown':
      return Infinity
  }
}

function bySize(a: SystemRow | undefined, b: SystemRow | undefined): number {
  const [one, other] = [a?.total ?? 0n, b?.total ?? 0n]
  return one < other ? -1 : one > other ? 1 : 0
}
