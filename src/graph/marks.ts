// Which nodes bear a mark for a problem that is not a finding of their own: of learning, or of something folded away.
import type { Analysis } from '../semantics/analyse'
import { problemsIn } from '../semantics/checks'
import type { Language } from '../shared/languages'
import { tell } from '../shared/message'
import { parentOf, pathsTo } from '../shared/path'

export interface Marks {
  /** By path, of the node itself. */
  readonly own: ReadonlyMap<string, string>
  /** By path of each container around it. */
  readonly within: ReadonlyMap<string, string>
}

export function marksOf(analysis: Analysis, language: Language): Marks {
  const own = new Map<string, string>()
  const within = new Map<string, string>()
  for (const { path, message, edge } of problemsIn(analysis)) {
    const sentence = tell(message, language)
    if (edge === undefined && !own.has(path)) own.set(path, sentence)
    for (const each of pathsTo(parentOf(path))) if (!within.has(each)) within.set(each, sentence)
  }
  return { own, within }
}
