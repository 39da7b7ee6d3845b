// The id of an edge of a picture, `path#from>to`: the path of the graph that holds it (empty for the root), and its ends as the
// document writes them, `node.port`. A selected text or frame has an id of the same beginning.

export interface EdgeIdParts {
  /** Of the graph that holds the edge. */
  readonly path: string
  readonly from: string
  readonly to: string
}

export function edgeId(path: string, { from, to }: { readonly from: string; readonly to: string }): string {
  return `${path}#${from}>${to}`
}

export function edgeIdParts(id: string): EdgeIdParts {
  const [path = '', ends = ''] = id.split('#')
  const [from = '', to = ''] = ends.split('>')
  return { path, from, to }
}

/** The path of the graph that holds it. */
export function levelOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf('#')))
}
