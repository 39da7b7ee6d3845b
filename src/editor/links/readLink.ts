// A text that may be a link to a document: pasted, dropped, or the address of the page.
import type { LinkProblem } from '../../document/link/link'
import type { Problem } from '../../shared/problem'
import type { Diagram } from '../../document/schema'
import { say } from '../strings/language'

export type ReadLink =
  | {
      readonly ok: true
      readonly diagram: Diagram
      /** Of the talk, from 0. */
      readonly step?: number
      /** The built-in diagram that it began as. */
      readonly builtIn?: string
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Quick enough for any text; what looks like a link is worth loading what reads it. */
export function looksLikeLink(text: string): boolean {
  return /^\s*(?:<?[a-z][a-z0-9+.-]*:\/\/[^\s#]*)?#?f\d+\.[\w-]/i.test(text.slice(0, 4000))
}

/** Undefined for a text that is no link. */
export async function readLink(text: string): Promise<ReadLink | undefined> {
  if (!looksLikeLink(text)) return undefined
  const [{ decodeLink, headOf, linkIn }, { loadBase }] = await Promise.all([import('./codec'), import('./bases')])
  const link = linkIn(text)
  if (link === undefined) return undefined
  const head = headOf(link)
  if ('problem' in head) return refused(head.problem)
  const base = head.base && (await loadBase(head.base.id, head.base.sum))
  const read = decodeLink(link, base)
  if (read.ok) {
    const { diagram, step } = read
    return { ok: true, diagram, ...(step !== undefined && { step }), ...(head.base && { builtIn: head.base.id }) }
  }
  return read.problem === 'unreadable' ? { ok: false, problems: read.problems } : refused(read.problem)
}

function refused(problem: LinkProblem): ReadLink {
  return { ok: false, problems: [{ path: say('link.name'), sentence: say(`link.${problem}`), severity: 'error' }] }
}
