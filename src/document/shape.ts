// The form of a file: what zod finds against the schema, said in our words and with paths that name nodes.
import type { z } from 'zod'
import { ProblemList, plain, quote } from './problems'

type Issue = z.core.$ZodIssue

/** Adds a problem for each issue that zod found in the value. */
export function reportShape(value: unknown, issues: readonly Issue[], list: ProblemList) {
  // Few are listed in the end; the rest need no words.
  for (const issue of issues.slice(0, 1000).flatMap(settled)) {
    list.error(humanPath(value, issue.path), sentenceFor(issue, valueAt(value, issue.path)))
  }
}

/** In a union, what one possibility has to say about the inside is worth more than that all the others do not fit at all. */
function settled(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const branches = issue.errors.map((branch) => branch.flatMap(settled))
  const inner = branches.filter((branch) => branch.some((each) => each.path.length > 0))
  const nearest = inner.length === 1 ? inner[0]! : undefined
  return nearest ? nearest.map((each) => ({ ...each, path: [...issue.path, ...each.path] })) : [issue]
}

function sentenceFor(issue: Issue, found: unknown): string {
  const expected = [...new Set(expectations(issue))].join(' or ')
  if (expected === '') return `${capital(issue.message)}: found ${describe(found)}.`
  return found === undefined
    ? `This is missing: expected ${expected}.`
    : `Expected ${expected}, found ${describe(found)}.`
}

const kindWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
}

function expectations(issue: Issue): string[] {
  switch (issue.code) {
    case 'invalid_type':
      return [kindWords[issue.expected] ?? issue.expected]
    case 'invalid_value':
      return [issue.values.map((each) => (typeof each === 'string' ? quote(each) : String(each))).join(' or ')]
    case 'invalid_union':
      return issue.errors.flat().flatMap(expectations)
    default:
      return []
  }
}

function describe(found: unknown): string {
  if (typeof found === 'string') return quote(found)
  if (typeof found === 'number') return Number.isFinite(found) ? String(found) : 'a number that is too large'
  if (found === undefined) return 'nothing'
  if (typeof found === 'object' && found !== null) return Array.isArray(found) ? 'a list' : 'an object'
  return String(found)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((each, key) => child(each, key), value)
}

function child(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as Record<PropertyKey, unknown>)[key] // Own properties of any object may be read by name.
}

/** `nodes.encoder.params.heads`; what has no id of its own is numbered. */
export function humanPath(value: unknown, path: readonly PropertyKey[]): string {
  let text = ''
  let each = value
  for (const key of path) {
    const inner = child(each, key)
    text += Array.isArray(each) ? elementName(each, Number(key), inner) : `${text && '.'}${plain(String(key), 60)}`
    each = inner
  }
  return text || 'document'
}

/** The part of a path for an element of a list. */
export function elementName(list: readonly unknown[], index: number, element: unknown): string {
  const id = child(element, 'id')
  const [from, to] = [child(element, 'from'), child(element, 'to')]
  if (typeof from === 'string' && typeof to === 'string') return `[${index}] (${plain(from, 60)} → ${plain(to, 60)})`
  if (typeof id !== 'string' || id === '') return `[${index}]`
  const name = plain(id, 60)
  const isUnique =
    name === id && !/[.\s]/.test(id) && list.every((other, i) => i === index || child(other, 'id') !== id)
  return isUnique ? `.${id}` : `[${index}] (${name})`
}
