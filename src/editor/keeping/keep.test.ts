// Two tabs, one browser: nothing that was done in either is ever lost.
import { beforeAll, expect, test, vi } from 'vitest'
import { setLabel, setTitle } from '../../document/edit/words'
import { parseDiagram } from '../../document/parse'
import type { Diagram } from '../../document/schema'
import { createEditor, type Editor, type NewOrigin } from '../editor'
import { diagramOf } from '../state'
import { startLanguages } from '../strings/language'
import { rowLayOut, tiny, tinyPreferences } from '../tiny.fixture'
import { createDocuments, type Documents } from './documents'
import { createPool } from './holding.fixture'
import { keepDocuments, type Keeping } from './keep'
import { openKept } from './openKept'
import { createMemoryShelf, type Shelf } from './shelf'

beforeAll(() => startLanguages('en'))

interface Tab {
  readonly editor: Editor
  readonly keeping: Keeping
  readonly documents: Documents
}

function browser(shelf: Shelf = createMemoryShelf()) {
  const pool = createPool()
  let time = 1_700_000_000_000
  const pass = (ms: number) => (time += ms)
  function tab(diagram: Diagram = tiny, origin: NewOrigin = { name: 'tiny', builtIn: 'tiny' }): Tab {
    const documents = createDocuments(shelf, () => time++)
    const editor = createEditor({ diagram, origin, layOut: rowLayOut, preferences: tinyPreferences })
    const keeping = keepDocuments(editor, documents, pool(), { delay: 0, patience: 20 })
    return { editor, keeping, documents }
  }
  return { shelf, tab, pass }
}

function titled(title: string) {
  return (diagram: Diagram) => setTitle(diagram, title, 'en')
}

async function kept(documents: Documents, id: string): Promise<Diagram> {
  const slot = await documents.read(id)
  const parsed = parseDiagram(slot!.text)
  if (!parsed.ok) throw new Error('What is kept cannot be read.')
  return parsed.diagram
}

const titles = async ({ documents }: Tab) => (await documents.list()).map(({ title }) => title)

/** Edited and written by a tab that then closes. Gives the id of the document. */
async function keptMine({ editor, keeping }: Tab): Promise<string> {
  editor.edit(titled('Mine'))
  await keeping.flush()
  keeping.stop()
  return editor.state().origin.id
}

test('a built-in diagram is kept when it is edited, not before', async () => {
  const { tab } = browser()
  const one = tab()
  await one.keeping.flush()
  expect(await one.documents.list()).toEqual([])
  one.editor.edit(titled('Mine'))
  await one.keeping.flush()
  expect(await titles(one)).toEqual(['Mine'])
})

test('each document has a place of its own; opening another overwrites none', async () => {
  const { tab } = browser()
  const one = tab()
  one.editor.edit(titled('First'))
  // Not yet written when the next one comes.
  one.editor.open(tiny, { name: 'file' })
  one.editor.edit(titled('Second'))
  await one.keeping.flush()
  await expect.poll(() => titles(one)).toEqual(['Second', 'First'])
})

test('what was saved, and to which file, is found again', async () => {
  const { tab, shelf } = browser()
  const one = tab()
  const { id } = one.editor.state().origin
  one.editor.edit(titled('Mine'))
  await one.keeping.flush()
  const handle = { kind: 'file', name: 'mine.json' } as FileSystemFileHandle
  one.editor.setOrigin({ saved: diagramOf(one.editor.state()), handle, name: 'mine' })
  await one.keeping.flush()
  one.keeping.stop()

  const two = browser(shelf).tab()
  await openKept(two.editor, two.documents, id)
  expect(two.editor.state().origin).toMatchObject({ id, name: 'mine', handle })
  expect(two.editor.state().origin.saved).toBe(diagramOf(two.editor.state()))
})

test('an unsaved document knows what it began as', async () => {
  const { tab, shelf } = browser()
  const id = await keptMine(tab())
  const two = browser(shelf).tab()
  await openKept(two.editor, two.documents, id)
  expect(diagramOf(two.editor.state()).about.title).toBe('Mine')
  expect(two.editor.state().origin.saved).toEqual(tiny)
  // Having been read is no reason to write.
  const before = await shelf.get(['slot', id])
  await two.keeping.flush()
  expect(await shelf.get(['slot', id])).toBe(before)
})

/** The same document in two tabs. */
async function twice() {
  const all = browser()
  const one = all.tab()
  one.editor.edit(titled('Mine'))
  await one.keeping.flush()
  const { id } = one.editor.state().origin
  const two = all.tab()
  await openKept(two.editor, two.documents, id)
  await expect.poll(() => two.editor.state().session.isElsewhere).toBe(true)
  return { ...all, one, two, id }
}

test('the second tab with the same document is told; its first edit makes a copy', async () => {
  const { one, two, id } = await twice()
  two.editor.edit(titled('Copied'))
  one.editor.edit(titled('Original'))
  await expect.poll(() => two.editor.state().origin.id).not.toBe(id)
  await one.keeping.flush()
  await two.keeping.flush()
  expect(two.editor.state().session.isElsewhere).toBeFalsy()
  expect(two.editor.state().origin).toMatchObject({ name: 'tiny-copy', handle: undefined })
  expect((await titles(one)).toSorted()).toEqual(['Copied', 'Original'])
  expect((await kept(one.documents, id)).about.title).toBe('Original')
})

test('the second tab may take the document over; the first stops, with nothing lost', async () => {
  const { one, two, id } = await twice()
  one.editor.edit(titled('Newest'))
  await two.keeping.takeOver()
  expect(two.editor.state().session.isElsewhere).toBe(false)
  expect(diagramOf(two.editor.state()).about.title).toBe('Newest')
  expect(one.editor.state().session.isElsewhere).toBe(true)
  two.editor.edit(titled('Later'))
  await two.keeping.flush()
  expect((await kept(two.documents, id)).about.title).toBe('Later')
  // And back again.
  await one.keeping.takeOver()
  expect(diagramOf(one.editor.state()).about.title).toBe('Later')
  one.editor.undo()
  expect(diagramOf(one.editor.state()).about.title).toBe('Newest')
})

test('without locks, the write that comes too late becomes a copy', async () => {
  const { shelf, pass } = browser()
  const blind = () => ({ ...createPool()(), take: () => Promise.resolve('unknown' as const) })
  const tab = () => {
    const documents = createDocuments(shelf, () => pass(1))
    const editor = createEditor({
      diagram: tiny,
      origin: { name: 'tiny', builtIn: 'tiny' },
      layOut: rowLayOut,
      preferences: tinyPreferences,
    })
    return { editor, documents, keeping: keepDocuments(editor, documents, blind(), { delay: 0 }) }
  }
  const [one, two] = [tab(), tab()]
  one.editor.edit(titled('Mine'))
  await one.keeping.flush()
  const { id } = one.editor.state().origin
  await openKept(two.editor, two.documents, id)
  one.editor.edit(titled('One'))
  await one.keeping.flush()
  two.editor.edit(titled('Two'))
  await two.keeping.flush()
  await expect.poll(() => two.editor.state().origin.id).not.toBe(id)
  await two.keeping.flush()
  expect((await titles(one)).toSorted()).toEqual(['One', 'Two'])
  expect(diagramOf(two.editor.state()).about.title).toBe('Two')
})

test('edits of a tab that goes on to another document before it is told are kept, too', async () => {
  const { one, two, tab, id } = await twice()
  const three = tab()
  await openKept(three.editor, three.documents, id)
  three.editor.edit(titled('Hasty'))
  three.editor.open(tiny, { name: 'other', builtIn: 'tiny' })
  await expect.poll(async () => (await titles(one)).toSorted()).toEqual(['Hasty', 'Mine'])
  expect(two.editor.state().session.isElsewhere).toBe(true)
})

test('text that cannot be read is put aside with its reason, and can be taken away', async () => {
  const { tab, shelf } = browser()
  const one = tab()
  await shelf.write([
    {
      key: ['slot', 'old'],
      value: {
        id: 'old',
        text: '{"version": 99, "about": {"title": "x"}, "nodes": [], "edges": []}',
        name: 'old',
        time: 5,
        isSaved: false,
        stamp: 'x',
      },
    },
  ])
  expect(await openKept(one.editor, one.documents, 'old')).toBe(false)
  expect(diagramOf(one.editor.state())).toBe(tiny)
  const [unread] = await one.documents.listUnread()
  expect(unread).toMatchObject({ id: 'old', text: expect.stringContaining('99') })
  expect(unread!.sentence).toMatch(/version/)
  expect(await one.documents.read('old')).toBeUndefined()
  expect(one.editor.state().session.notices.at(-1)).toMatchObject({ kind: 'problem' })
})

test('what cannot be read goes with its versions when it is taken away, and not before', async () => {
  const { tab, shelf } = browser()
  const id = await keptMine(tab())
  await shelf.write([{ key: ['slot', id], value: { ...((await shelf.get(['slot', id])) as object), text: '{' } }])
  const two = browser(shelf).tab()
  expect(await openKept(two.editor, two.documents, id)).toBe(false)
  expect(await shelf.keysUnder(['version', id])).toHaveLength(1)
  await two.documents.removeUnread(id)
  expect(await shelf.keysUnder(['version', id])).toEqual([])
  expect(await shelf.get(['since', id])).toBeUndefined()
  expect(await two.documents.listUnread()).toEqual([])
})

test('a database that fails while another tab’s edits are read loses no edit made here', async () => {
  const reported = vi.fn()
  vi.stubGlobal('reportError', reported)
  const { tab, shelf } = browser()
  const id = await keptMine(tab())
  const two = browser(shelf).tab()
  const knows = vi.spyOn(two.documents, 'knows').mockReturnValue(true)
  vi.spyOn(two.documents, 'isNewest').mockResolvedValueOnce(false)
  const read = vi.spyOn(two.documents, 'read').mockRejectedValueOnce(new Error('no database'))
  two.editor.open(tiny, { name: 'mine', id })
  await expect.poll(() => read.mock.results.at(-1)?.type).toBe('return')
  knows.mockRestore()
  two.editor.edit(titled('Later'))
  await two.keeping.flush()
  await expect.poll(async () => (await titles(two)).includes('Later')).toBe(true)
  expect(reported).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})

test('where there is no room, versions make some; where there is none, it is said once and work goes on', async () => {
  const shelf = createMemoryShelf()
  let room = Infinity
  const tight: Shelf = {
    ...shelf,
    write(changes, guard) {
      if (changes.some(({ value }) => value !== undefined) && room-- <= 0)
        return Promise.reject(new DOMException('full', 'QuotaExceededError'))
      return shelf.write(changes, guard)
    },
  }
  const { tab, pass } = browser(tight)
  const one = tab()
  for (const title of ['a', 'b', 'c', 'd']) {
    pass(120_000)
    one.editor.edit(titled(title))
    await one.keeping.flush()
  }
  const { id } = one.editor.state().origin
  expect(await one.documents.versions(id)).toHaveLength(4)
  room = 0
  const told = vi.spyOn(one.editor, 'notify')
  one.editor.edit(titled('e'))
  await one.keeping.flush()
  expect(await one.documents.versions(id)).toHaveLength(1)
  one.editor.edit(titled('f'))
  await one.keeping.flush()
  expect(told).toHaveBeenCalledTimes(1)
  room = Infinity
  one.editor.edit((diagram) => setLabel(diagram, 'norm', 'g', 'en'))
  await one.keeping.flush()
  expect((await kept(one.documents, id)).about.title).toBe('f')
})

test('versions: as it came, before each pause, each minute of work, as it was saved', async () => {
  const { tab, pass } = browser()
  const one = tab()
  const { id } = one.editor.state().origin
  const write = async (title: string, after: number) => {
    pass(after)
    one.editor.edit(titled(title))
    await one.keeping.flush()
  }
  const { unsqueeze } = await import('./squeeze')
  const seen = async () =>
    (await one.documents.versions(id)).map(({ bytes, mark }) => {
      const parsed = parseDiagram(unsqueeze(bytes))
      return `${parsed.ok ? String(parsed.diagram.about.title) : '?'} ${mark ?? ''}`.trim()
    })
  await write('a', 0)
  expect(await seen()).toEqual(['Tiny opened'])
  await write('b', 10_000)
  await write('c', 10_000)
  expect(await seen()).toEqual(['Tiny opened'])
  await write('d', 600_000)
  expect(await seen()).toEqual(['Tiny opened', 'c'])
  for (let i = 0; i < 12; i++) await write(`e${i}`, 10_000)
  expect(await seen()).toEqual(['Tiny opened', 'c', 'e4', 'e10'])
  one.editor.setOrigin({ saved: diagramOf(one.editor.state()) })
  await one.keeping.flush()
  expect((await seen()).at(-1)).toBe('e11 saved')
  // Undone to what is saved, and done again: no version of it.
  one.editor.undo()
  await one.keeping.flush()
  one.editor.redo()
  await one.keeping.flush()
  expect((await seen()).filter((line) => line.endsWith('saved'))).toHaveLength(1)
})

test('what is removed from the list comes back whole', async () => {
  const { tab, pass } = browser()
  const one = tab()
  const { id } = one.editor.state().origin
  for (const title of ['a', 'b']) {
    pass(120_000)
    one.editor.edit(titled(title))
    await one.keeping.flush()
  }
  const versions = await one.documents.versions(id)
  const bringBack = await one.documents.remove(id)
  expect(await titles(one)).toEqual([])
  await bringBack()
  expect(await titles(one)).toEqual(['b'])
  expect(await one.documents.versions(id)).toEqual(versions)
})

test('what a page left behind when it went is adopted: in its place, or beside what came after', async () => {
  const { tab, shelf, pass } = browser()
  const one = tab()
  const { id } = one.editor.state().origin
  one.editor.edit(titled('Written'))
  await one.keeping.flush()
  const leave = (title: string) =>
    JSON.parse(
      JSON.stringify(
        one.documents.draft({ id, name: 'tiny', since: tiny, isSaved: false, diagram: titled(title)(tiny) }),
      ),
    )
  const draft = leave('Left')
  const next = createDocuments(shelf, () => pass(1))
  await next.adopt(draft)
  expect((await kept(next, id)).about.title).toBe('Left')
  // Adopted already.
  await next.adopt(draft)
  expect(await next.list()).toHaveLength(1)
  // The first page does not know of the second's writing, so what it leaves is a copy.
  await next.adopt(leave('Late'))
  expect((await next.list()).map(({ title, name }) => `${String(title)} ${name}`).toSorted()).toEqual([
    'Late tiny-copy',
    'Left tiny',
  ])
})

test('what came from elsewhere and was never saved stays unsaved', async () => {
  const { tab, shelf } = browser()
  const one = tab(tiny, { name: 'linked', saved: undefined })
  await one.keeping.flush()
  const { id } = one.editor.state().origin
  one.keeping.stop()
  const two = browser(shelf).tab()
  await openKept(two.editor, two.documents, id)
  expect(two.editor.state().origin.saved).toBeUndefined()
  two.editor.edit(titled('Mine'))
  await two.keeping.flush()
  const three = browser(shelf).tab()
  await openKept(three.editor, three.documents, id)
  expect(three.editor.state().origin.saved).not.toBe(diagramOf(three.editor.state()))
})

test('what could not be written when another tab takes over goes on here as a copy', async () => {
  const shelf = createMemoryShelf()
  let isFull = false
  const { tab } = browser({
    ...shelf,
    write: (entries) => (isFull ? Promise.reject(new Error('no more room')) : shelf.write(entries)),
  })
  const one = tab()
  one.editor.edit(titled('Kept'))
  await one.keeping.flush()
  const two = tab()
  await two.keeping.flush()
  isFull = true
  one.editor.edit(titled('Not kept'))
  await openKept(two.editor, two.documents, one.editor.state().origin.id)
  await expect.poll(() => two.editor.state().session.isElsewhere).toBe(true)
  await two.keeping.takeOver()
  isFull = false
  await vi.waitFor(async () => {
    await one.keeping.flush()
    expect(await titles(one)).toContain('Not kept')
  })
})
