// Links to built-in diagrams stay short, and those that are out stay readable.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import { baseSum, compactText, decodeLink, encodeLink } from '../../document/link/link'
import { addNodeOnEdge } from '../../document/edit/nodes'
import { setPins } from '../../document/edit/view'
import { setLabel, setTitle } from '../../document/edit/words'
import { placeIn } from '../../document/place'
import type { Diagram } from '../../document/schema'
import { uniqueId } from '../../document/ids'
import { serialise } from '../../document/serialise'

const folder = join(import.meta.dirname, '../../../diagrams/bases')

interface Base {
  readonly id: string
  readonly text: string
}

function basesOf(id: string): Base[] {
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${id}.`))
    .map((file) => ({ id, text: readFileSync(join(folder, file), 'utf8') }))
}

function shortest(bases: readonly Base[], diagram: Diagram): string {
  return bases
    .map((base) => encodeLink({ diagram }, base))
    .concat(encodeLink({ diagram }))
    .reduce((a, b) => (b.length < a.length ? b : a))
}

/** Beyond this a diagram that nobody edited gets a base of its own again. */
const farthest = 160

function isFar(name: string, diagram: Diagram): boolean {
  return shortest(basesOf(name), diagram).length > farthest
}

describe.each(allDiagrams())('$name', ({ name, diagram }) => {
  test('has a base that it is near to', async () => {
    const text = compactText(diagram)
    // A new file is written where there is none; it is committed with the diagram.
    if (isFar(name, diagram)) await expect(text).toMatchFileSnapshot(join(folder, `${name}.${baseSum(text)}.txt`))
    expect(encodeLink({ diagram }, { id: name, text }).length).toBeLessThanOrEqual(farthest)
  })

  test('edited, it is a link of less than 500 signs', () => {
    const edited = edit(diagram)
    // One that the test above writes is on the disk when all tests of this file have run.
    const written = isFar(name, diagram) ? [{ id: name, text: compactText(diagram) }] : []
    const bases = [...basesOf(name), ...written]
    const link = shortest(bases, edited)
    expect(link.length).toBeLessThan(500)
    const base = bases.find(({ text }) => link.includes(`.${baseSum(text)}.`))
    const read = decodeLink(link, base?.text)
    expect(read.ok && serialise(read.diagram)).toBe(serialise(edited))
  })
})

/** Renames, adds a node in the middle of an edge, moves five. */
function edit(diagram: Diagram): Diagram {
  const [first] = diagram.nodes
  const places = diagram.nodes.slice(0, 5).map(({ id }) => placeIn('', id))
  const renamed = setTitle(setLabel(diagram, first!.id, 'Another name', 'en'), 'My own', 'en')
  const added = diagram.edges.reduce((each, { to }) => {
    if (each !== renamed) return each
    return addNodeOnEdge(each, '', { id: uniqueId(each, 'norm'), block: 'layerNorm' }, to)
  }, renamed)
  return setPins(added, Object.fromEntries(places.map((place, i) => [place, { x: 37 + i * 211, y: 91 + i * 53 }])))
}

test('a base is called by its sum, so none has changed', () => {
  for (const file of readdirSync(folder)) {
    const [, sum] = file.split('.')
    expect(baseSum(readFileSync(join(folder, file), 'utf8')), file).toBe(sum)
  }
})
