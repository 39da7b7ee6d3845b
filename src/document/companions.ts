// Diagrams that stand beside the one of the document in steps of its lecture. They are in the file, so that it is whole.
import { isTaken, own, without } from './own'
import { isSame } from './same'
import type { Beside, Companion, Diagram } from './schema'

/** What stands beside it; undefined where the document has no such companion. */
export function besideIn(diagram: Diagram, { diagram: name }: Beside): Diagram | undefined {
  return name === undefined ? diagram : own(diagram.companions, name)
}

/** As much of a diagram as it takes to draw and count it. */
export function companionOf(diagram: Diagram): Companion {
  return {
    ...without(diagram, '$schema', 'companions', 'steps', 'published', 'results'),
    about: without(diagram.about, 'notes', 'lineage'),
  }
}

/** A name for it that no other companion has; the same where it is there already. */
export function companionName(diagram: Diagram, wanted: string, companion: Companion): string {
  const base = wanted.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|-+$/g, '') || 'diagram'
  for (let i = 1; ; i++) {
    const name = i === 1 ? base : `${base}-${i}`
    const there = own(diagram.companions, name)
    if (!isTaken(name) && (!there || isSame(there, companion))) return name
  }
}

/** Without those that no step names any more. */
export function withoutLeftCompanions(diagram: Diagram): Diagram {
  const { companions } = diagram
  if (!companions) return diagram
  const named = new Set((diagram.steps ?? []).map(({ beside }) => beside?.diagram))
  const left = Object.keys(companions).filter((name) => !named.has(name))
  if (left.length === 0) return diagram
  const kept = without(companions, ...left)
  return Object.keys(kept).length ? { ...diagram, companions: kept } : without(diagram, 'companions')
}
