// New names beside those that there are.
import { isModuleName, reservedIds } from './checkGraph'
import { own, isTaken } from './own'
import { nodeIn } from './place'
import { isId } from './idPattern'
import type { Diagram, GraphBody } from './schema'

/** Whether a node of the graph may get this id. */
export function isFreeId(body: GraphBody, id: string): boolean {
  return isId(id) && !reservedIds.has(id) && !isTaken(id) && !nodeIn(body, id)
}

/** An id for a new node: the wished one, or with a number behind: `linear`, `linear_2`, … */
export function uniqueId(body: GraphBody, wish: string, alsoTaken: ReadonlySet<string> = new Set()): string {
  return numbered(clean(wish), (id) => isFreeId(body, id) && !alsoTaken.has(id))
}

export function uniqueModuleName(diagram: Diagram, wish: string): string {
  return numbered(clean(wish), (name) => isModuleName(name) && own(diagram.modules, name) === undefined)
}

/** For whatever has an id in a list: ports, variants, phases. */
export function uniqueIn(taken: readonly { readonly id: string }[] | undefined, wish: string): string {
  return numbered(clean(wish), (id) => !isTaken(id) && !taken?.some((each) => each.id === id))
}

function clean(wish: string): string {
  const kept = wish.replace(/[^\p{L}\p{N}_-]+/gu, '_').replace(/^[^\p{L}_]+/u, '')
  return kept.slice(0, 60) || 'node'
}

/** A number at the end is counted on: after `block_2` comes `block_3`. */
function numbered(wish: string, isFree: (id: string) => boolean): string {
  if (isFree(wish)) return wish
  const [, stem = wish, last] = /^(.*?)_(\d{1,9})$/u.exec(wish) ?? []
  for (let number = last === undefined ? 2 : Number(last) + 1; ; number++) {
    const id = `${stem}_${number}`
    if (isFree(id)) return id
  }
}
