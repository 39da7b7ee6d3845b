// What a selected id is of: a node is its path; an edge is `path#from>to` and an annotation `path#text:id` or `path#frame:id`, where
// the path is that of the graph that shows it.
export function kindOf(id: string): 'node' | 'edge' | 'annotation' {
  const at = id.indexOf('#')
  if (at < 0) return 'node'
  return id.includes('>', at) ? 'edge' : 'annotation'
}

export const isNode = (id: string) => kindOf(id) === 'node'
export const isEdge = (id: string) => kindOf(id) === 'edge'

/** The path of the graph that shows an edge or an annotation. */
export function graphOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf('#')))
}
