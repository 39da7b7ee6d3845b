// frieze layout: boxes and routes as numbers, in absolute page pixels.
import { resolve } from '../graph/resolve'
import { layOut } from '../layout/inProcess'
import { analyse } from '../semantics/analyse'
import type { Command } from './command'
import { readDiagram, write } from './files'
import { writeJson } from './json'
import { readView } from './options'
import { columns } from './table'

export const layoutCommand: Command = {
  name: 'layout',
  usage: 'FILE [--variant V] [--phase P] [--set K=V]… [--expand all|none|PATH,…] [--direction right|down|up] [--json]',
  about: 'Prints where everything stands.',
  options: ['variant', 'phase', 'set', 'expand', 'direction', 'lang', 'shapes', 'json'],
  files: [1, 1],
  async run(words) {
    const diagram = await readDiagram(words.files[0]!)
    const view = readView(diagram, words)
    const layout = await layOut(resolve(analyse(diagram, view), view), { direction: view.direction })
    const nodes = [...layout.nodes].map(([path, { x, y, width, height }]) => ({ path, x, y, width, height }))
    const edges = [...layout.edges].map(([id, route]) => ({ id, points: route.points.map((p) => [p.x, p.y]) }))
    const heads = [{ title: 'node' }, ...['x', 'y', 'width', 'height'].map((title) => ({ title, isNumber: true }))]
    const rows = () => nodes.map(({ path, ...box }) => [path, ...Object.values(box).map(String)])
    await write('-', words.options.json ? writeJson({ nodes, edges }) : columns(heads, rows()))
    return 0
  },
}
