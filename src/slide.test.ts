import { describe, expect, test } from 'vitest'
import { allDiagrams } from './diagrams.fixture'
import { textsIn } from './drawing/texts'
import { targetNames, targets } from './exporters/targets'
import { viewOf } from './graph/view'
import { layOut } from './layout/inProcess'
import { checkLayout } from './layout/check'
import { checkScene } from './scene/check'
import { plainLook } from './scene/look'
import { renderFor } from './slide'

const all = allDiagrams()
const diagramOf = (name: string) => all.find((each) => each.name === name)!.diagram

test.each(all)('$name on a slide has no text under 12 points', async ({ diagram }) => {
  const { scene, graph, layout, points } = await renderFor(diagram, viewOf(diagram), plainLook, layOut)
  const scale = Math.min(960 / scene.width, 540 / scene.height)
  const sizes = textsIn(scene.primitives).map(({ size }) => size * scale)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12)
  expect(points).toBeCloseTo(Math.min(...sizes), 6)
  expect(checkLayout(graph, layout)).toEqual([])
  expect(checkScene(scene, graph, layout)).toEqual([])
})

describe('elsewhere', () => {
  test('nothing is given up where the words are large enough', async () => {
    const diagram = diagramOf('clip')
    const view = viewOf(diagram)
    const fitted = await renderFor(diagram, view, plainLook, layOut, { ...targets.poster, least: 8 })
    expect(fitted).toMatchObject({ isLarge: false, folded: [], view })
  })

  test.each(targetNames)('words of CLIP can be read on a %s', async (name) => {
    const diagram = diagramOf('clip')
    const target = targets[name]
    const { points } = await renderFor(diagram, viewOf(diagram), plainLook, layOut, target)
    expect(points).toBeGreaterThanOrEqual(Math.min(target.least, 4))
  })

  test('it can be stopped', async () => {
    const diagram = diagramOf('clip')
    const stopped = renderFor(diagram, viewOf(diagram), plainLook, layOut, targets.slide, AbortSignal.abort())
    await expect(stopped).rejects.toThrow(/abort/i)
  })
})
