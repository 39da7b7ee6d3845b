// Before documents had places of their own there was one place for all. What stood there gets its own.
import { newId, type Card, type Slot } from './documents'
import type { Shelf } from './shelf'

const oldKey = 'open document'

export async function adoptOldDocument(shelf: Shelf) {
  const old = (await shelf.get(oldKey)) as (Pick<Slot, 'text' | 'name'> & Partial<Slot>) | undefined
  if (!old) return
  const id = newId()
  const { text, name, builtIn, handle, isSaved = false } = old
  const time = Date.now()
  const slot: Slot = { id, text, name, builtIn, handle, isSaved, time, stamp: newId() }
  const card: Card = { id, name, title: name, time, isEmpty: false }
  await shelf.write([{ key: ['slot', id], value: slot }, { key: ['card', id], value: card }, { key: oldKey }])
}
