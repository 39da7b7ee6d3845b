// The words after a command's name, as help shows them: what it takes, and every option with its values.
import { targetNames } from '../exporters/targets'
import { papers, svgProfiles } from '../exporters/exporter'
import { scales } from '../exporters/raster'
import { flowDirections, shapeAmounts } from '../graph/view'
import { lenses } from '../lenses'
import { themeNames } from '../scene/scene'
import { languages } from '../shared/languages'
import type { Command } from './command'
import { typeSizes, type OptionName } from './options'

const values: Readonly<Partial<Record<OptionName, string>>> = {
  variant: 'V',
  phase: 'P',
  set: 'K=V',
  node: 'PATH',
  expand: 'all|none|PATH,…',
  direction: flowDirections.join('|'),
  theme: themeNames.join('|'),
  select: 'PATH,…',
  module: 'PATH',
  lang: languages.join('|'),
  shapes: shapeAmounts.join('|'),
  format: 'svg,pdf,…',
  profile: svgProfiles.join('|'),
  scale: scales.join('|'),
  paper: papers.join('|'),
  step: 'N|all',
  beside: 'FILE',
  'beside-variant': 'V',
  'beside-phase': 'P',
  type: typeSizes.join('|'),
  fit: targetNames.join('|'),
  lens: lenses.map(({ kind }) => kind).join('|'),
  with: 'NAME=VALUE',
  depth: 'N',
  output: 'OUT',
}

const several: readonly OptionName[] = ['set', 'with']

/** `frieze count FILE [--variant V] …` */
export function usageOf({ name, takes, options }: Command): string {
  const more = options.filter((option) => !takes.includes(option === 'output' ? '-o ' : `--${option} `)).map(written)
  return ['frieze', name, ...(takes ? [takes] : []), ...more].join(' ')
}

function written(option: OptionName): string {
  const value = values[option]
  const flag = option === 'output' ? '-o' : `--${option}`
  return `[${flag}${value === undefined ? '' : ` ${value}`}]${several.includes(option) ? '…' : ''}`
}
