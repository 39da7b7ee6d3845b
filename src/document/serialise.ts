// A document as the text of its file: fixed order of keys, one node and one edge a line where it fits, so that a change
// is a small difference in git. What is written is what is read again, unknown fields too.
import type { Diagram } from './schema'
import { shown } from './steps'

const width = 140

/** How an object is written: its known keys in order, and what its values are. Unknown keys follow, sorted. */
interface Form {
  readonly keys?: readonly string[]
  /** The form of a value by key; `*` for every key of a record and every element of a list. */
  readonly inner?: Readonly<Record<string, () => Form>>
  /** Never on one line, however short. */
  readonly isOpen?: boolean
}

const plain: Form = {}
const words: Form = { keys: ['en', 'ja', 'zh-Hans', 'zh-Hant'] }
const worded = { label: () => words, note: () => words }
const open = (element: () => Form): Form => ({ isOpen: true, inner: { '*': element } })
const list = (element: () => Form): Form => ({ inner: { '*': element } })

const port: Form = { keys: ['id', 'label', 'kind', 'modality', 'optional', 'side'], inner: worded }
const edge: Form = { keys: ['from', 'to', 'label', 'shape'], inner: worded }
/** What depends on symbols; other values of parameters have no order of their own. */
const conditional: Form = { keys: ['if', 'is', 'else'], inner: { is: () => conditional, else: () => conditional } }
const params: Form = { inner: { '*': () => conditional } }
const repeat: Form = { keys: ['count', 'mode', 'active'] }
const text: Form = { keys: ['id', 'node', 'x', 'y', 'width', 'size', 'leader', 'words'], inner: { words: () => words } }
const frame: Form = { keys: ['id', 'nodes', 'words'], inner: { words: () => words } }
const graphKeys = ['inputs', 'outputs', 'direction', 'nodes', 'edges', 'texts', 'frames']
const graphInner = {
  inputs: () => list(() => port),
  outputs: () => list(() => port),
  nodes: () => open(() => node),
  edges: () => open(() => edge),
  texts: () => open(() => text),
  frames: () => open(() => frame),
}
const group: Form = { keys: graphKeys, inner: graphInner, isOpen: true }
const node: Form = {
  keys: [
    'id',
    'block',
    'module',
    'params',
    'repeat',
    'label',
    'sublabel',
    'state',
    'init',
    'tied',
    'tiedIf',
    'basis',
    'note',
    'group',
  ],
  inner: {
    ...worded,
    sublabel: () => words,
    init: () => words,
    params: () => params,
    repeat: () => repeat,
    group: () => group,
  },
}
const module: Form = {
  keys: ['label', 'note', 'params', ...graphKeys],
  inner: { ...worded, ...graphInner, params: () => list(() => ({ keys: ['initial', 'label'], inner: worded })) },
  isOpen: true,
}
const symbol: Form = { keys: ['value', 'example', 'label', 'unsure', 'basis', 'source', 'note'], inner: worded }
const variant: Form = { keys: ['id', 'label', 'note', 'phase', 'basis', 'set'], inner: worded }
const phase: Form = {
  keys: ['id', 'label', 'objective', 'data', 'examples', 'note', 'basis', 'variants', 'set', 'states'],
  inner: { ...worded, objective: () => words, data: () => words },
}
const source: Form = { keys: ['id', 'title', 'authors', 'year', 'arxiv', 'url'] }
const lineage: Form = { keys: ['from', 'how'], inner: { how: () => words } }
const about: Form = {
  keys: ['title', 'summary', 'year', 'family', 'distinctive', 'lineage', 'sources', 'notes'],
  inner: {
    title: () => words,
    summary: () => words,
    distinctive: () => words,
    lineage: () => open(() => lineage),
    sources: () => open(() => source),
    notes: () => open(() => words),
  },
  isOpen: true,
}
const step: Form = {
  keys: ['title', 'text', 'notes', ...shown, 'lens', 'beside', 'quiz'],
  inner: {
    title: () => words,
    text: () => words,
    notes: () => words,
    camera: () => ({ keys: ['x', 'y', 'width', 'height'] }),
    lens: () => ({ keys: ['kind', 'node', 'set'], inner: { set: () => params } }),
    beside: () => ({ keys: ['diagram', 'variant', 'phase', 'unfolded'] }),
  },
}
const published: Form = {
  keys: [
    'quantity',
    'value',
    'tolerance',
    'node',
    'variant',
    'phase',
    'set',
    'unmet',
    'source',
    'place',
    'basis',
    'note',
  ],
  inner: worded,
}
const result: Form = { keys: ['task', 'metric', 'value', 'variant', 'source', 'place', 'basis', 'note'], inner: worded }
const view: Form = {
  keys: ['direction', 'variant', 'phase', 'shapes', 'title', 'legend', 'bar', 'unfolded', 'pins'],
  inner: { pins: () => list(() => ({ keys: ['x', 'y', 'locked'] })) },
  isOpen: true,
}
const document: Form = {
  keys: [
    '$schema',
    'version',
    'about',
    'symbols',
    'variants',
    'phases',
    'modules',
    'nodes',
    'edges',
    'texts',
    'frames',
    'steps',
    'published',
    'results',
    'view',
    'companions',
  ],
  inner: {
    ...graphInner,
    companions: () => open(() => document),
    about: () => about,
    symbols: () => open(() => symbol),
    variants: () => open(() => variant),
    phases: () => open(() => phase),
    modules: () => open(() => module),
    steps: () => open(() => step),
    published: () => open(() => published),
    results: () => open(() => result),
    view: () => view,
  },
  isOpen: true,
}

/** The text of the document's file: equal for equal documents, whatever the order of their fields. */
export function serialise(diagram: Diagram): string {
  return `${write(diagram, document, 0, 0)}\n`
}

/** `used` is what stands on the line already, before the value and after it. */
function write(value: unknown, form: Form, indent: number, used: number): string {
  if (typeof value !== 'object' || value === null) return scalar(value)
  const members = membersOf(value, form)
  const [start, end] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  if (members.length === 0) return start + end
  if (!form.isOpen) {
    const line = onOneLine(value, form, width - indent - used)
    if (line !== undefined) return line
  }
  const inside = indent + 2
  const lines = members.map(({ name, value: each, form: inner }) => {
    const key = name === undefined ? '' : `${JSON.stringify(name)}: `
    return `${' '.repeat(inside)}${key}${write(each, inner, inside, key.length + 1)}`
  })
  return `${start}\n${lines.join(',\n')}\n${' '.repeat(indent)}${end}`
}

/** Undefined where it is longer than there is room for, or where something in it wants lines of its own. */
function onOneLine(value: unknown, form: Form, room: number): string | undefined {
  if (room <= 0) return undefined
  if (typeof value !== 'object' || value === null) return fitting(scalar(value), room)
  const members = membersOf(value, form)
  const isList = Array.isArray(value)
  if (members.length === 0) return isList ? '[]' : '{}'
  if (form.isOpen) return undefined
  const parts: string[] = []
  let left = room - (isList ? 2 : 4)
  for (const { name, value: each, form: inner } of members) {
    const key = name === undefined ? '' : `${JSON.stringify(name)}: `
    const part = onOneLine(each, inner, left - key.length)
    if (part === undefined) return undefined
    parts.push(key + part)
    left -= key.length + part.length + 2
  }
  return fitting(isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`, room)
}

function fitting(text: string, room: number): string | undefined {
  return text.length <= room ? text : undefined
}

interface Member {
  readonly name?: string
  readonly value: unknown
  readonly form: Form
}

function membersOf(value: object, form: Form): Member[] {
  const formAt = (key: string) =>
    form.inner && Object.hasOwn(form.inner, key) ? form.inner[key]!() : (form.inner?.['*']?.() ?? plain)
  if (Array.isArray(value)) return value.map((each: unknown) => ({ value: each, form: formAt('*') }))
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return ordered(entries, form).map(([name, each]) => ({ name, value: each, form: formAt(name) }))
}

/** Records, whose names are the author's own, keep the author's order. */
function ordered(entries: [string, unknown][], { keys }: Form): [string, unknown][] {
  if (!keys) return entries
  const rank = (name: string) => (keys.includes(name) ? keys.indexOf(name) : keys.length)
  return entries.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
}

function scalar(value: unknown): string {
  // JSON.parse reads a number beyond all bounds as infinite; so it is written.
  if (typeof value === 'number' && !Number.isFinite(value)) return value < 0 ? '-1e999' : '1e999'
  return Object.is(value, -0) ? '-0' : JSON.stringify(value)
}
