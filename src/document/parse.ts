// Text from anywhere to a document: bounded, never evaluated. Bad input is a list of problems, never an exception.
import { check } from './check'
import { readJson } from './json'
import { checkCounts } from './limits'
import { migrate } from './migrate'
import { ProblemList, type DocumentProblem } from './problems'
import { diagramSchema, type Diagram } from './schema'
import { reportShape } from './shape'
import { checkSlips } from './slips'
import { told, type Message } from '../shared/message'

export type Parsed =
  | { readonly ok: true; readonly diagram: Diagram; /** Warnings. */ readonly problems: readonly DocumentProblem[] }
  | { readonly ok: false; /** At least one of them an error. */ readonly problems: readonly DocumentProblem[] }

/** Reads a file. All problems are found at once, as far as one does not hide another. */
export function parseDiagram(text: string): Parsed {
  const json = readJson(text)
  return json.ok ? parseValue(json.value) : refuse(json.message)
}

/** Reads what has been parsed as JSON already; `text` of a file goes through `parseDiagram`, which bounds it. */
export function parseValue(value: unknown): Parsed {
  const list = new ProblemList()
  checkCounts(value, list)
  if (list.hasErrors) return { ok: false, problems: list.problems }
  const current = migrate(value)
  if (!current.ok) return refuse(current.message)
  const shaped = diagramSchema.safeParse(current.value)
  if (!shaped.success) {
    reportShape(current.value, shaped.error.issues, list)
    return { ok: false, problems: list.problems }
  }
  checkSlips(shaped.data, list)
  const problems = [...check(shaped.data), ...list.problems]
  return problems.some((problem) => problem.severity === 'error')
    ? { ok: false, problems }
    : { ok: true, diagram: shaped.data, problems }
}

/** Nothing of it can be read, for one reason. */
export function refuse(message: Message): Parsed {
  return { ok: false, problems: [{ path: 'document', ...told(message), severity: 'error' }] }
}
