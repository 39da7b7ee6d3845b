// One file drawn into its targets: read once, laid out once, written in every format that was asked for.
import type { Diagram } from '../document/schema'
import { serialise } from '../document/serialise'
import { holdsPages, type ExportOptions, type Exporter, type Page } from '../exporters/exporter'
import { leastPoints, targetNames, targets as places, type TargetName } from '../exporters/targets'
import { layOut } from '../layout/inProcess'
import { pagesFor, type What, type Wish } from '../pages'
import type { Look } from '../scene/look'
import { loadAsset } from './assets'
import { checkBeside, isBeside, readBeside } from './beside'
import { Complaint } from './complaint'
import { readDiagram, write } from './files'
import { readChoice, readModule, readOverrides, readPaths, readTheme, readView, typeSizes, type Words } from './options'
import { readSteps } from './steps'
import type { Target } from './targets'
import { warnOf } from './usable'

/** `taken`: names that figures of other files have got already. */
export async function drawFigures(
  file: string,
  targets: readonly Target[],
  words: Words,
  options: ExportOptions,
  taken: Set<string>,
  told: (target: Target) => void,
): Promise<void> {
  const diagram = await readDiagram(file)
  const made = new Map<string, Promise<readonly Page[]>>()
  if (isBeside(words)) for (const { exporter } of targets) checkBeside(file, words, exporter)
  const beside = isBeside(words) ? await readBeside(file, diagram, words) : undefined
  const document = words.options['no-source'] ? undefined : serialise(diagram)
  const drawn: (readonly [output: string, content: string | Uint8Array])[] = []
  for (const target of targets) {
    told(target)
    const { output, exporter } = target
    const wish = wishOf(diagram, words, exporter, beside)
    const key = `${exporter.hasViews ?? false} ${exporter.isSlides ?? false} ${exporter.options?.includes('notes')} ${wish.fit}`
    if (!made.has(key)) made.set(key, drawPages(file, diagram, wish))
    const pages = await made.get(key)!
    const { language } = pages[0]!.drawn!.view
    const request = (some: readonly Page[]) => ({ pages: some as [Page], document, language, options, loadAsset })
    if (holdsPages(exporter, options) || pages.length === 1) drawn.push([output, await exporter.export(request(pages))])
    else if (output === '-') throw new Complaint(`${exporter.label} holds one picture; name a file, or one --step.`)
    else
      for (const [i, page] of pages.entries())
        drawn.push([numbered(output, i, pages.length), await exporter.export(request([page]))])
  }
  const twice = drawn.map(([output]) => output).filter((output) => taken.has(output))
  if (twice.length)
    throw new Complaint(twice.map((output) => `${output}: a figure of another file has just got this name.`))
  // Only when all formats of a file could be made is any of them written.
  for (const [output, content] of drawn) {
    await write(output, content)
    taken.add(output)
  }
}

/** What the options ask for. Slides have large type, unless a person asks otherwise. */
export function wishOf(diagram: Diagram, words: Words, exporter: Exporter, beside?: Wish['beside']): Wish {
  const { options } = words
  const overrides = readOverrides(diagram, words)
  const { unfolded: _, phase: __, ...forSteps } = overrides
  return {
    what: beside ? { kind: 'beside' } : whatOf(diagram, words),
    beside,
    view: readView(diagram, words),
    // A page for the web shows a step in its own phase; steps alone may be asked for in another.
    forSteps: options.step === undefined ? forSteps : overrides,
    look: lookOf(words),
    fit: fitOf(exporter, words),
    keepsOpen: options.expand !== undefined,
    keepsDirection: options.direction !== undefined,
    isHandout: options.notes,
    exporter,
  }
}

function whatOf(diagram: Diagram, { options }: Words): What {
  const { step, select, module } = options
  const given = Object.entries({ step, select, module }).filter(([, value]) => value !== undefined)
  if (given.length > 1)
    throw new Complaint(`${given.map(([name]) => `--${name}`).join(' and ')} name different figures: leave one out.`)
  if (step !== undefined) return { kind: 'steps', indexes: readSteps(diagram, step) }
  if (select !== undefined) return { kind: 'selection', paths: readPaths('select', select) }
  return module === undefined ? { kind: 'whole' } : { kind: 'module', path: readModule(diagram, module) }
}

function fitOf({ isSlides = false }: Exporter, { options }: Words): TargetName | undefined {
  const fit = readChoice('fit', options.fit, targetNames)
  const type = readChoice('type', options.type, typeSizes)
  if (fit && type) throw new Complaint('--fit and --type say the same twice: leave one out.')
  return fit ?? ((type ? type === 'large' : isSlides) ? 'slide' : undefined)
}

/** `talk` becomes `talk-01`, `talk.svg` becomes `talk-01.svg` and so on. */
function numbered(output: string, index: number, count: number): string {
  const number = String(index + 1).padStart(String(count).length, '0')
  return output.replace(/(\.[^./\\]+)?$/, (ending) => `-${number}${ending}`)
}

function lookOf(words: Words): Look {
  return {
    theme: readTheme(words),
    background: !words.options['no-background'],
    problems: false,
    gradients: words.options.gradients ?? false,
  }
}

/** Says on standard error what is wrong with the diagram, and where the words came out too small for their place. */
async function drawPages(file: string, diagram: Diagram, wish: Wish): Promise<readonly Page[]> {
  const { what, fit } = wish
  const { pages } = await pagesFor(diagram, wish, layOut)
  const [page] = pages
  if (what.kind === 'selection') {
    const missing = what.paths.filter((path) => !page?.drawn?.layout.nodes.has(path))
    if (missing.length)
      throw new Complaint(
        missing.map((path) => `--select: “${path}” is not in the picture; unfold what holds it with --expand.`),
      )
  }
  if (!page) return pages
  if (what.kind !== 'steps') warnOf(file, page.drawn!.analysis)
  if (!fit || (what.kind !== 'steps' && what.kind !== 'whole')) return pages
  for (const { scene, step } of pages) {
    const points = leastPoints(places[fit], scene)
    if (points === undefined || points >= places[fit].least - 0.05) continue
    const [where, instead] = step
      ? [`${file}: step ${step}`, 'let its camera look at less, or put less of it in focus']
      : [file, 'draw a part of it with --select']
    process.stderr.write(
      `${where}: its smallest words have ${points.toFixed(1)} pt on a ${fit}, less than ${places[fit].least}; ${instead}.\n`,
    )
  }
  return pages
}
