// Reading and writing: `-` is standard input or output; nothing is half written.
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Diagram } from '../document/schema'
import { largestFile } from '../document/json'
import { openText } from '../importers/open'
import { Complaint } from './complaint'

export function readText(file: string): string {
  try {
    if (file === '-') return readFileSync(0, 'utf8')
    const stat = statSync(file)
    if (stat.isDirectory()) throw new Complaint(`${file}: this is a folder; name a file.`)
    if (stat.size > largestFile * 2) throw new Complaint(`${file}: the file is too large to be a diagram.`)
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Complaint) throw error
    const code = (error as { code?: string }).code
    const why =
      code === 'ENOENT'
        ? 'there is no such file.'
        : code === 'EACCES'
          ? 'it may not be read.'
          : `it cannot be read (${code}).`
    throw new Complaint(`${file}: ${why}`)
  }
}

/** The document in a file; every problem is a line of the complaint. */
export function readDiagram(file: string): Diagram {
  const parsed = openText(readText(file))
  if (parsed.ok) return parsed.diagram
  throw new Complaint(
    parsed.problems.filter((p) => p.severity === 'error').map((p) => `${file}: ${p.path}: ${p.sentence}`),
  )
}

/** Writes beside the target and renames, so that the target is whole or untouched. */
export function write(file: string, content: string | Uint8Array): void {
  if (file === '-') {
    writeFileSync(1, content)
    return
  }
  const beside = join(dirname(file), `.${basename(file)}.${process.pid}`)
  try {
    writeFileSync(beside, content)
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    throw new Complaint(`${file}: it cannot be written (${(error as { code?: string }).code}).`)
  }
}
