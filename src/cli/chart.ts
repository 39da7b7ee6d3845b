// frieze chart: where the parameters or the FLOPs are, as a figure.
import { serialise } from '../document/serialise'
import { formatOptions, readOutput, writeScene } from './output'
import { chartQuantities, drawTreemap } from '../scene/treemap'
import { analyse } from '../semantics/analyse'
import type { Command } from './command'
import { Complaint } from './complaint'
import { readDiagram } from './files'
import { readChoice, readTheme, readView } from './options'
import { warnOf } from './usable'

export const chartCommand: Command = {
  name: 'chart',
  takes: 'FILE -o OUT.svg [--what params|flops|training]',
  about: 'Draws where the parameters or the FLOPs are: tiles whose areas are in proportion.',
  options: [
    'output',
    'what',
    'depth',
    'variant',
    'phase',
    'set',
    'theme',
    'lang',
    ...formatOptions,
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
    const what = readChoice('what', options.what, chartQuantities) ?? 'params'
    const depth = readDepth(options.depth)
    const diagram = await readDiagram(file!)
    const view = readView(diagram, words)
    const analysis = analyse(diagram, view)
    warnOf(file!, analysis)
    const look = { theme: readTheme(words), background: !options['no-background'], problems: false }
    const scene = drawTreemap(analysis, { what, ...(depth !== undefined && { depth }) }, view, look)
    const document = options['no-source'] ? undefined : serialise(diagram)
    if (exporter.needsGraph) throw new Complaint(`${output}: a chart cannot be had as ${exporter.label}.`)
    await writeScene(words, { output, exporter }, scene, { language: view.language, document })
    return 0
  },
}

function readDepth(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^[1-9]\d?$/.test(text)) throw new Complaint(`--depth wants a whole number from 1 to 99, not “${text}”.`)
  return Number(text)
}
