import { expect, test } from 'vitest'
import { allDiagrams } from './diagrams.fixture'
import type { Diagram, Step } from './document/schema'
import { parseValue } from './document/parse'
import type { Primitive } from './drawing/primitives'
import { layOut } from './layout/inProcess'
import { plainLook } from './scene/look'
import { checkScene } from './scene/check'
import { renderSteps } from './talk'

const clip = allDiagrams().find(({ name }) => name === 'clip')!.diagram

function withSteps(steps: Step[]): Diagram {
  const parsed = parseValue({ ...clip, steps })
  if (!parsed.ok) throw new Error(parsed.problems[0]!.sentence)
  return parsed.diagram
}

const talk = withSteps([
  { title: 'The whole', text: 'A short text.' },
  { title: 'Images', focus: ['image_encoder'] },
  { title: 'Smaller', variant: 'ViT-L/14@336', focus: [] },
  { title: 'Shapes', shapes: 'all', text: 'A text that goes on and on. '.repeat(20) },
  { title: 'Without the end', hidden: ['text_encoder'], shapes: 'off' },
])
const pictures = await renderSteps(talk, plainLook, layOut)

const groupsOf = (list: readonly Primitive[]): Map<string, Primitive> =>
  new Map(list.flatMap((each) => (each.kind === 'group' && each.node ? [[each.node, each]] : [])))

test('nothing moves between steps that show the same nodes', () => {
  const [first] = pictures
  for (const { layout, scene } of pictures) {
    expect(layout).toBe(first!.layout)
    expect([scene.width, scene.height, scene.origin]).toEqual([
      first!.scene.width,
      first!.scene.height,
      first!.scene.origin,
    ])
  }
})

test('every step is a sound picture', () => {
  for (const { scene, graph, layout } of pictures) expect(checkScene(scene, graph, layout)).toEqual([])
})

test('what is not in focus is drawn in the same places in other colours', () => {
  const [all, focused] = pictures.map(({ scene }) => groupsOf(scene.primitives))
  const bare = (primitive: Primitive) => JSON.stringify(primitive).replace(/#[0-9A-Fa-f]{6}/g, '')
  for (const [path, group] of all!) {
    expect(bare(focused!.get(path)!)).toBe(bare(group))
    const isLit = path === 'image_encoder' || path.startsWith('image_encoder/')
    expect(JSON.stringify(focused!.get(path)) === JSON.stringify(group), path).toBe(isLit)
  }
})

test('what is not revealed is not drawn, and neither are its edges', () => {
  const { scene } = pictures[4]!
  const drawn = JSON.stringify(scene.primitives)
  expect(drawn).not.toMatch(/"(node|edge)":"[^"]*\btext_encoder\b/)
  expect(groupsOf(scene.primitives).has('image_encoder')).toBe(true)
})

test('one step alone is the same picture as in the whole talk', async () => {
  const [only] = await renderSteps(talk, plainLook, layOut, {}, [1])
  expect(only!.scene).toEqual(pictures[1]!.scene)
})
