// Where a new document begins.
import { formatVersion, type Diagram, type Words } from './schema'

export function blank(title: Words = 'Untitled'): Diagram {
  return { version: formatVersion, about: { title }, nodes: [], edges: [] }
}
