// What makes one tensor fit where others, or what is inside, want another number of dimensions or another width: dimensions
// of size 1 put in, sequences laid one after the other, a Linear.
import { proposals } from '../../blocks/sentences'
import { linearRepair } from '../../blocks/clash'
import { ownDimensions, type Repair, type Tensor } from '../../blocks/tensor'
import { namesIn } from '../../document/checkSymbols'
import { setSymbol } from '../../document/edit/symbols'
import { endOf } from '../../document/ends'
import { nodesIn } from '../../document/instances'
import { own } from '../../document/own'
import { insideOf, moduleOf, updateBody } from '../../document/place'
import type { Diagram, GraphBody } from '../../document/schema'
import { isEqual } from '../../shared/dimension'
import { analyse, type Analysis } from '../analyse'
import type { MeaningProblem } from '../checks'
import { edgeAt } from '../edges'
import { wantedAt, type Wanted } from '../joining/misfit'
import { repairs as words } from '../sentences'
import type { Setting } from '../setting'
import { symbolicOf } from '../symbolic'
import { nodeAtPath } from '../tree'
import { mendOf, type Mend } from './repair'
import { asNumbers, inNamesAt, spellings } from './spellings'
import { bare, insertAll, joined, whatIn } from './steps'
import { pathIn } from '../../shared/path'
import { edgeIdParts } from '../../shared/edgeId'

/** For the edge into a node that has the problem, or into a container inside which it is. */
export function adapters(diagram: Diagram, setting: Setting, problem: MeaningProblem, edge: string): Mend[] {
  const analysis = analyse(diagram, setting)
  const { tree } = analysis
  const given = edgeAt(tree, edge)?.tensor
  const { path: level, to } = edgeIdParts(edge)
  const { node: id, port } = endOf(to)
  const item = nodeAtPath(tree, pathIn(level, id))
  if (!given || !item) return []
  if (item.inside) {
    const graph = insideOf(diagram, level)
    const wanted = graph === undefined ? undefined : wantedAt(diagram, setting, { path: level, graph, to })
    const { repair } = problem
    const linears =
      repair?.block === 'linear' ? spellings(diagram, setting, problem, repair, level).map((each) => [each]) : []
    const ranks = wanted ? rankSteps(given, wanted.shape.length) : []
    return [
      ...ranks.flatMap((steps) => withSymbols(diagram, edge, steps, given, wanted!)),
      ...linears.map((steps) => plain(edge, steps)),
    ]
  }
  const others = Object.entries(item.inference.inputs).flatMap(([each, tensor]) =>
    each === port || !tensor ? [] : [{ port: each, tensor }],
  )
  return others.flatMap(({ port: other, tensor }) => {
    const ranks = rankSteps(given, tensor.shape.length - ownDimensions[tensor.kind] + ownDimensions[given.kind])
    const linears = linearsTo(analysis, edge, other, given, tensor)
    return [
      ...linears.map((each) => [each]),
      ...ranks,
      ...ranks.flatMap((steps) => linears.map((each) => [...steps, each])),
    ].map((steps) => plain(edge, steps))
  })
}

function plain(edge: string, steps: readonly Repair[]): Mend {
  return mendOf('insert', joined(steps), (each) => insertAll(each, edge, steps))
}

/** More is not one example seen as a list of one, or a list of lists seen as one. */
const mostSteps = 3

/** To so many dimensions; nothing where there are as many. */
function rankSteps(given: Tensor, rank: number): Repair[][] {
  const count = rank - given.shape.length
  if (count === 0 || Math.abs(count) > mostSteps) return []
  if (count < 0) return given.kind === 'tokens' ? [Array.from({ length: -count }, () => bare('flatten'))] : []
  const sizes = Array.from({ length: count }, () => '1').join(' × ')
  return [[{ what: proposals.unsqueeze({ sizes }), block: 'unsqueeze', params: count === 1 ? {} : { count } }]]
}

/** As they are and, where one of several is meant by a symbol that nothing else uses, with that symbol as 1. */
function withSymbols(diagram: Diagram, edge: string, steps: readonly Repair[], given: Tensor, wanted: Wanted): Mend[] {
  const lead = given.shape.length - ownDimensions[given.kind]
  const added = wanted.shape.slice(lead, lead + Math.max(0, wanted.shape.length - given.shape.length))
  const elsewhere = namesBeside(diagram, edge)
  const ones = added.filter((name) => !wanted.fresh.has(name) && !elsewhere.has(name))
  if (ones.length === 0) return [plain(edge, steps)]
  const what = steps.length === 1 ? whatIn(steps[0]!) : joined(steps)
  return [
    plain(edge, steps),
    mendOf('insert', words.insertAnd({ what, symbols: ones.join(' = ') }), (each) => {
      const after = insertAll(each, edge, steps)
      return after === each ? each : ones.reduce((changed, name) => setSymbol(changed, name, 1), after)
    }),
  ]
}

/** The names that nodes use, that at the end of the edge and what it alone uses left out, and those that mean another thing there. */
function namesBeside(diagram: Diagram, edge: string): ReadonlySet<string> {
  const { path: level, to } = edgeIdParts(edge)
  const graph = insideOf(diagram, level) ?? ''
  const { node: id } = endOf(to)
  const rest = updateBody(diagram, graph, (body) => ({ ...body, nodes: body.nodes.filter((node) => node.id !== id) }))
  const module = moduleOf(graph)
  const names = new Set(Object.keys((module === undefined ? undefined : own(diagram.modules, module)?.params) ?? {}))
  const seen = new Set<string>()
  const look = (body: GraphBody) => {
    for (const name of namesIn(body)) names.add(name)
    for (const { node } of nodesIn('', body)) {
      if (node.module === undefined || seen.has(node.module)) continue
      seen.add(node.module)
      const used = own(rest.modules, node.module)
      if (used) look(used)
    }
  }
  look({ nodes: rest.nodes, edges: [] })
  return names
}

/** A Linear to the width of another input. */
function linearsTo(analysis: Analysis, edge: string, port: string, given: Tensor, other: Tensor): Repair[] {
  const [from, to] = [given.shape.at(-1), other.shape.at(-1)]
  const isVectors = [given, other].every(({ kind }) => kind === 'tokens' || kind === 'vector')
  if (!isVectors || !from || !to || isEqual(from, to)) return []
  const repair = linearRepair(from, to)
  const symbolic = symbolicOf(analysis)
  const { path: level, to: end } = edgeIdParts(edge)
  const named = nodeAtPath(symbolic.tree, pathIn(level, endOf(end).node))?.inference.inputs[port]?.shape.at(-1)
  return named
    ? [{ ...repair, params: { width: inNamesAt(symbolic, level, named) } }, asNumbers(repair)]
    : [asNumbers(repair)]
}
