// frieze count: parameters and floating-point operations, exact.
import { analyse } from '../semantics/analyse'
import { grouped } from '../semantics/number'
import type { Tally } from '../semantics/tally'
import { everyNode, type Tree } from '../semantics/tree'
import { doubtsAt, doubtText, type Doubt } from '../semantics/doubts'
import { unsureIn } from '../semantics/unsure'
import type { Command } from './command'
import { Complaint } from './complaint'
import { readDiagram, write } from './files'
import { writeJson } from './json'
import { readView } from './options'
import { columns } from './table'
import { warnOf } from './usable'
import { isWithin } from '../shared/path'

export const countCommand: Command = {
  name: 'count',
  takes: 'FILE',
  about: 'Counts parameters and FLOPs (2 × multiply-accumulates, one example).',
  options: ['variant', 'phase', 'set', 'node', 'json'],
  files: [1, 1],
  async run(words) {
    const [file] = words.files
    const diagram = await readDiagram(file!)
    const view = readView(diagram, words)
    const analysis = analyse(diagram, view)
    const unsure = unsureIn(analysis)
    const doubtAt = (path: string) => doubtful(doubtsAt(analysis, unsure, path))
    warnOf(file!, analysis)
    const { node } = words.options
    const every = [...everyNode(analysis.tree)]
    if (node !== undefined && !every.some((n) => n.path === node)) throw new Complaint(nodeProblem(analysis.tree, node))
    const chosen = node === undefined ? every : every.filter((n) => isWithin(n.path, node))
    const whole = figures(node === undefined ? analysis.total : analysis.tallyAt(node))
    const nodes = chosen.map(({ path, inference: { repetition } }) => ({
      path,
      ...(repetition && { count: analysis.number(repetition.count) }),
      ...figures(analysis.tallyAt(path)),
      ...doubtAt(path),
    }))
    const all = { ...whole, ...doubtAt(node ?? '') }
    await write(
      '-',
      words.options.json
        ? writeJson({ ...all, nodes })
        : table([{ path: 'total', ...all }, ...nodes], (each) => doubtText(analysis, each, 'en')),
    )
    return 0
  },
}

/** Says what there is where the path stops leading anywhere. */
function nodeProblem(tree: Tree, path: string): string {
  const ids = path.split('/')
  let level = tree
  for (const id of ids) {
    const inside = level.nodes.get(id)?.inside
    if (!inside) break
    level = inside
  }
  const names = [...level.nodes.values()].filter((n) => !n.inference.absent).map((n) => n.node.id)
  const where = level.path ? `in “${level.path}”` : 'at the top'
  return `--node: there is no “${path}” in this setting; nodes ${where} are: ${names.join(', ')}.`
}

/** What was not read at its source; the symbols among it by name. */
function doubtful(doubts: readonly Doubt[]): Doubtful {
  const unsure = doubts.flatMap(({ of, name }) => (of === 'symbol' ? [name] : []))
  return { ...(unsure.length && { unsure }), ...(doubts.length && { doubts }) }
}

interface Doubtful {
  readonly unsure?: readonly string[]
  readonly doubts?: readonly Doubt[]
}

type Figures = ReturnType<typeof figures>

function figures({ params, flops }: Tally) {
  const { total, trainable, frozen, active } = params
  const { forward, backward, training } = flops
  return { params: { total, trainable, frozen, active }, flops: { forward, backward, training } }
}

function table(
  rows: readonly ({ readonly path: string } & Figures & Doubtful)[],
  text: (doubt: Doubt) => string,
): string {
  const isDoubtful = rows.some(({ doubts }) => doubts)
  const titles = ['parameters', 'trainable', 'frozen', 'active', 'forward FLOPs', 'backward', 'training']
  return columns(
    [
      { title: '' },
      ...titles.map((title) => ({ title, isNumber: true })),
      ...(isDoubtful ? [{ title: 'not sure in the literature' }] : []),
    ],
    rows.map(({ path, params, flops, doubts }) => [
      path,
      ...[...Object.values(params), ...Object.values(flops)].map(grouped),
      ...(isDoubtful ? [doubts ? `? ${doubts.map(text).join(', ')}` : ''] : []),
    ]),
  )
}
