import { expect, test } from 'vitest'
import { allDiagrams } from './diagrams.fixture'
import { viewOf } from './graph/view'
import { layOut } from './layout/inProcess'
import { checkLayout } from './layout/check'
import { checkScene } from './scene/check'
import { plainLook } from './scene/look'
import { leastPoints, pointsOn, renderForSlide } from './slide'

test.each(allDiagrams())('$name on a slide has no text under 12 points', async ({ diagram }) => {
  const { scene, graph, layout } = await renderForSlide(diagram, viewOf(diagram), plainLook, layOut)
  expect(pointsOn(scene)).toBeGreaterThanOrEqual(leastPoints)
  expect(checkLayout(graph, layout)).toEqual([])
  expect(checkScene(scene, graph, layout)).toEqual([])
})
