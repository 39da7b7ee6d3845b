// Which modules of many diagrams are the same: with all their names, up to their names, or up to what they are set to.
import type { Diagram } from '../schema'
import { normalFormOf, type NormalForm } from './normalForm'

export interface NamedDiagram {
  readonly name: string
  readonly diagram: Diagram
}

export interface ModulePlace {
  readonly diagram: string
  readonly module: string
}

/** Modules that are the same up to names. */
export interface Kin {
  /** Those with equal names stand in one list. */
  readonly spellings: readonly (readonly ModulePlace[])[]
  /** How it differs from the first of its family: what, as it is there, as it is here. */
  readonly differences: readonly { readonly what: string; readonly there: string; readonly here: string }[]
}

/** Modules with the same blocks, wired alike. */
export interface ModuleFamily {
  readonly blocks: readonly string[]
  readonly kin: readonly Kin[]
  readonly size: number
}

interface Found extends ModulePlace {
  readonly form: NormalForm
}

/** Large families first; within one the commonest kin first. */
export function moduleFamilies(diagrams: readonly NamedDiagram[]): ModuleFamily[] {
  const all: Found[] = diagrams.flatMap(({ name, diagram }) =>
    Object.keys(diagram.modules ?? {}).map((module) => ({
      diagram: name,
      module,
      form: normalFormOf(diagram, module),
    })),
  )
  return grouped(all, ({ form }) => form.wiring)
    .map((family): ModuleFamily => {
      const kin = grouped(family, ({ form }) => JSON.stringify([...form.settings]))
      const first = kin[0]![0]!.form
      return {
        blocks: first.blocks,
        size: family.length,
        kin: kin.map((same) => ({
          spellings: grouped(same, ({ form }) => form.names).map((list) =>
            list.map(({ diagram, module }) => ({ diagram, module })),
          ),
          differences: differencesOf(first.settings, same[0]!.form.settings),
        })),
      }
    })
    .sort((a, b) => b.size - a.size)
}

function differencesOf(there: NormalForm['settings'], here: NormalForm['settings']): Kin['differences'] {
  const keys = [...new Set([...there.keys(), ...here.keys()])]
  return keys
    .filter((key) => there.get(key) !== here.get(key))
    .map((what) => ({ what, there: there.get(what) ?? '–', here: here.get(what) ?? '–' }))
}

/** Lists of what has the same key, the longest first; in their order otherwise. */
function grouped<T>(list: readonly T[], keyOf: (each: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const each of list) {
    const key = keyOf(each)
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return [...groups.values()].sort((a, b) => b.length - a.length)
}
