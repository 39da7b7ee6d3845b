// React Flow's handles ↔ the ends of a diagram's edges. Handle ids: `t:x` and `s:x` are an input and an output of a node
// as seen from outside; `S:x` and `T:x` are the inputs and outputs of an open container as seen from inside.
import { endOf } from '../../../document/ends'
import type { EdgeEnd } from '../../../graph/graph'
import { edgeIdParts } from '../../../shared/edgeId'
import { idOf, parentOf, pathIn } from '../../../shared/path'

export type HandleKind = 't' | 's' | 'S' | 'T'

export interface HandleRef {
  /** Path of the node that bears the handle. */
  readonly path: string
  readonly kind: HandleKind
  readonly port: string
}

/** One end of an edge: the path of its graph (empty for the root), and `node.port` there. */
export interface GraphEnd {
  readonly path: string
  readonly text: string
}

export function handleId(kind: HandleKind, port: string): string {
  return `${kind}:${port}`
}

export function handleRef(path: string, id: string): HandleRef {
  return { path, kind: id[0] as HandleKind, port: id.slice(2) }
}

/** Whether an edge may begin here; otherwise it ends here. */
export function begins(kind: HandleKind): boolean {
  return kind === 's' || kind === 'S'
}

export function graphEnd({ path, kind, port }: HandleRef): GraphEnd {
  switch (kind) {
    case 's':
    case 't':
      return { path: parentOf(path), text: `${idOf(path)}.${port}` }
    case 'S':
      return { path, text: `in.${port}` }
    case 'T':
      return { path, text: `out.${port}` }
  }
}

/** The handle at one end of an edge of the graph at a path. */
export function refOf(end: EdgeEnd, level: string, side: 'from' | 'to'): HandleRef {
  if (end.node === undefined) return { path: level, kind: side === 'from' ? 'S' : 'T', port: end.port }
  return { path: pathIn(level, end.node), kind: side === 'from' ? 's' : 't', port: end.port }
}

/** The two handles of an edge. */
export function endsOf(edge: string): { readonly from: HandleRef; readonly to: HandleRef } {
  const { path, from, to } = edgeIdParts(edge)
  return { from: refOf(inGraph(from), path, 'from'), to: refOf(inGraph(to), path, 'to') }
}

function inGraph(text: string): EdgeEnd {
  const { node, port } = endOf(text)
  return node === 'in' || node === 'out' ? { port } : { node, port }
}
