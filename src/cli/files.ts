// Reading and writing: `-` is standard input or output; nothing is half written.
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Diagram } from '../document/schema'
import { largestFigure, openBytes } from '../importers/open'
import { Complaint } from './complaint'

/** `model.frieze.json` and `model.svg` are called `model`. */
export function plainName(file: string): string {
  return basename(file).replace(/(\.frieze)?\.[^.]+$/, '') || basename(file)
}

/** The bytes of a file. What cannot be read is a complaint. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    if (file === '-') return await readInput()
    const stat = statSync(file)
    if (stat.isDirectory()) throw new Complaint(`${file}: this is a folder; name a file.`)
    if (stat.size > largestFigure) throw tooLarge(file)
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Complaint) throw error
    throw new Complaint(`${file}: ${whyNot('read', error)}`)
  }
}

async function readInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    chunks.push(Buffer.from(chunk as Uint8Array))
    size += chunks.at(-1)!.length
    if (size > largestFigure) throw tooLarge('-')
  }
  return Buffer.concat(chunks)
}

function tooLarge(file: string): Complaint {
  return new Complaint(`${file}: the file is too large to be a diagram.`)
}

function whyNot(done: 'read' | 'written', error: unknown): string {
  const code = (error as { code?: string }).code
  switch (code) {
    case 'ENOENT':
      return done === 'read' ? 'there is no such file.' : 'there is no such folder.'
    case 'ENOTDIR':
      return 'part of this path is a file, not a folder.'
    case 'EISDIR':
      return 'this is a folder; name a file.'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `it may not be ${done}.`
    case 'ENOSPC':
      return 'there is no space left.'
    default:
      return `it cannot be ${done}${code ? ` (${code})` : ''}.`
  }
}

/** The document in a file; every problem is a line of the complaint. */
export async function readDiagram(file: string): Promise<Diagram> {
  return diagramIn(file, await readBytes(file))
}

export function diagramIn(file: string, bytes: Uint8Array): Diagram {
  const parsed = openBytes(bytes)
  if (parsed.ok) return parsed.diagram
  throw new Complaint(
    parsed.problems.filter((p) => p.severity === 'error').map((p) => `${file}: ${p.path}: ${p.sentence}`),
  )
}

/** Writes beside the target and renames, so that the target is whole or untouched. */
export async function write(file: string, content: string | Uint8Array): Promise<void> {
  if (file === '-') return writeOutput(content)
  let beside: string | undefined
  try {
    const stat = statusOf(file)
    if (stat?.isDirectory()) throw new Complaint(`${file}: this is a folder; name a file.`)
    // Devices and pipes are written to, not replaced; a link stays a link.
    if (stat && !stat.isFile()) return writeFileSync(file, content)
    const target = stat ? realpathSync(file) : file
    beside = join(dirname(target), `.${basename(target)}.${process.pid}`)
    writeFileSync(beside, content, { mode: stat ? stat.mode & 0o777 : 0o666 })
    renameSync(beside, target)
  } catch (error) {
    if (beside) rmSync(beside, { force: true })
    throw error instanceof Complaint ? error : new Complaint(`${file}: ${whyNot('written', error)}`)
  }
}

function statusOf(file: string): Stats | undefined {
  return statSync(file, { throwIfNoEntry: false })
}

function writeOutput(content: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(content, (error) => {
      // A reader that closes early, such as `head`, is no fault.
      if (!error || (error as { code?: string }).code === 'EPIPE') resolve()
      else reject(new Complaint(`-: ${whyNot('written', error)}`))
    })
  })
}
