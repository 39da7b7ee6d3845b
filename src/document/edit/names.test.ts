import { expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import { viewOf } from '../../graph/view'
import { analyse } from '../../semantics/analyse'
import { nodeAt } from '../place'
import type { Diagram } from '../schema'
import { checkEdit } from '../checkEdit.fixture'
import { example } from '../example.fixture'
import { addSource, removeSource, setSource } from './about'
import {
  addModuleParam,
  removeModuleParam,
  renameModuleParam,
  renameSymbol,
  setModuleParam,
  whyNotParamName,
  whyNotRenameSymbol,
} from './names'
import { english } from '../../shared/message'

test('a symbol is followed by every formula that uses it', () => {
  const changed = checkEdit(example, (d) => renameSymbol(d, 'width', 'd_model'))
  expect(changed.symbols).toMatchObject({ d_model: 64, hidden: '4 * d_model' })
  expect(Object.keys(changed.symbols!)[0]).toBe('d_model')
  expect(changed.variants![1]!.set).toEqual({ d_model: 128 })
  expect(nodeAt(changed, 'project')!.params).toEqual({ width: 'd_model' })
  // A module's own parameter of the name is another thing.
  const heads = checkEdit(example, (d) => renameSymbol(d, 'heads', 'h'))
  expect(heads.modules!.layer!.params).toEqual({ heads: 'h' })
  expect(nodeAt(heads, 'layer:attention')!.params).toEqual({ heads: 'heads' })
  expect(nodeAt(heads, 'lm')!.params).toEqual({ heads: 'h * 2' })
})

test('what a block begins with is said when its symbol is called otherwise', () => {
  const pixels: Diagram = {
    ...example,
    nodes: [{ id: 'image', block: 'image' }],
    edges: [],
    symbols: { image_size: 9, B: 2 },
  }
  const changed = checkEdit(pixels, (d) => renameSymbol(d, 'image_size', 'pixels'))
  expect(changed.nodes[0]!.params).toEqual({ size: 'pixels' })
})

test.each([
  ['width', 'heads', /already/],
  ['width', 'a b', /cannot be called/],
  ['nobody', 'x', /There is no symbol/],
])('%s cannot be called %s', (name, now, why) => {
  expect(english(whyNotRenameSymbol(example, name, now)!)).toMatch(why)
  expect(checkEdit(example, (d) => renameSymbol(d, name, now))).toBe(example)
})

test.each(allDiagrams())('$name counts the same whatever its symbols are called', ({ diagram }) => {
  const names = Object.keys(diagram.symbols ?? {})
  const renamed = names.reduce((each, name) => renameSymbol(each, name, `${name}_renamed`), diagram)
  expect(Object.keys(renamed.symbols ?? {}).filter((name) => !name.endsWith('_renamed'))).toEqual([])
  expect(analyse(renamed, viewOf(renamed)).total).toEqual(analyse(diagram, viewOf(diagram)).total)
  expect(names.reduce((each, name) => renameSymbol(each, `${name}_renamed`, name), renamed)).toMatchObject({
    symbols: diagram.symbols,
    ...(diagram.variants && { variants: diagram.variants }),
    ...(diagram.modules && { modules: diagram.modules }),
  })
})

test('parameters of a module: added, changed, renamed at every instance, taken away when unused', () => {
  const added = checkEdit(example, (d) => addModuleParam(d, 'layer', 'drop', 0))
  expect(added.modules!.layer!.params).toEqual({ heads: 'heads', drop: 0 })
  expect(checkEdit(added, (d) => setModuleParam(d, 'layer', 'drop', 1)).modules!.layer!.params!.drop).toBe(1)
  expect(checkEdit(added, (d) => removeModuleParam(d, 'layer', 'drop')).modules).toEqual(example.modules)
  expect(checkEdit(example, (d) => removeModuleParam(d, 'layer', 'heads'))).toBe(example)
  const renamed = checkEdit(example, (d) => renameModuleParam(d, 'layer', 'heads', 'h'))
  expect(renamed.modules!.layer!.params).toEqual({ h: 'heads' })
  expect(nodeAt(renamed, 'layer:attention')!.params).toEqual({ heads: 'h' })
  expect(nodeAt(renamed, 'lm')!.params).toEqual({ h: 'heads * 2' })
  expect(english(whyNotParamName(example, 'layer', 'heads')!)).toMatch(/already/)
  expect(english(whyNotParamName(example, 'layer', '2x')!)).toMatch(/cannot be called/)
})

test('sources come, change and go, with what names them', () => {
  const added = checkEdit(example, (d) => addSource(d, 'Attention is all you need'))
  const [source] = added.about.sources!
  expect(source).toEqual({ id: 'Attention_is_all_you_need', title: 'Attention is all you need' })
  const named: Diagram = { ...added, symbols: { ...added.symbols, width: { value: 64, source: source!.id } } }
  const changed = checkEdit(named, (d) => setSource(d, source!.id, { year: 2017, authors: 'Vaswani et al.' }))
  expect(changed.about.sources![0]).toMatchObject({ year: 2017 })
  const gone = checkEdit(changed, (d) => removeSource(d, source!.id))
  expect(gone.about).not.toHaveProperty('sources')
  expect(gone.symbols!.width).toEqual({ value: 64 })
})

test('nothing names a source that is gone', () => {
  const sourced: Diagram = {
    ...example,
    about: { ...example.about, sources: [{ id: 'P', title: 'A paper' }] },
    symbols: { ...example.symbols, width: { value: 64, source: 'P' } },
    published: [{ ...example.published![0]!, source: 'P' }],
    results: [{ task: 'VQA', value: 0.5, source: 'P' }],
  }
  const gone = checkEdit(sourced, (d) => removeSource(d, 'P'))
  expect(JSON.stringify(gone)).not.toContain('"P"')
  expect(gone.results).toEqual([{ task: 'VQA', value: 0.5 }])
})
