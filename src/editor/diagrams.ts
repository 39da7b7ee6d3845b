// The diagrams that come with the program, loaded when they are first needed.
import type { Diagram } from '../document/schema'
import type { StoredLayout } from '../layout/stored'
import { keepStored } from './picture/layOut'

const files = import.meta.glob<string>('../../diagrams/*.json', {
  query: '?raw',
  import: 'default',
})

/** Their overviews as ELK lays them out. */
const layouts = import.meta.glob<StoredLayout>('../../diagrams/pictures/*.layout.json', { import: 'default' })

/** In the order in which the papers came; others follow. */
const order = ['clip', 'align', 'limoe', 'flamingo', 'pali', 'clip-resnet']

function idOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.json'.length)
}

function rank(id: string): number {
  return order.includes(id) ? order.indexOf(id) : order.length
}

export const builtInIds: readonly string[] = Object.keys(files)
  .map(idOf)
  .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))

export const defaultDiagram = 'flamingo'

const loaded = new Map<string, Promise<Diagram>>()

/** They are tested to be whole and of this version, so they need not be checked, and the first does not wait for the schema. */
export function loadBuiltIn(id: string): Promise<Diagram> {
  const known = loaded.get(id)
  if (known) return known
  const file = files[`../../diagrams/${id}.json`]
  if (!file) return Promise.reject(new Error(`There is no built-in diagram “${id}”`))
  const layout = layouts[`../../diagrams/pictures/${id}.layout.json`]
  const diagram = Promise.all([file(), layout?.()]).then(([text, overview]) => {
    if (overview) keepStored(overview)
    return JSON.parse(text) as Diagram
  })
  loaded.set(id, diagram)
  return diagram
}
