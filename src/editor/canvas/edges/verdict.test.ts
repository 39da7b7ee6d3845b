import { beforeAll, expect, test } from 'vitest'
import { viewOf } from '../../../graph/view'
import { resolve } from '../../../graph/resolve'
import { analyse } from '../../../semantics/analyse'
import type { Wire } from '../../../semantics/joining/misfit'
import { remedyFor } from '../../../semantics/repairs'
import type { Diagram } from '../../../document/schema'
import { startLanguages } from '../../strings/language'
import { tiny } from '../../tiny.fixture'
import type { HandleRef } from './ends'
import { candidates, verdict, wireBetween } from './verdict'

beforeAll(() => startLanguages('en'))

const view = viewOf(tiny, { unfolded: new Set(['stack']) })
const handle = (path: string, kind: HandleRef['kind'], port: string): HandleRef => ({ path, kind, port })

test.each([
  ['fits', handle('image', 's', 'image'), handle('embed', 't', 'image'), true],
  ['whichever end is grasped first', handle('embed', 't', 'image'), handle('image', 's', 'image'), true],
  ['through the wall from inside', handle('stack', 'S', 'x'), handle('stack/linear', 't', 'x'), true],
  ['a wrong kind', handle('text', 's', 'ids'), handle('embed', 't', 'image'), /gives ids.*takes image/],
  ['two outputs', handle('image', 's', 'image'), handle('text', 's', 'ids'), /Both are outputs/],
  ['across a wall', handle('embed', 's', 'tokens'), handle('stack/linear', 't', 'x'), /No edge crosses/],
  ['a loop', handle('norm', 's', 'x'), handle('stack', 't', 'x'), /loop/],
])('%s', (_, one, other, expected) => {
  const answer = verdict(tiny, view, one, other)
  if (expected === true) expect(answer).toBe(true)
  else expect(answer).toEqual({ sentence: expect.stringMatching(expected as RegExp) })
})

test('a clash of shapes proposes the smallest repair', () => {
  const clashing: Diagram = {
    ...tiny,
    nodes: [...tiny.nodes, { id: 'wide', block: 'linear', params: { width: 20 } }, { id: 'sum', block: 'add' }],
    edges: [...tiny.edges, { from: 'norm.x', to: 'wide.x' }, { from: 'norm.x', to: 'sum.a' }],
  }
  const answer = verdict(clashing, viewOf(clashing), handle('wide', 's', 'x'), handle('sum', 't', 'b'))
  if (answer === true || !answer.misfit) throw new Error('It was not refused for its shape')
  const wire = wireBetween(clashing, handle('wide', 's', 'x'), handle('sum', 't', 'b'))
  const remedy = remedyFor(clashing, viewOf(clashing), wire as Wire, answer.misfit)
  expect(remedy?.label).toMatch(/^Insert a Linear 20 → /)
})

test('only ports of the same graph come into question', () => {
  const graph = resolve(analyse(tiny, view), view)
  const ends = candidates(graph, handle('stack/norm', 's', 'x'))
  expect(ends.map(({ path, kind }) => `${path} ${kind}`)).toEqual(['stack T', 'stack/linear t'])
})
