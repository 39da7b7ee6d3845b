// What stands on the desk when the page opens: the document of this tab, the one that the address names, or the newest.
import { blank } from '../../document/blank'
import type { Diagram } from '../../document/schema'
import { builtInIds, defaultDiagram, loadBuiltIn } from '../diagrams'
import type { NewOrigin } from '../editor'
import { linkOrigin } from '../links/openLink'
import type { ReadLink } from '../links/readLink'
import type { Documents, Slot } from './documents'
import type { Holding } from './holding'
import { originOf } from './openKept'
import { readKept } from './readKept'

export interface First {
  readonly diagram: Diagram
  readonly origin: NewOrigin
  /** What was kept and could not be read, and why. */
  readonly unread: readonly { readonly slot: Slot; readonly sentence: string }[]
}

export interface Asked {
  /** The built-in diagram that the address names. */
  readonly builtIn: string | null
  /** The document that this tab had before it was loaded again. */
  readonly tab: string | null
}

/** What a link in the address holds; nothing, where it is broken: then that is said, and nothing else is opened in its place. */
export function linkedDocument(read: ReadLink): First {
  if (!read.ok) return { diagram: blank(), origin: { name: 'diagram' }, unread: [] }
  return { diagram: read.diagram, origin: linkOrigin(read), unread: [] }
}

export async function firstDocument(documents: Documents, holding: Holding, asked: Asked): Promise<First> {
  const named = builtInIds.find((id) => id === asked.builtIn)
  const unread: { slot: Slot; sentence: string }[] = []

  async function open(id: string): Promise<First | undefined> {
    const slot = await documents.read(id)
    if (!slot || (named !== undefined && slot.builtIn !== named)) return undefined
    const kept = await readKept(documents, slot)
    if (kept.ok) return { diagram: kept.diagram, origin: originOf(slot, kept.saved), unread }
    unread.push({ slot, sentence: kept.sentence })
    return undefined
  }

  try {
    const own = asked.tab === null ? undefined : await open(asked.tab)
    if (own) return own
    if (named === undefined) {
      const newest = (await documents.list())[0]
      // A new tab beside the one that works on it is for something else.
      const isFree = newest && !(await holding.held()).has(newest.id)
      const last = isFree ? await open(newest.id) : undefined
      if (last) return last
    }
  } catch (error) {
    // What is kept is not worth an app that does not open.
    reportError(error)
  }
  const id = named ?? (builtInIds.includes(defaultDiagram) ? defaultDiagram : builtInIds[0]!)
  const diagram = await loadBuiltIn(id)
  return { diagram, origin: { name: id, builtIn: id }, unread }
}
