// frieze render: a diagram to a figure.
import { serialise } from '../document/serialise'
import { readOutput } from './output'
import { layOut } from '../layout/inProcess'
import { render } from '../render'
import { drawSelection } from '../scene/selection'
import { loadAsset } from './assets'
import type { Command } from './command'
import { Complaint } from './complaint'
import { readDiagram, write } from './files'
import { readTheme, readView } from './options'
import { warnOf } from './usable'

export const renderCommand: Command = {
  name: 'render',
  usage:
    'FILE -o OUT.svg [--variant V] [--phase P] [--set K=V]… [--expand all|none|PATH,…] [--theme light|dark|print] [--select PATH,…] [--lang L] [--direction right|down|up] [--shapes off|main|all] [--gradients] [--no-background] [--no-title] [--no-legend] [--no-bar] [--no-source]',
  about: 'Draws a diagram.',
  options: [
    'output',
    'variant',
    'phase',
    'set',
    'expand',
    'theme',
    'select',
    'lang',
    'direction',
    'shapes',
    'gradients',
    'no-background',
    'no-title',
    'no-legend',
    'no-bar',
    'no-source',
  ],
  files: [1, 1],
  async run(words) {
    const [file] = words.files
    const { options } = words
    const { output, exporter } = readOutput(words)
    const diagram = await readDiagram(file!)
    const view = readView(diagram, words)
    const look = {
      theme: readTheme(words),
      background: !options['no-background'],
      problems: false,
      gradients: options.gradients ?? false,
    }
    const { graph, layout, analysis, scene } = await render(diagram, view, look, layOut)
    const paths = options.select?.split(',').map((p) => p.trim())
    const missing = paths?.filter((path) => !layout.nodes.has(path)) ?? []
    if (missing.length)
      throw new Complaint(
        missing.map((path) => `--select: “${path}” is not in the picture; unfold what holds it with --expand.`),
      )
    const drawn = paths ? drawSelection(graph, layout, analysis, view, look, paths)! : scene
    warnOf(file!, analysis)
    const document = options['no-source'] ? undefined : serialise(diagram)
    const page = { scene: drawn, drawn: { analysis, graph, layout, view, look, ...(paths && { paths }) } }
    await write(output, await exporter.export({ pages: [page], document, language: view.language, loadAsset }))
    return 0
  },
}
