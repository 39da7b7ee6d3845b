// The talks that come with the program, in the hall: what a step points at can be read from the last row of every screen.
import { expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import { plainLook } from '../../scene/look'
import { layOut } from '../../layout/inProcess'
import { renderSteps } from '../../talk'
import { framing, leastText, smallestText } from '../../scene/framing'

const screens = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
]
/** What the words of a step leave of the screen's height. */
const stageShare = 0.74

const talks = allDiagrams().filter(({ diagram }) => diagram.steps?.length)

test('five diagrams have talks', () => {
  expect(talks.length).toBeGreaterThanOrEqual(5)
})

test.each(talks)('$name: text in focus is at least 2.2 % of the height', async ({ diagram }) => {
  const pictures = await renderSteps(diagram, plainLook, layOut, { large: true })
  const small = pictures.flatMap(({ step: { index, step, shows }, layout, scene }) => {
    if (step.lens || step.beside || !shows.focus.length) return []
    return screens.flatMap((screen) => {
      const stage = { width: screen.width, height: screen.height * stageShare }
      const { zoom } = framing(shows.camera, shows.focus, layout, scene, stage, screen)
      const text = smallestText(scene.primitives, new Set(shows.focus))
      if (text === undefined) return []
      const share = (text * zoom) / screen.height
      return share >= leastText - 1e-9
        ? []
        : [`step ${index + 1} (${shows.focus.join(', ')}) on ${screen.width}: ${(share * 100).toFixed(2)} %`]
    })
  })
  expect(small).toEqual([])
})
