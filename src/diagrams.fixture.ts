// The diagrams of the repository, read for tests.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDiagram } from './document/parse'
import type { Diagram } from './document/schema'

const folder = join(import.meta.dirname, '..', 'diagrams')

export interface NamedDiagram {
  readonly name: string
  readonly text: string
  readonly diagram: Diagram
}

/** Throws with the problems when one of them cannot be read. */
export function allDiagrams(): NamedDiagram[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      const parsed = parseDiagram(text)
      if (!parsed.ok) throw new Error(`${file}:\n${parsed.problems.map((p) => `${p.path}: ${p.sentence}`).join('\n')}`)
      return { name: file.replace(/\.json$/, ''), text, diagram: parsed.diagram }
    })
}
