// frieze bench: how long layout takes beside plain ELK on the same whole graph, and analysis whole and after an edit;
// then how large every format is, and how long it takes.
// Ratios within one run mean something; milliseconds of a shared machine do not. Then how analysis grows with the model.
import type { Graph } from '../graph/graph'
import { resolve } from '../graph/resolve'
import { viewOf, type View } from '../graph/view'
import type { Diagram } from '../document/schema'
import { createLayOut } from '../layout/compose'
import { engine } from '../layout/inProcess'
import { plainElkGraph } from '../layout/plain'
import { analyse } from '../semantics/analyse'
import { columnsOfFiles, fileCells } from './benchFiles'
import { everyPath } from './paths'
import type { Command } from './command'
import { readDiagram, write } from './files'
import { growth } from './growth'
import { progressOf } from './progress'
import { columns, type Column } from './table'

const rounds = 5

const times = ['nodes', 'ours', 'again', 'plain ELK', 'plain / ours', 'analysis', 'after an edit']
const columnsOfViews: readonly Column[] = [{ title: 'diagram' }, { title: 'view' }, ...times.map(numbers)]
const columnsOfGrowth: readonly Column[] = [{ title: '' }, ...['layers', 'whole', 'after an edit'].map(numbers)]

function numbers(title: string): Column {
  return { title, isNumber: true }
}

export const benchCommand: Command = {
  name: 'bench',
  takes: 'FILE…',
  about: 'Measures layout beside plain ELK, analysis, and the size and time of every format, in one run.',
  options: [],
  files: [1, Number.MAX_SAFE_INTEGER],
  async run({ files }) {
    // ELK is slow until it has run for a while; both sides are measured warm.
    const measured = await eachOf(files, async (file, diagram) => {
      const rows: string[][] = []
      for (const [name, view] of views(diagram)) rows.push([file, name, ...(await measure(diagram, view))])
      return rows
    })
    await write(
      '-',
      'Medians in ms. Ours: with nothing kept from before; again: with the layouts of equal graphs kept.\n',
    )
    await write('-', columns(columnsOfViews, measured.flat()))
    await write('-', '\nFiles of the overviews, with the document inside; pixels one for one.\n')
    await write('-', columns(columnsOfFiles, await eachOf(files, fileCells)))
    await write('-', '\nAnalysis of models of so many layers, 1.00 being a round trip of 1,000 layers through JSON.\n')
    const found = await growth((work) => medianOf(async () => work()))
    await write('-', columns(columnsOfGrowth, found))
    return 0
  },
}

async function eachOf<T>(files: readonly string[], work: (file: string, diagram: Diagram) => Promise<T>): Promise<T[]> {
  const progress = progressOf(files.length)
  const found: T[] = []
  for (const [i, file] of files.entries()) {
    progress.at(i, file)
    found.push(await work(file, await readDiagram(file)))
  }
  progress.clear()
  return found
}

function views(diagram: Diagram): [string, View][] {
  return [
    ['overview', viewOf(diagram)],
    ['unfolded', viewOf(diagram, { unfolded: new Set(everyPath(diagram, {})) })],
  ]
}

async function measure(diagram: Diagram, view: View): Promise<string[]> {
  const graph = resolve(analyse(diagram, view), view)
  const options = { direction: view.direction }
  // Answers of ELK are kept for each engine, so a new function asks all again.
  const fresh = () => createLayOut((level) => engine(level))(graph, options)
  const kept = createLayOut(engine)
  await fresh()
  await kept(graph, options)
  const worksPlain = await engine(plainElkGraph(graph)).then(
    () => true,
    () => false,
  )
  const ours: number[] = []
  const again: number[] = []
  const plain: number[] = []
  for (let i = 0; i < rounds; i++) {
    ours.push(await timed(fresh))
    again.push(await timed(() => kept(graph, options)))
    if (worksPlain) plain.push(await timed(() => engine(plainElkGraph(graph))))
  }
  const whole = await medianOf(async () => analyse(structuredClone(diagram), view))
  let turn = 0
  const edited = await medianOf(async () => analyse(renamed(diagram, turn++), view))
  const ratio = worksPlain ? `× ${(median(plain) / median(ours)).toFixed(1)}` : ''
  const shown = [median(ours), median(again)].map((t) => t.toFixed(1))
  shown.push(worksPlain ? median(plain).toFixed(1) : 'fails')
  return [String(count(graph)), ...shown, ratio, whole.toFixed(1), edited.toFixed(1)]
}

/** An edit that touches one node at the top: what hangs on the others need not be found again. */
function renamed(diagram: Diagram, turn: number): Diagram {
  const [first, ...rest] = diagram.nodes
  return first ? { ...diagram, nodes: [{ ...first, note: `edit ${turn}` }, ...rest] } : diagram
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  for (let i = 0; i < 2 * rounds; i++) times.push(await timed(work))
  return median(times)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function count(graph: Graph): number {
  return graph.nodes.reduce((sum, n) => sum + 1 + (n.inside ? count(n.inside) : 0), 0)
}
