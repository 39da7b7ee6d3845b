// Free texts and frames of each graph: their ids, their places, and the nodes that they go along with.
import { isOnPage, limits } from './limits'
import { nodeIn } from './place'
import { counted, brief, type ProblemList } from './problems'
import type { GraphBody } from './schema'
import { checks } from './sentences/checks'

/** `path` is how a problem's path to the graph begins. */
export function checkAnnotations(body: GraphBody, path: string, list: ProblemList) {
  const seen = new Set<string>()
  const unique = (id: string, where: string) => {
    if (seen.has(id)) list.error(where, checks.annotationTwice({ id: brief(id) }))
    seen.add(id)
  }
  const known = (id: string, where: string) => {
    if (!nodeIn(body, id)) list.warn(where, checks.leadsNowhereHere({ id: brief(id) }))
  }
  for (const [index, text] of (body.texts ?? []).entries()) {
    const where = `${path}texts[${index}]`
    unique(text.id, where)
    if (text.node !== undefined) known(text.node, `${where}.node`)
    const isWidth = text.width === undefined || (text.width > 0 && text.width <= limits.pin)
    if (!isOnPage(text) || !isWidth) list.error(where, checks.tooFar({ limit: counted(limits.pin) }))
  }
  for (const [index, frame] of (body.frames ?? []).entries()) {
    const where = `${path}frames[${index}]`
    unique(frame.id, where)
    for (const id of frame.nodes) known(id, `${where}.nodes`)
  }
}
