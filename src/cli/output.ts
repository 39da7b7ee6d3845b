// Where a figure goes, and in which format: by the ending of the name.
import { extname } from 'node:path'
import type { Language } from '../document/schema'
import { exporterFor, exporters } from '../exporters'
import { papers, svgProfiles, type ExportOptions, type Exporter } from '../exporters/exporter'
import { scales } from '../exporters/raster'
import type { Scene } from '../scene/scene'
import { loadAsset } from './assets'
import { Complaint } from './complaint'
import { write } from './files'
import { readChoice, type OptionName, type Words } from './options'

/** Names of the options that formats heed. */
export const formatOptions = ['profile', 'scale', 'paper', 'notes'] as const satisfies readonly (OptionName &
  keyof ExportOptions)[]

export function readOutput({ options }: Words): { readonly output: string; readonly exporter: Exporter } {
  const { output } = options
  if (!output) throw new Complaint('Say where to: -o OUT.svg, or -o - for standard output.')
  const exporter = exporterFor(output === '-' ? 'svg' : extname(output).slice(1))
  if (exporter) return { output, exporter }
  const endings = exporters.map((e) => `.${e.extension}`).join(', ')
  throw new Complaint(`${output}: no format has this ending; there is: ${endings}.`)
}

/** What the words ask of the format; a complaint about what none of the formats heeds. */
export function readFormat({ options }: Words, chosen: readonly Exporter[]): ExportOptions {
  for (const name of formatOptions) {
    if (options[name] === undefined || chosen.some((each) => each.options?.includes(name))) continue
    const heeding = exporters.filter((each) => each.options?.includes(name)).map((each) => each.label)
    throw new Complaint(`--${name} is for ${heeding.join(' and ')}, not for ${chosen.map((e) => e.label).join(', ')}.`)
  }
  const profile = readChoice('profile', options.profile, svgProfiles)
  const paper = readChoice('paper', options.paper, papers)
  const scale = readChoice('scale', options.scale?.replace(/[x×]$/, ''), scales.map(String))
  return {
    ...(profile && { profile }),
    ...(paper && { paper }),
    ...(scale && { scale: Number(scale) }),
    ...(options.notes && { notes: true }),
  }
}

/** Writes a scene by itself: a chart, a lens, a table. `document` travels in it. */
export async function writeScene(
  words: Words,
  { output, exporter }: ReturnType<typeof readOutput>,
  scene: Scene,
  { language, document }: { readonly language: Language; readonly document?: string },
) {
  const options = readFormat(words, [exporter])
  await write(output, await exporter.export({ pages: [{ scene }], document, language, options, loadAsset }))
}
