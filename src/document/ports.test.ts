import { expect, test } from 'vitest'
import { parseDiagram } from './parse'
import { hasVaryingPorts } from './ports'
import { serialise } from './serialise'
import type { Diagram } from './schema'

const gives = { if: 'as_text', is: 'text', else: 'ids' }

test('ports vary with a symbol wherever it stands in the parameters', () => {
  const concat = (inputs: number | string) => ({ id: 'join', block: 'concat', params: { inputs } })
  expect(hasVaryingPorts({ id: 'sample', block: 'sample', params: { gives } })).toBe(true)
  expect(hasVaryingPorts({ id: 'sample', block: 'sample', params: { gives: { ...gives, if: 1 } } })).toBe(false)
  expect(hasVaryingPorts({ id: 'sample', block: 'sample', params: { gives: 'text' } })).toBe(false)
  expect(hasVaryingPorts(concat('towers'))).toBe(true)
  expect(hasVaryingPorts(concat(3))).toBe(false)
  // How often it stands there, or whose weights it uses, changes no port.
  expect(hasVaryingPorts({ ...concat(3), repeat: 'layers', tiedIf: 'tie' })).toBe(false)
})

test('an edge that there is in one variant is warned of, and the file is read', () => {
  const diagram: Diagram = {
    version: 1,
    about: { title: 'Sampling' },
    symbols: { as_text: 0 },
    variants: [{ id: 'text', set: { as_text: 1 } }],
    nodes: [
      { id: 'sample', block: 'sample', params: { gives } },
      { id: 'cut', block: 'tokenize' },
    ],
    edges: [{ from: 'sample.text', to: 'cut.text' }],
  }
  expect(parseDiagram(serialise(diagram))).toMatchObject({ ok: true, problems: [{ severity: 'warning' }] })
})
