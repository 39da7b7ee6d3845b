// States as signs, for formats that have text and no icons.
import type { GraphNode } from '../graph/graph'

export function stateSign(state: GraphNode['state']): string {
  return state === 'frozen' ? '❄ ' : state === 'trainable' ? '🔥 ' : ''
}
