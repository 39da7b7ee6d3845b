import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import type { Diagram } from '../document/schema'
import { dim } from '../shared/dimension'
import { analyse } from './analyse'
import { sampleOf } from './sample.fixture'
import { isUnsure, unsureIn } from './unsure'

const within = (diagram: Parameters<typeof analyse>[0], setting = {}) => unsureIn(analyse(diagram, setting))

test('through modules, derived symbols and the shapes of what comes in', () => {
  const diagram = sampleOf(
    {
      symbols: {
        length: { value: 7, unsure: true },
        width: 4,
        wide: { value: 'hidden * 2' },
        hidden: { value: 8, unsure: true },
        other: { value: 1, unsure: true },
      },
      modules: {
        block: {
          params: { size: 'width' },
          inputs: [{ id: 'x' }],
          outputs: [{ id: 'x' }],
          nodes: [
            { id: 'norm', block: 'layerNorm' },
            { id: 'mlp', block: 'feedForward', params: { hidden: 'size' } },
          ],
          edges: [
            { from: 'in.x', to: 'norm.x' },
            { from: 'norm.x', to: 'mlp.x' },
            { from: 'mlp.x', to: 'out.x' },
          ],
        },
      },
      nodes: [
        { id: 'sure', block: 'learnedTokens', params: { batch: [1], count: 2, width: 'width' } },
        { id: 'tokens', block: 'learnedTokens', params: { batch: [1], count: 'length', width: 'width' } },
        { id: 'plain', module: 'block' },
        { id: 'wider', module: 'block', params: { size: 'wide' } },
      ],
    },
    [
      ['sure.tokens', 'plain.x'],
      ['tokens.tokens', 'wider.x'],
    ],
  )
  expect(Object.fromEntries(within(diagram))).toEqual({
    '': ['length', 'hidden'],
    tokens: ['length'],
    wider: ['length', 'hidden'],
    'wider/norm': ['length'],
    'wider/mlp': ['length', 'hidden'],
  })
})

const unsureOf = (diagram: Diagram) =>
  Object.keys(diagram.symbols ?? {}).filter((name) => isUnsure(analyse(diagram), name))

test.each(allDiagrams())('$name: all that is unsure there is said of the whole, in order', ({ diagram }) => {
  const names = unsureOf(diagram)
  const found = within(diagram)
  const whole = found.get('') ?? []
  expect(names.filter((name) => whole.includes(name))).toEqual(whole)
  for (const list of found.values()) expect(whole).toEqual(expect.arrayContaining([...list]))
  if (!names.length) expect(found.size).toBe(0)
})

const doubtful = allDiagrams().flatMap(({ name, diagram }) =>
  unsureOf(diagram).map((symbol) => ({ name, diagram, symbol })),
)

test.each(doubtful)(
  '$name: where $symbol changes a count it is said, and not where it is set by hand',
  ({ diagram, symbol }) => {
    const { scope, total } = analyse(diagram)
    const set = { [symbol]: 2 * scope.number(dim(symbol))! }
    if (analyse(diagram, { set }).total.params.total !== total.params.total)
      expect(within(diagram).get('')).toContain(symbol)
    expect(within(diagram, { set }).get('') ?? []).not.toContain(symbol)
  },
)
