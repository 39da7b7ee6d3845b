// Something else in the place of a node: it keeps the id, the edges, the state and whatever else is said of it from outside.
import { endOf, endText } from '../ends'
import { withBeginnings } from '../initials'
import { without } from '../own'
import { bodyAt, insideNode, moduleOf, nodeIn, placeIn, updateBody } from '../place'
import { kindsMeet, portAt, portsOf, type DiagramPort } from '../ports'
import { isSame } from '../same'
import type { Diagram, DiagramEdge, DiagramNode, GraphBody } from '../schema'
import { whole } from './bounded'
import { whyNotParam } from './params'
import { mapPaths, mapPlaces } from './references'

/** What a node is: the rest of it says where it stands and how it is trained. */
export type Content = Pick<
  DiagramNode,
  'block' | 'module' | 'group' | 'params' | 'label' | 'sublabel' | 'note' | 'init' | 'repeat'
>

/** Nothing happens where what is joined to the node would find no port; see `fitsInPlace`. */
export function replaceNode(diagram: Diagram, graph: string, id: string, content: Content): Diagram {
  const body = bodyAt(diagram, graph)
  const old = body && nodeIn(body, id)
  const edges = body && old && edgesAfter(diagram, graph, body, id, content)
  if (!body || !old || !edges) return diagram
  const node = nodeAfter(diagram, graph, old, content)
  if (isSame(node, old)) return diagram
  const replaced = updateBody(diagram, graph, (each) => ({
    ...each,
    nodes: each.nodes.map((other) => (other === old ? node : other)),
    edges,
  }))
  // What was inside is gone, and what pointed there with it.
  const stays = (start: string) => (path: string) => (isInside(diagram, start, path, graph, id) ? undefined : path)
  const outside = mapPlaces(mapPaths(replaced, stays('')), (place) => {
    const module = moduleOf(place)
    return module === undefined ? stays('')(place) : stays(`${module}:`)(place.slice(module.length + 1)) && place
  })
  return whole(diagram, withBeginnings(outside, graph, node))
}

/** Whether everything that is joined to the node by a main port could be joined to the other. */
export function fitsInPlace(diagram: Diagram, graph: string, id: string, content: Content): boolean {
  const body = bodyAt(diagram, graph)
  return body !== undefined && edgesAfter(diagram, graph, body, id, content) !== undefined
}

function nodeAfter(diagram: Diagram, graph: string, old: DiagramNode, content: Content): DiagramNode {
  const kept = {
    ...(old.state && { state: old.state }),
    ...(old.repeat !== undefined && { repeat: old.repeat }),
  }
  const node: DiagramNode = { ...kept, ...content, id: old.id }
  // What both are told, such as a width, stays as it is.
  const trial = updateBody(diagram, graph, (body) => ({
    ...body,
    nodes: body.nodes.map((each) => (each === old ? without(node, 'params') : each)),
  }))
  const shared = Object.entries(old.params ?? {}).filter(
    ([name, value]) =>
      old.block !== undefined &&
      content.block !== undefined &&
      whyNotParam(trial, placeIn(graph, old.id), name, value) === undefined,
  )
  const params: DiagramNode['params'] = { ...Object.fromEntries(shared), ...content.params }
  return Object.keys(params).length > 0 ? { ...node, params } : node
}

/** The edges of the graph with those of the node at ports of the other; undefined where one of them finds none. */
function edgesAfter(
  diagram: Diagram,
  graph: string,
  body: GraphBody,
  id: string,
  content: Content,
): DiagramEdge[] | undefined {
  const old = nodeIn(body, id)
  const [before, after] = [old && portsOf(diagram, graph, old), portsOf(diagram, graph, { ...content, id })]
  if (!after) return undefined
  const [inputs, outputs] = [new Map<string, string>(), new Map<string, string>()]
  const edges: DiagramEdge[] = []
  for (const edge of body.edges) {
    const [from, to] = [endOf(edge.from), endOf(edge.to)]
    if (to.node === id) {
      const source = portAt(diagram, graph, edge.from, 'from')
      if (source !== 'any' && 'missing' in source) return undefined
      const taken = new Set(inputs.values())
      const port = portLike(after.inputs, to.port, (each) => !taken.has(each.id) && kindsMeet(source, each))
      if (port) {
        inputs.set(to.port, port)
        edges.push({ ...edge, to: endText({ node: id, port }) })
      } else if (!isBeside(before?.inputs, to.port)) return undefined
    } else if (from.node === id) {
      const target = portAt(diagram, graph, edge.to, 'to')
      if (target !== 'any' && 'missing' in target) return undefined
      const port = outputs.get(from.port) ?? portLike(after.outputs, from.port, (each) => kindsMeet(each, target))
      if (port === undefined) return undefined
      outputs.set(from.port, port)
      edges.push({ ...edge, from: endText({ node: id, port }) })
    } else edges.push(edge)
  }
  return edges
}

/** The port that is called the same, else the first main one that fits, else any. */
function portLike(ports: readonly DiagramPort[], id: string, fits: (port: DiagramPort) => boolean): string | undefined {
  const fitting = ports.filter(fits)
  return (fitting.find((port) => port.id === id) ?? fitting.find((port) => !port.side) ?? fitting[0])?.id
}

/** A mask or the like may fall away. */
function isBeside(ports: readonly DiagramPort[] | undefined, id: string): boolean {
  const port = ports?.find((each) => each.id === id)
  return port !== undefined && (port.side || port.optional)
}

/** Whether a path leads through a node and further in. */
function isInside(diagram: Diagram, start: string, path: string, graph: string, id: string): boolean {
  const ids = path.split('/')
  let at: string | undefined = start
  for (const [index, each] of ids.entries()) {
    if (at === graph && each === id) return index < ids.length - 1
    const body: GraphBody | undefined = at === undefined ? undefined : bodyAt(diagram, at)
    const node: DiagramNode | undefined = body && nodeIn(body, each)
    if (!node) return false
    at = insideNode(at!, node)
  }
  return false
}
