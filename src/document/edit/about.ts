// What a document says of itself: its year and its sources.
import { uniqueIn } from '../ids'
import { without } from '../own'
import type { Diagram } from '../schema'
import { mapField, mapList } from './references'

type Source = NonNullable<Diagram['about']['sources']>[number]

export function setYear(diagram: Diagram, year: number | undefined): Diagram {
  if (diagram.about.year === year) return diagram
  return { ...diagram, about: year === undefined ? without(diagram.about, 'year') : { ...diagram.about, year } }
}

/** A new source at the end; its id is made from its title. */
export function addSource(diagram: Diagram, title: string): Diagram {
  const sources = diagram.about.sources ?? []
  const source: Source = { id: uniqueIn(sources, title), title }
  return { ...diagram, about: { ...diagram.about, sources: [...sources, source] } }
}

/** Fields that are given as undefined go. */
export function setSource(diagram: Diagram, id: string, fields: Partial<Omit<Source, 'id'>>): Diagram {
  return mapField(diagram, 'about', (about) =>
    mapField(about, 'sources', (sources) =>
      mapList(sources, (source) => {
        if (source.id !== id || Object.entries(fields).every(([name, value]) => source[name] === value)) return source
        const changed = Object.entries({ ...source, ...fields }).filter(([, value]) => value !== undefined)
        return Object.fromEntries(changed) as Source // The id and the title are there still.
      }),
    ),
  )
}

/** Takes a source away; what it was the source of is without one. */
export function removeSource(diagram: Diagram, id: string): Diagram {
  const sources = diagram.about.sources?.filter((source) => source.id !== id)
  if (!sources || sources.length === diagram.about.sources!.length) return diagram
  const about = sources.length > 0 ? { ...diagram.about, sources } : without(diagram.about, 'sources')
  let changed: Diagram = { ...diagram, about }
  changed = mapField(changed, 'symbols', (symbols) => {
    const entries = Object.entries(symbols).map(([name, symbol]) =>
      typeof symbol === 'object' && symbol.source === id
        ? ([name, without(symbol, 'source')] as const)
        : ([name, symbol] as const),
    )
    return entries.every(([name, symbol]) => symbol === symbols[name]) ? symbols : Object.fromEntries(entries)
  })
  const unsourced = <T extends { readonly source?: string }>(list: T[]): T[] =>
    mapList(list, (each) => (each.source === id ? (without(each, 'source') as T) : each)) // It may be missing.
  changed = mapField(changed, 'published', unsourced)
  return mapField(changed, 'results', unsourced)
}
