// One file drawn into its targets: read once, laid out once, written in every format that was asked for.
import type { Diagram } from '../document/schema'
import { serialise } from '../document/serialise'
import { holdsPages, type ExportOptions, type Exporter, type Page } from '../exporters/exporter'
import { pageOf } from '../exporters/page'
import { targetNames, targets, type TargetName } from '../exporters/targets'
import type { View } from '../graph/view'
import { layOut } from '../layout/inProcess'
import { stepPages, viewPages } from '../pages'
import { render } from '../render'
import { largeStep, largeView, renderFor } from '../slide'
import type { Look } from '../scene/look'
import { loadAsset } from './assets'
import { besidePage, isBeside } from './beside'
import { Complaint } from './complaint'
import { readDiagram, write } from './files'
import { readChoice, readOverrides, readPaths, readTheme, readView, type Words } from './options'
import { readSteps } from './steps'
import type { Target } from './targets'
import { warnOf } from './usable'

export async function drawFigures(
  file: string,
  targets: readonly Target[],
  words: Words,
  options: ExportOptions,
  told: (target: Target) => void,
): Promise<void> {
  const diagram = await readDiagram(file)
  const made = new Map<Fit, Promise<Page[]>>()
  const pagesFor = (fit: Fit) => {
    if (!made.has(fit)) made.set(fit, pagesOf(file, diagram, words, fit))
    return made.get(fit)!
  }
  const viewsFor = () => viewPages(diagram, readView(diagram, words), lookOf(words), layOut)
  const document = words.options['no-source'] ? undefined : serialise(diagram)
  const drawn: (readonly [output: string, content: string | Uint8Array])[] = []
  for (const target of targets) {
    told(target)
    const { output, exporter } = target
    const isOne = words.options.step === undefined && words.options.select === undefined
    const fit = fitOf(exporter, words)
    const pages = isBeside(words)
      ? [await besidePage(file, diagram, words, lookOf(words), exporter, fit !== undefined)]
      : exporter.hasViews && isOne
        ? await viewsFor()
        : await pagesFor(fit)
    const { language } = pages[0]!.drawn!.view
    const request = (some: readonly Page[]) => ({ pages: some as [Page], document, language, options, loadAsset })
    if (holdsPages(exporter, options) || pages.length === 1) drawn.push([output, await exporter.export(request(pages))])
    else if (output === '-') throw new Complaint(`${exporter.label} holds one picture; name a file, or one --step.`)
    else
      for (const [i, page] of pages.entries())
        drawn.push([numbered(output, i, pages.length), await exporter.export(request([page]))])
  }
  // Only when all formats of a file could be made is any of them written.
  for (const [output, content] of drawn) await write(output, content)
}

/** Where the words have to be read. */
type Fit = TargetName | undefined

/** Slides have large type, unless a person asks otherwise. */
function fitOf({ isSlides = false }: Exporter, { options }: Words): Fit {
  const fit = readChoice('fit', options.fit, targetNames)
  const type = readChoice('type', options.type, ['normal', 'large'] as const)
  if (fit && type) throw new Complaint('--fit and --type say the same twice: leave one out.')
  return fit ?? ((type ? type === 'large' : isSlides) ? 'slide' : undefined)
}

/** `talk.svg` becomes `talk-01.svg` and so on. */
function numbered(output: string, index: number, count: number): string {
  const number = String(index + 1).padStart(String(count).length, '0')
  return output.replace(/(\.[^./\\]+)$/, `-${number}$1`)
}

function lookOf(words: Words): Look {
  return {
    theme: readTheme(words),
    background: !words.options['no-background'],
    problems: false,
    gradients: words.options.gradients ?? false,
  }
}

async function pagesOf(file: string, diagram: Diagram, words: Words, fit: Fit): Promise<Page[]> {
  const { options } = words
  const look = lookOf(words)
  if (options.step === undefined) return [await onePage(file, diagram, words, look, fit)]
  const overrides = { ...readOverrides(diagram, words), ...(fit && largeStep) }
  return stepPages(diagram, readSteps(diagram, options.step), look, overrides, layOut)
}

async function onePage(file: string, diagram: Diagram, words: Words, look: Look, fit: Fit): Promise<Page> {
  const asked = readView(diagram, words)
  // What a person asks to see open stays open, however small that makes the type.
  const isFree = words.options.expand === undefined && words.options.select === undefined
  const { graph, layout, analysis, view } =
    fit && isFree
      ? await fitted(file, diagram, asked, look, fit)
      : await rendered(diagram, fit ? largeView(asked) : asked, look)
  const paths = words.options.select === undefined ? undefined : readPaths('select', words.options.select)
  const missing = paths?.filter((path) => !layout.nodes.has(path)) ?? []
  if (missing.length)
    throw new Complaint(
      missing.map((path) => `--select: “${path}” is not in the picture; unfold what holds it with --expand.`),
    )
  warnOf(file, analysis)
  return pageOf({ analysis, graph, layout, view, look, ...(paths && { paths }) })!
}

/** Says on standard error where the words came out too small all the same. */
async function fitted(file: string, diagram: Diagram, view: View, look: Look, name: TargetName) {
  const target = targets[name]
  const picture = await renderFor(diagram, view, look, layOut, target)
  const { points } = picture
  if (points < target.least - 0.05)
    process.stderr.write(
      `${file}: its smallest words have ${points.toFixed(1)} pt on a ${name}, less than ${target.least}; draw a part of it with --select.\n`,
    )
  return picture
}

async function rendered(diagram: Diagram, view: View, look: Look) {
  return { ...(await render(diagram, view, look, layOut)), view }
}
