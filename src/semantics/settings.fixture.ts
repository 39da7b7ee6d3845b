// In which settings a diagram is put to the test: enough that every law meets every kind of model, and bounded however
// many sizes a model comes in. Made for tests; no product code imports it.
import { nodesIn } from '../document/instances'
import type { Diagram, Expression } from '../document/schema'
import { integerOf, parseDim, symbolsOf } from '../shared/dimension'
import { analyse } from './analyse'
import { problemsIn } from './checks'
import { documentScope, resolve } from './scope'
import { phaseOf, phasesOf, variantOf, type Setting } from './setting'

/** The variant that opens first in all its phases; the first and the last as they open. */
export function principalSettings(diagram: Diagram): Setting[] {
  const opening = variantOf(diagram, {})?.id
  const phases = phasesOf(diagram, {}).map((p): Setting => ({ variant: opening, phase: p.id }))
  return [
    ...(phases.length ? phases : [{ variant: opening }]),
    ...outermost(diagram).filter((s) => s.variant !== opening),
  ]
}

/** The first and the last variant as they open; one setting where there are no variants. */
export function outermost(diagram: Diagram): Setting[] {
  const variants = diagram.variants ?? []
  const ids = new Set([variants[0]?.id, variants.at(-1)?.id])
  return [...ids].map((variant) => ({ variant, phase: phaseOf(diagram, { variant })?.id }))
}

/** The same with as few copies as can be written out by hand: symbols that count copies are lowered where that is sound. */
export function withFewCopies(diagram: Diagram, setting: Setting): Setting {
  for (const few of [2, 4, 6]) {
    const lowered = { ...setting, set: { ...loweredCounts(diagram, setting, few), ...setting.set } }
    if (problemsIn(analyse(diagram, lowered)).every((p) => p.severity !== 'error')) return lowered
  }
  return setting
}

/** In turn one copy more and one less, so that what should not be mixed up differs. */
function loweredCounts(diagram: Diagram, setting: Setting, few: number): Record<string, Expression> {
  const scope = documentScope(diagram, setting)
  const counted = new Set<string>()
  const bodies = [diagram, ...Object.values(diagram.modules ?? {})]
  for (const body of bodies)
    for (const { node } of nodesIn('', body)) {
      const count = typeof node.repeat === 'object' ? node.repeat.count : node.repeat
      const parsed = count === undefined ? undefined : parseDim(count)
      if (parsed?.ok) for (const symbol of symbolsOf(parsed.dim)) counted.add(symbol)
    }
  const found: Record<string, Expression> = {}
  for (const symbol of counted) {
    const value = resolve(symbol, scope)
    const number = value.ok ? Number(integerOf(value.dim) ?? 0n) : 0
    if (number > few + 1) found[symbol] = few + (Object.keys(found).length % 2)
  }
  return found
}
