// The table of symbols: what each is, where that is said, and how it is said otherwise. Pure.
import { whyNotSymbol, setExample, setSymbol } from '../../document/edit/symbols'
import { updatePhase } from '../../document/edit/phases'
import { own } from '../../document/own'
import { isDoubtful } from '../../document/basis'
import type { Basis, Diagram, DiagramSymbol, Expression, Language } from '../../document/schema'
import { say } from '../../document/words'
import type { Analysis } from '../../semantics/analyse'
import { basisOf } from '../../semantics/unsure'
import { pretty } from '../../shared/dimension'

/** What decides a symbol's value, the strongest last. `free`: nothing does, and an example stands in. */
export type SymbolSource = 'free' | 'document' | 'variant' | 'phase' | 'tried'

export interface SymbolRow {
  readonly name: string
  readonly about: string
  /** How its value is known where that leaves a doubt. */
  readonly doubt?: Basis
  readonly source: SymbolSource
  /** As it is written where it is decided. */
  readonly written: string
  /** What that comes to; empty where it is the same. */
  readonly value: string
  /** As it was in the other document, where that differs. */
  readonly before?: Expression
}

export function symbolRows(
  analysis: Analysis,
  tried: Readonly<Record<string, Expression>>,
  saved: Diagram,
  language: Language,
): SymbolRow[] {
  const { diagram, scope } = analysis
  return Object.entries(diagram.symbols ?? {}).map(([name, symbol]): SymbolRow => {
    const source = sourceOf(analysis, tried, name)
    const written = String(source === 'tried' ? tried[name]! : (statedIn(diagram, analysis, name, source) ?? ''))
    const found = scope.lookup(name)
    const value = found ? pretty(found) : ''
    const basis = basisOf(analysis, name)
    const before = source === 'tried' ? undefined : statedIn(saved, analysis, name, source)
    return {
      name,
      about: aboutOf(symbol, language),
      ...(isDoubtful(basis) && { doubt: basis }),
      source,
      written,
      value: value === written || source === 'free' ? '' : value,
      ...(before !== undefined && String(before) !== written && { before }),
    }
  })
}

function sourceOf({ diagram, variant, phase }: Analysis, tried: object, name: string): SymbolSource {
  if (Object.hasOwn(tried, name)) return 'tried'
  if (phase?.set && Object.hasOwn(phase.set, name)) return 'phase'
  if (variant && Object.hasOwn(variant.set, name)) return 'variant'
  return valueOf(own(diagram.symbols, name)) === undefined ? 'free' : 'document'
}

/** What a document says of a symbol at one place; free symbols have an example there. */
function statedIn(diagram: Diagram, { variant, phase }: Analysis, name: string, source: SymbolSource) {
  const symbol = own(diagram.symbols, name)
  switch (source) {
    case 'phase':
      return own(diagram.phases?.find(({ id }) => id === phase?.id)?.set, name)
    case 'variant':
      return own(diagram.variants?.find(({ id }) => id === variant?.id)?.set, name)
    case 'free':
      return typeof symbol === 'object' ? (symbol.example ?? 1) : symbol === undefined ? undefined : 1
    default:
      return valueOf(symbol)
  }
}

function valueOf(symbol: DiagramSymbol | undefined): Expression | undefined {
  return typeof symbol === 'object' ? symbol.value : symbol
}

function aboutOf(symbol: DiagramSymbol, language: Language): string {
  if (typeof symbol !== 'object') return ''
  return [say(symbol.label, language), say(symbol.note, language)].filter(Boolean).join('. ')
}

/** A number where it is one, so that the document says 768 and not "768". */
export function readExpression(text: string): Expression {
  const trimmed = text.trim()
  return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed
}

/** Why a symbol cannot have this value there, in a sentence. */
export function whyNotThere({ diagram, variant }: Analysis, { name, source }: SymbolRow, value: Expression) {
  return whyNotSymbol(diagram, name, value, source === 'variant' ? variant?.id : undefined)
}

/** Says it where it is said now: in the variant, the phase or the document. */
export function stateThere(
  { variant, phase }: Analysis,
  { name, source }: Pick<SymbolRow, 'name' | 'source'>,
  value: Expression,
): (diagram: Diagram) => Diagram {
  return (diagram) => {
    if (source === 'phase' && phase)
      return updatePhase(diagram, phase.id, (each) => ({ ...each, set: { ...each.set, [name]: value } }))
    if (source === 'free' && typeof value === 'number') return setExample(diagram, name, value)
    return setSymbol(diagram, name, value, source === 'variant' ? variant?.id : undefined)
  }
}

/** All tried values become the document's own, each where the symbol is decided without them. */
export function keepTried(analysis: Analysis, tried: Readonly<Record<string, Expression>>) {
  return (diagram: Diagram): Diagram =>
    Object.entries(tried).reduce(
      (changed, [name, value]) => stateThere(analysis, { name, source: sourceOf(analysis, {}, name) }, value)(changed),
      diagram,
    )
}
