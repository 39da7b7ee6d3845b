// frieze format: rewrites documents in the canonical form, which reads well in a diff.
import { serialise } from '../document/serialise'
import { formatOf } from '../importers/open'
import type { Command } from './command'
import { Complaint } from './complaint'
import { diagramIn, readBytes, write } from './files'

export const formatCommand: Command = {
  name: 'format',
  takes: 'FILE…',
  about: 'Rewrites documents in canonical form; - prints it.',
  options: [],
  files: [1, Number.MAX_SAFE_INTEGER],
  async run({ files }) {
    const formatted: [file: string, text: string, before: string][] = []
    for (const file of files) {
      const bytes = await readBytes(file)
      if (file !== '-' && formatOf(bytes) !== 'json')
        throw new Complaint(
          `${file}: this is a figure, which would be replaced by its document; name the document’s file.`,
        )
      formatted.push([file, serialise(diagramIn(file, bytes)), new TextDecoder().decode(bytes)])
    }
    // Only when all can be read is anything written.
    for (const [file, text, before] of formatted) if (file === '-' || text !== before) await write(file, text)
    return 0
  },
}
