// Which file is drawn into which: one figure by its name, or many into a folder.
import { mkdirSync, statSync } from 'node:fs'
import { dirname, extname, join, relative, resolve } from 'node:path'
import { exporterFor, exporters } from '../exporters'
import type { Exporter } from '../exporters/exporter'
import { Complaint } from './complaint'
import { plainName } from './files'
import type { Words } from './options'

export interface Target {
  readonly file: string
  readonly output: string
  readonly exporter: Exporter
}

export interface Plan {
  readonly formats: readonly Exporter[]
  /** By the file that is read, in order. */
  readonly targets: readonly (readonly [file: string, targets: readonly Target[]])[]
  /** Several files go into a folder, so that one that fails does not keep the others. */
  readonly isBatch: boolean
}

export function planTargets({ files: named, options }: Words): Plan {
  const { output } = options
  if (!output) throw new Complaint('Say where to: -o OUT.svg, -o FOLDER/ for several, or -o - for standard output.')
  const files = [...new Set(named)]
  const formats = options.format === undefined ? undefined : readFormats(options.format)
  if (!isFolder(output)) return single(files, output, formats)
  if (files.includes('-')) throw new Complaint('-: standard input has no name to be written under; name the output.')
  const chosen = formats ?? [exporterFor('svg')!]
  const names = namesOf(files)
  const targets = files.map((file, i) => {
    const own = chosen.map((exporter) => ({
      file,
      output: join(output, `${names[i]}.${exporter.extension}`),
      exporter,
    }))
    return [file, own] as const
  })
  return { formats: chosen, targets, isBatch: true }
}

/** Makes the folder of a target, when the target lies in the folder that was asked for. */
export function makeFolder({ output }: Target): void {
  try {
    make(dirname(output))
  } catch {
    throw new Complaint(`${dirname(output)}: the folder cannot be made.`)
  }
}

/** One by one: where a folder says that it is not there when one is made in it, Node itself would try for ever. */
function make(folder: string) {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(folder) !== folder) make(dirname(folder))
  mkdirSync(folder)
}

function single(files: readonly string[], output: string, formats: readonly Exporter[] | undefined): Plan {
  if (files.length > 1)
    throw new Complaint(`${output}: ${files.length} files need a folder to be written to; end its name with a slash.`)
  if (formats && formats.length > 1)
    throw new Complaint(
      `${output}: ${formats.length} formats need a folder to be written to; end its name with a slash.`,
    )
  const exporter = formats?.[0] ?? exporterFor(output === '-' ? 'svg' : extname(output).slice(1))
  if (!exporter)
    throw new Complaint(`${output}: no format has this ending; there is: ${endings('.')}, or a folder with a slash.`)
  const [file] = files
  return { formats: [exporter], targets: [[file!, [{ file: file!, output, exporter }]]], isBatch: false }
}

function readFormats(text: string): Exporter[] {
  const names = text.split(',').map((name) => name.trim().replace(/^\./, ''))
  const found = names.map((name) => {
    const exporter = exporterFor(name)
    if (!exporter) throw new Complaint(`--format: there is no “${name}”; there is: ${endings('')}.`)
    return exporter
  })
  return [...new Set(found)]
}

function endings(before: string): string {
  return exporters.map(({ extension }) => `${before}${extension}`).join(', ')
}

function isFolder(output: string): boolean {
  if (/[/\\]$/.test(output)) return true
  return output !== '-' && (statSync(output, { throwIfNoEntry: false })?.isDirectory() ?? false)
}

/** The names of the files without their endings; with their folders where two would be the same. */
function namesOf(files: readonly string[]): string[] {
  const short = files.map(plainName)
  if (new Set(short).size === files.length) return short
  const folders = files.map((file) => dirname(resolve(file)))
  const base = folders.reduce(common)
  const long = files.map((file, i) => join(relative(base, folders[i]!), plainName(file)))
  const twice = long.filter((name, i) => long.indexOf(name) !== i)
  if (twice.length) throw new Complaint(twice.map((name) => `${name}: two files would be written under this name.`))
  return long
}

function common(a: string, b: string): string {
  let folder = a
  while (folder !== dirname(folder) && b !== folder && !b.startsWith(join(folder, '/'))) folder = dirname(folder)
  return folder
}
