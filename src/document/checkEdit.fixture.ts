// The laws that every edit keeps, for tests: it changes nothing in place, gives a whole document or the same one, leaves
// nothing that points nowhere, survives being written and read, and is undone to the very same object.
import { begin, commit, redo, undo } from './history'
import { parseDiagram } from './parse'
import type { DocumentProblem } from './problems'
import type { Diagram } from './schema'
import { serialise } from './serialise'

/** Applies the edit, and throws an Error that says which law it broke. Gives the diagram after it. */
export function checkEdit(before: Diagram, edit: (diagram: Diagram) => Diagram): Diagram {
  const after = edit(deepFreeze(before))
  const [textBefore, textAfter] = [serialise(before), serialise(after)]
  if (after !== before && textAfter === textBefore && isEqual(before, after))
    throw new Error('The edit changed nothing and gave another object.')

  const parsed = parseDiagram(textAfter)
  if (!parsed.ok) throw new Error(`The edit broke the document:\n${lines(parsed.problems).join('\n')}\n${textAfter}`)
  if (!isEqual(parsed.diagram, withoutUndefined(after)))
    throw new Error(`What is written is not what is read:\n${textAfter}`)
  if (serialise(parsed.diagram) !== textAfter) throw new Error(`The text is not a fixed point:\n${textAfter}`)

  const known = new Set(dangling(before))
  const fresh = dangling(after).filter((line) => !known.has(line))
  if (fresh.length > 0) throw new Error(`The edit left what leads nowhere:\n${fresh.join('\n')}`)

  const history = commit(begin(before), after)
  if (undo(history).present.diagram !== before) throw new Error('Undo does not give back the diagram.')
  if (redo(undo(history)).present.diagram !== after) throw new Error('Redo does not give back the diagram.')
  return after
}

function dangling(diagram: Diagram): string[] {
  const parsed = parseDiagram(serialise(diagram))
  const sentences = parsed.problems.filter(({ sentence }) =>
    /leads to no node|the place of no node|There is no/.test(sentence),
  )
  return sentences.map(({ sentence }) => sentence.replace(/;.*/, ''))
}

function lines(problems: readonly DocumentProblem[]): string[] {
  return problems.map(({ path, sentence, severity }) => `${severity} ${path}: ${sentence}`)
}

const frozen = new WeakSet<object>()

export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || frozen.has(value)) return value
  frozen.add(value)
  for (const inner of Object.values(value)) deepFreeze(inner)
  return Object.freeze(value)
}

function withoutUndefined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T // Text and back keeps the type, except for fields that are undefined.
}

/** Whatever the order of the fields, as in a file. */
function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  const [names, others] = [Object.keys(a), Object.keys(b)]
  if (Array.isArray(a) !== Array.isArray(b) || names.length !== others.length) return false
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>] // Any object may be read by name.
  return names.every((name) => Object.hasOwn(b, name) && isEqual(left[name], right[name]))
}
