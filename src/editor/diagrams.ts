// The diagrams that come with the program, loaded when they are first needed.
import type { Diagram } from '../document/schema'
import type { StoredLayout } from '../layout/stored'
import { loadOnce } from '../shared/loadOnce'
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

const loaders = new Map(builtInIds.map((id) => [id, loadOnce(() => load(id))]))

/** They are tested to be whole and of this version, so they need not be checked, and the first does not wait for the schema. */
export function loadBuiltIn(id: string): Promise<Diagram> {
  const wanted = loaders.get(id)
  return wanted ? wanted() : Promise.reject(new Error(`There is no built-in diagram “${id}”`))
}

async function load(id: string): Promise<Diagram> {
  const overview = layouts[`../../diagrams/pictures/${id}.layout.json`]
  const [text, stored] = await Promise.all([files[`../../diagrams/${id}.json`]!(), overview?.()])
  if (stored) keepStored(stored)
  return JSON.parse(text) as Diagram
}
