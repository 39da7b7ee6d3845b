// Blocks on the edge that clashes: what the block itself proposes, or what makes one kind of tensor of another.
import type { Repair } from '../../blocks/tensor'
import { removeNodes } from '../../document/edit/nodes'
import { endOf } from '../../document/ends'
import { insideOf } from '../../document/place'
import type { Diagram } from '../../document/schema'
import { analyse } from '../analyse'
import type { MeaningProblem } from '../checks'
import { repairs as words } from '../sentences'
import type { Setting } from '../setting'
import { nodeAtPath, type Tree } from '../tree'
import { adapters } from './adapters'
import { mendOf, type Mend } from './repair'
import { problemAt, spellings } from './spellings'
import { bare, insert, insertAll, joined, whatIn } from './steps'
import { idOf, parentOf, pathIn, pathsTo } from '../../shared/path'
import { edgeId, edgeIdParts } from '../../shared/edgeId'

/** Each makes another kind of tensor, and needs nothing to be said. */
const converters: readonly Repair[] = ['pool', 'flattenMap', 'flatten'].map(bare)

/** Tried where nothing but the order of the dimensions may be wrong; with another block after it, it would be a guess. */
const swap = bare('transpose')

/** The smallest first; with names of symbols before numbers. */
export function insertions(diagram: Diagram, setting: Setting, problem: MeaningProblem): Mend[] {
  const { edge, path } = problem
  if (edge === undefined) return []
  const { tree } = analyse(diagram, setting)
  return [
    ...insertionsOn(diagram, setting, problem, edge),
    ...besides(tree, edge).flatMap((each) => adapters(diagram, setting, problem, each)),
    ...entrances(tree, path).flatMap((each) => adapters(diagram, setting, problem, each)),
    ...upstream(tree, edge).map((each) => reordered(tree, each)),
  ]
}

/** Those that go on one edge, at the end of which, or inside what it leads to, the problem is. */
export function insertionsOn(diagram: Diagram, setting: Setting, problem: MeaningProblem, edge: string): Mend[] {
  if (edge !== problem.edge) return adapters(diagram, setting, problem, edge)
  const { repair } = problem
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
  return [...here, ...adapters(diagram, setting, problem, edge)]
}

/** The other edges into the node at which an edge ends: the disagreement may be mended there as well. */
function besides(root: Tree, edge: string): string[] {
  const { path: level, to } = edgeIdParts(edge)
  return edgesInto(levelAt(root, level), endOf(to).node).filter((each) => each !== edge)
}

/** The edges by which data comes into the containers around a node. */
function entrances(root: Tree, path: string): string[] {
  return pathsTo(parentOf(path)).flatMap((each) => edgesInto(levelAt(root, parentOf(each)), idOf(each)))
}

function edgesInto(tree: Tree | undefined, node: string): string[] {
  return tree ? tree.body.edges.filter(({ to }) => endOf(to).node === node).map((each) => edgeId(tree.path, each)) : []
}

function levelAt(root: Tree, level: string): Tree | undefined {
  return level === '' ? root : nodeAtPath(root, level)?.inside
}

/** The order changed before an edge led here: a Transpose taken out where there is one, put in where there is none. */
function reordered(tree: Tree, edge: string): Mend {
  const { path: level, to } = edgeIdParts(edge)
  const { node } = endOf(to)
  const path = pathIn(level, node)
  if (nodeAtPath(tree, path)?.node.block === swap.block)
    return mendOf('takeOut', words.takeOut({ path }), (diagram) => {
      const place = insideOf(diagram, level)
      return place === undefined ? diagram : removeNodes(diagram, place, [node], { heal: true })
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
  const { path, from: start } = edgeIdParts(edge)
  const from = endOf(start)
  const [level, node, port] =
    from.node === 'in' ? [parentOf(path), idOf(path), from.port] : [path, from.node, undefined]
  const tree = levelAt(root, level)
  const item = tree?.nodes.get(node)
  if (!tree || !item) return undefined
  const entry = port ?? item.inference.inputPorts.find((each) => !each.side)?.id
  const into = tree.body.edges.find((each) => each.to === `${node}.${entry}`)
  return into && edgeId(level, into)
}
