import { expect, test } from 'vitest'
import { allDiagrams } from './diagrams.fixture'
import { languages, type Diagram, type Step } from './document/schema'
import { parseValue } from './document/parse'
import type { Primitive } from './drawing/primitives'
import { lintSvg } from './drawing/lint'
import { svgText } from './exporters/svg'
import { layOut } from './layout/inProcess'
import { plainLook } from './scene/look'
import { checkScene } from './scene/check.fixture'
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
  const [only] = await renderSteps(talk, plainLook, layOut, {}, { indexes: [1] })
  expect(only!.scene).toEqual(pictures[1]!.scene)
})

const talks = allDiagrams().filter(({ diagram }) => diagram.steps?.length)

test('the first five diagrams have talks of 8 to 15 steps, in every language', () => {
  expect(talks.map(({ name }) => name)).toEqual(expect.arrayContaining(['align', 'clip', 'flamingo', 'limoe', 'pali']))
  for (const { name, diagram } of talks) {
    expect(diagram.steps!.length, name).toBeGreaterThanOrEqual(8)
    expect(diagram.steps!.length, name).toBeLessThanOrEqual(15)
    for (const step of diagram.steps!)
      for (const words of [step.title, step.text, step.notes])
        expect(Object.keys(words ?? {}), `${name}: ${JSON.stringify(step.title)}`).toEqual([...languages])
  }
})

test.each(talks)('every step of $name is a sound picture', async ({ diagram }) => {
  for (const language of ['en', 'ja'] as const) {
    const steps = await renderSteps(diagram, plainLook, layOut, { language })
    for (const { step, scene, graph, layout } of steps) {
      expect(checkScene(scene, graph, layout), `step ${step.index + 1}`).toEqual([])
      // What a step points at is in its picture.
      for (const path of step.shows.focus) expect(layout.nodes.has(path), `step ${step.index + 1}: ${path}`).toBe(true)
    }
  }
})

test('a lens and two pictures side by side are figures of their own', async () => {
  const steps = [{ lens: { kind: 'patches' } }, { beside: { variant: 'ViT-L/14' } }]
  const [lens, both] = await renderSteps(withSteps(steps), plainLook, layOut)
  expect(JSON.stringify(lens!.figure)).toContain('"7 × 7"')
  expect(both!.figure!.title).toBe('CLIP ViT-B/32 | CLIP ViT-L/14')
  for (const { figure } of [lens!, both!]) expect(lintSvg(svgText(figure!, 'en'))).toEqual([])
})
