// frieze count: parameters and floating-point operations, exact.
import { analyse } from '../semantics/analyse'
import type { Tally } from '../semantics/tally'
import { everyNode } from '../semantics/tree'
import type { Command } from './command'
import { Complaint } from './complaint'
import { readDiagram, write } from './files'
import { readView } from './options'

export const countCommand: Command = {
  name: 'count',
  usage: 'FILE [--variant V] [--phase P] [--set K=V]… [--node PATH] --json',
  about: 'Counts parameters and FLOPs (2 × multiply-accumulates, one example).',
  options: ['variant', 'phase', 'set', 'node', 'json'],
  files: [1, 1],
  async run(words) {
    const diagram = readDiagram(words.files[0]!)
    const analysis = analyse(diagram, readView(diagram, words))
    const { node } = words.options
    const all = [...everyNode(analysis.tree)]
    if (node !== undefined && !all.some((n) => n.path === node))
      throw new Complaint(
        `--node: there is no “${node}”; nodes at the top are: ${[...analysis.tree.nodes.keys()].join(', ')}.`,
      )
    const chosen = node === undefined ? all : all.filter((n) => n.path === node || n.path.startsWith(`${node}/`))
    const whole = node === undefined ? analysis.total : analysis.tallyAt(node)
    write(
      '-',
      `${writeIntegers({ ...figures(whole), nodes: chosen.map((n) => ({ path: n.path, ...figures(analysis.tallyAt(n.path)) })) })}\n`,
    )
    return 0
  },
}

function figures({ params, flops }: Tally) {
  const { total, trainable, frozen, active } = params
  const { forward, backward, training } = flops
  return { params: { total, trainable, frozen, active }, flops: { forward, backward, training } }
}

/** JSON with whole numbers of any size written as plain integers. */
export function writeIntegers(value: unknown): string {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return `[${value.map(writeIntegers).join(',')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([k, v]) => `${JSON.stringify(k)}:${writeIntegers(v)}`)
      .join(',')}}`
  return JSON.stringify(value)
}
