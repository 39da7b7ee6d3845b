// frieze format: rewrites documents in the canonical form, which reads well in a diff.
import { serialise } from '../document/serialise'
import type { Command } from './command'
import { readDiagram, write } from './files'

export const formatCommand: Command = {
  name: 'format',
  usage: 'FILE…',
  about: 'Rewrites documents in canonical form; - prints it.',
  options: [],
  files: [1, Number.MAX_SAFE_INTEGER],
  async run({ files }) {
    for (const file of files) write(file, serialise(readDiagram(file)))
    return 0
  },
}
