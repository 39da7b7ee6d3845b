// Blocks that are put on an edge, one or several after each other, and how that is said.
import { blockOf } from '../../blocks'
import { proposals } from '../../blocks/sentences'
import type { Repair } from '../../blocks/tensor'
import { addNodeOnEdge } from '../../document/edit/nodes'
import { uniqueId } from '../../document/ids'
import { bodyAt, insideOf } from '../../document/place'
import type { Diagram } from '../../document/schema'
import type { Message } from '../../shared/message'
import { repairs as words } from '../sentences'
import { edgeIdParts, levelOf } from '../../shared/edgeId'

export function bare(block: string): Repair {
  return { block, params: {} }
}

export function whatIn({ what, block }: Repair): Message {
  return what ?? proposals.block({ block: blockOf(block)!.label })
}

/** `Insert a Pool, then a Linear 768 → 640`. */
export function joined([first, second]: readonly Repair[]): Message {
  const [what, after] = [whatIn(first!), second && whatIn(second)]
  return after ? words.insertBoth({ first: what, second: after }) : words.insert({ what })
}

export function insertAll(diagram: Diagram, edge: string, steps: readonly Repair[]): Diagram {
  let changed = diagram
  for (const step of steps) {
    const after = insert(changed, edge, step)
    if (after === changed) return diagram
    changed = after
  }
  return changed
}

/** Just before the input at which the edge ends. */
export function insert(diagram: Diagram, edge: string, { block, params }: Repair): Diagram {
  const place = insideOf(diagram, levelOf(edge))
  const body = place === undefined ? undefined : bodyAt(diagram, place)
  if (place === undefined || !body) return diagram
  const given = Object.keys(params).length > 0 ? { params: { ...params } } : {}
  return addNodeOnEdge(diagram, place, { id: uniqueId(body, block), block, ...given }, edgeIdParts(edge).to)
}
