// What a selected id is of: a node is its path; an edge is `path#from>to` and an annotation `path#text:id` or `path#frame:id`, where
// the path is that of the graph that shows it; `levelOf` finds it.
export function kindOf(id: string): 'node' | 'edge' | 'annotation' {
  const at = id.indexOf('#')
  if (at < 0) return 'node'
  return id.includes('>', at) ? 'edge' : 'annotation'
}

export const isNode = (id: string) => kindOf(id) === 'node'
export const isEdge = (id: string) => kindOf(id) === 'edge'
