import { expect, test } from 'vitest'
import { unfoldTo } from '../../document/edit/view'
import { analyse } from '../../semantics/analyse'
import { resolve } from '../../graph/resolve'
import { viewOf } from '../../graph/view'
import type { GroupPrimitive } from '../../drawing/primitives'
import { inRow, shown, tiny, tinyEditor } from '../tiny.fixture'
import { nowhere, stepped, type Place } from './places'
import { spotlightOf } from './spotlight'
import { nodeTowards, type Side } from './walk'

const diagram = unfoldTo(tiny, 1)
const view = viewOf(diagram)
const graph = resolve(analyse(diagram, view), view)
const layout = inRow(graph)

test.each<[string | undefined, Side, string | undefined]>([
  [undefined, 'right', 'image'],
  ['image', 'right', 'embed'],
  ['embed', 'right', 'stack'],
  ['stack', 'right', 'norm'],
  ['norm', 'left', 'stack'],
  ['stack/norm', 'right', 'stack/linear'],
  // Out through the wall, along the edge.
  ['stack/linear', 'right', 'norm'],
  ['stack/norm', 'left', 'embed'],
  // No edge leads there, but something stands there.
  ['norm', 'right', 'text'],
  ['text', 'right', undefined],
  ['image', 'up', undefined],
  ['#embed.tokens>stack.x', 'right', 'stack'],
  ['#embed.tokens>stack.x', 'left', 'embed'],
])('from %s to the %s: %s', (from, side, expected) => {
  expect(nodeTowards(graph, layout, from, side)).toBe(expected)
})

const place = (node: string): Place => ({ node, selection: [], offset: { x: 0, y: 0 }, zoom: 1 })

test('back and forward, as in a browser', () => {
  expect(stepped(nowhere, 'back', place('a'))).toBeUndefined()
  const first = stepped({ back: [place('a'), place('b')], forward: [] }, 'back', place('c'))!
  expect(first.to.node).toBe('b')
  const second = stepped(first.places, 'back', first.to)!
  expect(second.to.node).toBe('a')
  const third = stepped(second.places, 'forward', second.to)!
  expect(third.to.node).toBe('b')
  const last = stepped(third.places, 'forward', third.to)!
  expect(last.to.node).toBe('c')
  expect(last.places).toEqual({ back: [place('a'), place('b')], forward: [] })
})

const group = (part: Partial<GroupPrimitive>): GroupPrimitive => ({ kind: 'group', children: [], ...part })

test('what is not joined to the selection steps back', async () => {
  const editor = tinyEditor(diagram)
  await shown(editor)
  expect(spotlightOf(editor.state())).toBeUndefined()
  editor.setSession({ spotlight: 'trace' })
  expect(spotlightOf(editor.state())).toBeUndefined()
  editor.select(['stack/norm'])
  const trace = spotlightOf(editor.state())!
  const faint = (part: Partial<GroupPrimitive>) => trace.isFaint(group(part))
  expect(['text', 'image', 'stack', 'stack/linear', 'norm'].map((node) => faint({ node }))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
  expect(faint({ edge: '#image.image>embed.image' })).toBe(false)
  expect(faint({ id: 'title' })).toBe(false)

  editor.setSession({ spotlight: 'neighbours' })
  const near = spotlightOf(editor.state())!
  expect(near.isFaint(group({ node: 'image' }))).toBe(true)
  expect(near.isFaint(group({ node: 'embed' }))).toBe(false)
  expect(near.isFaint(group({ node: 'norm' }))).toBe(true)
  expect(near.isFaint(group({ edge: '#image.image>embed.image' }))).toBe(true)
})
