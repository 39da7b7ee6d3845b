// Texts and frames while the nodes that they go along with move: into a group, out of it, to another id, or away.
import { uniqueIn } from '../ids'
import { nodesIn } from '../instances'
import { insideNode, nodeIn, placeIn, splitPlace, updateBody } from '../place'
import type { Diagram, FreeText, Frame, GraphBody } from '../schema'
import { withList } from './annotations'

interface Notes {
  readonly texts: FreeText[]
  readonly frames: Frame[]
}

/** `change` says where a node of the diagram before is written now; undefined where it is gone. */
export function followAnnotations(
  before: Diagram,
  after: Diagram,
  change: (place: string) => string | undefined,
): Diagram {
  const noted = [...graphsWithNotes(before)]
  if (noted.length === 0) return after
  const moved = new Map<string, Notes>()
  const at = (graph: string): Notes => {
    let notes = moved.get(graph)
    if (!notes) moved.set(graph, (notes = { texts: [], frames: [] }))
    return notes
  }
  for (const [graph, body] of noted) {
    for (const text of body.texts ?? []) {
      const place = text.node === undefined ? undefined : change(placeIn(graph, text.node))
      if (text.node === undefined) put(at(graphAfter(graph, change)), 'texts', text)
      else if (place !== undefined) {
        const { graph: now, id } = splitPlace(place)
        put(at(now), 'texts', id === text.node ? text : { ...text, node: id })
      }
    }
    for (const frame of body.frames ?? []) {
      const places = frame.nodes.flatMap((id) => placesAfter(body, graph, id, change))
      if (places.length === 0) continue
      const [first, ...others] = new Set(places.map((place) => splitPlace(place).graph))
      // Where some went into a group and others did not, it is around that group.
      const home = others.length === 0 ? first! : graphAfter(graph, change)
      const nodes = [...new Set(places.flatMap((place) => idIn(home, place) ?? []))]
      if (nodes.length === 0) continue
      const isSame = nodes.length === frame.nodes.length && nodes.every((id, index) => id === frame.nodes[index])
      put(at(home), 'frames', isSame ? frame : { ...frame, nodes })
    }
  }
  const graphs = new Set([...[...graphsWithNotes(after)].map(([graph]) => graph), ...moved.keys()])
  let changed = after
  for (const graph of graphs) {
    const { texts, frames } = moved.get(graph) ?? { texts: [], frames: [] }
    changed = updateBody(changed, graph, (body) => withList(withList(body, 'texts', texts), 'frames', frames))
  }
  return changed
}

/** Where the node is written now; what was in it, where it was a group that was taken apart. */
function placesAfter(
  body: GraphBody,
  graph: string,
  id: string,
  change: (place: string) => string | undefined,
): string[] {
  const place = change(placeIn(graph, id))
  if (place !== undefined) return [place]
  const group = nodeIn(body, id)?.group
  const home = graphAfter(graph, change)
  return (group?.nodes ?? []).flatMap((inner) => {
    const now = change(`${placeIn(graph, id)}/${inner.id}`)
    return now !== undefined && splitPlace(now).graph === home ? [now] : []
  })
}

/** The id in a graph of the node at a place, or of the group there that holds it. */
function idIn(graph: string, place: string): string | undefined {
  const start = placeIn(graph, '')
  return place.startsWith(start) ? place.slice(start.length).split('/')[0] : undefined
}

function put<K extends keyof Notes>(notes: Notes, key: K, note: Notes[K][number]) {
  const id = uniqueIn([...notes.texts, ...notes.frames], note.id)
  const list: (FreeText | Frame)[] = notes[key]
  list.push(id === note.id ? note : { ...note, id })
}

/** Where the graph is written now; of a group that was taken apart, the graph that held it. */
function graphAfter(graph: string, change: (place: string) => string | undefined): string {
  if (graph === '' || graph.endsWith(':')) return graph
  return change(graph) ?? graphAfter(splitPlace(graph).graph, change)
}

/** Every graph that has texts or frames, by its place. */
function* graphsWithNotes(diagram: Diagram): Generator<readonly [string, GraphBody]> {
  const bodies: [string, GraphBody][] = [
    ['', diagram],
    ...Object.entries(diagram.modules ?? {}).map(([name, module]): [string, GraphBody] => [`${name}:`, module]),
  ]
  for (const [start, body] of bodies) {
    if (body.texts || body.frames) yield [start, body]
    for (const { graph, node } of nodesIn(start, body)) {
      const inside = node.group && insideNode(graph, node)
      if (inside !== undefined && (node.group!.texts || node.group!.frames)) yield [inside, node.group!]
    }
  }
}
