// The formats that are text, opened by what reads them: Graphviz, LaTeX, and readers of XML, BibTeX and Markdown.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instance } from '@viz-js/viz'
import { afterAll, describe, expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { serialise } from '../document/serialise'
import type { Graph, GraphNode } from '../graph/graph'
import { openText } from '../importers/open'
import { bibtex } from './bibtex'
import { dot } from './dot'
import { drawio } from './drawio'
import type { Exporter, Page } from './exporter'
import { leafEdges } from './leaves'
import { labelled } from './hostile.fixture'
import { markdown } from './markdown'
import { mermaid } from './mermaid'
import { readBibtex } from './bibtex.fixture'
import { figureOf, requestOf, unfolded } from './pages.fixture'
import { tikz } from './tikz'
import { first, parseXml, type XmlElement } from './xml.fixture'

const diagrams = allDiagrams()
const flamingo = diagrams.find(({ name }) => name === 'flamingo')!.diagram
const folder = mkdtempSync(join(tmpdir(), 'frieze-text-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = async (exporter: Exporter, page: Page, diagram = flamingo) =>
  (await exporter.export(requestOf(diagram, [page]))) as string

const nodesIn = (graph: Graph): GraphNode[] => graph.nodes.flatMap((n) => [n, ...(n.inside ? nodesIn(n.inside) : [])])

describe('Graphviz', () => {
  test('lays out every overview, with all nodes, clusters and edges', { timeout: 180_000 }, async () => {
    const viz = await instance()
    for (const { name, diagram } of diagrams) {
      const page = await figureOf(diagram)
      const text = await write(dot, page, diagram)
      const { status, errors } = viz.render(text, { format: 'dot' })
      // It knows the widths of no signs but ASCII ones, and says so.
      const wrong = errors.filter(({ level, message }) => level !== 'warning' || !message.includes('non-ASCII'))
      expect({ status, wrong }, name).toEqual({ status: 'success', wrong: [] })
      const found = viz.renderJSON(text) as { objects: { name: string }[]; edges: unknown[] }
      const { graph } = page.drawn!
      const closed = nodesIn(graph).filter((node) => !node.inside)
      const clusters = nodesIn(graph).length - closed.length
      expect(
        found.objects.filter(({ name: each }) => each.startsWith('cluster_')),
        name,
      ).toHaveLength(clusters)
      expect(found.objects.length - clusters, name).toBeGreaterThanOrEqual(closed.length)
      expect(found.edges, name).toHaveLength(leafEdges(graph, () => true).length)
    }
  })

  test('edges reach through walls', async () => {
    const { graph } = (await figureOf(flamingo)).drawn!
    const edges = leafEdges(graph, () => true).map(
      ({ from, to }) => `${from.node.path}.${from.port} > ${to.node.path}.${to.port}`,
    )
    expect(edges).toContain('vision.tokens > resampler/project_features.x')
    expect(edges).toContain('resampler/flatten_images.x > project_latents.x')
    expect(edges.every((edge) => !/(^| )(resampler|groups)\./.test(edge))).toBe(true)
  })
})

const latex = (() => {
  try {
    execFileSync('pdflatex', ['--version'], { stdio: 'ignore' })
    execFileSync('kpsewhich', ['standalone.cls', 'pgflibraryarrows.meta.code.tex'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

function compile(name: string, text: string): string {
  writeFileSync(join(folder, `${name}.tex`), text)
  const options = { cwd: folder, stdio: 'ignore', timeout: 240_000 } as const
  try {
    execFileSync('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', `${name}.tex`], options)
  } catch {
    const log = readFileSync(join(folder, `${name}.log`), 'utf8')
    throw new Error(log.slice(Math.max(0, log.indexOf('\n!'))).slice(0, 2000))
  }
  return readFileSync(join(folder, `${name}.log`), 'latin1')
}

describe('TikZ', () => {
  test.skipIf(!latex)('LaTeX: every overview compiles, each on a page of its size', { timeout: 240_000 }, async () => {
    const pages: Page[] = []
    for (const { diagram } of diagrams) pages.push(await figureOf(diagram))
    const text = (await tikz.export(requestOf(flamingo, pages))) as string
    const log = compile('overviews', text)
    expect(log).toMatch(new RegExp(`Output written on overviews.pdf \\(${pages.length} pages`))
    // Text that leaves its box, or a line that TeX broke by itself.
    expect(log.match(/Overfull \\hbox \((\d+)/g) ?? []).toEqual([])
  })

  test.skipIf(!latex)('LaTeX: dark, unfolded, with gradients, in Japanese', { timeout: 240_000 }, async () => {
    const look = { theme: 'dark', background: true, problems: false, gradients: true } as const
    compile('dark', await write(tikz, await figureOf(flamingo, unfolded(flamingo), look)))
    compile('ja', await write(tikz, await figureOf(flamingo, { language: 'ja' })))
    compile('chart', await write(tikz, { scene: (await figureOf(flamingo)).scene }))
  })

  test('every node has its name, every colour its definition, every look one place', async () => {
    const text = await write(tikz, await figureOf(flamingo))
    const [preamble = '', picture = ''] = text.split('\\begin{document}')
    for (const node of nodesIn((await figureOf(flamingo)).drawn!.graph))
      expect(picture).toContain(`(${node.path.replaceAll('/', '-')}) at (`)
    expect(picture).toContain('(vision.east)')
    const defined = new Set([...preamble.matchAll(/\\definecolor\{(\w+)\}/g)].map(([, name]) => name))
    for (const [, name] of picture.matchAll(/(?:draw|fill|text)=(\w+)/g)) expect(defined).toContain(name)
    expect(picture).not.toMatch(/#[0-9A-F]{6}/i)
  })
})

describe('draw.io', () => {
  const idOf = (cell: XmlElement) => cell.attributes['id']!

  /** Every mxCell with its id; what is wrapped takes the id of its wrapper. */
  function cellsOf(text: string) {
    const root = first(parseXml(text), 'root')!
    return new Map(root.children.map((each) => [idOf(each), each.name === 'mxCell' ? each : first(each, 'mxCell')!]))
  }

  test.each(diagrams)('$name: whole, and every shape where it is in the picture', async ({ diagram }) => {
    const page = await figureOf(diagram)
    const cells = cellsOf(await write(drawio, page, diagram))
    const at = (id: string | undefined): { x: number; y: number } => {
      const cell = id === undefined ? undefined : cells.get(id)
      const geometry = cell && first(cell, 'mxGeometry')
      if (!cell || !geometry) return { x: 0, y: 0 }
      const holder = at(cell.attributes['parent'])
      return { x: holder.x + Number(geometry.attributes['x']), y: holder.y + Number(geometry.attributes['y']) }
    }
    for (const [id, cell] of cells) {
      const { parent, source, target, edge } = cell.attributes
      if (id !== '0') expect(cells.has(parent!), id).toBe(true)
      if (edge === undefined) continue
      expect(cells.has(source!), id).toBe(true)
      expect(cells.has(target!), id).toBe(true)
    }
    const { graph, layout } = page.drawn!
    for (const node of nodesIn(graph)) {
      const box = layout.nodes.get(node.path)!
      const id = `cell-${node.path.replaceAll('/', '-')}`
      expect(cells.has(id), id).toBe(true)
      const found = at(id)
      expect(
        Math.abs(found.x - box.x - page.scene.origin.x) + Math.abs(found.y - box.y - page.scene.origin.y),
      ).toBeLessThan(0.1)
    }
    expect([...cells.values()].filter((cell) => cell.attributes['edge'])).toHaveLength(layout.edges.size)
  })

  test('the document comes back, from a squeezed file too, and says so when it was altered', async () => {
    const text = await write(drawio, await figureOf(flamingo))
    const document = serialise(flamingo)
    const open = (file: string) => {
      const parsed = openText(file)
      return parsed.ok ? serialise(parsed.diagram) : parsed.problems.map((problem) => problem.sentence).join()
    }
    expect(open(text)).toBe(document)
    const { deflateSync, strToU8 } = await import('fflate')
    const squeezed = text.replace(
      /(<diagram[^>]*>)([^]*?)(<\/diagram>)/,
      (_, start: string, page: string, end: string) => {
        const bytes = deflateSync(strToU8(encodeURIComponent(page)))
        return start + Buffer.from(bytes).toString('base64') + end
      },
    )
    expect(squeezed.length).toBeLessThan(text.length)
    expect(open(squeezed)).toBe(document)
    expect(open(text.replace(/(friezeDocument="frieze:1:\w+:.{90})./, '$1!'))).toContain('altered')
    expect(open(text.replace(/ friezeDocument="[^"]*"/, ''))).toContain('carries no Frieze document')
  })
})

describe('formulas, free texts and frames', () => {
  const diagram = labelled('Mask $\\phi_t \\in \\mathbf{R}^{d}$ of text')

  test('TeX sets formulas itself; elsewhere they are written as they are spoken', async () => {
    const page = await figureOf(diagram)
    const [tex, flow, graph, cells] = await Promise.all(
      [tikz, mermaid, dot, drawio].map((exporter) => write(exporter, page, diagram)),
    )
    expect(tex).toContain('Mask $\\phi_t \\in \\mathbf{R}^{d}$ of text')
    for (const text of [flow, graph, cells]) {
      expect(text).toContain('Mask φ')
      expect(text).not.toContain('mathbf')
    }
    if (latex) compile('formulas', tex!)
  })

  test('no formula of a stranger reads a file or breaks the page', async () => {
    for (const source of ['\\input{/etc/passwd}', '\\frac{1', 'x^2^3', '\\write18{ls}', 'a \\% b', '\\undefined']) {
      const evil = labelled(`A $${source}$ formula`)
      const text = await write(tikz, await figureOf(evil), evil)
      expect(text, source).not.toContain(`$${source}$`)
    }
  })

  test('texts and frames are in every format that keeps places', async () => {
    const noted = labelled('A remark')
    const page = await figureOf({ ...noted, nodes: noted.nodes.map((node) => ({ ...node, label: 'Node' })) })
    for (const exporter of [tikz, drawio]) expect(await write(exporter, page)).toContain('A remark')
  })
})

describe('Markdown and BibTeX', () => {
  test.each(diagrams)('$name', async ({ diagram }) => {
    const page = await figureOf(diagram)
    const table = (await write(markdown, page, diagram)).split('\n').filter((line) => line.startsWith('|'))
    expect(table).toHaveLength(nodesIn(page.drawn!.graph).length + 2)
    const columns = new Set(table.map((line) => line.replaceAll(/\\./g, '').split('|').length))
    expect(columns.size).toBe(1)
    const entries = readBibtex(await write(bibtex, page, diagram))
    expect(entries).toHaveLength(diagram.about.sources?.length ?? 0)
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length)
    for (const [i, { fields }] of entries.entries()) {
      const source = diagram.about.sources![i]!
      expect(fields['title']).toBeDefined()
      if (source.arxiv) expect(fields).toMatchObject({ eprint: source.arxiv, archiveprefix: 'arXiv' })
    }
  })

  test('names of authors, keys, and others', async () => {
    const [entry] = readBibtex(await write(bibtex, await figureOf(flamingo)))
    expect(entry).toMatchObject({
      kind: 'misc',
      key: 'alayrac2022flamingo',
      fields: {
        author: 'Jean-Baptiste Alayrac and Jeff Donahue and Pauline Luc and Antoine Miech and others',
        year: '2022',
      },
    })
  })
})
