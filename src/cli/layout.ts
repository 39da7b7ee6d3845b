// frieze layout: boxes and routes as numbers, in absolute page pixels.
import { round } from '../drawing/numbers'
import { layOut } from '../layout/inProcess'
import { render } from '../render'
import { plainLook } from '../scene/look'
import type { Command } from './command'
import { readDiagram, write } from './files'
import { writeJson } from './json'
import { readView } from './options'
import { columns } from './table'
import { warnOf } from './usable'

export const layoutCommand: Command = {
  name: 'layout',
  takes: 'FILE',
  about: 'Prints where everything stands.',
  options: ['variant', 'phase', 'set', 'expand', 'direction', 'lang', 'shapes', 'json'],
  files: [1, 1],
  async run(words) {
    const diagram = await readDiagram(words.files[0]!)
    const view = readView(diagram, words)
    const { layout, scene, analysis } = await render(diagram, view, plainLook, layOut)
    warnOf(words.files[0]!, analysis)
    // Where things stand on the page that `frieze render` draws, title and margins included.
    const { origin } = scene
    const on = (x: number, y: number) => [round(x + origin.x), round(y + origin.y)] as const
    const nodes = [...layout.nodes].map(([path, { x, y, width, height }]) => {
      const [left, top] = on(x, y)
      return { path, x: left, y: top, width: round(width), height: round(height) }
    })
    const edges = [...layout.edges].map(([id, route]) => ({ id, points: route.points.map((p) => on(p.x, p.y)) }))
    const heads = [{ title: 'node' }, ...['x', 'y', 'width', 'height'].map((title) => ({ title, isNumber: true }))]
    const rows = () => nodes.map(({ path, ...box }) => [path, ...Object.values(box).map(String)])
    await write('-', words.options.json ? writeJson({ nodes, edges }) : columns(heads, rows()))
    return 0
  },
}
