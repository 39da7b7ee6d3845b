// Formulas such as `(image / patch)^2 + 1` as text and as a tree. Reads and writes them; does not work them out.
import { formulas } from './formulaSentences'
import { english, type Message } from './message'
import * as rational from './rational'
import type { Rational } from './rational'

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | 'mod'
export type FunctionName = 'floor' | 'ceil' | 'min' | 'max'

export type Expression =
  | { readonly kind: 'number'; readonly value: Rational }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'negate'; readonly operand: Expression }
  | Binary
  | { readonly kind: 'call'; readonly name: FunctionName; readonly operands: readonly Expression[] }

export interface Binary {
  readonly kind: 'binary'
  readonly operator: BinaryOperator
  readonly left: Expression
  readonly right: Expression
}

export type ParsedExpression =
  { readonly ok: true; readonly expression: Expression } | { readonly ok: false; readonly problem: Message }

const maxLength = 2000
const maxDepth = 100
const maxScale = 1300

const reserved: ReadonlySet<string> = new Set(['floor', 'ceil', 'min', 'max', 'mod'])
const symbolPattern = /[\p{L}_][\p{L}\p{M}\p{Nd}₀-₉_]*/uy
const numberPattern = /(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d+))?/y
const spacePattern = /\s*/y
const signs: ReadonlyMap<string, string> = new Map([
  ...['+', '-', '*', '/', '^', '(', ')', ','].map((sign) => [sign, sign] as const),
  ['×', '*'],
  ['·', '*'],
  ['−', '-'],
])
const hints = [
  ['**', formulas.powerSign()],
  ['//', formulas.floorSign()],
  ['%', formulas.modSign()],
] as const

/** Whether a symbol may have this name: letters of any script, digits and underscores, and none of the functions. */
export function isSymbolName(name: string): boolean {
  return match(symbolPattern, name, 0)?.[0] === name && !reserved.has(name)
}

/**
 * Reads `+ - * / ^ mod`, `floor ceil min max`, parentheses, unary minus, integers, decimals (`4.3637`, `1e6`) and
 * symbols; `×`, `·` and `−` as people paste them. `^` groups to the right and binds tighter than unary minus. Never
 * throws on any text.
 */
export function parseExpression(text: string): ParsedExpression {
  if (text.length > maxLength) {
    return {
      ok: false,
      problem: formulas.tooLong({ length: thousands(text.length), limit: thousands(maxLength) }),
    }
  }
  try {
    return { ok: true, expression: read(tokens(text), text) }
  } catch (error) {
    if (error instanceof Misread) return { ok: false, problem: error.told }
    throw error
  }
}

/** Text that parses back to a formula of the same value, with no more parentheses than a reader needs. */
export function formatExpression(expression: Expression): string {
  return write(expression, 0, plain)
}

/** Text for pictures: `⌊image/patch⌋²·width`. Not meant to be parsed. */
export function prettyExpression(expression: Expression): string {
  return write(expression, 0, picture)
}

/** The formula with its symbols called otherwise, the rest as its author wrote it; text that cannot be read stays as it is. */
export function renameSymbols(text: string, rename: (name: string) => string): string {
  const parsed = parseExpression(text)
  if (!parsed.ok) return text
  let renamed = ''
  let done = 0
  for (const token of tokens(text)) {
    if (token.kind !== 'name' || reserved.has(token.text)) continue
    renamed += text.slice(done, token.at) + rename(token.text)
    done = token.at + token.text.length
  }
  return renamed + text.slice(done)
}

class Misread extends Error {
  constructor(
    readonly told: Message,
    options?: ErrorOptions,
  ) {
    super(english(told), options)
  }
}

type Token =
  | { readonly kind: 'number'; readonly text: string; readonly at: number; readonly value: Rational }
  | { readonly kind: 'name' | 'sign'; readonly text: string; readonly at: number }

function tokens(text: string): Token[] {
  const found: Token[] = []
  for (let at = after(text, 0); at < text.length;) {
    const number = match(numberPattern, text, at)
    const name = number ?? match(symbolPattern, text, at)
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const hint = hints.find(([sign]) => text.startsWith(sign, at))
    if (hint) throw new Misread(formulas.otherSign({ hint: hint[1], sign: hint[0], place: position(text, at) }))
    const sign = signs.get(character)
    if (number) found.push({ kind: 'number', text: number[0], at, value: numberValue(number, position(text, at)) })
    else if (name) found.push({ kind: 'name', text: name[0], at })
    else if (sign) found.push({ kind: 'sign', text: sign, at })
    else throw new Misread(formulas.noMeaning({ sign: character, place: position(text, at) }))
    at = after(text, at + (name?.[0] ?? character).length)
  }
  return found
}

function numberValue([, whole = '', decimals, onlyDecimals, exponent = '0']: RegExpExecArray, place: number): Rational {
  const fraction = decimals ?? onlyDecimals ?? ''
  const scale = Number(exponent) - fraction.length
  if (Math.abs(scale) > maxScale) throw new Misread(formulas.manyDigits({ place }))
  const digits = BigInt(whole + fraction)
  const power = 10n ** BigInt(Math.abs(scale))
  try {
    return scale < 0 ? rational.rational(digits, power) : rational.rational(digits * power)
  } catch (error) {
    if (error instanceof rational.DimensionError) {
      throw new Misread(formulas.manyDigits({ place }), { cause: error })
    }
    throw error
  }
}

/** Recursive descent, one local function per level of binding. */
function read(list: readonly Token[], text: string): Expression {
  let next = 0
  let depth = 0

  const placeOf = (token: Token | undefined): Message =>
    token ? formulas.atCharacter({ place: position(text, token.at) }) : formulas.atEnd()
  const fail = (expected: Message, token: Token | undefined): never => {
    const found = token ? formulas.found({ text: shorten(token.text) }) : formulas.stops()
    throw new Misread(formulas.expected({ expected, found, where: placeOf(token) }))
  }
  const has = (...texts: string[]): boolean => texts.includes(list[next]?.text ?? '')
  const take = (expected: string): void => {
    if (!has(expected)) fail(formulas.sign({ sign: expected }), list[next])
    next++
  }
  const nested = (inner: () => Expression): Expression => {
    if (++depth > maxDepth) throw new Misread(formulas.nested({ most: maxDepth, where: placeOf(list[next]) }))
    const expression = inner()
    depth--
    return expression
  }
  const chain = (operand: () => Expression, ...operators: BinaryOperator[]): Expression => {
    let left = operand()
    for (;;) {
      const operator = operators.find((candidate) => has(candidate))
      if (!operator) return left
      next++
      left = { kind: 'binary', operator, left, right: operand() }
    }
  }

  const sum = (): Expression => chain(product, '+', '-')
  const product = (): Expression => chain(signed, '*', '/', 'mod')
  const signed = (): Expression => {
    if (!has('-')) return powered()
    next++
    return { kind: 'negate', operand: nested(signed) }
  }
  const powered = (): Expression => {
    const base = primary()
    if (!has('^')) return base
    next++
    return { kind: 'binary', operator: '^', left: base, right: nested(signed) }
  }
  const primary = (): Expression => {
    const token = list[next]
    if (token?.kind === 'number') {
      next++
      return { kind: 'number', value: token.value }
    }
    if (token?.kind === 'name' && token.text !== 'mod') {
      next++
      return isFunctionName(token.text) ? call(token.text) : { kind: 'symbol', name: token.text }
    }
    if (!has('(')) return fail(formulas.numberOrSymbol(), token)
    next++
    const inner = nested(sum)
    take(')')
    return inner
  }
  const call = (name: FunctionName): Expression => {
    const start = list[next - 1]
    take('(')
    const operands = [nested(sum)]
    while (has(',')) {
      next++
      operands.push(nested(sum))
    }
    take(')')
    if ((name === 'floor' || name === 'ceil') && operands.length > 1)
      throw new Misread(formulas.takesOne({ name, where: placeOf(start) }))
    return { kind: 'call', name, operands }
  }

  if (list.length === 0) throw new Misread(formulas.empty())
  const expression = sum()
  if (next < list.length) fail(formulas.operatorOrEnd(), list[next])
  return expression
}

interface Notation {
  readonly times: string
  readonly minus: string
  readonly floor: readonly [string, string]
  readonly ceil: readonly [string, string]
  readonly superscript: boolean
}

const plain: Notation = { times: '*', minus: '-', floor: ['floor(', ')'], ceil: ['ceil(', ')'], superscript: false }
const picture: Notation = { times: '·', minus: '−', floor: ['⌊', '⌋'], ceil: ['⌈', '⌉'], superscript: true }

// How tightly a piece of text holds together. `mod` is loosest, so that inside another operation it is in parentheses.
const remainder = 0
const sum = 1
const product = 2
const power = 3
const unit = 4

function write(expression: Expression, least: number, notation: Notation): string {
  const [text, tightness] = pieces(expression, notation)
  return tightness < least ? `(${text})` : text
}

function pieces(expression: Expression, notation: Notation): readonly [text: string, tightness: number] {
  switch (expression.kind) {
    case 'symbol':
      return [expression.name, unit]
    case 'number': {
      const text = rational.format(expression.value)
      return [text.replace('-', notation.minus), text.startsWith('-') ? sum : text.includes('/') ? product : unit]
    }
    case 'negate':
      return [notation.minus + write(expression.operand, product, notation), sum]
    case 'call': {
      const inner = expression.operands.map((operand) => write(operand, remainder, notation)).join(', ')
      if (expression.name === 'min' || expression.name === 'max') return [`${expression.name}(${inner})`, unit]
      const [open, close] = notation[expression.name]
      return [open + inner + close, unit]
    }
    case 'binary':
      return binaryPieces(expression, notation)
  }
}

function binaryPieces(expression: Binary, notation: Notation): readonly [text: string, tightness: number] {
  const { operator, left, right } = expression
  switch (operator) {
    case 'mod':
      return [`${write(left, power, notation)} mod ${write(right, power, notation)}`, remainder]
    case '^': {
      const exponent = write(right, unit, notation)
      const raised = notation.superscript && /^\d+$/.test(exponent) ? superscript(exponent) : `^${exponent}`
      return [write(left, unit, notation) + raised, power]
    }
    default: {
      const tightness = operator === '+' || operator === '-' ? sum : product
      return [chainText(expression, tightness, notation), tightness]
    }
  }
}

/** A loop along the left operands: a sum may have more terms than the stack has room for. */
function chainText(expression: Expression, tightness: typeof sum | typeof product, notation: Notation): string {
  const signs: Readonly<Partial<Record<BinaryOperator, string>>> =
    tightness === sum ? { '+': ' + ', '-': ` ${notation.minus} ` } : { '*': notation.times, '/': '/' }
  const tail: string[] = []
  for (let head = expression; ; head = head.left) {
    const sign = head.kind === 'binary' ? signs[head.operator] : undefined
    if (head.kind !== 'binary' || !sign) return write(head, tightness, notation) + tail.reverse().join('')
    tail.push(sign + write(head.right, tightness + 1, notation))
  }
}

function superscript(digits: string): string {
  return digits.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)))
}

function isFunctionName(name: string): name is FunctionName {
  return reserved.has(name) && name !== 'mod'
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** The index of the next character that is not space. */
function after(text: string, at: number): number {
  return at + (match(spacePattern, text, at)?.[0].length ?? 0)
}

/** Counted from one, in characters as a reader sees them rather than UTF-16 units. */
function position(text: string, at: number): number {
  return Array.from(text.slice(0, at)).length + 1
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text
}

function thousands(value: number): string {
  return value.toLocaleString('en')
}
