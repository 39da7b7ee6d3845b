// What a diagram's meaning gets wrong: shapes that clash, inputs left open, weights that nothing trains, figures not met.
import { say } from '../document/words'
import type { Diagram } from '../document/schema'
import { told } from '../shared/message'
import { analyse, type Analysis } from './analyse'
import type { Finding } from './inference'
import { grouped } from './number'
import { comparePublished } from './published'
import type { MeaningProblem } from './problem'
import { meanings } from './sentences'
import { phasesOf } from './setting'
import { tieProblems } from './ties'
import { trainingProblems } from './training'
import type { Tree } from './tree'
import { edgeId } from '../shared/edgeId'

export type { MeaningProblem } from './problem'

/** Problems of one analysis, in one variant and phase. */
export function problemsIn(analysis: Analysis): MeaningProblem[] {
  const symbols = analysis.scope.problems.map(({ symbol, sentence, message }): MeaningProblem => ({
    path: `symbols.${symbol}`,
    sentence,
    message,
    severity: 'error',
  }))
  return [...symbols, ...levelProblems(analysis.tree), ...tieProblems(analysis), ...trainingProblems(analysis)]
}

function levelProblems(tree: Tree): MeaningProblem[] {
  const own = tree.inference.findings.map((f) => problem(tree.path || 'nodes', f))
  const inner = [...tree.nodes.values()].flatMap((item) => [
    ...item.inference.findings.map((f) => {
      const index = f.port === undefined ? -1 : tree.body.edges.findIndex((e) => e.to === `${item.node.id}.${f.port}`)
      const edge = tree.body.edges[index]
      return problem(item.path, f, edge && edgeId(tree.path, edge))
    }),
    ...(item.inside ? levelProblems(item.inside) : []),
  ])
  return [...own, ...inner]
}

function problem(path: string, finding: Finding, edge?: string): MeaningProblem {
  const { sentence, message, severity, repair } = finding
  return { path, sentence, message, severity, ...(edge && { edge }), ...(repair && { repair }) }
}

/** Problems in every variant and phase, each said once, and figures that are not met without a reason. */
export function checkDiagram(diagram: Diagram): MeaningProblem[] {
  const found = new Map<string, MeaningProblem>()
  const variants = diagram.variants?.length ? diagram.variants.map((v) => v.id) : [undefined]
  for (const variant of variants) {
    const phases = phasesOf(diagram, { variant })
    for (const phase of phases.length ? phases.map((p) => p.id) : [undefined])
      for (const each of problemsIn(analyse(diagram, { variant, phase })))
        if (!found.has(`${each.path}: ${each.sentence}`)) found.set(`${each.path}: ${each.sentence}`, each)
  }
  return [...found.values(), ...publishedProblems(diagram)]
}

function publishedProblems(diagram: Diagram): MeaningProblem[] {
  return comparePublished(diagram).flatMap(({ published, computed, difference, met, missing }, i): MeaningProblem[] => {
    const path = `published[${i}]`
    if (missing.length) return [{ path, ...told(meanings.noNodes({ nodes: missing })), severity: 'error' }]
    if (met || (published.unmet && say(published.note, 'en'))) return []
    const where = [published.variant, published.node, published.quantity].filter(Boolean).join(', ')
    const message = meanings.notMet({
      where,
      published: grouped(published.value),
      computed: grouped(computed),
      percent: `${(difference * 100).toFixed(3)} %`,
      tolerance: published.tolerance * 100,
    })
    return [{ path, ...told(message), severity: 'error' }]
  })
}
