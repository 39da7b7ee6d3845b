// What is said about the built-in diagrams, without reading them: for cards and for the search. Loaded with the gallery.
import { families, familyOf, type Family } from '../../document/families'
import type { Diagram } from '../../document/schema'
import { builtInIds } from '../diagrams'

type About = Diagram['about']

const files = import.meta.glob<About>('../../../diagrams/*.json', { query: '?card', import: 'default', eager: true })

export interface Entry {
  readonly id: string
  readonly about: About
  readonly family: Family | undefined
}

export const catalogue: readonly Entry[] = builtInIds.flatMap((id) => {
  const about = files[`../../../diagrams/${id}.json`]
  return about ? [{ id, about, family: familyOf(about.family) }] : []
})

/** Those that some diagram belongs to, in the order in which one would teach them. */
export const usedFamilies: readonly Family[] = families.filter((family) =>
  catalogue.some((entry) => entry.family === family),
)
