// Which reading of a diagram is meant: variant, phase, and symbols set by hand.
import type { Diagram, Expression, Phase, Variant } from '../document/schema'

export interface Setting {
  readonly variant?: string
  readonly phase?: string
  /** Symbols that override everything, by name. */
  readonly set?: Readonly<Record<string, Expression>>
}

/** The variant meant: the one named, else the one that opens first. */
export function variantOf(diagram: Diagram, setting: Setting): Variant | undefined {
  const variants = diagram.variants ?? []
  const named = (id: string | undefined) => variants.find((v) => v.id === id)
  return named(setting.variant) ?? named(diagram.view?.variant) ?? variants[0]
}

/** The phases that the variant goes through, in order. */
export function phasesOf(diagram: Diagram, setting: Setting): readonly Phase[] {
  const variant = variantOf(diagram, setting)
  return (diagram.phases ?? []).filter((p) => !p.variants || !variant || p.variants.includes(variant.id))
}

/**
 * The phase meant: the one named, else the one that the variant is seen in first, else the one that opens first; undefined
 * where there are none. Of the variant that opens first the view has the say.
 */
export function phaseOf(diagram: Diagram, setting: Setting): Phase | undefined {
  const variant = variantOf(diagram, setting)
  const phases = phasesOf(diagram, setting)
  const named = (id: string | undefined) => phases.find((p) => p.id === id)
  const opening = diagram.view?.phase
  const [first, second] = variant === variantOf(diagram, {}) ? [opening, variant?.phase] : [variant?.phase, opening]
  return named(setting.phase) ?? named(first) ?? named(second) ?? phases[0]
}

/** A sentence when the setting names something that the diagram lacks. */
export function settingProblem(diagram: Diagram, setting: Setting): string | undefined {
  const list = (names: readonly string[]) => (names.length ? names.join(', ') : 'none')
  const variants = (diagram.variants ?? []).map((v) => v.id)
  if (setting.variant !== undefined && !variants.includes(setting.variant))
    return `There is no variant “${setting.variant}”; this diagram has: ${list(variants)}.`
  const phases = phasesOf(diagram, setting).map((p) => p.id)
  if (setting.phase !== undefined && !phases.includes(setting.phase)) {
    const elsewhere = diagram.phases?.some((p) => p.id === setting.phase)
    return `There is no phase “${setting.phase}”${elsewhere ? ' for this variant' : ''}; it has: ${list(phases)}.`
  }
  const symbols = Object.keys(diagram.symbols ?? {})
  const unknown = Object.keys(setting.set ?? {}).find((name) => !symbols.includes(name))
  if (unknown !== undefined) return `There is no symbol “${unknown}”; this diagram has: ${list(symbols)}.`
  return undefined
}
