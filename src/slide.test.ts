import { describe, expect, test } from 'vitest'
import { allDiagrams } from './diagrams.fixture'
import type { Step } from './document/schema'
import { textsIn } from './drawing/texts'
import { lintSvg } from './drawing/lint'
import type { Page } from './exporters/exporter'
import { pptx } from './exporters/pptx'
import { svg, svgText } from './exporters/svg'
import { smallestText, targetNames, targets } from './exporters/targets'
import type { Graph, GraphNode } from './graph/graph'
import { viewOf } from './graph/view'
import { layOut } from './layout/inProcess'
import { checkLayout } from './layout/check'
import { checkScene } from './scene/check.fixture'
import { pagesFor } from './pages'
import { smallestText as framed } from './scene/framing'
import { plainLook } from './scene/look'
import { renderFor } from './slide'

const all = allDiagrams()
const nodesIn = ({ nodes }: Graph): GraphNode[] => nodes.flatMap((n) => [n, ...(n.inside ? nodesIn(n.inside) : [])])
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

  test('a column of a paper has words as large as they can be: down, and narrow', async () => {
    const { points, view } = await renderFor(
      diagramOf('flamingo'),
      viewOf(diagramOf('flamingo')),
      plainLook,
      layOut,
      targets.column,
    )
    expect(points).toBeGreaterThan(6.4)
    expect(view).toMatchObject({ direction: 'down', title: true })
    expect(view.badges).not.toBe(false)
    const m6 = await renderFor(diagramOf('m6'), viewOf(diagramOf('m6')), plainLook, layOut, targets.column)
    expect(m6.points).toBeGreaterThanOrEqual(6)
    const asked = viewOf(diagramOf('clip'))
    const kept = await renderFor(diagramOf('clip'), asked, plainLook, layOut, targets.column, { keepsDirection: true })
    expect(kept.view.direction).toBe(asked.direction)
  })

  test.each(['align', 'clip', 'limoe', 'pali'])(
    '%s in a column has words of 7 points, none of them broken',
    async (name) => {
      const diagram = diagramOf(name)
      const { points, graph } = await renderFor(diagram, viewOf(diagram), plainLook, layOut, targets.column)
      expect(points).toBeGreaterThanOrEqual(7)
      for (const { title, titleLines } of nodesIn(graph)) expect(titleLines.join(' ')).toBe(title)
    },
  )

  test('it can be stopped', async () => {
    const diagram = diagramOf('clip')
    const stopped = renderFor(diagram, viewOf(diagram), plainLook, layOut, targets.slide, {
      signal: AbortSignal.abort(),
    })
    await expect(stopped).rejects.toThrow(/abort/i)
  })
})

describe('a step that shows the whole picture', () => {
  const clip = diagramOf('clip')
  const steps: Step[] = [{ title: 'All' }, { title: 'Shapes?', quiz: ['shapes'] }, { title: 'Shapes', shapes: 'all' }]
  const diagram = { ...clip, steps }
  const wish = {
    what: { kind: 'steps', indexes: [0, 1, 2] },
    view: viewOf(diagram),
    forSteps: {},
    look: plainLook,
    fit: 'slide',
    exporter: svg,
  } as const

  test('says what it gave up, but not the shapes that it asks for', async () => {
    const { pages, changes } = await pagesFor(diagram, wish, layOut)
    expect(changes).toEqual({ isLarge: true, folded: ['image_encoder', 'text_encoder'], without: [] })
    expect(textsIn(pages[1]!.scene.primitives).filter(({ text }) => text === '?').length).toBeGreaterThan(2)
    const plain = await pagesFor(
      { ...diagram, steps: steps.slice(0, 1) },
      { ...wish, what: { kind: 'steps', indexes: [0] } },
      layOut,
    )
    expect(plain.changes).toEqual({ isLarge: true, folded: ['image_encoder'], without: ['shapes'] })
  })

  test('keeps open what a person asked for', async () => {
    const { changes } = await pagesFor(diagram, { ...wish, keepsOpen: true }, layOut)
    expect(changes!.folded).toEqual([])
  })
})

const talks = all.filter(({ diagram }) => diagram.steps?.length)

describe.each(talks)('the steps of $name as slides', async ({ diagram }) => {
  const indexes = diagram.steps!.map((_, i) => i)
  const view = viewOf(diagram)
  const wish = { what: { kind: 'steps', indexes }, view, forSteps: {}, look: plainLook, fit: 'slide' } as const
  const { pages } = await pagesFor(diagram, { ...wish, exporter: svg }, layOut)
  const slides = (await pagesFor(diagram, { ...wish, exporter: pptx }, layOut)).pages

  test.each(pages.map((page, i) => ({ page, step: i + 1 })))('step $step', ({ page: { scene, drawn } }) => {
    expect(scene.width / scene.height).toBeCloseTo(16 / 9, 9)
    const points = 960 / scene.width
    const words = new Set(drawn!.look.focus)
    const focused = framed(scene.primitives, words)
    if (focused !== undefined) expect(focused * points).toBeGreaterThanOrEqual(12)
    const caption = scene.primitives.filter((each) => each.kind === 'group' && each.id === 'caption')
    expect(caption).toHaveLength(1)
    expect(smallestText(caption)! * points).toBeGreaterThanOrEqual(12)
    const small = textsIn(scene.primitives).filter(({ size }) => size * points < 12 - 1e-9)
    expect(small.map(({ text, size }) => `${text}: ${(size * points).toFixed(1)} pt`)).toEqual([])
    expect(lintSvg(svgText(scene, 'en'))).toEqual([])
  })

  test('steps that show the whole picture of the same nodes show it in the same places', () => {
    const whole = pages.filter(({ step, drawn }) => {
      const { lens, beside } = diagram.steps![step! - 1]!
      return !lens && !beside && !drawn!.look.focus?.size
    })
    const places = new Map<string, string>()
    for (const { scene, drawn } of whole) {
      const key = [...drawn!.layout.nodes.keys()].join()
      const place = JSON.stringify([scene.width, scene.origin, [...drawn!.layout.nodes]])
      expect(places.get(key) ?? place).toBe(place)
      places.set(key, place)
    }
    expect(whole.length).toBeGreaterThan(0)
  })

  test('what comes in from beyond a slide is there, under the name it has on the others', () => {
    const names = (page: Page) => page.scene.primitives.flatMap((each) => (each.kind === 'group' ? [each.node] : []))
    for (const [i, page] of slides.entries()) {
      const cropped = names(pages[i]!)
      expect(names(page)).toEqual(expect.arrayContaining(cropped))
    }
    expect(slides.flatMap(names).length).toBeGreaterThan(pages.flatMap(names).length)
  })
})
