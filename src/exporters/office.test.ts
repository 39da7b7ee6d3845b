// Decks in a program that reads them: LibreOffice. Where it is missing, the tests say so by being skipped.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import type { Graph } from '../graph/graph'
import { python } from './compare/programs.fixture'
import { figureOf, requestOf, unfolded } from './pages.fixture'
import { pptx } from './pptx'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'frieze-office-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

test.skipIf(!python)(
  'LibreOffice: whatever shape is moved, the ends of its connectors go with it; every name is found and can be changed',
  { timeout: 240_000 },
  async () => {
    const files: string[] = []
    for (const { name, diagram } of allDiagrams().filter((each) => ['flamingo', 'git', 'coca'].includes(each.name)))
      for (const depth of ['overview', 'unfolded']) {
        const page = await figureOf(diagram, depth === 'unfolded' ? unfolded(diagram) : {})
        const file = join(folder, `${name}-${depth}.pptx`)
        writeFileSync(file, (await pptx.export(requestOf(diagram, [page]))) as Uint8Array)
        writeFileSync(`${file}.txt`, namesIn(page.drawn!.graph).join('\n'))
        files.push(file)
      }
    // A port that other runs are not likely to use.
    const port = String(20000 + (process.pid % 20000))
    const script = join(import.meta.dirname, 'office.fixture.py')
    const { stdout } = await run(python!, [script, port, join(folder, 'profile'), ...files])
    const found = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Found)
    expect(found.length).toBe(files.length)
    for (const [i, { ends, behind, loose, missing, changed, after }] of found.entries()) {
      expect(ends, files[i]).toBeGreaterThan(20)
      // LibreOffice up to 7.4 reads no glue of connectors in a group that is itself in a group.
      const unread = loose.filter((edge) => !/^[^#]*\/[^#]*#/.test(edge))
      expect({ behind, unread, missing, after }, files[i]).toEqual({ behind: [], unread: [], missing: [], after: true })
      expect(changed, files[i]).toBeGreaterThan(0)
    }
  },
)

interface Found {
  readonly ends: number
  readonly behind: string[]
  readonly loose: string[]
  readonly missing: string[]
  readonly changed: number
  readonly after: boolean
}

/** What is written on the nodes of every open level. Signs and formulas are drawn. */
function namesIn({ nodes }: Graph): string[] {
  const own = nodes.filter(({ title, sign }) => !sign && !title.includes('$')).map(({ title }) => title)
  return [...new Set([...own, ...nodes.flatMap(({ inside }) => (inside ? namesIn(inside) : []))])]
}
