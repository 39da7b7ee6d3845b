// The formulas in a document's texts, so that their shapes can be found before it is drawn.
import { formulasIn } from '../drawing/math/formulas'
import type { Diagram } from './schema'

const known = new WeakMap<object, readonly string[]>()

/** Each once. What did not change since the last call is not looked through again. */
export function formulasOf(diagram: Diagram): readonly string[] {
  return within(diagram)
}

function within(value: object): readonly string[] {
  const before = known.get(value)
  if (before) return before
  const found = new Set<string>()
  for (const each of Object.values(value) as unknown[]) {
    if (typeof each === 'string') {
      if (each.includes('$')) for (const source of formulasIn(each)) found.add(source)
    } else if (typeof each === 'object' && each !== null) for (const source of within(each)) found.add(source)
  }
  const list = found.size === 0 ? none : [...found]
  known.set(value, list)
  return list
}

const none: readonly string[] = []
