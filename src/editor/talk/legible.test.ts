// The talks that come with the program, in the hall: what a step points at can be read from the last row of every screen.
import { expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import { contrast } from '../../drawing/colour'
import { textsIn } from '../../drawing/texts'
import { svg } from '../../exporters/svg'
import { viewOf } from '../../graph/view'
import { pagesFor } from '../../pages'
import type { Primitive, RectPrimitive, TextPrimitive } from '../../drawing/primitives'
import { plainLook } from '../../scene/look'
import type { Scene } from '../../scene/scene'
import { rememberedLayOut } from '../../layout/remembered.fixture'
import { renderSteps } from '../../talk'
import { stageShare } from '../../scene/beside/sharing'
import { isWithin } from '../../shared/path'
import { framing, leastText, smallestText } from '../../scene/framing'

const screens = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
]

/** Every theme and test looks at the same layouts. */
const layOut = rememberedLayOut()

const talks = allDiagrams().filter(({ diagram }) => diagram.steps?.length)

test('five diagrams have talks', () => {
  expect(talks.length).toBeGreaterThanOrEqual(5)
})

const themed = talks.flatMap((talk) => (['light', 'dark', 'print'] as const).map((theme) => ({ ...talk, theme })))

test.each(themed)('$name: text in focus has a contrast of 7 to 1, $theme', async ({ diagram, theme }) => {
  const pictures = await renderSteps(diagram, { ...plainLook, theme, strong: true }, layOut, { large: true })
  expect(pictures.flatMap(({ step: { shows }, scene }) => weakIn(scene, shows.focus))).toEqual([])
})

test.each(themed)('$name: so it is on slides, in all that is not dimmed, $theme', async ({ diagram, theme }) => {
  const indexes = diagram.steps!.map((_, i) => i)
  const wish = {
    what: { kind: 'steps', indexes },
    view: viewOf(diagram),
    forSteps: {},
    fit: 'slide',
    exporter: svg,
  } as const
  const { pages } = await pagesFor(diagram, { ...wish, look: { ...plainLook, theme } }, layOut)
  const weak = pages.flatMap(({ scene, drawn, step }) => {
    const { lens, beside } = diagram.steps![step! - 1]!
    const focus = [...drawn!.look.focus!]
    return lens || beside ? [] : weakIn(scene, focus.length ? focus : [...drawn!.layout.nodes.keys()])
  })
  expect(weak).toEqual([])
  const captions = pages.map(({ scene }) =>
    scene.primitives.find((each) => each.kind === 'group' && each.id === 'caption')!,
  )
  const { background } = pages[0]!.scene
  expect(textsIn(captions).filter(({ fill }) => contrast(fill, background!) < 7)).toEqual([])
})

function weakIn(scene: Scene, focus: readonly string[]): string[] {
  return inFocus(scene, focus)
    .filter(({ text, ground }) => contrast(text.fill, ground) < 7)
    .map(({ text, ground }) => `${text.text}, ${text.fill} on ${ground}`)
}

/** The texts of the nodes in focus, each with the rectangle it stands on: the last below it that is opaque. */
function inFocus({ primitives, background }: Scene, focus: readonly string[]) {
  const grounds: RectPrimitive[] = []
  const found: { readonly text: TextPrimitive; readonly ground: string }[] = []
  const visit = (list: readonly Primitive[], isLit: boolean) => {
    for (const each of list) {
      if (each.kind === 'group')
        visit(each.children, isLit || focus.some((path) => each.node !== undefined && isWithin(each.node, path)))
      if (each.kind === 'rect' && each.fill !== 'none') grounds.push(each)
      if (each.kind !== 'text' || !isLit) continue
      const under = grounds.findLast(
        ({ x, y, width, height }) => each.x >= x && each.x <= x + width && each.y >= y && each.y <= y + height,
      )
      found.push({ text: each, ground: under?.fill ?? background! })
    }
  }
  visit(primitives, false)
  return found
}

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
