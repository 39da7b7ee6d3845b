// How a fact of the document is known: a symbol's value, what a variant sets, how a phase runs, a node.
import { own, without } from '../own'
import { updateNode } from '../place'
import type { Basis, Diagram } from '../schema'
import { updatePhase } from './phases'
import { mapField, mapList } from './references'

/** Undefined: nothing is said of it. */
export function setSymbolBasis(diagram: Diagram, name: string, basis: Basis | undefined): Diagram {
  const symbol = own(diagram.symbols, name)
  if (symbol === undefined) return diagram
  const object = typeof symbol === 'object' ? symbol : { value: symbol }
  // What is said now takes the place of the older mark.
  const { unsure = false, ...plain } = object
  if (object.basis === basis && !unsure) return diagram
  return { ...diagram, symbols: { ...diagram.symbols, [name]: based(plain, basis) } }
}

export function setVariantBasis(diagram: Diagram, id: string, basis: Basis | undefined): Diagram {
  return mapField(diagram, 'variants', (variants) =>
    mapList(variants, (variant) => (variant.id === id ? based(variant, basis) : variant)),
  )
}

export function setPhaseBasis(diagram: Diagram, id: string, basis: Basis | undefined): Diagram {
  return updatePhase(diagram, id, (phase) => based(phase, basis))
}

export function setNodeBasis(diagram: Diagram, place: string, basis: Basis | undefined): Diagram {
  return updateNode(diagram, place, (node) => based(node, basis))
}

function based<T extends { basis?: Basis }>(thing: T, basis: Basis | undefined): T {
  if (thing.basis === basis) return thing
  return basis === undefined ? (without(thing, 'basis') as T) : { ...thing, basis }
}
