import { expect, test } from 'vitest'
import { viewOf } from '../../../graph/view'
import { resolve } from '../../../graph/resolve'
import { analyse } from '../../../semantics/analyse'
import { inRow, tiny } from '../../tiny.fixture'
import { toFlow, withSelection } from './toFlow'

const view = viewOf(tiny, { unfolded: new Set(['stack']) })
const graph = resolve(analyse(tiny, view), view)
const layout = inRow(graph)
const flow = toFlow(graph, layout, 'right', { node: (node) => node.title, edge: (edge) => edge.title })

test('every node is an area of its size at its place', () => {
  const byId = new Map(flow.nodes.map((node) => [node.id, node]))
  expect([...byId.keys()]).toEqual(['image', 'embed', 'stack', 'stack/norm', 'stack/linear', 'norm', 'text'])
  for (const [path, box] of layout.nodes) {
    const { position, width, height, ariaLabel } = byId.get(path)!
    expect({ ...position, width, height }, path).toEqual(box)
    expect(ariaLabel).not.toBe('')
  }
})

test('what lies inside lies above, and only the wall of what holds it can be grasped', () => {
  const [stack, inside] = ['stack', 'stack/norm'].map((id) => flow.nodes.find((node) => node.id === id)!)
  expect(stack!.type).toBe('container')
  expect(stack!.dragHandle).toBeDefined()
  expect(inside!.type).toBe('box')
  expect(inside!.zIndex!).toBeGreaterThan(stack!.zIndex!)
})

test('every edge is a route, those at a wall too', () => {
  expect(flow.routes.map((route) => route.id)).toEqual([
    '#image.image>embed.image',
    '#embed.tokens>stack.x',
    '#stack.x>norm.x',
    'stack#in.x>norm.x',
    'stack#norm.x>linear.x',
    'stack#linear.x>out.x',
  ])
})

test('ports lie on the wall, used ones where their edge ends', () => {
  const { ports, box } = flow.nodes.find((node) => node.id === 'stack')!.data
  expect(ports.map(({ kind, port, side }) => `${kind}:${port.id} ${side}`)).toEqual([
    't:x left',
    's:x right',
    'S:x left',
    'T:x right',
  ])
  for (const { at, side } of ports) expect(at.x).toBe(side === 'left' ? box.x : box.x + box.width)
})

test('selecting changes only what is selected', () => {
  const marked = withSelection(flow.nodes, new Set(['embed']))
  expect(marked.filter((node) => node.selected).map((node) => node.id)).toEqual(['embed'])
  expect(marked.filter((node, i) => node === flow.nodes[i])).toHaveLength(flow.nodes.length - 1)
})
