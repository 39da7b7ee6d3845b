// frieze shapes: what travels on every edge.
import { analyse } from '../semantics/analyse'
import { everyEdge } from '../semantics/edges'
import { symbolicOf } from '../semantics/symbolic'
import { writeTensor } from '../blocks/shapeText'
import { format } from '../shared/dimension'
import type { Command } from './command'
import { readDiagram, write } from './files'
import { writeJson } from './json'
import { readView } from './options'
import { columns } from './table'
import { warnOf } from './usable'

export const shapesCommand: Command = {
  name: 'shapes',
  takes: 'FILE',
  about: 'Prints the tensor on every edge: with free symbols, with all symbols, and as numbers.',
  options: ['variant', 'phase', 'set', 'json'],
  files: [1, 1],
  async run(words) {
    const [file] = words.files
    const diagram = await readDiagram(file!)
    const view = readView(diagram, words)
    const numeric = analyse(diagram, view)
    warnOf(file!, numeric)
    const symbolic = new Map([...everyEdge(symbolicOf(numeric).tree)].map((e) => [e.id, e.tensor]))
    const edges = [...everyEdge(numeric.tree)].flatMap(({ id, from, to, tensor }) =>
      tensor ? [{ from, to, tensor, named: symbolic.get(id), value: tensor.shape.map((d) => numeric.number(d)) }] : [],
    )
    const plain = () =>
      edges.map(({ from, to, tensor: { kind, shape }, named, value }) => ({
        from,
        to,
        kind,
        shape: shape.map(format),
        symbolic: named?.shape.map(format) ?? [],
        value,
      }))
    const heads = ['from', 'to', 'kind', 'shape', 'value'].map((title) => ({ title }))
    const rows = () =>
      edges.map(({ from, to, tensor, value }) => [from, to, tensor.kind, writeTensor(tensor), sizes(value)])
    await write('-', words.options.json ? writeJson({ edges: plain() }) : columns(heads, rows()))
    return 0
  },
}

function sizes(value: readonly bigint[]): string {
  return value.length ? value.join(' × ') : '1'
}
