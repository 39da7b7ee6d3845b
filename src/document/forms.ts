// Which fields each kind of object in a file has, in the order in which they are written.
import { shown } from './steps'

/** How an object is written: its known keys in order, and what its values are. Unknown keys follow, sorted. */
export interface Form {
  readonly keys?: readonly string[]
  /** The form of a value by key; `*` for every key of a record and every element of a list. */
  readonly inner?: Readonly<Record<string, () => Form>>
  /** Never on one line, however short. */
  readonly isOpen?: boolean
}

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
export const documentForm: Form = {
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
    companions: () => open(() => documentForm),
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

/** Of the value under a key, or of an element of a list. */
export function formWithin(form: Form, key: string): Form {
  return form.inner && Object.hasOwn(form.inner, key) ? form.inner[key]!() : (form.inner?.['*']?.() ?? plain)
}

const plain: Form = {}
