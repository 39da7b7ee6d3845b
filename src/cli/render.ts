// frieze render: a diagram to a figure.
import type { Diagram } from '../document/schema'
import { serialise } from '../document/serialise'
import type { Page } from '../exporters/exporter'
import { pageOf } from '../exporters/page'
import type { Look } from '../scene/look'
import { formatOptions, readFormat, readOutput } from './output'
import { layOut } from '../layout/inProcess'
import { render } from '../render'
import { loadAsset } from './assets'
import type { Command } from './command'
import { Complaint } from './complaint'
import { readDiagram, write } from './files'
import { readOverrides, readPaths, readTheme, readView, type Words } from './options'
import { readSteps, stepPages } from './steps'
import { warnOf } from './usable'

export const renderCommand: Command = {
  name: 'render',
  usage:
    'FILE -o OUT.svg [--variant V] [--phase P] [--set K=V]… [--expand all|none|PATH,…] [--theme light|dark|print] [--select PATH,…] [--lang L] [--direction right|down|up] [--shapes off|main|all] [--gradients] [--profile slides|outlined|web] [--scale 1|2|4] [--paper fit|a4|letter] [--notes] [--step N|all] [--no-background] [--no-title] [--no-legend] [--no-bar] [--no-source]',
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
    ...formatOptions,
    'step',
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
    const look = {
      theme: readTheme(words),
      background: !options['no-background'],
      problems: false,
      gradients: options.gradients ?? false,
    }
    const document = options['no-source'] ? undefined : serialise(diagram)
    const pages =
      options.step === undefined
        ? [await onePage(file!, diagram, words, look)]
        : await stepPages(diagram, readSteps(diagram, options.step), look, readOverrides(diagram, words))
    const { language } = pages[0]!.drawn!.view
    const chosen = readFormat(words, [exporter])
    const request = (some: readonly Page[]) => ({
      pages: some as [Page],
      document,
      language,
      options: chosen,
      loadAsset,
    })
    if (exporter.holdsPages || pages.length === 1) await write(output, await exporter.export(request(pages)))
    else if (output === '-') throw new Complaint(`${exporter.label} holds one picture; name a file, or one --step.`)
    else
      for (const [i, page] of pages.entries())
        await write(numbered(output, i, pages.length), await exporter.export(request([page])))
    return 0
  },
}

/** `talk.svg` becomes `talk-01.svg` and so on. */
function numbered(output: string, index: number, count: number): string {
  const number = String(index + 1).padStart(String(count).length, '0')
  return output.replace(/(\.[^./\\]+)$/, `-${number}$1`)
}

async function onePage(file: string, diagram: Diagram, words: Words, look: Look): Promise<Page> {
  const view = readView(diagram, words)
  const { graph, layout, analysis } = await render(diagram, view, look, layOut)
  const paths = words.options.select === undefined ? undefined : readPaths('select', words.options.select)
  const missing = paths?.filter((path) => !layout.nodes.has(path)) ?? []
  if (missing.length)
    throw new Complaint(
      missing.map((path) => `--select: “${path}” is not in the picture; unfold what holds it with --expand.`),
    )
  warnOf(file, analysis)
  return pageOf({ analysis, graph, layout, view, look, ...(paths && { paths }) })!
}
