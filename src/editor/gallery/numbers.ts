// What the cards say in numbers: computed from the diagrams when these are first read, once.
import { useEffect, useSyncExternalStore } from 'react'
import type { Diagram } from '../../document/schema'
import { systemRows, type NamedDiagram, type SystemRow } from '../../semantics/systems/systems'
import { loadBuiltIn } from '../diagrams'

export type Numbers = ReadonlyMap<string, SystemRow>

let known: Numbers = new Map()
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Of the diagrams that were read so far, by id. */
export function useNumbers(): Numbers {
  return useSyncExternalStore(subscribe, () => known)
}

/** Told by a card whose diagram has come. */
export function learnNumbers(id: string, diagram: Diagram) {
  learn([{ name: id, diagram }])
}

function learn(diagrams: readonly NamedDiagram[]) {
  const rows = systemRows(diagrams.filter(({ name }) => !known.has(name)))
  if (!rows.length) return
  known = new Map([...known, ...rows.map((row) => [row.name, row] as const)])
  for (const listener of listeners) listener()
}

/** Reads all of them, where an arrangement needs every number. */
export function useAllNumbers(ids: readonly string[], isWanted: boolean) {
  useEffect(() => {
    if (!isWanted) return
    // One that cannot be read stays where nothing is known.
    const read = ids.map((name) =>
      loadBuiltIn(name).then(
        (diagram) => [{ name, diagram }],
        () => [],
      ),
    )
    void Promise.all(read).then((diagrams) => learn(diagrams.flat()))
  }, [ids, isWanted])
}
