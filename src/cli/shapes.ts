// frieze shapes: what travels on every edge.
import { analyse, everyEdge } from '../semantics/analyse'
import { format } from '../shared/dimension'
import type { Command } from './command'
import { writeIntegers } from './count'
import { readDiagram, write } from './files'
import { readView } from './options'

export const shapesCommand: Command = {
  name: 'shapes',
  usage: 'FILE [--variant V] [--phase P] [--set K=V]… --json',
  about: 'Prints the tensor on every edge: with free symbols, with all symbols, and as numbers.',
  options: ['variant', 'phase', 'set', 'json'],
  files: [1, 1],
  async run(words) {
    const diagram = readDiagram(words.files[0]!)
    const view = readView(diagram, words)
    const numeric = analyse(diagram, view)
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
    write('-', `${writeIntegers({ edges })}\n`)
    return 0
  },
}
