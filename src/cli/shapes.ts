// frieze shapes: what travels on every edge.
import { analyse, everyEdge } from '../semantics/analyse'
import { format } from '../shared/dimension'
import type { Command } from './command'
import { readDiagram, write } from './files'
import { writeJson } from './json'
import { readView } from './options'
import { columns } from './table'
import { warnOf } from './usable'

export const shapesCommand: Command = {
  name: 'shapes',
  usage: 'FILE [--variant V] [--phase P] [--set K=V]… [--json]',
  about: 'Prints the tensor on every edge: with free symbols, with all symbols, and as numbers.',
  options: ['variant', 'phase', 'set', 'json'],
  files: [1, 1],
  async run(words) {
    const [file] = words.files
    const diagram = await readDiagram(file!)
    const view = readView(diagram, words)
    const numeric = analyse(diagram, view)
    warnOf(file!, numeric)
    const symbolic = new Map([...everyEdge(analyse(diagram, view, 'symbolic').tree)].map((e) => [e.id, e.tensor]))
    const edges = [...everyEdge(numeric.tree)].flatMap(({ id, from, to, tensor }) =>
      tensor
        ? [
            {
              from,
              to,
              kind: tensor.kind,
              shape: tensor.shape.map(format),
              symbolic: symbolic.get(id)?.shape.map(format) ?? [],
              value: tensor.shape.map((d) => numeric.number(d)),
            },
          ]
        : [],
    )
    const heads = ['from', 'to', 'kind', 'shape', 'value'].map((title) => ({ title }))
    const rows = () => edges.map((e) => [e.from, e.to, e.kind, writeSizes(e.shape), writeSizes(e.value.map(String))])
    await write('-', words.options.json ? writeJson({ edges }) : columns(heads, rows()))
    return 0
  },
}

function writeSizes(sizes: readonly string[]): string {
  return sizes.length ? sizes.join(' × ') : 'scalar'
}
