// Repairs that insert nothing: freeze, connect, put a parameter back, let it stand once, take it away.
import { canConnect } from '../../document/connecting'
import { connect } from '../../document/edit/edges'
import { removeNodes } from '../../document/edit/nodes'
import { clearParam, setRepeat } from '../../document/edit/params'
import { setState } from '../../document/edit/states'
import { pathsOf } from '../../document/instances'
import { graphPlaceOf, placeIn } from '../../document/place'
import { portsOf } from '../../document/ports'
import { bodyAt } from '../../document/place'
import type { Diagram } from '../../document/schema'
import { analyse, type Analysis } from '../analyse'
import { problemsIn, type MeaningProblem } from '../checks'
import { misfitOf, type Wire } from '../joining/misfit'
import type { Setting } from '../setting'
import { nodeAtPath, type TreeNode } from '../tree'
import { repairs as words } from '../sentences'
import { mendOf, type Mend } from './repair'
import { parentOf } from '../../shared/path'

/** All that could help; whether it does is tried afterwards. */
export function others(diagram: Diagram, setting: Setting, problem: MeaningProblem): Mend[] {
  const analysis = analyse(diagram, setting)
  const item = nodeAtPath(analysis.tree, problem.path)
  const graph = item && graphPlaceOf(diagram, item.path)
  if (!item || graph === undefined) return []
  const finding = item.inference.findings.find((each) => each.sentence === problem.sentence)
  const place = placeIn(graph, item.node.id)
  const found: Mend[] = []
  if (!finding) found.push(...freezing(analysis, item))
  const { kind, args } = problem.message
  if (kind === 'unfed') {
    const path = parentOf(item.path)
    const to = `${item.node.id}.${String(args['port'])}`
    found.push(...connections(diagram, setting, { path, graph, to }))
  }
  const { field } = finding ?? {}
  if (field !== undefined && Object.hasOwn(item.node.params ?? {}, field))
    found.push(
      mendOf('reset', item.node.module === undefined ? words.putBack({ field }) : words.takeAway({ field }), (each) =>
        clearParam(each, place, field),
      ),
    )
  if (item.node.repeat !== undefined)
    found.push(mendOf('unrepeat', words.once(), (each) => setRepeat(each, place, undefined)))
  if (isEverywhere(diagram, analysis, place, problem))
    found.push(mendOf('remove', words.remove(), (each) => removeNodes(each, graph, [item.node.id], { heal: true })))
  return found
}

/** What goes from one instance goes from all: then all have to have the problem. */
function isEverywhere(diagram: Diagram, analysis: Analysis, place: string, { sentence }: MeaningProblem): boolean {
  const where = new Set(problemsIn(analysis).flatMap((each) => (each.sentence === sentence ? [each.path] : [])))
  return pathsOf(diagram, place).every((path) => where.has(path))
}

function freezing({ phase }: Analysis, item: TreeNode): Mend[] {
  if (!phase || item.state !== 'trainable') return []
  return [mendOf('freeze', words.freeze(), (diagram) => setState(diagram, [item.path], 'frozen', { phase: phase.id }))]
}

/** From every output of the same graph that may be led there, the nearest in the document first. */
function connections(diagram: Diagram, setting: Setting, { path, graph, to }: Omit<Wire, 'from'>): Mend[] {
  const body = bodyAt(diagram, graph)
  if (!body) return []
  const target = body.nodes.findIndex((node) => to.startsWith(`${node.id}.`))
  const nodes = body.nodes
    .map((node, i) => ({ node, distance: Math.abs(target - i) }))
    .sort((a, b) => a.distance - b.distance)
  const froms = [
    ...nodes.flatMap(({ node }) => (portsOf(diagram, graph, node)?.outputs ?? []).map((p) => `${node.id}.${p.id}`)),
    ...(body.inputs ?? []).map((p) => `in.${p.id}`),
  ]
  return froms
    .filter((from) => canConnect(diagram, graph, from, to) === undefined)
    .slice(0, mostTried)
    .filter((from) => misfitOf(diagram, setting, { path, graph, from, to }) === undefined)
    .map((from) => mendOf('connect', words.connect({ from }), (each) => connect(each, graph, from, to)))
}

const mostTried = 12
