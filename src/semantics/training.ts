// What a phase gets wrong about learning: weights that nothing trains, and weights that are frozen before they learnt.
import { isScratch } from '../document/words'
import { told } from '../shared/message'
import { meanings } from './sentences'
import type { Analysis } from './analyse'
import type { MeaningProblem } from './problem'
import { isPartial } from './absence'
import { learns } from './flow'
import { phasesOf } from './setting'
import { initialState, stateIn, statesAt, statesIn, type EffectiveState, type States } from './states'
import { everyNode, type Tree, type TreeNode } from './tree'

export function trainingProblems(analysis: Analysis): MeaningProblem[] {
  return [...unreached(analysis), ...unlearnt(analysis)]
}

/** Weights that are meant to learn and that no gradient reaches. */
function unreached({ tree, flow, phase }: Analysis): MeaningProblem[] {
  // A phase from which parts are absent trains with things that the diagram does not show.
  if (!flow.hasLoss || !phase || isPartial(phase)) return []
  const nodes = [...everyNode(tree)].filter((item) => !item.inside && learns(item))
  const isReached = (item: TreeNode) => (flow.at(item.path)?.weightRuns ?? 0n) > 0n
  // Weights may learn at another place that uses them.
  const elsewhere = new Set(nodes.filter(isReached).map((item) => item.owner))
  return nodes
    .filter((item) => !item.owner && !elsewhere.has(item) && !isReached(item))
    .map(({ path }) => ({
      path,
      ...told(meanings.unreached({ phase: phase.id })),
      severity: 'warning',
    }))
}

/** What an earlier phase says from here on, and what it made of what holds this. */
interface Earlier {
  readonly stated: States
  readonly state: EffectiveState
}

/** Weights that begin from scratch and are frozen although no phase before has trained them. */
function unlearnt({ tree, diagram, variant, phase }: Analysis): MeaningProblem[] {
  if (!phase) return []
  const phases = phasesOf(diagram, { variant: variant?.id })
  const before = phases.slice(0, phases.indexOf(phase)).map((earlier) => statesIn(earlier))
  const found = new Map<string, MeaningProblem>()

  const walk = (level: Tree, scratch: string | undefined, earlier: readonly Earlier[]): void => {
    for (const item of level.nodes.values()) {
      if (item.inference.absent) continue
      const here = earlier.map(({ stated, state }): Earlier => {
        const inner = statesAt(stated, item.node.id)
        return { stated: inner, state: stateIn(inner, item.node.state, state) }
      })
      const { init } = item.node
      // Said where it is said that it begins from scratch, not at every layer inside.
      const from = init === undefined ? scratch : isScratch(init) ? item.path : undefined
      if (item.inside) walk(item.inside, from, here)
      else if (from !== undefined && isFrozen(item) && here.every(({ state }) => state !== 'trainable'))
        found.set(from, {
          path: from,
          ...told(meanings.unlearnt({ phase: phase.id })),
          severity: 'warning',
        })
    }
  }
  walk(
    tree,
    undefined,
    before.map((stated) => ({ stated, state: initialState })),
  )
  return [...found.values()]
}

function isFrozen(item: TreeNode): boolean {
  return item.state === 'frozen' && item.inference.weights.length > 0 && !item.owner
}
