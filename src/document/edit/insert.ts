// Puts a fragment into a document: its modules and symbols come along where the document lacks them, and keep apart where
// the document means something else by the same names.
import { check } from '../check'
import { addFrame, addText, freeAnnotationId } from './annotations'
import { endOf, endText } from '../ends'
import type { Fragment } from '../fragment'
import { stated } from '../initials'
import { bodyAt, nodeOf, updateBody } from '../place'
import type { Point } from '../../shared/geometry'
import type { Diagram, DiagramNode, GraphBody } from '../schema'
import { fed, type Feed } from './feed'
import { merge, type Merged } from './merge'
import { copyNames } from './nodes'
import { withNotes } from './notes'
import { mapTied, renameModules, renaming, rewriteNode } from './rewrite'
import { edits } from '../sentences/edits'
import type { Message } from '../../shared/message'
import { pathIn } from '../../shared/path'

export interface Into {
  /** The path of the graph that takes it. */
  readonly path: string
  /** The place of that graph. */
  readonly graph: string
  readonly feed?: Feed
  /** Where its top left is pinned; absent: the layout places it. */
  readonly at?: Point
}

export type Inserted =
  | {
      readonly ok: true
      readonly diagram: Diagram
      /** What the nodes are called now, in the order of the fragment. */
      readonly ids: readonly string[]
    }
  | { readonly ok: false; readonly message: Message }

/** Puts it in as one edit, or says in a sentence why that cannot be. */
export function insert(diagram: Diagram, fragment: Fragment, into: Into): Inserted {
  const body = bodyAt(diagram, into.graph)
  if (!body || fragment.nodes.length === 0) return { ok: false, message: edits.nothingToInsert() }
  const merged = merge(diagram, fragment, into.graph)
  const ids = copyNames(
    body,
    fragment.nodes.map((node) => node.id),
  )
  const nodes = fragment.nodes.map((node) => renamedNode(diagram, node, ids, merged, into.path))
  const end = (text: string) => endText({ node: ids.get(endOf(text).node)!, port: endOf(text).port })
  const edges = fragment.edges.map((edge) => ({ ...edge, from: end(edge.from), to: end(edge.to) }))
  const added = updateBody(merged.diagram, into.graph, (each) => ({
    ...each,
    nodes: each.nodes.toSpliced(indexIn(body, fragment, into.feed), 0, ...nodes),
    edges: [...each.edges, ...edges],
  }))
  const annotated = withAnnotations(added, into.graph, fragment, ids)
  const changed = withNotes(fed(annotated, fragment, into.graph, ids, into.feed), fragment, into, ids)
  const problem = check(changed).find(({ severity }) => severity === 'error')
  return problem ? { ok: false, message: problem.message } : { ok: true, diagram: changed, ids: [...ids.values()] }
}

/** Texts and frames that came along with the nodes. */
function withAnnotations(diagram: Diagram, graph: string, fragment: Fragment, ids: ReadonlyMap<string, string>) {
  const freeId = (each: Diagram, wish: 'text' | 'frame') => freeAnnotationId(bodyAt(each, graph)!, wish)
  const texts = (fragment.texts ?? []).filter(({ node }) => node !== undefined && ids.has(node))
  const texted = texts.reduce(
    (each, text) => addText(each, graph, { ...text, id: freeId(each, 'text'), node: ids.get(text.node!)! }),
    diagram,
  )
  return (fragment.frames ?? []).reduce((each, frame) => {
    const nodes = frame.nodes.flatMap((id) => ids.get(id) ?? [])
    return addFrame(each, graph, { ...frame, id: freeId(each, 'frame'), nodes })
  }, texted)
}

function renamedNode(
  diagram: Diagram,
  node: DiagramNode,
  ids: ReadonlyMap<string, string>,
  { symbols, modules }: Merged,
  path: string,
): DiagramNode {
  const rewrite = renaming(symbols)
  const renamed = renameModules(rewriteNode(stated(node, symbols, rewrite), rewrite), modules)
  return mapTied({ ...renamed, id: ids.get(node.id)! }, (tied) => {
    const [first = '', ...rest] = tied.split('/')
    const now = ids.get(first)
    if (now !== undefined) return pathIn(path, [now, ...rest].join('/'))
    return nodeOf(diagram, tied) ? tied : undefined
  })
}

/** The list of nodes is in the order of the data flow, which the layout keeps to. */
function indexIn(body: GraphBody, fragment: Fragment, feed: Feed | undefined): number {
  const indexOf = (id: string) => body.nodes.findIndex((node) => node.id === id)
  if (feed?.as === 'onEdge' || feed?.as === 'into') {
    const at = indexOf(endOf(feed.to).node)
    return at < 0 ? body.nodes.length : at
  }
  const source = feed?.as === 'after' ? feed.node : feed?.as === 'from' ? endOf(feed.from).node : undefined
  const before = source !== undefined ? [source] : feed ? fragment.nodes.map((node) => node.id) : []
  return Math.max(...before.map(indexOf), -1) + 1 || body.nodes.length
}
