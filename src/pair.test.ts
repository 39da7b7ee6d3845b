// Side by side in the hall: what differs can be read from the last row, in the talks and of any two diagrams what a step points at.
import { expect, test } from 'vitest'
import { allDiagrams } from './diagrams.fixture'
import { companionOf } from './document/companions'
import type { Beside, Diagram } from './document/schema'
import { rememberedLayOut } from './layout/remembered.fixture'
import { renderPair, type Pair } from './pair'
import { drawSide, toldOf } from './scene/beside/beside'
import { countOf, differingIn } from './scene/beside/differences'
import { readOn } from './scene/beside/sharing'
import { leastText, smallestText } from './scene/framing'
import { plainLook } from './scene/look'
import type { Size } from './shared/geometry'
import { renderSteps } from './talk'

const screens = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
]
const all = allDiagrams()
const layOut = rememberedLayOut()
const named = (name: string) => all.find((each) => each.name === name)!.diagram
const talks = all.filter(({ diagram }) => diagram.steps?.some(({ beside }) => beside))

async function paired(diagram: Diagram, asked: Beside, screen: Size, index: number) {
  const bare = { large: true, title: false, legend: false, bar: false }
  const [left] = await renderSteps(diagram, plainLook, layOut, bare, { indexes: [index] })
  return (await renderPair(diagram, asked, left!, layOut, screen))!
}

/** Of the height of the screen: the smallest type of what differs, as it is drawn. */
function smallest(pair: Pair, screen: Size): number {
  const differences = toldOf(...pair)
  const types = (['left', 'right'] as const).map((side, i) =>
    smallestText(drawSide(pair[i]!, differences, side).primitives, differingIn(differences, side)),
  )
  const { zoom } = readOn(...pair, differences, screen)
  return (Math.min(...types.map((type) => type ?? Infinity)) * zoom) / screen.height
}

test.each(talks)('$name: what differs is at least 2.2 % of the height, on every screen', async ({ diagram }) => {
  for (const [index, { beside }] of diagram.steps!.entries())
    if (beside)
      for (const screen of screens) {
        const pair = await paired(diagram, beside, screen, index)
        expect(toldOf(...pair).changed).not.toEqual([])
        expect(smallest(pair, screen)).toBeGreaterThanOrEqual(leastText - 1e-9)
      }
})

test('two models of which nearly everything differs come nearer than unfolded, and can be read where the step points', async () => {
  const screen = screens[0]!
  const both = { ...named('pali'), companions: { flamingo: companionOf(named('flamingo')) } }
  const asked = { diagram: 'flamingo' }
  const whole = await paired(both, asked, screen, 0)
  expect(countOf(toldOf(...whole))).toBeGreaterThan(8)
  expect(smallest(whole, screen)).toBeGreaterThan(0.7 * leastText)

  const pointed = { ...both, steps: [{ focus: ['vision', 'encoder'] }] }
  const near = await paired(pointed, asked, screen, 0)
  expect(toldOf(...near).changed.map(({ left }) => left.path)).toEqual(['vision', 'encoder'])
  expect(smallest(near, screen)).toBeGreaterThanOrEqual(leastText - 1e-9)
})
