// What a page could not write to the database before it went: in local storage, which writes at once, for the next page.
import type { Documents, Draft } from './documents'

const start = 'frieze.leftover.'

export function leave(draft: Draft) {
  try {
    const key = start + draft.slot.id
    localStorage.setItem(key, JSON.stringify(draft))
    // A page that comes back goes on writing for itself.
    window.addEventListener('pageshow', ({ persisted }) => persisted && localStorage.removeItem(key), { once: true })
  } catch {
    // Too large, or refused. The database was asked, too.
  }
}

export async function adoptLeftovers(documents: Documents) {
  for (const key of leftoverKeys()) {
    const text = localStorage.getItem(key)
    try {
      // Written by `leave`; what is in it is read with the same care as all that is kept.
      if (text !== null) await documents.adopt(JSON.parse(text) as Draft)
      localStorage.removeItem(key)
    } catch (error) {
      // It stays for another time.
      reportError(error)
    }
  }
}

function leftoverKeys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start))
  } catch {
    return []
  }
}
