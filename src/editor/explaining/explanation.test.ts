import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseDiagram } from '../../document/parse'
import { viewOf } from '../../graph/view'
import { analyse } from '../../semantics/analyse'
import { explain } from './explanation'

function given(name: string) {
  const parsed = parseDiagram(readFileSync(join(import.meta.dirname, '../../../diagrams', `${name}.json`), 'utf8'))
  if (!parsed.ok) throw new Error(name)
  const view = viewOf(parsed.diagram, { language: 'en' })
  return { analysis: analyse(parsed.diagram, view), view }
}

const { analysis, view } = given('flamingo')

test('the whole is explained by its largest parts, which are parts of it', () => {
  const { value, parts, formula } = explain(analysis, view, '', 'params')
  expect(value).toBe(analysis.total.params.total)
  expect(formula).toBeUndefined()
  expect(parts.length).toBeGreaterThan(1)
  expect(parts.reduce((sum, part) => sum + part.value, 0n)).toBeLessThanOrEqual(value)
  const sizes = parts.map((part) => Number(part.value))
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
})

test('a published figure is shown beside its node, with its source and how far the computed one is off', () => {
  const { found, value } = explain(analysis, view, 'vision', 'params')
  const [first] = found
  expect(first?.published).toMatchObject({ source: 'FL', place: 'Table 5', value: 435_000_000 })
  expect(first?.difference).toBeCloseTo(Number(value) / 435e6 - 1, 12)
  for (const { published } of found) expect(published.node).toBe('vision')
})

test('a leaf has its formula', () => {
  const { formula, parts } = explain(analysis, view, 'embed', 'params')
  expect(formula).toMatch(/[a-z_]+/)
  expect(parts).toEqual([])
})

test('figures are shown only in the variant and phase that they are of: elsewhere the same node is another sum', () => {
  const { diagram } = analysis
  const paths = ['', ...diagram.nodes.map(({ id }) => id)]
  let shown = 0
  for (const { id: variant } of diagram.variants!)
    for (const { id: phase } of diagram.phases!) {
      const here = viewOf(diagram, { language: 'en', variant, phase })
      const one = analyse(diagram, here)
      for (const { published, difference } of paths.flatMap((path) => explain(one, here, path, 'params').found)) {
        shown += 1
        expect(Math.abs(difference) <= published.tolerance || published.unmet === true).toBe(true)
      }
    }
  expect(shown).toBeGreaterThan(3)
})

test('with symbols set by hand it is another model', () => {
  const tried = viewOf(analysis.diagram, { language: 'en', set: { lm_width: 4096 } })
  expect(explain(analyse(analysis.diagram, tried), tried, 'vision', 'params').found).toEqual([])
})
