// The texts that links build on: each built-in diagram as it once was. A link names its own, so none of these files may ever
// change or go; `bases.test.ts` adds one when a diagram has moved too far from its last.
import { baseSum, type Base } from '../../document/link/link'

const files = import.meta.glob<string>('../../../diagrams/bases/*.txt', { query: '?raw', import: 'default' })

/** `clip.Ab3-_xYz.txt`. */
function nameOf(path: string) {
  const [id = '', sum = ''] = path.slice(path.lastIndexOf('/') + 1).split('.')
  return { id, sum }
}

/** Undefined where it is not there, or is not what it was. */
export async function loadBase(id: string, sum: string): Promise<string | undefined> {
  const text = await files[`../../../diagrams/bases/${id}.${sum}.txt`]?.()
  return text !== undefined && baseSum(text) === sum ? text : undefined
}

/** All that a link of a diagram that began as this one may build on. */
export async function basesOf(builtIn: string): Promise<readonly Base[]> {
  const own = Object.entries(files).filter(([path]) => nameOf(path).id === builtIn)
  return Promise.all(own.map(async ([, load]) => ({ id: builtIn, text: await load() })))
}
