// Turns the parameters that a document gives a block into values: fills in what is not given and checks the rest.
import { integerOf, numberOf, parseDim, pretty, type Dim, type ParsedDim } from '../shared/dimension'
import { english, told, type Message, type Told } from '../shared/message'
import type { Block, Port } from './block'
import type { DimensionField, Field, ShapeField, Values } from './fields'
import { settings } from './sentences'

export type Params = Readonly<Record<string, unknown>>

/** Works out an expression in the scope of the node; an unknown symbol is a problem. */
export type Resolve = (expression: number | string) => ParsedDim

/** What a size comes to, where it decides between values; undefined where that is open. */
export type Decide = (size: Dim) => number | undefined

/** A value that depends on the symbols in scope: `is` where `if` does not come to 0. For all but single sizes. */
export interface Conditional {
  readonly if: number | string
  readonly is: unknown
  readonly else: unknown
}

export function conditionalOf(param: unknown): Conditional | undefined {
  if (typeof param !== 'object' || param === null || Array.isArray(param)) return undefined
  const found = param as Readonly<Record<string, unknown>>
  const condition = Object.hasOwn(found, 'if') ? found['if'] : undefined
  if (typeof condition !== 'number' && typeof condition !== 'string') return undefined
  return Object.hasOwn(found, 'is') && Object.hasOwn(found, 'else')
    ? { if: condition, is: found['is'], else: found['else'] }
    : undefined
}

export interface FieldProblem extends Told {
  readonly field: string
}

export type Valued =
  { readonly ok: true; readonly values: Values } | { readonly ok: false; readonly problems: readonly FieldProblem[] }

type Found = Values[string]
type Checked = { readonly ok: true; readonly value: Found } | { readonly ok: false; readonly problem: Message }

/** The value of every field of the block, or a sentence for each field that cannot have one. */
export function valuesOf(
  block: Block,
  params: Params | undefined,
  resolve: Resolve,
  decide: Decide = numberOf,
): Valued {
  const values: Record<string, Found> = {}
  const problems: FieldProblem[] = []
  for (const [name, field] of Object.entries(block.fields)) {
    const param = params && Object.hasOwn(params, name) ? params[name] : undefined
    const checked = param === undefined ? initialOf(field, resolve) : checkEither(field, param, resolve, decide)
    if (checked.ok) values[name] = checked.value
    else problems.push({ field: name, ...told(settings.ofField({ field: field.label, problem: checked.problem })) })
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, values }
}

/** The ports that a block has with these values. */
export function portsOf(block: Block, values: Values): { inputs: readonly Port[]; outputs: readonly Port[] } {
  const list = (ports: Block['inputs']) => (typeof ports === 'function' ? ports(values) : ports)
  return { inputs: list(block.inputs), outputs: list(block.outputs) }
}

/** Parameters that the block does not have: misspelt, or of a later version. They are kept and change nothing. */
export function unknownParams(block: Block, params: Params | undefined): readonly FieldProblem[] {
  const names = Object.keys(block.fields)
  const about = (name: string) =>
    names.length > 0
      ? settings.noParameter({ block: block.label, name, names: { joined: 'and', of: names } })
      : settings.noParameters({ block: block.label, name })
  return Object.keys(params ?? {})
    .filter((name) => !Object.hasOwn(block.fields, name))
    .map((field) => ({ field, ...told(about(field)) }))
}

function initialOf(field: Field, resolve: Resolve): Checked {
  switch (field.type) {
    case 'dimension':
      return { ok: true, value: initialDim(field.initial, resolve) }
    case 'shape':
      return { ok: true, value: field.initial.map((size) => initialDim(size, resolve)) }
    case 'choice':
    case 'boolean':
    case 'words':
      return { ok: true, value: field.initial }
  }
}

/** A symbol that the document does not have stands for itself, so that a block fresh from the palette has a shape. */
function initialDim(initial: number | string, resolve: Resolve): Dim {
  const resolved = resolve(initial)
  if (resolved.ok) return resolved.dim
  const free = parseDim(initial)
  if (!free.ok) throw new Error(`The initial value “${initial}” cannot be read: ${english(free.problem)}`)
  return free.dim
}

function checkEither(field: Field, param: unknown, resolve: Resolve, decide: Decide): Checked {
  const conditional = field.type === 'dimension' ? undefined : conditionalOf(param)
  if (!conditional) return check(field, param, resolve)
  const condition = resolve(conditional.if)
  if (!condition.ok) return condition
  const value = decide(condition.dim)
  if (value === undefined) return { ok: false, problem: settings.undecided({ value: brief(conditional.if) }) }
  // Both have to be possible, whichever it is.
  const [first, otherwise] = [conditional.is, conditional.else].map((each) =>
    checkEither(field, each, resolve, decide),
  ) as [Checked, Checked]
  if (!first.ok || !otherwise.ok) return first.ok ? otherwise : first
  return value === 0 ? otherwise : first
}

function check(field: Field, param: unknown, resolve: Resolve): Checked {
  switch (field.type) {
    case 'dimension':
      return checkDimension(field, param, resolve)
    case 'shape':
      return checkShape(field, param, resolve)
    case 'choice':
      if (typeof param === 'string' && field.options.includes(param)) return { ok: true, value: param }
      return { ok: false, problem: noChoice(field.options, param) }
    case 'boolean':
      if (typeof param === 'boolean') return { ok: true, value: param }
      return { ok: false, problem: settings.noBoolean({ value: brief(param) }) }
    case 'words':
      return checkWords(param)
  }
}

function checkDimension(field: DimensionField, param: unknown, resolve: Resolve): Checked {
  if (typeof param !== 'number' && typeof param !== 'string') {
    return { ok: false, problem: settings.noSize({ value: brief(param) }) }
  }
  const resolved = resolve(param)
  if (!resolved.ok) return resolved
  const problem = sizeProblem(resolved.dim, field)
  return problem ? { ok: false, problem } : { ok: true, value: resolved.dim }
}

function checkShape(field: ShapeField, param: unknown, resolve: Resolve): Checked {
  if (!Array.isArray(param)) {
    return { ok: false, problem: settings.noShape({ value: brief(param), example: JSON.stringify(['B', 4]) }) }
  }
  const sizes: Dim[] = []
  for (const each of param as readonly unknown[]) {
    const checked = checkDimension(
      { type: 'dimension', label: field.label, initial: 1, least: field.least },
      each,
      resolve,
    )
    if (!checked.ok) return checked
    sizes.push(checked.value as Dim)
  }
  return { ok: true, value: sizes }
}

/** A parameter in words that says them once per language. */
export function perLanguage(param: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof param !== 'object' || param === null || Array.isArray(param) || conditionalOf(param)) return undefined
  return Object.values(param).every((words) => typeof words === 'string') ? { ...param } : undefined
}

/** Words are for people, so a document may give them once per language; a block uses the English ones. */
function checkWords(param: unknown): Checked {
  if (typeof param === 'string') return { ok: true, value: param }
  if (typeof param === 'number') return { ok: true, value: String(param) }
  if (typeof param === 'object' && param !== null && !Array.isArray(param)) {
    const byLanguage = param as Readonly<Record<string, unknown>>
    const words = byLanguage['en'] ?? Object.values(byLanguage)[0]
    if (typeof words === 'string') return { ok: true, value: words }
  }
  return { ok: false, problem: settings.noText({ value: brief(param) }) }
}

/** What speaks against a size, where no symbol hides it. */
function sizeProblem(size: Dim, { least = 1, most = Infinity, decimal = false }: DimensionField): Message | undefined {
  const value = numberOf(size)
  if (value === undefined) return undefined
  if (value < least) return settings.least({ size: pretty(size), least })
  if (value > most) return settings.most({ size: pretty(size), most })
  if (!decimal && integerOf(size) === undefined) {
    return settings.whole({ size: value })
  }
  return undefined
}

function noChoice(options: readonly string[], param: unknown): Message {
  return settings.noChoice({ value: brief(param), choices: { joined: 'or', of: options } })
}

/** For a sentence. */
function brief(param: unknown): string {
  const text = typeof param === 'string' ? param : (JSON.stringify(param) ?? String(param))
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
