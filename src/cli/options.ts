// Words on the command line to settings. What cannot be understood is one sentence.
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { languages, type Diagram, type Expression, type Language } from '../document/schema'
import { viewOf, type View } from '../graph/view'
import { settingProblem } from '../semantics/setting'
import { resolve } from '../semantics/scope'
import { dim } from '../shared/dimension'
import { themeNames, type ThemeName } from '../scene/scene'
import { Complaint } from './complaint'
import { everyPath } from './paths'

export const optionTypes = {
  variant: { type: 'string' },
  phase: { type: 'string' },
  set: { type: 'string', multiple: true },
  node: { type: 'string' },
  json: { type: 'boolean' },
  expand: { type: 'string' },
  direction: { type: 'string' },
  theme: { type: 'string' },
  select: { type: 'string' },
  lang: { type: 'string' },
  shapes: { type: 'string' },
  output: { type: 'string', short: 'o' },
  'no-background': { type: 'boolean' },
  'no-title': { type: 'boolean' },
  'no-legend': { type: 'boolean' },
  'no-bar': { type: 'boolean' },
  'no-source': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options']

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
    const [sentence] = String(error instanceof Error ? error.message : error).split('\n')
    throw new Complaint(`${sentence} Known here: ${allowed.map((n) => `--${n}`).join(' ')}.`)
  }
}

function oneOf<T extends string>(name: string, value: string | undefined, all: readonly T[]): T | undefined {
  if (value === undefined) return undefined
  const found = all.find((each) => each === value)
  if (!found) throw new Complaint(`--${name} is “${value}”; it can be: ${all.join(', ')}.`)
  return found
}

/** `name=value` pairs; values are numbers or expressions over the diagram's symbols. */
export function readSet(pairs: readonly string[] | undefined): Record<string, Expression> {
  const set: Record<string, Expression> = {}
  for (const pair of pairs ?? []) {
    const at = pair.indexOf('=')
    const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    if (at < 1 || !value) throw new Complaint(`--set wants NAME=VALUE, such as --set patch_size=16, not “${pair}”.`)
    set[name] = value
  }
  return set
}

/** The view that the options ask for. */
export function readView(diagram: Diagram, { options }: Words): View {
  const set = readSet(options.set)
  const setting = { variant: options.variant, phase: options.phase, set }
  const problem = settingProblem(diagram, setting)
  if (problem) throw new Complaint(problem)
  const symbols = Object.keys(diagram.symbols ?? {})
  const scope = {
    key: '',
    names: () => symbols,
    lookup: (name: string) => (symbols.includes(name) ? dim(1) : undefined),
  }
  for (const [name, value] of Object.entries(set)) {
    const result = resolve(value, scope)
    if (!result.ok && !result.problem.includes('zero')) throw new Complaint(`--set ${name}=${value}: ${result.problem}`)
  }
  const language: Language | undefined = oneOf('lang', options.lang, languages)
  const direction = oneOf('direction', options.direction, ['right', 'down', 'up'] as const)
  const shapes = oneOf('shapes', options.shapes, ['off', 'main', 'all'] as const)
  const base = viewOf(diagram, {
    ...setting,
    ...(language && { language }),
    ...(direction && { direction }),
    ...(shapes && { shapes }),
    ...(options['no-title'] && { title: false }),
    ...(options['no-legend'] && { legend: false }),
    ...(options['no-bar'] && { bar: false }),
  })
  return options.expand === undefined ? base : { ...base, unfolded: readExpand(diagram, base, options.expand) }
}

function readExpand(diagram: Diagram, view: View, expand: string): ReadonlySet<string> {
  if (expand === 'none') return new Set()
  const known = everyPath(diagram, view)
  if (expand === 'all') return new Set(known)
  const open = new Set<string>()
  for (const path of expand.split(',').map((p) => p.trim())) {
    if (!known.includes(path))
      throw new Complaint(
        `--expand: there is nothing to unfold at “${path}”; there is: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ' …' : ''}.`,
      )
    // What holds it has to stand open, too.
    const ids = path.split('/')
    for (let i = 1; i <= ids.length; i++) open.add(ids.slice(0, i).join('/'))
  }
  return open
}

export function readTheme({ options }: Words): ThemeName {
  return oneOf('theme', options.theme, themeNames) ?? 'light'
}
