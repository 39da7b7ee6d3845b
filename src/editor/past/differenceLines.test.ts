import { beforeAll, expect, test } from 'vitest'
import { differenceOf } from '../../document/difference'
import { connect } from '../../document/edit/edges'
import { removeNodes } from '../../document/edit/nodes'
import { setParam } from '../../document/edit/params'
import { setState } from '../../document/edit/states'
import { setSymbol } from '../../document/edit/symbols'
import { setPin, setView } from '../../document/edit/view'
import { setTitle } from '../../document/edit/words'
import type { Diagram } from '../../document/schema'
import { example } from '../../document/example.fixture'
import { say, startLanguages } from '../strings/language'
import { differenceLines } from './differenceLines'
import { summarise } from './summary'

beforeAll(() => startLanguages('en'))

function linesOf(edit: (diagram: Diagram) => Diagram): string[] {
  const after = edit(example)
  const lines = differenceLines({ before: example, after, difference: differenceOf(example, after) }, 'en', say)
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
  return lines.map(({ kind, name, what }) => [kind, name, what].filter(Boolean).join(' | '))
}

test.each<[(diagram: Diagram) => Diagram, string]>([
  [(d) => setParam(d, 'project', 'width', 12), 'changed | Linear (project) | params.width width → 12'],
  [(d) => setSymbol(d, 'width', 96), 'changed | width | 64 → 96'],
  [(d) => setTitle(d, 'Other', 'en'), 'changed | Title of the diagram | Example → Other'],
  [(d) => setState(d, ['lm'], 'frozen', { phase: 'pretrain' }), 'added | Layer | Pretraining: inherited → frozen'],
  [(d) => connect(d, '', 'text.ids', 'lm.x'), 'added | Token ids → Layer'],
  [(d) => setPin(d, 'norm', { x: 1, y: 2 }), 'changed | moved: 1 | LayerNorm'],
  [(d) => setView(d, { direction: 'down' }), 'changed | view'],
  [(d) => removeNodes(d, '', ['project']), 'removed | Linear (project)'],
])('%#: %s', (edit, line) => {
  expect(linesOf(edit)).toContain(line)
})

test('one thing is called by its name, many are counted', () => {
  expect(summarise(example, setTitle(example, 'Other', 'en'), say, 'en')).toBe('Title: Other')
  const without = removeNodes(example, '', ['norm', 'text'])
  expect(summarise(example, without, say, 'en')).toBe('2 removed, edges: 2, values: 1')
  expect(summarise(example, example, say, 'en')).toBe('')
})
