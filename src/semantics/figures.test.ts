import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { figureRows } from './figures'
import { figuresPage } from './figuresPage'
import { sampleOf } from './sample.fixture'

const diagrams = allDiagrams()

test('diagrams/FIGURES.md is what the data give: npm run figures writes it', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'diagrams', 'FIGURES.md'), 'utf8')
  expect(page).toBe(figuresPage(diagrams.map(({ name, diagram }) => ({ file: `${name}.json`, diagram }))))
})

test.each(diagrams)('every figure of $name is met or explained', ({ diagram }) => {
  expect(figureRows(diagram).filter((row) => row.verdict === 'not met')).toEqual([])
})

function rowOf(published: object) {
  const diagram = sampleOf(
    {
      symbols: { B: { example: 1 } },
      nodes: [
        { id: 'ids', block: 'tokenIds', params: { batch: ['B'], length: 3 } },
        { id: 'embed', block: 'tokenEmbedding', params: { vocab_size: 100, width: 10 } },
      ],
      published: [{ quantity: 'params', source: 'XY', place: 'Table 1', ...published }],
    },
    [['ids.ids', 'embed.ids']],
  )
  return figureRows(diagram)[0]!
}

test('met, with what it is of and how far off', () => {
  expect(rowOf({ value: 1001, tolerance: 0.01, node: 'embed' })).toEqual({
    variant: '',
    what: 'embed: params',
    published: '1,001',
    computed: '1,000',
    difference: '−0.0999 %',
    tolerance: '1 %',
    verdict: 'met',
    source: 'XY, Table 1',
    note: '',
  })
})

test('exact', () => {
  expect(rowOf({ value: 1000, tolerance: 1e-9 })).toMatchObject({ difference: '0', tolerance: 'exact', verdict: 'met' })
})

test('a figure that is not met needs a note and to be marked', () => {
  expect(rowOf({ value: 900, tolerance: 0.01 }).verdict).toBe('not met')
  expect(rowOf({ value: 900, tolerance: 0.01, note: 'why' }).verdict).toBe('not met')
  expect(rowOf({ value: 900, tolerance: 0.01, note: 'why', unmet: true }).verdict).toBe('explained')
})
