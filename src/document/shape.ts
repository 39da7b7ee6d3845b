// The form of a file: what zod finds against the schema, said in our words and with paths that name nodes.
import type { z } from 'zod'
import { capital } from '../shared/capital'
import { english, type Message } from '../shared/message'
import { ProblemList, brief, plain } from './problems'
import { reading } from './sentences/reading'

type Issue = z.core.$ZodIssue

/** Adds a problem for each issue that zod found in the value. */
export function reportShape(value: unknown, issues: readonly Issue[], list: ProblemList) {
  // Few are listed in the end; the rest need no words.
  for (const issue of issues.slice(0, 1000).flatMap(settled)) {
    list.error(humanPath(value, issue.path), messageFor(issue, valueAt(value, issue.path)))
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

function messageFor(issue: Issue, value: unknown): Message {
  const all = expectations(issue)
  const found = describe(value)
  if (all.length === 0) return reading.otherwiseWrong({ what: capital(issue.message), found })
  const of = [...new Map(all.map((each) => [english(each), each])).values()]
  const expected = { joined: 'or', of } as const
  return value === undefined ? reading.missingHere({ expected }) : reading.expectedHere({ expected, found })
}

const kindWords: Readonly<Record<string, Message>> = {
  string: reading.text(),
  number: reading.aNumber(),
  boolean: reading.trueOrFalse(),
  object: reading.anObject(),
  record: reading.anObject(),
  array: reading.aList(),
}

function expectations(issue: Issue): Message[] {
  switch (issue.code) {
    case 'invalid_type':
      return [kindWords[issue.expected] ?? reading.plain({ text: issue.expected })]
    case 'invalid_value':
      return issue.values.map((each) =>
        typeof each === 'string' ? quoted(each) : reading.plain({ text: String(each) }),
      )
    case 'invalid_union':
      return issue.errors.flat().flatMap(expectations)
    default:
      return []
  }
}

function describe(found: unknown): Message {
  if (typeof found === 'string') return quoted(found)
  if (typeof found === 'number' && !Number.isFinite(found)) return reading.tooLargeNumber()
  if (found === undefined) return reading.nothingThere()
  if (typeof found === 'object' && found !== null) return Array.isArray(found) ? reading.aList() : reading.anObject()
  return reading.plain({ text: String(found) })
}

function quoted(text: string): Message {
  return reading.quoted({ text: brief(text) })
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
