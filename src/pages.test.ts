// What leaves: the dialog and the command line ask for the same pages when they are asked for the same figure.
import { describe, expect, test } from 'vitest'
import { wishOf as wishInTerminal } from './cli/figures'
import { allDiagrams } from './diagrams.fixture'
import { ownBeside } from './editor/beside/chosen'
import { readSettings } from './editor/export/settings'
import { wishOf as wishInDialog } from './editor/export/what'
import { exporterFor } from './exporters'
import { html } from './exporters/html'
import { sheetsOf } from './exporters/pdf/sheet'
import { requestOf } from './exporters/pages.fixture'
import { leastPoints, targets } from './exporters/targets'
import { viewOf, type View } from './graph/view'
import { layOut } from './layout/inProcess'
import { pagesFor, stepPages, wholePages, type What } from './pages'
import { render } from './render'
import { plainLook } from './scene/look'
import { phasesOf } from './semantics/setting'

const all = allDiagrams()
const clip = all.find(({ name }) => name === 'clip')!.diagram

/** What is on the canvas, where a hand may have folded, or chosen a phase. */
async function seen(view: Partial<View> = {}) {
  const own = viewOf(clip, view)
  return {
    diagram: clip,
    view: own,
    picture: await render(clip, own, plainLook, layOut),
    gradients: false,
    beside: ownBeside(clip),
  }
}

interface Case {
  readonly extension: string
  readonly what?: What
  readonly settings?: object
  readonly canvas?: Partial<View>
  readonly words: object
}

const whole: What = { kind: 'whole' }
const cases: readonly Case[] = [
  { extension: 'svg', words: {} },
  { extension: 'pptx', settings: { fit: 'slide' }, words: {} },
  { extension: 'pptx', words: { type: 'normal' } },
  { extension: 'svg', settings: { fit: 'column', theme: 'print' }, words: { fit: 'column', theme: 'print' } },
  {
    extension: 'svg',
    canvas: { variant: 'ViT-L/14@336', phase: 'high_resolution' },
    words: { variant: 'ViT-L/14@336', phase: 'high_resolution' },
  },
  { extension: 'svg', canvas: { variant: clip.variants![1]!.id }, words: { variant: clip.variants![1]!.id } },
  { extension: 'svg', canvas: { unfolded: new Set() }, words: { expand: 'none' } },
  {
    extension: 'svg',
    what: { kind: 'selection', paths: ['image', 'image_encoder'] },
    words: { select: 'image,image_encoder' },
  },
  {
    extension: 'pptx',
    what: { kind: 'selection', paths: ['image_encoder'] },
    settings: { fit: 'slide' },
    words: { select: 'image_encoder' },
  },
  {
    extension: 'svg',
    what: { kind: 'module', path: 'image_encoder/blocks' },
    words: { module: 'image_encoder/blocks' },
  },
  { extension: 'svg', what: { kind: 'steps', indexes: [2] }, words: { step: '3' } },
  {
    extension: 'pptx',
    what: { kind: 'steps', indexes: [0, 3, 4] },
    settings: { fit: 'slide', language: 'ja' },
    words: { step: '1,4,5', lang: 'ja' },
  },
  {
    extension: 'svg',
    what: { kind: 'steps', indexes: [4] },
    settings: { fit: 'slide' },
    words: { step: '5', fit: 'slide' },
  },
]

test.each(cases)('$extension: $words', async ({ extension, what = whole, settings, canvas, words }) => {
  const exporter = exporterFor(extension)!
  const dialog = wishInDialog(await seen(canvas), what, readSettings({ extension, ...settings }))
  const terminal = wishInTerminal(clip, { files: [], options: words }, exporter)
  const files = await Promise.all(
    [dialog, terminal].map(async (wish) => {
      const { pages } = await pagesFor(clip, wish, layOut)
      return exporter.export(requestOf(clip, pages))
    }),
  )
  expect(files[0]).toEqual(files[1])
})

test('nothing of a selection is there: no pages', async () => {
  const wish = wishInDialog(await seen(), { kind: 'selection', paths: ['nowhere'] }, readSettings({}))
  expect(await pagesFor(clip, wish, layOut)).toEqual({ pages: [] })
})

describe('a page for the web', () => {
  const largest = all.filter(({ name }) => /^(flamingo|pali)$/.test(name))

  test.each(largest)(
    '$name: phases, steps and folds in one file under 400 kB',
    { timeout: 120_000 },
    async ({ diagram }) => {
      const pages = await wholePages(diagram, viewOf(diagram), {}, plainLook, layOut)
      expect(pages.filter(({ step }) => step !== undefined)).toHaveLength(diagram.steps!.length)
      const views = pages.filter(({ step }) => step === undefined).map((page) => page.drawn!)
      expect(new Set(views.map(({ analysis }) => analysis.phase?.id))).toEqual(
        new Set(phasesOf(diagram, viewOf(diagram)).map(({ id }) => id)),
      )
      // As on a slide: what is written in a step can be read from the last row of any screen.
      for (const { scene, step } of pages)
        if (step !== undefined) expect(leastPoints(targets.slide, scene), `step ${step}`).toBeGreaterThanOrEqual(12)
      const file = String(await html.export(requestOf(diagram, pages)))
      expect(new TextEncoder().encode(file).length).toBeLessThan(400_000)
    },
  )
})

test('a handout shows steps as slides do, each within its figure', async () => {
  const exporter = exporterFor('pdf')!
  const terminal = wishInTerminal(clip, { files: [], options: { step: '1,2', notes: true } }, exporter)
  const options = { notes: true }
  const dialog = wishInDialog(
    await seen(),
    { kind: 'steps', indexes: [0, 1] },
    readSettings({ extension: 'pdf', options }),
  )
  for (const wish of [terminal, dialog]) {
    const { pages } = await pagesFor(clip, wish, layOut)
    for (const { scene } of pages) expect(leastPoints(targets.slide, scene)).toBeGreaterThanOrEqual(12)
    const [sheet] = sheetsOf(pages, 'fit', true)
    for (const { scale, clip: cut } of sheet!.parts)
      if (cut) expect(cut.width * scale).toBeLessThanOrEqual(sheet!.width)
    expect(sheet!.parts.filter(({ clip: cut }) => cut)).toHaveLength(2)
  }
  // What makes no handout draws the whole picture, as ever.
  const { pages } = await pagesFor(clip, { ...terminal, exporter: exporterFor('svg')! }, layOut)
  expect(pages[1]!.scene.width).toBeGreaterThan(1800)
})

test('who waits for steps is told how far they are, up to the end', async () => {
  const { diagram } = allDiagrams().find(({ name }) => name === 'clip')!
  const shares: number[] = []
  const watch = { onProgress: (share: number) => shares.push(share) }
  await stepPages(diagram, {}, plainLook, {}, layOut, watch)
  expect(shares.length).toBeGreaterThan(1)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares[0]).toBeLessThan(1)
  expect(shares.at(-1)).toBe(1)
})
