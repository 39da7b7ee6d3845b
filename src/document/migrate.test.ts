// Old files open. For each version one old file is kept here, and what becomes of it.
import { expect, test } from 'vitest'
import { migrate, migrations } from './migrate'
import { parseDiagram } from './parse'
import { formatVersion } from './schema'
import { deepFreeze } from './checkEdit.fixture'

const version0 = {
  about: { title: 'A file of version 0' },
  modules: {
    layer: {
      inputs: [{ id: 'x' }],
      outputs: [{ id: 'x' }],
      nodes: { ln_1: { block: 'layerNorm' } },
      edges: ['in.x -> ln_1.x', 'ln_1.x -> out.x'],
    },
  },
  nodes: {
    a: { block: 'layerNorm' },
    g: {
      group: {
        inputs: [{ id: 'x' }],
        outputs: [{ id: 'x' }],
        nodes: { b: { module: 'layer' } },
        edges: ['in.x -> b.x', { from: 'b.x', to: 'out.x' }],
      },
    },
  },
  edges: ['a.x -> g.x'],
}

test('a file of version 0', () => {
  const parsed = parseDiagram(JSON.stringify(version0))
  expect(parsed).toEqual({
    ok: true,
    problems: [],
    diagram: {
      version: 1,
      about: { title: 'A file of version 0' },
      modules: {
        layer: {
          inputs: [{ id: 'x' }],
          outputs: [{ id: 'x' }],
          nodes: [{ id: 'ln_1', block: 'layerNorm' }],
          edges: [
            { from: 'in.x', to: 'ln_1.x' },
            { from: 'ln_1.x', to: 'out.x' },
          ],
        },
      },
      nodes: [
        { id: 'a', block: 'layerNorm' },
        {
          id: 'g',
          group: {
            inputs: [{ id: 'x' }],
            outputs: [{ id: 'x' }],
            nodes: [{ id: 'b', module: 'layer' }],
            edges: [
              { from: 'in.x', to: 'b.x' },
              { from: 'b.x', to: 'out.x' },
            ],
          },
        },
      ],
      edges: [{ from: 'a.x', to: 'g.x' }],
    },
  })
})

test('there is one step for each version, and none changes its input', () => {
  expect(migrations.map((step) => step.from)).toEqual(Array.from({ length: formatVersion }, (_, version) => version))
  expect(migrate(deepFreeze(version0)).ok).toBe(true)
  for (const odd of [
    { nodes: 1 },
    { nodes: [1], edges: 'x' },
    { about: null, modules: { a: 1 } },
    { nodes: { a: null }, edges: ['x', 'a -> b -> c'] },
  ])
    expect(() => migrate(deepFreeze(odd))).not.toThrow()
})

test('a file of this version is left as it is', () => {
  const file = { version: 1, nodes: [], edges: [] }
  expect(migrate(file)).toEqual({ ok: true, value: file })
})
