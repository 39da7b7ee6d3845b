// A document as the text of its file: fixed order of keys, one node and one edge a line where it fits, so that a change
// is a small difference in git. What is written is what is read again, unknown fields too.
import { documentForm, formWithin, type Form } from './forms'
import type { Diagram } from './schema'

const width = 140

/** The text of the document's file: equal for equal documents, whatever the order of their fields. */
export function serialise(diagram: Diagram): string {
  return `${write(diagram, documentForm, 0, 0)}\n`
}

/** `used` is what stands on the line already, before the value and after it. */
function write(value: unknown, form: Form, indent: number, used: number): string {
  if (typeof value !== 'object' || value === null) return scalar(value)
  const members = membersOf(value, form)
  const [start, end] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  if (members.length === 0) return start + end
  if (!form.isOpen) {
    const line = onOneLine(value, form, width - indent - used)
    if (line !== undefined) return line
  }
  const inside = indent + 2
  const lines = members.map(({ name, value: each, form: inner }) => {
    const key = name === undefined ? '' : `${JSON.stringify(name)}: `
    return `${' '.repeat(inside)}${key}${write(each, inner, inside, key.length + 1)}`
  })
  return `${start}\n${lines.join(',\n')}\n${' '.repeat(indent)}${end}`
}

/** Undefined where it is longer than there is room for, or where something in it wants lines of its own. */
function onOneLine(value: unknown, form: Form, room: number): string | undefined {
  if (room <= 0) return undefined
  if (typeof value !== 'object' || value === null) return fitting(scalar(value), room)
  const members = membersOf(value, form)
  const isList = Array.isArray(value)
  if (members.length === 0) return isList ? '[]' : '{}'
  if (form.isOpen) return undefined
  const parts: string[] = []
  let left = room - (isList ? 2 : 4)
  for (const { name, value: each, form: inner } of members) {
    const key = name === undefined ? '' : `${JSON.stringify(name)}: `
    const part = onOneLine(each, inner, left - key.length)
    if (part === undefined) return undefined
    parts.push(key + part)
    left -= key.length + part.length + 2
  }
  return fitting(isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`, room)
}

function fitting(text: string, room: number): string | undefined {
  return text.length <= room ? text : undefined
}

interface Member {
  readonly name?: string
  readonly value: unknown
  readonly form: Form
}

function membersOf(value: object, form: Form): Member[] {
  if (Array.isArray(value)) return value.map((each: unknown) => ({ value: each, form: formWithin(form, '*') }))
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return ordered(entries, form).map(([name, each]) => ({ name, value: each, form: formWithin(form, name) }))
}

/** Records, whose names are the author's own, keep the author's order. */
function ordered(entries: [string, unknown][], { keys }: Form): [string, unknown][] {
  if (!keys) return entries
  const rank = (name: string) => (keys.includes(name) ? keys.indexOf(name) : keys.length)
  return entries.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
}

function scalar(value: unknown): string {
  // JSON.parse reads a number beyond all bounds as infinite; so it is written.
  if (typeof value === 'number' && !Number.isFinite(value)) return value < 0 ? '-1e999' : '1e999'
  return Object.is(value, -0) ? '-0' : JSON.stringify(value)
}
