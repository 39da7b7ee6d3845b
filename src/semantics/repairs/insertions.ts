// Blocks on the edge that clashes: what the block itself proposes, or what makes one kind of tensor of another.
import { blockOf } from '../../blocks'
import { proposals } from '../../blocks/sentences'
import type { Repair } from '../../blocks/tensor'
import { addNodeOnEdge, removeNodes } from '../../document/edit/nodes'
import { endOf } from '../../document/ends'
import { uniqueId } from '../../document/ids'
import { bodyAt, insideOf, pathIn } from '../../document/place'
import type { Diagram } from '../../document/schema'
import { format, parseDim } from '../../shared/dimension'
import type { Message } from '../../shared/message'
import { analyse, type Analysis } from '../analyse'
import { problemsIn, type MeaningProblem } from '../checks'
import { edgeId } from '../flow'
import { repairs as words } from '../sentences'
import type { Setting } from '../setting'
import { nodeAtPath, type Tree } from '../tree'
import { levelOf, mendOf, targetOf, type Mend } from './repair'

/** Each makes another kind of tensor, and needs nothing to be said. */
const converters: readonly Repair[] = ['pool', 'flattenMap', 'flatten'].map(bare)

/** Tried where nothing but the order of the dimensions may be wrong; with another block after it, it would be a guess. */
const swap = bare('transpose')

function bare(block: string): Repair {
  return { block, params: {} }
}

function whatIn({ what, block }: Repair): Message {
  return what ?? proposals.block({ block: blockOf(block)!.label })
}

/** The smallest first; with names of symbols before numbers. */
export function insertions(diagram: Diagram, setting: Setting, problem: MeaningProblem): Mend[] {
  const { edge, repair } = problem
  if (edge === undefined) return []
  const single = repair ? spellings(diagram, setting, problem, repair).map((each) => [each]) : []
  const converted = converters.flatMap((first) => {
    const after = insert(diagram, edge, first)
    if (after === diagram) return []
    const next = problemAt(analyse(after, setting), problem)
    const rest = next?.repair ? spellings(after, setting, next, next.repair) : []
    return [[first], ...rest.map((second) => [first, second])]
  })
  const here = [...single, [swap], ...converted].map((steps) =>
    mendOf('insert', joined(steps), (each) => insertAll(each, edge, steps)),
  )
  const { tree } = analyse(diagram, setting)
  return [...here, ...upstream(tree, edge).map((each) => reordered(tree, each))]
}

/** The order changed before an edge led here: a Transpose taken out where there is one, put in where there is none. */
function reordered(tree: Tree, edge: string): Mend {
  const path = pathIn(levelOf(edge), endOf(targetOf(edge)).node)
  if (nodeAtPath(tree, path)?.node.block === swap.block)
    return mendOf('takeOut', words.takeOut({ path }), (diagram) => {
      const place = insideOf(diagram, levelOf(edge))
      return place === undefined ? diagram : removeNodes(diagram, place, [endOf(targetOf(edge)).node], { heal: true })
    })
  return mendOf('insert', words.insertBefore({ what: whatIn(swap), path }), (diagram) => insert(diagram, edge, swap))
}

const farthest = 6

/**
 * The edges over which what travels on an edge came there, the nearest first: a wrong order of dimensions may be noticed
 * late, since much works on any order. Through the walls of containers, too.
 */
function upstream(root: Tree, edge: string): string[] {
  const found: string[] = []
  for (let at = before(root, edge); at !== undefined && found.length < farthest; at = before(root, at)) found.push(at)
  return found
}

function before(root: Tree, edge: string): string | undefined {
  const path = levelOf(edge)
  const from = endOf(edge.slice(edge.indexOf('#') + 1, edge.lastIndexOf('>')))
  const outer = path.slice(0, Math.max(0, path.lastIndexOf('/')))
  const [level, node, port] =
    from.node === 'in' ? [outer, path.slice(path.lastIndexOf('/') + 1), from.port] : [path, from.node, undefined]
  const tree = level === '' ? root : nodeAtPath(root, level)?.inside
  const item = tree?.nodes.get(node)
  if (!tree || !item) return undefined
  const entry = port ?? item.inference.inputPorts.find((each) => !each.side)?.id
  const into = tree.body.edges.find((each) => each.to === `${node}.${entry}`)
  return into && edgeId(level, into)
}

/** `Insert a Pool, then a Linear 768 → 640`. */
function joined([first, second]: readonly Repair[]): Message {
  const [what, after] = [whatIn(first!), second && whatIn(second)]
  return after ? words.insertBoth({ first: what, second: after }) : words.insert({ what })
}

function insertAll(diagram: Diagram, edge: string, steps: readonly Repair[]): Diagram {
  let changed = diagram
  for (const step of steps) {
    const after = insert(changed, edge, step)
    if (after === changed) return diagram
    changed = after
  }
  return changed
}

/** Just before the input at which the edge ends. */
function insert(diagram: Diagram, edge: string, { block, params }: Repair): Diagram {
  const place = insideOf(diagram, levelOf(edge))
  const body = place === undefined ? undefined : bodyAt(diagram, place)
  if (place === undefined || !body) return diagram
  const given = Object.keys(params).length > 0 ? { params: { ...params } } : {}
  return addNodeOnEdge(diagram, place, { id: uniqueId(body, block), block, ...given }, targetOf(edge))
}

function problemAt(analysis: Analysis, { path, edge }: MeaningProblem): MeaningProblem | undefined {
  return problemsIn(analysis).find((p) => p.path === path && p.edge && targetOf(p.edge) === targetOf(edge!))
}

/** A repair with its sizes by the names that they have where the edge is, and in numbers; read as numbers either way. */
function spellings(diagram: Diagram, setting: Setting, problem: MeaningProblem, numeric: Repair): Repair[] {
  const symbolic = analyse(diagram, setting, 'symbolic')
  const named = problemAt(symbolic, problem)?.repair
  if (!named || named.block !== numeric.block) return [asNumbers(numeric)]
  const bound = parametersAround(symbolic, levelOf(problem.edge!))
  const params = Object.entries(named.params).map(([name, value]) => [name, inOwnWords(value, bound)])
  return [{ ...numeric, params: Object.fromEntries(params) as Repair['params'] }, asNumbers(numeric)]
}

function asNumbers(repair: Repair): Repair {
  const params = Object.entries(repair.params).map(([name, value]) => [name, plainNumber(value)])
  return { ...repair, params: Object.fromEntries(params) as Repair['params'] }
}

type Given = Repair['params'][string]

function plainNumber(value: Given): Given {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
}

/** The parameters that the module around a graph is bound to; none at the root. */
function parametersAround({ tree }: Analysis, level: string): ReadonlyMap<string, { readonly key: string }> {
  const ids = level ? level.split('/') : []
  for (let i = ids.length; i > 0; i--) {
    const bound = nodeAtPath(tree, ids.slice(0, i).join('/'))?.inference.bound
    if (bound) return bound
  }
  return new Map()
}

function inOwnWords(value: Given, bound: ReadonlyMap<string, { readonly key: string }>): Given {
  const parsed = typeof value === 'string' || typeof value === 'number' ? parseDim(value) : undefined
  if (!parsed?.ok) return value
  const name = [...bound].find(([, each]) => each.key === parsed.dim.key)?.[0]
  return plainNumber(name ?? format(parsed.dim))
}
