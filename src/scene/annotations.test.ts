import { beforeAll, expect, test } from 'vitest'
import { example } from '../document/example.fixture'
import { bounds } from '../drawing/bounds'
import { lintSvg } from '../drawing/lint'
import type { GroupPrimitive, Primitive } from '../drawing/primitives'
import { svgText } from '../exporters/svg'
import { viewOf } from '../graph/view'
import { annotationId, placeAnnotations } from '../layout/annotations'
import { layOut } from '../layout/inProcess'
import { render, type Picture } from '../render'
import type { Box } from '../shared/geometry'
import { plainLook } from './look'
import { drawSelection } from './selection'

let picture: Picture
const view = viewOf(example, { unfolded: new Set() })

beforeAll(async () => {
  picture = await render(example, view, plainLook, layOut)
})

const groupOf = (primitives: readonly Primitive[], id: string) =>
  primitives.find((each): each is GroupPrimitive => each.kind === 'group' && each.id === id)

const isWithin = (inner: Box, outer: Box) =>
  inner.x >= outer.x - 0.5 &&
  inner.y >= outer.y - 0.5 &&
  inner.x + inner.width <= outer.x + outer.width + 0.5 &&
  inner.y + inner.height <= outer.y + outer.height + 0.5

test('a text goes along with its node, and says its words', () => {
  const { scene, layout } = picture
  const group = groupOf(scene.primitives, annotationId('', 'text', 'text'))!
  expect(group.title).toBe('Frozen')
  const at = bounds(group.children.filter((each) => each.kind === 'text'))!
  const node = layout.nodes.get('vision')!
  expect(at.x).toBeCloseTo(node.x + scene.origin.x, 0)
  expect(at.y).toBeGreaterThan(node.y + scene.origin.y + 55)
})

test('the page has room for all of them, however far out they are', async () => {
  const far = { ...example, texts: [...example.texts!, { id: 'far', x: -500, y: -300, words: 'far' }] }
  for (const diagram of [example, far]) {
    const { scene } = await render(diagram, view, plainLook, layOut)
    const page = { x: 0, y: 0, width: scene.width, height: scene.height }
    expect(isWithin(bounds(scene.primitives)!, page)).toBe(true)
    expect(lintSvg(svgText(scene, 'en'))).toEqual([])
  }
})

test('a frame is around its nodes and no others, in as many pieces as that takes', () => {
  const { graph, layout } = picture
  const { pieces, heading } = placeAnnotations(graph, layout).frames.get(annotationId('', 'frame', 'frame'))!
  const own = ['text', 'embed', 'lm']
  for (const node of graph.nodes) {
    const box = layout.nodes.get(node.path)!
    const inside = pieces.filter((piece) => isWithin(box, piece))
    expect(inside.length, node.id).toBe(own.includes(node.id) ? 1 : 0)
    if (!own.includes(node.id))
      for (const piece of pieces)
        expect(
          box.x < piece.x + piece.width &&
            piece.x < box.x + box.width &&
            box.y < piece.y + piece.height &&
            piece.y < box.y + box.height,
          node.id,
        ).toBe(false)
  }
  expect(heading!.width).toBeGreaterThan(40)
})

test('in another language the words are others; a part of the picture has those that belong to it', () => {
  const { graph, layout, analysis } = picture
  const paths = ['vision', 'text', 'embed', 'lm']
  const part = drawSelection(graph, layout, analysis, view, plainLook, paths)!
  expect(groupOf(part.primitives, annotationId('', 'text', 'text'))).toBeDefined()
  expect(groupOf(part.primitives, annotationId('', 'text', 'text_2'))).toBeUndefined()
  expect(groupOf(part.primitives, annotationId('', 'frame', 'frame'))?.title).toBe('Language')
  const some = drawSelection(graph, layout, analysis, view, plainLook, ['embed', 'lm'])!
  expect(groupOf(some.primitives, annotationId('', 'frame', 'frame'))).toBeUndefined()
})

test('they are not there before their nodes are', async () => {
  const hidden = new Set(['vision', 'text', 'embed', 'lm'])
  const { scene } = await render(example, view, { ...plainLook, hidden }, layOut)
  expect(groupOf(scene.primitives, annotationId('', 'text', 'text'))).toBeUndefined()
  expect(groupOf(scene.primitives, annotationId('', 'frame', 'frame'))).toBeUndefined()
})
