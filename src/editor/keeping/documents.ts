// The documents that this browser keeps: each under an id of its own, with its versions. Every write says what the writer
// believes to stand there, so that two tabs never overwrite each other.
import { serialise } from '../../document/serialise'
import type { Diagram, Words } from '../../document/schema'
import type { Change, Key, Shelf } from './shelf'
import { thinnedOut, type VersionMark } from './thinning'

/** What is kept of where a document came from. */
export interface KeptOrigin {
  readonly name: string
  readonly builtIn?: string
  readonly handle?: FileSystemFileHandle
}

/** A document as it is kept. */
export interface Slot extends KeptOrigin {
  readonly id: string
  readonly text: string
  readonly time: number
  /** The text is what the file holds, or a built-in diagram as it came. */
  readonly isSaved: boolean
  /** Another with every write. */
  readonly stamp: string
}

/** What a list of documents shows without reading them. */
export interface Card {
  readonly id: string
  readonly name: string
  readonly title: Words
  readonly time: number
  readonly isEmpty: boolean
}

export interface Version extends VersionMark {
  /** Compressed; see `squeeze.ts`. */
  readonly bytes: Uint8Array
}

/** Text that could not be read as a document, kept as it was found. */
export interface Unread {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly time: number
  readonly sentence: string
}

export interface Writing extends KeptOrigin {
  readonly id: string
  readonly diagram: Diagram
  /** As it was saved or came: what changes are measured from. */
  readonly since?: Diagram
  readonly isSaved: boolean
}

/** A document on its way, as plain data: without its file. */
export interface Draft {
  readonly slot: Omit<Slot, 'handle'>
  readonly card: Card
  readonly since?: string
  /** The stamp of what it goes on from. */
  readonly after?: string
}

export interface Documents {
  /** Newest first. */
  list(): Promise<Card[]>
  read(id: string): Promise<Slot | undefined>
  /** As `read`, to look at and not to go on with. */
  peek(id: string): Promise<Slot | undefined>
  /** What changes of the document are measured from, where it is not the document itself. */
  readSince(id: string): Promise<string | undefined>
  /** Whether this page has read or written it. */
  knows(id: string): boolean
  /** False when another tab wrote since. */
  isNewest(id: string): Promise<boolean>
  /** False when another tab wrote since this page last read it: then nothing is written. Throws where there is no room. */
  write(writing: Writing): Promise<boolean>
  /** What `write` would write, for a page that has no time to wait for it. */
  draft(writing: Writing): Draft
  /** Writes what another page left: in its place, or beside it where somebody else wrote since. */
  adopt(draft: Draft): Promise<void>
  /** Oldest first. */
  versions(id: string): Promise<Version[]>
  /** Makes a version of what is kept now, where there is none: before something that is easily regretted. */
  keepVersion(id: string): Promise<void>
  /** Gives what brings it back. */
  remove(id: string): Promise<() => Promise<void>>
  listUnread(): Promise<Unread[]>
  /** Puts a document that cannot be read aside, so that it is not lost and not in the way. */
  setAside(slot: Slot, sentence: string): Promise<void>
  /** With the versions that it has. */
  removeUnread(id: string): Promise<void>
  /** Every version but the newest of each document goes. */
  makeRoom(): Promise<void>
}

/** Work that lies this long apart has a version between. */
const between = 60_000

/** What this page knows of a slot. */
interface Known {
  readonly stamp: string
  readonly text: string
  readonly time: number
  readonly isSaved: boolean
  readonly since?: Diagram
  versions: readonly VersionMark[]
  /** When the last version was made; that is later than the state in it. */
  readonly versionMade: number
}

export function createDocuments(shelf: Shelf, now: () => number = Date.now): Documents {
  const known = new Map<string, Known>()

  const slotKey = (id: string): Key => ['slot', id]
  const sinceKey = (id: string): Key => ['since', id]
  const cardKey = (id: string): Key => ['card', id]
  const versionKey = (id: string, time: number): Key => ['version', id, time]

  async function readVersions(id: string): Promise<Version[]> {
    return (await shelf.under(['version', id])).map(([, version]) => version as Version)
  }

  function written({ id, diagram, since, isSaved, name, builtIn, handle }: Writing, time: number) {
    const text = serialise(diagram)
    const slot: Slot = { id, text, name, builtIn, handle, time, isSaved, stamp: newId() }
    const card: Card = { id, name, title: diagram.about.title, time, isEmpty: diagram.nodes.length === 0 }
    return { slot, card, since: since === diagram ? undefined : since }
  }

  /** The state before this write, when there is reason to be able to go back to it; and what was saved. */
  function versionsFor({ since }: Writing, slot: Slot): (VersionMark & { readonly text: string })[] {
    const before = known.get(slot.id)
    if (!before) {
      const opened = since && serialise(since)
      if (opened === undefined || opened === slot.text) return []
      return [{ time: slot.time - 1, mark: 'opened', text: opened }]
    }
    const made: (VersionMark & { readonly text: string })[] = []
    const last = before.versions.at(-1)?.time ?? -Infinity
    const isDue = slot.time - before.versionMade >= between
    if (before.text !== slot.text && before.time > last && isDue) {
      const mark = before.versions.length === 0 ? 'opened' : undefined
      made.push({ time: before.time, text: before.text, ...(mark && { mark }) })
    }
    const isSavedNow = slot.isSaved && !before.isSaved && before.since !== since
    if (isSavedNow) made.push({ time: slot.time, mark: 'saved', text: slot.text })
    return made
  }

  function remember({ id, stamp, text, time, isSaved }: Slot, rest: Pick<Known, 'since' | 'versions' | 'versionMade'>) {
    known.set(id, { stamp, text, time, isSaved, ...rest })
  }

  return {
    async list() {
      const cards = (await shelf.under(['card'])).map(([, card]) => card as Card)
      return cards.filter(({ isEmpty }) => !isEmpty).sort((a, b) => b.time - a.time)
    },

    async read(id) {
      const slot = (await shelf.get(slotKey(id))) as Slot | undefined
      if (!slot) return undefined
      const keys = await shelf.keysUnder(['version', id])
      remember(slot, { since: undefined, versions: keys.map((key) => ({ time: Number(key[2]) })), versionMade: 0 })
      return slot
    },

    async peek(id) {
      return (await shelf.get(slotKey(id))) as Slot | undefined
    },

    async readSince(id) {
      return (await shelf.get(sinceKey(id))) as string | undefined
    },

    knows: (id) => known.has(id),

    async isNewest(id) {
      return ((await shelf.get(slotKey(id))) as Slot | undefined)?.stamp === known.get(id)?.stamp
    },

    async write(writing) {
      const { id } = writing
      const { slot, card, since } = written(writing, now())
      const before = known.get(id)
      const changes: Change[] = [
        { key: slotKey(id), value: slot },
        { key: cardKey(id), value: card },
      ]
      if (!since) changes.push({ key: sinceKey(id) })
      else if (since !== before?.since) changes.push({ key: sinceKey(id), value: serialise(since) })
      const made = versionsFor(writing, slot)
      let versions = before?.versions ?? []
      if (made.length > 0) {
        const { squeeze } = await import('./squeeze')
        for (const { text, ...version } of made)
          changes.push({ key: versionKey(id, version.time), value: { ...version, bytes: squeeze(text) } })
        const all = [...(await marksOf(id)), ...made.map(({ time, mark }) => ({ time, mark }))]
        const gone = new Set(thinnedOut(all, slot.time))
        for (const { time } of gone) changes.push({ key: versionKey(id, time) })
        versions = all.filter((version) => !gone.has(version))
      }
      const isWritten = await shelf.write(changes, {
        key: slotKey(id),
        isAsExpected: (value) => (value as Slot | undefined)?.stamp === before?.stamp,
      })
      const versionMade = before && made.length === 0 ? before.versionMade : slot.time
      if (isWritten) remember(slot, { since, versions, versionMade })
      return isWritten
    },

    draft(writing) {
      const { slot, card, since } = written(writing, now())
      const { handle: _, ...plain } = slot
      const after = known.get(writing.id)?.stamp
      return { slot: plain, card, ...(since && { since: serialise(since) }), ...(after !== undefined && { after }) }
    },

    async adopt({ slot, card, since, after }) {
      const before = (await shelf.get(slotKey(slot.id))) as Slot | undefined
      // It got there after all.
      if (before?.text === slot.text) return
      const isNext = before?.stamp === after
      const id = isNext ? slot.id : newId()
      const name = isNext ? slot.name : `${slot.name}-copy`
      const changes: Change[] = [
        { key: slotKey(id), value: { ...slot, id, name, handle: isNext ? before?.handle : undefined } },
        { key: cardKey(id), value: { ...card, id, name } },
      ]
      if (since !== undefined) changes.push({ key: sinceKey(id), value: since })
      await shelf.write(changes)
    },

    versions: readVersions,

    async keepVersion(id) {
      const before = known.get(id)
      if (!before || before.versions.at(-1)?.time === before.time) return
      const { squeeze } = await import('./squeeze')
      const version: Version = { time: before.time, bytes: squeeze(before.text) }
      await shelf.write([{ key: versionKey(id, version.time), value: version }])
      before.versions = [...before.versions, { time: version.time }]
    },

    async remove(id) {
      const own = [slotKey(id), sinceKey(id), cardKey(id)]
      const versions = (await shelf.keysUnder(['version', id])) as Key[]
      const keys = [...own, ...versions]
      const before: Change[] = await Promise.all(keys.map(async (key) => ({ key, value: await shelf.get(key) })))
      await shelf.write(keys.map((key) => ({ key })))
      return async () => void (await shelf.write(before.filter(({ value }) => value !== undefined)))
    },

    async listUnread() {
      const all = (await shelf.under(['unread'])).map(([, unread]) => unread as Unread)
      return all.sort((a, b) => b.time - a.time)
    },

    async setAside({ id, name, text, time }, sentence) {
      const unread: Unread = { id, name, text, time, sentence }
      await shelf.write([{ key: ['unread', id], value: unread }, { key: slotKey(id) }, { key: cardKey(id) }])
      known.delete(id)
    },

    async removeUnread(id) {
      const changes = [['unread', id], sinceKey(id), ...(await shelf.keysUnder(['version', id]))]
      // Somebody may have put a document there again.
      const isKept = (await shelf.get(slotKey(id))) !== undefined
      await shelf.write((isKept ? changes.slice(0, 1) : changes).map((key) => ({ key })))
    },

    async makeRoom() {
      const newest = new Map<string, Key>()
      const keys = await shelf.keysUnder(['version'])
      for (const key of keys) newest.set(String(key[1]), key)
      const kept = new Set(newest.values())
      await shelf.write(keys.filter((key) => !kept.has(key)).map((key) => ({ key })))
    },
  }

  async function marksOf(id: string): Promise<VersionMark[]> {
    return (await readVersions(id)).map(({ time, mark }) => ({ time, mark }))
  }
}

/** Not only over safe connections, where `crypto.randomUUID` is missing elsewhere. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, '0')).join('')
}
