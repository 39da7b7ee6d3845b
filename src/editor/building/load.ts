// Ready modules from their files, each read once. What is there already can be asked for without waiting.
import type { Fragment } from '../../document/fragment'
import type { Diagram } from '../../document/schema'
import { loadBuiltIn } from '../diagrams'
import { parts, ready, readyFragment, readyIds, type ReadyId } from './ready'

const there = new Map<ReadyId, Fragment>()

export function readyNow(id: ReadyId): Fragment | undefined {
  return there.get(id)
}

export async function loadReady(id: ReadyId): Promise<Fragment> {
  const known = there.get(id)
  if (known) return known
  const fragment = readyFragment(id, await source(ready[id].from))
  there.set(id, fragment)
  return fragment
}

/** All that can be had; one that cannot be read is left out. */
export async function loadAllReady(): Promise<ReadonlyMap<ReadyId, Fragment>> {
  await Promise.allSettled(readyIds.map(loadReady))
  return there
}

async function source(from: string): Promise<Diagram> {
  if (from !== parts) return loadBuiltIn(from)
  // It is tested to be whole.
  return JSON.parse((await import('./parts.json?raw')).default) as Diagram
}
