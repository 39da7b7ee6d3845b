// frieze check: all problems of documents, and of the figures that carry them, one a line.
import { checkDiagram } from '../semantics/checks'
import { lintSvg } from '../drawing/lint'
import { formatOf, openBytes } from '../importers/open'
import type { Command } from './command'
import { Complaint } from './complaint'
import { readBytes, write } from './files'

export const checkCommand: Command = {
  name: 'check',
  takes: 'FILE…',
  about: 'Prints problems, one a line; exit code 1 when there are any.',
  options: [],
  files: [1, Number.MAX_SAFE_INTEGER],
  async run({ files }) {
    const lines: string[] = []
    const complaints: string[] = []
    for (const file of files) {
      try {
        lines.push(...problemsOf(await readBytes(file)).map((p) => `${file}: ${p}`))
      } catch (error) {
        if (!(error instanceof Complaint)) throw error
        complaints.push(error.message)
      }
    }
    await write('-', lines.map((line) => `${line}\n`).join(''))
    if (complaints.length) throw new Complaint(complaints)
    return lines.length ? 1 : 0
  },
}

function problemsOf(bytes: Uint8Array): string[] {
  const drawing =
    formatOf(bytes) === 'svg'
      ? lintSvg(new TextDecoder().decode(bytes)).map((f) => `${f.at}: ${f.rule}: ${f.sentence}`)
      : []
  const parsed = openBytes(bytes)
  // That a block is not known is said at its node as well, once the document is open.
  const written = parsed.problems
    .filter(({ message }) => !parsed.ok || message.kind !== 'unknownBlock')
    .map((p) => `${p.path}: ${p.sentence}`)
  const meant = parsed.ok ? checkDiagram(parsed.diagram).map((p) => `${p.path}: ${p.sentence}`) : []
  return [...drawing, ...new Set([...written, ...meant])]
}
