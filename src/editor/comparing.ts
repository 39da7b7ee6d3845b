// What if: the numbers now beside those of the document as it was opened, saved or pinned.
import { analyse, type Analysis } from '../semantics/analyse'
import { compareAnalyses, type Comparison } from '../semantics/compare'
import { short } from '../semantics/number'
import type { Editor } from './editor'
import { diagramOf, type Origin, type Session, type Shown } from './state'

export type BaselineKind = 'pinned' | 'saved'

export interface Compared extends Comparison {
  readonly kind: BaselineKind
}

export interface Against {
  readonly origin: Origin
  readonly session: Pick<Session, 'baseline' | 'tried'>
}

/** Undefined when there is nothing to compare: nothing was edited, tried or pinned. */
export function comparedWith(shown: Shown | undefined, { origin, session }: Against): Compared | undefined {
  if (!shown) return undefined
  const before = baselineOf(shown, { origin, session })
  if (before.diagram === shown.diagram && !session.baseline && Object.keys(session.tried).length === 0) return undefined
  return { ...compareAnalyses(before, shown.picture.analysis), kind: session.baseline ? 'pinned' : 'saved' }
}

/** Without a pin: the same variant and phase, of the document as it was saved, else as it came. */
function baselineOf({ picture: { analysis }, diagram }: Shown, { origin, session }: Against): Analysis {
  const { baseline } = session
  if (baseline) return analyse(baseline.diagram, baseline.setting)
  const { variant, phase } = analysis
  return analyse(origin.saved ?? origin.opened ?? diagram, { variant: variant?.id, phase: phase?.id })
}

/** From now on the numbers are compared with those of this moment, variant and phase included. */
export function pinBaseline(editor: Editor) {
  const state = editor.state()
  const { shown, tried } = state.session
  if (!shown) return
  const { variant, phase } = shown.picture.analysis
  const setting = { variant: variant?.id, phase: phase?.id, set: tried }
  editor.setSession({ baseline: { diagram: diagramOf(state), setting } })
}

/** +1.2M, −340K; nothing when it is the same. */
export function signed(before: bigint, after: bigint): string {
  if (before === after) return ''
  return after > before ? `+${short(after - before)}` : `−${short(before - after)}`
}
