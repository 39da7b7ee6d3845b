// Systems side by side: the figures that LIMoE's article prints, tokens that can be counted by hand, tables of every kind.
import { expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import { latexTable } from '../table/latex'
import { markdownTable } from '../table/markdown'
import { csvTable } from '../table/separated'
import { systemTable, systemTables } from './columns'
import { systemRows, type SystemRow } from './systems'

const rows = systemRows(allDiagrams(), { variants: true })
const find = (name: string, variant: string): SystemRow => {
  const row = rows.find((each) => each.name === name && each.variant === variant)
  if (!row) throw new Error(`no ${name} ${variant}`)
  return row
}

test.each([
  // (grid of patches)² and a class token.
  ['clip', 'ViT-B/32', 7 * 7 + 1],
  ['clip', 'ViT-L/14@336', 24 * 24 + 1],
  // Pooled with a grid of patches only.
  ['limoe', 'H/14', 16 * 16],
  // Latents of the resampler for each of five images.
  ['flamingo', '80B', 5 * 64],
  ['pali', '17B', 16 * 16],
  ['paligemma', '224', 16 * 16],
  // Seen where its resolution is reached.
  ['paligemma', '448', 32 * 32],
  ['paligemma', '896', 64 * 64],
  ['frozen', '7B', 2],
] as const)('%s %s: an image is %d tokens', (name, variant, tokens) => {
  expect(find(name, variant).imageTokens).toBe(BigInt(tokens))
})

test.each(['bert', 'gpt-2', 'align', 'clip-resnet'])('%s has no image tokens', (name) => {
  for (const row of rows.filter((each) => each.name === name)) expect(row.imageTokens).toBeUndefined()
})

// The table of LIMoE's article, whose figures are rounded to one or two digits (MODELS.md §4.4 and §11).
test.each([
  ['clip', 'ViT-L/14@336', 200e6, 12.8e9],
  ['align', 'L2 + BERT-Large', 410e6, 19.8e9],
  ['lit', 'g/14 + g', 1.1e9, 44e9],
  ['basic', 'L', 1.5e9, 52.5e9],
  ['limoe', 'H/14', 675e6, 23.3e9],
] as const)('%s %s: parameters per token and examples seen', (name, variant, perToken, seen) => {
  const row = find(name, variant)
  expect(Math.abs(Number(row.perToken) / perToken - 1)).toBeLessThan(0.07)
  expect(Number(row.seen)).toBe(seen)
})

test('trainable and frozen are the whole, and the active ones are part of it', () => {
  expect(rows.length).toBeGreaterThan(90)
  for (const row of rows) {
    expect(row.trainable + row.frozen).toBe(row.total)
    expect(row.active).toBeLessThanOrEqual(row.total)
    expect(row.training).toBeGreaterThanOrEqual(row.forward)
  }
})

test.each(Object.keys(systemTables) as (keyof typeof systemTables)[])('the table “%s” in every form', (table) => {
  const text = systemTable(table, rows, 'short')
  const markdown = markdownTable(text).trimEnd().split('\n')
  expect(markdown).toHaveLength(text.rows.length + 2)
  expect(latexTable(text)).toContain('LIMoE & H/14')
  const csv = csvTable(systemTable(table, rows, 'exact'))
    .trimEnd()
    .split('\n')
  expect(csv).toHaveLength(text.rows.length + 1)
  expect(csv.find((line) => line.startsWith('LIMoE,H/14'))).toContain(`,${find('limoe', 'H/14').total},`)
})

test('a name that every object answers to is no variant with examples', () => {
  const { diagram } = allDiagrams().find(({ name }) => name === 'limoe')!
  const variants = [{ id: 'constructor', set: {} }]
  const [row] = systemRows([{ name: 'x', diagram: { ...diagram, variants } }])
  expect(row!.seen).toBeUndefined()
})
