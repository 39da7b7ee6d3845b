// The page opens: what the browser keeps is looked through, and one document is put on the desk.
import { looksLikeLink, readLink, type ReadLink } from '../links/readLink'
import { adoptOldDocument } from './adopt'
import { createDocuments, type Documents } from './documents'
import { firstDocument, linkedDocument, type First } from './first'
import { createBrowserHolding, type Holding } from './holding'
import { adoptLeftovers } from './leftovers'
import { createBrowserShelf, createMemoryShelf, type Shelf } from './shelf'
import { tabDocument } from './tab'
import type { Address } from '../address'

export interface Desk extends First {
  readonly documents: Documents
  readonly holding: Holding
  /** Nothing outlasts the page. */
  readonly isShortLived: boolean
  /** The address held a link. */
  readonly link: ReadLink | undefined
}

/** `languages`: from when on there are words for what is wrong. */
export async function openDesk({ hash, diagram }: Address, languages: Promise<void>): Promise<Desk> {
  const { shelf, isShortLived } = await openShelf()
  // What cannot be taken over is not worth an app that does not open; it stays for another time.
  await adoptOldDocument(shelf).catch(reportError)
  const documents = createDocuments(shelf)
  await adoptLeftovers(documents)
  const holding = createBrowserHolding()
  const link = looksLikeLink(hash) ? await languages.then(() => readLink(hash)) : undefined
  const asked = { builtIn: diagram ?? null, tab: tabDocument() }
  const first = link ? linkedDocument(link) : await firstDocument(documents, holding, asked)
  return { ...first, documents, holding, isShortLived, link }
}

/** What the browser keeps, or nothing that outlasts the page where it does not let us. */
async function openShelf(): Promise<{ readonly shelf: Shelf; readonly isShortLived: boolean }> {
  try {
    const shelf = createBrowserShelf()
    await shelf.get('open document')
    return { shelf, isShortLived: false }
  } catch {
    return { shelf: createMemoryShelf(), isShortLived: true }
  }
}
