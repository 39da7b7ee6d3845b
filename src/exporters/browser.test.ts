// Formats whose readers want a browser: Mermaid draws every overview, and the engine of draw.io puts every shape where the
// picture has it. Where there is no Chromium, the tests say so by being skipped.
import { join } from 'node:path'
import { chromium, type Browser, type Page as Tab } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium, launchArguments } from '../../e2e/chromium.mjs'
import { allDiagrams } from '../diagrams.fixture'
import { drawio } from './drawio'
import { leafEdges } from './leaves'
import { mermaid } from './mermaid'
import { hostileDiagrams } from './hostile.fixture'
import { figureOf, requestOf } from './pages.fixture'

const executablePath = findChromium()
const modules = join(import.meta.dirname, '../../node_modules')

describe.skipIf(!executablePath)('Chromium', { timeout: 240_000 }, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: launchArguments })
  })
  afterAll(() => browser?.close())

  /** A page with a script of a package in it, which can load nothing. */
  async function tabWith(script: string, before: () => void = () => undefined): Promise<Tab> {
    const tab = await browser.newPage({ viewport: { width: 1600, height: 900 } })
    await tab.route('**', (route) => route.abort())
    await tab.setContent('<div id="place" style="position:absolute;inset:0"></div>')
    await tab.evaluate(before)
    await tab.addScriptTag({ path: join(modules, script) })
    return tab
  }

  test('Mermaid draws every overview, with all its edges', async () => {
    const tab = await tabWith('mermaid/dist/mermaid.min.js')
    for (const { name, diagram } of allDiagrams()) {
      const page = await figureOf(diagram)
      const text = (await mermaid.export(requestOf(diagram, [page]))) as string
      const edges = await drawMermaid(tab, text)
      expect(edges, name).toBe(leafEdges(page.drawn!.graph, () => true).length)
    }
  })

  test('Mermaid draws hostile labels, and runs nothing that is in them', async () => {
    const tab = await tabWith('mermaid/dist/mermaid.min.js')
    for (const diagram of hostileDiagrams()) {
      const page = await figureOf(diagram)
      const text = (await mermaid.export(requestOf(diagram, [page]))) as string
      expect(await drawMermaid(tab, text), text).toBe(leafEdges(page.drawn!.graph, () => true).length)
      expect(await tab.evaluate('window.broken')).toBeUndefined()
    }
  })

  test('the engine of draw.io reads every overview: shapes, containers, and edges that end where they should', async () => {
    const tab = await tabWith('mxgraph/javascript/mxClient.min.js', () => {
      Object.assign(window, {
        mxLoadResources: false,
        mxLoadStylesheets: false,
        mxForceIncludes: false,
        mxBasePath: '.',
      })
    })
    for (const { name, diagram } of allDiagrams()) {
      const page = await figureOf(diagram)
      const { layout } = page.drawn!
      const states = await readWithMxGraph(tab, (await drawio.export(requestOf(diagram, [page]))) as string)
      const { origin } = page.scene
      for (const [path, box] of layout.nodes) {
        const found = states.shapes[`cell-${path.replaceAll('/', '-')}`]
        expect(found, `${name} ${path}`).toBeDefined()
        if (!found) continue
        expect(
          Math.abs(found[0] - box.x - origin.x) + Math.abs(found[1] - box.y - origin.y),
          `${name} ${path}`,
        ).toBeLessThan(1)
      }
      const drawn = states.edges.map((ends) => ends.map(Math.round).join()).sort()
      const wanted = [...layout.edges.values()].map(({ points }) => {
        const ends = [points[0]!, points.at(-1)!]
        return ends.flatMap(({ x, y }) => [Math.round(x + origin.x), Math.round(y + origin.y)]).join()
      })
      expect(drawn.length, name).toBe(wanted.length)
      const near = (a: string, b: string) => {
        const other = b.split(',').map(Number)
        return a.split(',').every((value, i) => Math.abs(Number(value) - other[i]!) <= 2)
      }
      for (const ends of wanted)
        expect(
          drawn.some((each) => near(each, ends)),
          `${name} ${ends}`,
        ).toBe(true)
    }
  })
})

interface MermaidWindow {
  readonly mermaid: {
    initialize(config: object): void
    render(id: string, text: string): Promise<{ readonly svg: string }>
  }
}

/** How many edges it drew. Throws what Mermaid throws. */
function drawMermaid(tab: Tab, text: string): Promise<number> {
  return tab.evaluate(async (source) => {
    const { mermaid } = window as unknown as MermaidWindow
    mermaid.initialize({ startOnLoad: false, maxTextSize: 1_000_000 })
    const { svg } = await mermaid.render('figure', source)
    const place = document.createElement('div')
    place.innerHTML = svg
    return place.querySelectorAll('.edgePaths > path, .edgePaths > g > path').length
  }, text)
}

interface MxStates {
  readonly shapes: Record<string, [number, number]>
  /** x and y of both ends. */
  readonly edges: number[][]
}

function readWithMxGraph(tab: Tab, text: string): Promise<MxStates> {
  return tab.evaluate((xml) => {
    // mxGraph has no types.
    const { mxUtils, mxGraph, mxCodec } = window as unknown as Record<string, any>
    const document_ = mxUtils.parseXml(xml)
    const place = document.getElementById('place')!
    place.replaceChildren()
    const graph = new mxGraph(place)
    new mxCodec(document_).decode(document_.getElementsByTagName('mxGraphModel')[0], graph.getModel())
    const shapes: Record<string, [number, number]> = {}
    const edges: number[][] = []
    for (const cell of Object.values<any>(graph.getModel().cells)) {
      const state = graph.view.getState(cell)
      if (!state) continue
      const points = state.absolutePoints as { x: number; y: number }[] | null
      if (cell.edge && points) edges.push([points[0]!, points.at(-1)!].flatMap(({ x, y }) => [x, y]))
      else shapes[cell.id] = [state.x, state.y]
    }
    return { shapes, edges }
  }, text)
}
