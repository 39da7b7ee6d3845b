// The hyperparameters by name, and the variants that set them.
import { check } from '../check'
import { badName, canName, expressionsOf } from '../checkSymbols'
import { initialOf, symbolsIn, symbolValue } from '../expressions'
import { unstatedNames } from '../initials'
import { writtenNodes } from '../instances'
import { entry, own, without } from '../own'
import { moduleOf } from '../place'
import { brief } from '../problems'
import type { Diagram, DiagramSymbol, Expression, Step, Variant } from '../schema'
import { uniqueIn } from '../ids'
import { mapField, mapList } from './references'
import { whyNotExpression } from './params'
import { setView } from './view'
import { changedWords } from './words'
import type { Writing } from '../words'
import { edits } from '../sentences/edits'
import type { Message } from '../../shared/message'

/** Why a symbol cannot have this value, in a sentence; with a variant: in this variant. */
export function whyNotSymbol(diagram: Diagram, name: string, value: Expression, variant?: string): Message | undefined {
  if (!canName(name)) return badName(name)
  if (variant !== undefined && !own(diagram.symbols, name)) return edits.noSymbolHere({ name: brief(name) })
  const problem = whyNotExpression(diagram, '', value)
  if (problem) return problem
  // Far away it may turn a repeat into millions, or lead back to itself.
  return check(withSymbol(diagram, name, value, variant)).find((each) => each.severity === 'error')?.message
}

/**
 * Gives a symbol a value, in a variant or for all that do not say otherwise; undefined takes the value away, in a variant
 * what it says. What else is known of the symbol stays. Nothing happens where `whyNotSymbol` says why.
 */
export function setSymbol(diagram: Diagram, name: string, value: Expression | undefined, variant?: string): Diagram {
  if (value !== undefined && whyNotSymbol(diagram, name, value, variant) !== undefined) return diagram
  return withSymbol(diagram, name, value, variant)
}

function withSymbol(diagram: Diagram, name: string, value: Expression | undefined, variant?: string): Diagram {
  if (variant !== undefined)
    return mapField(diagram, 'variants', (variants) =>
      mapList(variants, (each) =>
        each.id === variant ? mapField(each, 'set', (set) => entry(set, name, value)!) : each,
      ),
    )
  const symbol = own(diagram.symbols, name)
  if ((symbol === undefined ? undefined : symbolValue(symbol)) === value) return diagram
  return { ...diagram, symbols: { ...diagram.symbols, [name]: withValue(symbol, value) } }
}

function withValue(symbol: DiagramSymbol | undefined, value: Expression | undefined): DiagramSymbol {
  if (typeof symbol === 'object') return value === undefined ? without(symbol, 'value') : { ...symbol, value }
  return value ?? { example: 1 }
}

/** What a free symbol is taken to be when a number is wanted. */
export function setExample(diagram: Diagram, name: string, example: number): Diagram {
  const symbol = own(diagram.symbols, name)
  if (symbol === undefined || !Number.isFinite(example) || (typeof symbol === 'object' && symbol.example === example))
    return diagram
  const changed = typeof symbol === 'object' ? { ...symbol, example } : { value: symbol, example }
  return { ...diagram, symbols: { ...diagram.symbols, [name]: changed } }
}

/** Where a symbol is named: places of nodes, other symbols, modules. */
export function symbolUses(diagram: Diagram, name: string): string[] {
  const uses: string[] = []
  const look = (expression: Expression | undefined, where: string) => {
    if (symbolsIn(expression).has(name)) uses.push(where)
  }
  for (const [other, symbol] of Object.entries(diagram.symbols ?? {})) look(symbolValue(symbol), other)
  for (const { set } of [...(diagram.variants ?? []), ...(diagram.phases ?? [])])
    for (const [other, value] of Object.entries(set ?? {})) look(value, other)
  for (const [module, { params }] of Object.entries(diagram.modules ?? {}))
    for (const param of Object.values(params ?? {})) look(initialOf(param), module)
  for (const { graph, node } of writtenNodes(diagram)) {
    const module = moduleOf(graph)
    // A module's own parameter of the same name is meant instead.
    if (module !== undefined && own(own(diagram.modules, module)?.params, name) !== undefined) continue
    for (const [, expression] of expressionsOf(node)) look(expression, node.id)
    // What a block begins with names symbols too.
    if (!node.group && unstatedNames({ nodes: [node], edges: [] }).has(name)) uses.push(node.id)
  }
  return [...new Set(uses)]
}

/** Nothing happens while the symbol is used; see `symbolUses`. */
export function removeSymbol(diagram: Diagram, name: string): Diagram {
  if (!own(diagram.symbols, name) || symbolUses(diagram, name).length > 0) return diagram
  const sets = <T extends { set?: Record<string, Expression> }>(things: T[]): T[] =>
    mapList(things, (each) => mapField(each, 'set', (set) => without(set!, name) as T['set']))
  let changed: Diagram = { ...diagram, symbols: without(diagram.symbols!, name) }
  changed = mapField(changed, 'variants', sets)
  changed = mapField(changed, 'phases', sets)
  return mapField(changed, 'published', sets)
}

/** A new variant, the same as another one at first; its id is made from its label. */
export function addVariant(diagram: Diagram, label: string, like?: string): Diagram {
  const { set = {}, phase } = diagram.variants?.find((variant) => variant.id === like) ?? {}
  const variant: Variant = { id: uniqueIn(diagram.variants, label), label, ...(phase !== undefined && { phase }), set }
  return { ...diagram, variants: [...(diagram.variants ?? []), variant] }
}

/** Changes what readers of a language see of a variant; the id stays. */
export function setVariantWords(
  diagram: Diagram,
  id: string,
  field: 'label' | 'note',
  text: string,
  writing: Writing,
): Diagram {
  return mapField(diagram, 'variants', (variants) =>
    mapList(variants, (variant) => {
      if (variant.id !== id) return variant
      const words = changedWords(variant[field], text, writing)
      if (words === variant[field]) return variant
      return words === undefined ? without(variant, field) : { ...variant, [field]: words }
    }),
  )
}

/** In which phase a variant is seen first; undefined: in the one that opens first. */
export function setVariantPhase(diagram: Diagram, id: string, phase: string | undefined): Diagram {
  return mapField(diagram, 'variants', (variants) =>
    mapList(variants, (variant) => {
      if (variant.id !== id || variant.phase === phase) return variant
      return phase === undefined ? without(variant, 'phase') : { ...variant, phase }
    }),
  )
}

/** What readers see of a symbol besides its name. */
export function setSymbolWords(
  diagram: Diagram,
  name: string,
  field: 'label' | 'note',
  text: string,
  writing: Writing,
): Diagram {
  const symbol = own(diagram.symbols, name)
  if (symbol === undefined) return diagram
  const before = typeof symbol === 'object' ? symbol[field] : undefined
  const words = changedWords(before, text, writing)
  if (words === before) return diagram
  const object = typeof symbol === 'object' ? symbol : { value: symbol }
  const changed = words === undefined ? without(object, field) : { ...object, [field]: words }
  return { ...diagram, symbols: { ...diagram.symbols, [name]: changed } }
}

/** Takes a variant away, with what is said of it alone. */
export function removeVariant(diagram: Diagram, id: string): Diagram {
  const variants = diagram.variants?.filter((variant) => variant.id !== id)
  if (!variants || variants.length === diagram.variants!.length) return diagram
  let changed: Diagram = variants.length > 0 ? { ...diagram, variants } : without(diagram, 'variants')
  changed = mapField(changed, 'phases', (phases) =>
    mapList(phases, (each) => {
      const { examples } = each
      const phase = typeof examples === 'object' && id in examples ? { ...each, examples: without(examples, id) } : each
      if (!phase.variants?.includes(id)) return phase
      const left = phase.variants.filter((variant) => variant !== id)
      return left.length > 0 ? { ...phase, variants: left } : undefined
    }),
  )
  changed = mapField(changed, 'published', (list) => list.filter((published) => published.variant !== id))
  changed = mapField(changed, 'results', (list) => list.filter((result) => result.variant !== id))
  changed = mapField(changed, 'steps', (steps) =>
    mapList(steps, (step) => withoutNamed(step, 'variant', (variant) => variant === id)),
  )
  changed = withoutPhasesGone(diagram, changed)
  return changed.view?.variant === id ? setView(changed, { variant: undefined }) : changed
}

/** Takes away what names a phase that there was and is not any more. */
export function withoutPhasesGone(before: Diagram, after: Diagram): Diagram {
  const left = new Set((after.phases ?? []).map((phase) => phase.id))
  const gone = new Set((before.phases ?? []).map((phase) => phase.id).filter((id) => !left.has(id)))
  if (gone.size === 0) return after
  const isGone = (phase: string | undefined) => phase !== undefined && gone.has(phase)
  let changed = mapField(after, 'published', (list) => list.filter((published) => !isGone(published.phase)))
  changed = mapField(changed, 'variants', (variants) =>
    mapList(variants, (variant) => (isGone(variant.phase) ? without(variant, 'phase') : variant)),
  )
  changed = mapField(changed, 'steps', (steps) => mapList(steps, (step) => withoutNamed(step, 'phase', isGone)))
  if (changed.phases?.length === 0) changed = without(changed, 'phases')
  return isGone(changed.view?.phase) ? setView(changed, { phase: undefined }) : changed
}

/** A step that says nothing more of a variant or phase that is gone; a companion has its own. */
function withoutNamed(step: Step, key: 'variant' | 'phase', isGone: (id: string | undefined) => boolean): Step {
  const own = isGone(step[key]) ? without(step, key) : step
  if (!own.beside || own.beside.diagram !== undefined || !isGone(own.beside[key])) return own
  const beside = without(own.beside, key)
  // With nothing of its own the picture would stand beside itself.
  return Object.keys(beside).length > 0 ? { ...own, beside } : without(own, 'beside')
}
