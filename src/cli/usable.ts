// Whether a diagram can be worked out in a setting: numbers of a model that cannot be built are not printed.
import type { Diagram } from '../document/schema'
import type { Analysis } from '../semantics/analyse'
import { analyse } from '../semantics/analyse'
import { problemsIn, type MeaningProblem } from '../semantics/checks'
import type { Setting } from '../semantics/setting'
import { Complaint } from './complaint'

/** Complains about what is wrong only because of the symbols that were set by hand. */
export function checkSet(diagram: Diagram, setting: Setting): void {
  const { set = {}, ...without } = setting
  if (Object.keys(set).length === 0) return
  const found = errorsIn(analyse(diagram, setting))
  if (!found.length) return
  const own = new Set(errorsIn(analyse(diagram, without)).map(place))
  const brought = found.filter((problem) => !own.has(place(problem)))
  if (brought.length) throw new Complaint([...new Set(brought.map((p) => `${placeInWords(p, set)}: ${p.sentence}`))])
}

/** What is wrong with the diagram itself: said beside the numbers, which lack what cannot be worked out. */
export function warnOf(file: string, analysis: Analysis): void {
  for (const { path, sentence } of errorsIn(analysis)) process.stderr.write(`${file}: ${path}: ${sentence}\n`)
}

function errorsIn(analysis: Analysis): MeaningProblem[] {
  return problemsIn(analysis).filter((p) => p.severity === 'error')
}

function place({ path, edge }: MeaningProblem): string {
  return `${path} ${edge ?? ''}`
}

function placeInWords({ path }: MeaningProblem, set: NonNullable<Setting['set']>): string {
  const name = path.replace(/^symbols\./, '')
  return name !== path && Object.hasOwn(set, name) ? `--set ${name}=${set[name]}` : path
}
