import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { connect } from '../document/edit/edges'
import { removeNodes } from '../document/edit/nodes'
import { setParam } from '../document/edit/params'
import { analyse } from './analyse'
import { compareAnalyses } from './compare'
import { tinyLanguageModel } from './sample.fixture'

const diagram = tinyLanguageModel()

test.each(allDiagrams())('$name is the same as itself', ({ diagram }) => {
  const { nodes, edges } = compareAnalyses(analyse(diagram), analyse(structuredClone(diagram)))
  expect({ nodes, edges }).toEqual({ nodes: [], edges: [] })
})

test('a wider layer: its own count, and what travels after it', () => {
  const wider = setParam(diagram, 'extra', 'width', 3)
  const found = compareAnalyses(analyse(diagram), analyse(wider))
  expect(found.nodes.map(({ path, difference }) => `${difference} ${path}`)).toEqual(['changed extra'])
  expect([found.before.params.total, found.after.params.total]).toEqual([60n, 64n])
  expect(found.edges).toEqual([])
})

test('a symbol reaches shapes on edges', () => {
  const found = compareAnalyses(analyse(diagram), analyse(diagram, { set: { width: 6 } }))
  expect(found.edges).toContainEqual({
    id: '#embed.tokens>linear.x',
    difference: 'changed',
    before: 'B × 3 × 4',
    after: 'B × 3 × 6',
  })
  expect(found.nodes.map(({ path }) => path)).toEqual(['embed', 'linear', 'extra', 'head'])
})

test('what goes and what comes', () => {
  const shorter = connect(removeNodes(diagram, '', ['linear', 'extra']), '', 'embed.tokens', 'head.x')
  const found = compareAnalyses(analyse(diagram), analyse(shorter))
  expect(found.nodes.map(({ path, difference }) => `${difference} ${path}`)).toEqual([
    'removed linear',
    'removed extra',
  ])
  expect(found.nodes[0]).toMatchObject({ before: { params: { total: 20n } }, after: { params: { total: 0n } } })
  const back = compareAnalyses(analyse(shorter), analyse(diagram))
  expect(back.nodes.map(({ path, difference }) => `${difference} ${path}`)).toEqual(['added linear', 'added extra'])
  expect(back.edges.map(({ difference }) => difference).sort()).toEqual(['added', 'added', 'added', 'removed'])
})
