// Which nodes bear a mark for a problem that is not a finding of their own: of learning, or of something folded away.
import type { Analysis } from '../semantics/analyse'
import { problemsIn } from '../semantics/checks'
import type { Language } from '../shared/languages'
import { tell } from '../shared/message'

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
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
      if (!within.has(path.slice(0, at))) within.set(path.slice(0, at), sentence)
  }
  return { own, within }
}
