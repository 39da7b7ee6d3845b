// The document in one view: which nodes are there, what is written on them and how large that makes them.
import type { Port } from '../blocks/block'
import type { Tensor } from '../blocks/tensor'
import { richReach, richWidth } from '../drawing/rich'
import { endOf } from '../document/ends'
import { placeIn, insideNode } from '../document/place'
import { say } from '../document/words'
import type { Analysis } from '../semantics/analyse'
import { wiringOf } from '../semantics/bodies'
import { sourceOf } from '../semantics/edges'
import { symbolicOf } from '../semantics/symbolic'
import type { Tree, TreeNode } from '../semantics/tree'
import { tell } from '../shared/message'
import type { Graph, GraphEdge, GraphNode, Hue, NodePort } from './graph'
import { annotationsOf } from './annotations'
import { graphKey } from './key'
import { marksOf, type Marks } from './marks'
import { describeNode } from './node'
import { shapeOn } from './shapes'
import { box, slack, typographyOf } from './typography'
import type { View } from './view'
import { edgeId } from '../shared/edgeId'

/** What is drawn for an analysed diagram in a view. */
export function resolve(analysis: Analysis, view: View): Graph {
  const named = view.shapeText === 'symbolic' ? symbolicOf(analysis).tree : undefined
  const marks = marksOf(analysis, view.language)
  const parent = view.root === undefined ? undefined : aroundOf(analysis.tree, named, view.root)
  if (!parent) return level({ analysis, view, marks }, analysis.tree, named, '')
  const open = { ...view, unfolded: new Set([...view.unfolded, view.root!]) }
  return level({ analysis, view: open, marks }, parent.tree, parent.named, parent.place, parent.id)
}

/** The graph that holds a container; undefined where there is no such container. */
function aroundOf(root: Tree, rootNamed: Tree | undefined, path: string) {
  const ids = path.split('/')
  const id = ids.pop()!
  let [tree, named, place]: [Tree | undefined, Tree | undefined, string | undefined] = [root, rootNamed, '']
  for (const each of ids) {
    const item: TreeNode | undefined = tree?.nodes.get(each)
    place = item && place !== undefined ? insideNode(place, item.node) : undefined
    tree = item?.inside
    named = named?.nodes.get(each)?.inside
  }
  return tree?.nodes.get(id)?.inside && place !== undefined ? { tree, named, place, id } : undefined
}

interface Shown {
  readonly analysis: Analysis
  readonly view: View
  readonly marks: Marks
}

/** `named` is the same tree in the symbolic reading, where that is wanted; `only` the one node that is shown, without its edges. */
function level(shown: Shown, tree: Tree, named: Tree | undefined, graphPlace: string, only?: string): Graph {
  const { analysis, view, marks } = shown
  const { body } = tree
  const wiring = wiringOf(body)
  const used = new Set(wiring.ends.flatMap(({ from, to }) => [`${from.node}.${from.port}>`, `>${to.node}.${to.port}`]))
  const pins = analysis.diagram.view?.pins ?? {}
  const nodes: GraphNode[] = []
  for (const item of tree.nodes.values()) {
    if (item.inference.absent || (only !== undefined && item.node.id !== only)) continue
    const place = placeIn(graphPlace, item.node.id)
    const pin = Object.hasOwn(pins, place) ? pins[place] : undefined
    const innerPlace = insideNode(graphPlace, item.node)
    const inside =
      item.inside && innerPlace !== undefined && view.unfolded.has(item.path)
        ? level(shown, item.inside, named?.nodes.get(item.node.id)?.inside, innerPlace)
        : undefined
    const port = (p: Port, side: 'in' | 'out'): NodePort => ({
      id: p.id,
      label: p.label?.[view.language] ?? p.id,
      side: p.side ?? false,
      free: !used.has(side === 'in' ? `>${item.node.id}.${p.id}` : `${item.node.id}.${p.id}>`),
    })
    const described = describeNode(analysis, view, item, inside !== undefined)
    const problem = described.problem ?? marks.own.get(item.path) ?? (inside ? undefined : marks.within.get(item.path))
    nodes.push({
      ...described,
      ...(problem !== undefined && { problem }),
      id: item.node.id,
      path: item.path,
      place,
      inputs: portsFor(item.inference.inputPorts, wiring.into.get(item.node.id)?.keys() ?? []).map((p) =>
        port(p, 'in'),
      ),
      outputs: portsFor(
        item.inference.outputPorts,
        wiring.ends.filter((e) => e.from.node === item.node.id).map((e) => e.from.port),
      ).map((p) => port(p, 'out')),
      inside,
      pin: only === undefined ? pin && { x: pin.x, y: pin.y, ...(pin.locked && { locked: true }) } : undefined,
    })
  }
  if (only !== undefined) {
    const alone = { inputs: [], outputs: [], nodes, edges: [] }
    return { ...alone, key: graphKey(alone) }
  }
  const graph = {
    inputs: (body.inputs ?? []).map((p) => wallPort(p, view, used.has(`in.${p.id}>`))),
    outputs: (body.outputs ?? []).map((p) => wallPort(p, view, used.has(`>out.${p.id}`))),
    direction: body.direction,
    nodes,
    edges: edges(analysis, view, tree, named),
    ...annotationsOf(body, (id) => nodes.some((node) => node.id === id), view.language),
  }
  return { ...graph, key: graphKey(graph) }
}

/** The declared ports, and those that edges name although nothing declares them (unknown blocks). */
function portsFor(declared: readonly Port[], named: Iterable<string>): readonly Port[] {
  const missing = [...new Set(named)].filter((id) => !declared.some((p) => p.id === id))
  return [...declared, ...missing.map((id) => ({ id, kinds: [] }))]
}

function wallPort(
  port: { id: string; label?: Parameters<typeof say>[0]; side?: boolean },
  view: View,
  isUsed: boolean,
): NodePort {
  return { id: port.id, label: say(port.label, view.language) || port.id, side: port.side ?? false, free: !isUsed }
}

/** Edges between nodes that are there; what an absent node would pass on comes from where it would have got it. */
function edges(analysis: Analysis, view: View, tree: Tree, named: Tree | undefined): GraphEdge[] {
  const wiring = wiringOf(tree.body)
  const found: GraphEdge[] = []
  tree.body.edges.forEach((edge, i) => {
    const { to } = wiring.ends[i]!
    const target = to.node === 'out' ? undefined : tree.nodes.get(to.node)
    if (to.node !== 'out' && (!target || target.inference.absent)) return
    const from = sourceOf(tree, i)
    if (!from) return
    const tensor = tree.inference.tensors[i]
    const shape = shapeOn(analysis, view.shapeText, tensor, named?.inference.tensors[i], view.language)
    const words = say(edge.label, view.language)
    const isShown = view.shapes === 'all' || (view.shapes === 'main' && edge.shape === true)
    const text = words || (isShown ? shape : '')
    const wrong = target?.inference.findings.find((f) => f.port === to.port)
    const problem = wrong && tell(wrong.message, view.language)
    found.push({
      id: edgeId(tree.path, edge),
      from: from.node === 'in' ? { port: from.port } : from,
      to: to.node === 'out' ? { port: to.port } : to,
      hue: hueOf(tensor),
      title: [nameOf(edge.from), nameOf(edge.to)].join(' → ') + (shape ? `: ${shape}` : ''),
      ...(text && { label: { text, size: chipSize(text, view.large), ...(view.large && { large: true }) } }),
      ...(problem && { problem }),
    })
  })
  return found
}

function nameOf(text: string): string {
  const { node, port } = endOf(text)
  return node === 'in' || node === 'out' ? port : node
}

function chipSize(text: string, isLarge: boolean | undefined) {
  const { size, weight } = typographyOf(isLarge).chip
  const { ascent, descent } = richReach(text, size, weight)
  return {
    width: Math.ceil(richWidth(text, size, weight) * slack) + 2 * box.chipPadding,
    height: Math.max(box.chipHeight, Math.ceil(ascent + descent) + 6),
  }
}

function hueOf(tensor: Tensor | undefined): Hue {
  if (!tensor || tensor.modality.length === 0) return 'neutral'
  if (tensor.modality.length > 1) return 'fused'
  const [only] = tensor.modality
  return only === 'vision' || only === 'language' ? only : 'neutral'
}
