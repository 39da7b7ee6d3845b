// What a page could not write to the database before it went: in local storage, which writes at once, for the next page.
import { local } from '../storage'
import type { Documents, Draft } from './documents'

const start = 'frieze.leftover.'

export function leave(draft: Draft) {
  const key = start + draft.slot.id
  // Where it is too large or refused, the database was asked, too.
  local.setItem(key, JSON.stringify(draft))
  // A page that comes back goes on writing for itself.
  window.addEventListener('pageshow', ({ persisted }) => persisted && local.removeItem(key), { once: true })
}

export async function adoptLeftovers(documents: Documents) {
  for (const key of local.keys().filter((each) => each.startsWith(start))) {
    const text = local.getItem(key)
    try {
      // Written by `leave`; what is in it is read with the same care as all that is kept.
      if (text !== null) await documents.adopt(JSON.parse(text) as Draft)
      local.removeItem(key)
    } catch (error) {
      // It stays for another time.
      reportError(error)
    }
  }
}
