// What the cards say in numbers: computed from the diagrams when these are first read, once.
import { useEffect, useSyncExternalStore } from 'react'
import type { Diagram } from '../../document/schema'
import { systemRows, type SystemRow } from '../../semantics/systems/systems'
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
  const [row] = known.has(id) ? [] : systemRows([{ name: id, diagram }])
  if (!row) return
  known = new Map(known).set(id, row)
  for (const listener of listeners) listener()
}

/** Reads all of them, one after another, where an arrangement needs every number. */
export function useAllNumbers(ids: readonly string[], isWanted: boolean) {
  useEffect(() => {
    if (!isWanted) return
    let isGone = false
    async function read() {
      for (const id of ids) {
        if (isGone) return
        // One that cannot be read stays where nothing is known.
        const diagram = await loadBuiltIn(id).catch(() => undefined)
        if (diagram) learnNumbers(id, diagram)
      }
    }
    void read()
    return () => {
      isGone = true
    }
  }, [ids, isWanted])
}
