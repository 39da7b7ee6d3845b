// Words on the command line to settings. What cannot be understood is one sentence.
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { languages, type Diagram, type Expression, type Language } from '../document/schema'
import { flowDirections, shapeAmounts, viewOf, type View } from '../graph/view'
import { settingProblem } from '../semantics/setting'
import { themeNames, type ThemeName } from '../scene/scene'
import { Complaint } from './complaint'
import { everyPath } from './paths'
import { checkSet } from './usable'
import { pathsTo } from '../shared/path'

const optionTypes = {
  variant: { type: 'string' },
  phase: { type: 'string' },
  set: { type: 'string', multiple: true },
  node: { type: 'string' },
  json: { type: 'boolean' },
  expand: { type: 'string' },
  direction: { type: 'string' },
  theme: { type: 'string' },
  select: { type: 'string' },
  module: { type: 'string' },
  lang: { type: 'string' },
  shapes: { type: 'string' },
  gradients: { type: 'boolean' },
  format: { type: 'string' },
  profile: { type: 'string' },
  scale: { type: 'string' },
  paper: { type: 'string' },
  notes: { type: 'boolean' },
  step: { type: 'string' },
  beside: { type: 'string' },
  'beside-variant': { type: 'string' },
  'beside-phase': { type: 'string' },
  type: { type: 'string' },
  fit: { type: 'string' },
  lens: { type: 'string' },
  with: { type: 'string', multiple: true },
  what: { type: 'string' },
  depth: { type: 'string' },
  markdown: { type: 'boolean' },
  variants: { type: 'boolean' },
  output: { type: 'string', short: 'o' },
  'no-background': { type: 'boolean' },
  'no-title': { type: 'boolean' },
  'no-legend': { type: 'boolean' },
  'no-bar': { type: 'boolean' },
  'no-badges': { type: 'boolean' },
  'no-sublabels': { type: 'boolean' },
  'no-summary': { type: 'boolean' },
  'no-citation': { type: 'boolean' },
  'no-source': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options']

/** Of what is written in a figure. */
export const typeSizes = ['normal', 'large'] as const

export type OptionName = keyof typeof optionTypes

export interface Words {
  readonly files: readonly string[]
  readonly options: {
    readonly [K in OptionName]?: (typeof optionTypes)[K] extends { multiple: true }
      ? string[]
      : (typeof optionTypes)[K]['type'] extends 'boolean'
        ? boolean
        : string
  }
}

/** Takes the words apart; only the options named may occur. */
export function readWords(args: readonly string[], allowed: readonly OptionName[]): Words {
  const options = Object.fromEntries([...allowed, 'help' as const].map((name) => [name, optionTypes[name]]))
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { files: positionals, options: values as Words['options'] }
  } catch (error) {
    throw new Complaint(wordsProblem(error, allowed))
  }
}

/** Node's own sentences go on about positional arguments. */
function wordsProblem(error: unknown, allowed: readonly OptionName[]): string {
  const { code, message } = error as { code?: string; message: string }
  const [, name = '?'] = /'(?:-\w, )?(--?[^' ]+)/.exec(message) ?? []
  const known = allowed.length ? `there is: ${allowed.map((n) => `--${n}`).join(' ')}` : 'there is none'
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${name} here; ${known}.`
  return /does not take/.test(message) ? `${name} takes no value.` : `${name} wants a value.`
}

/** One of a few words; a complaint that lists them when it is none. */
export function readChoice<T extends string>(
  name: string,
  value: string | undefined,
  all: readonly T[],
): T | undefined {
  if (value === undefined) return undefined
  const found = all.find((each) => each === value)
  if (!found) throw new Complaint(`--${name} is “${value}”; it can be: ${all.join(', ')}.`)
  return found
}

/** `name=value` pairs, the last of a name counts; values are numbers or expressions over the diagram's symbols. */
function readSet(pairs: readonly string[] | undefined): Record<string, Expression> {
  const set = new Map<string, Expression>()
  for (const pair of pairs ?? []) {
    const at = pair.indexOf('=')
    const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    if (at < 1 || !value) throw new Complaint(`--set wants NAME=VALUE, such as --set patch_size=16, not “${pair}”.`)
    set.set(name!, value)
  }
  return Object.fromEntries(set)
}

/** The view that the options ask for. */
export function readView(diagram: Diagram, words: Words): View {
  return viewOf(diagram, readOverrides(diagram, words))
}

/** What the options ask for, and nothing that they leave open. */
export function readOverrides(diagram: Diagram, words: Words): Partial<View> {
  const { options } = words
  const set = readSet(options.set)
  const setting = {
    set,
    ...(options.variant !== undefined && { variant: options.variant }),
    ...(options.phase !== undefined && { phase: options.phase }),
  }
  const problem = settingProblem(diagram, setting)
  if (problem) throw new Complaint(problem)
  checkSet(diagram, setting)
  const language = readLanguage(words)
  const direction = readChoice('direction', options.direction, flowDirections)
  const shapes = readChoice('shapes', options.shapes, shapeAmounts)
  const overrides: Partial<View> = {
    ...setting,
    ...(language && { language }),
    ...(direction && { direction }),
    ...(shapes && { shapes }),
    ...(options['no-title'] && { title: false }),
    ...(options['no-legend'] && { legend: false }),
    ...(options['no-bar'] && { bar: false }),
    ...(options['no-badges'] && { badges: false }),
    ...(options['no-sublabels'] && { sublabels: false }),
    ...(options['no-summary'] && { summary: false }),
    ...(options['no-citation'] && { citation: false }),
  }
  if (options.expand === undefined) return overrides
  return { ...overrides, unfolded: readExpand(diagram, viewOf(diagram, overrides), options.expand) }
}

/** Paths with commas between them; a comma too many is no path. */
export function readPaths(option: string, text: string): string[] {
  const paths = text
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '')
  if (!paths.length) throw new Complaint(`--${option} names nothing; write paths of nodes with commas between them.`)
  return paths
}

function readExpand(diagram: Diagram, view: View, expand: string): ReadonlySet<string> {
  if (expand === 'none') return new Set()
  const known = everyPath(diagram, view)
  if (expand === 'all') return new Set(known)
  const open = new Set<string>()
  for (const path of readPaths('expand', expand)) {
    if (!known.includes(path)) throw nothingToOpen('expand', path, known)
    // What holds it has to stand open, too.
    for (const each of pathsTo(path)) open.add(each)
  }
  return open
}

/** The path of a container. */
export function readModule(diagram: Diagram, path: string): string {
  const known = everyPath(diagram, viewOf(diagram))
  if (!known.includes(path)) throw nothingToOpen('module', path, known)
  return path
}

function nothingToOpen(option: string, path: string, known: readonly string[]): Complaint {
  const some = `${known.slice(0, 12).join(', ')}${known.length > 12 ? ' …' : ''}`
  return new Complaint(
    `--${option}: there is nothing to unfold at “${path}”; there is${known.length ? `: ${some}` : ' nothing to unfold at all'}.`,
  )
}

export function readLanguage({ options }: Words): Language | undefined {
  return readChoice('lang', options.lang, languages)
}

export function readTheme({ options }: Words): ThemeName {
  return readChoice('theme', options.theme, themeNames) ?? 'light'
}
