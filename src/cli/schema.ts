// frieze schema: the JSON Schema of the file format, for other editors.
import { jsonSchema } from '../document/jsonSchema'
import type { Command } from './command'
import { write } from './files'

export const schemaCommand: Command = {
  name: 'schema',
  takes: '[-o OUT.json]',
  about: 'Writes the JSON Schema of the file format.',
  options: ['output'],
  files: [0, 0],
  async run({ options }) {
    await write(options.output ?? '-', `${JSON.stringify(jsonSchema(), null, 2)}\n`)
    return 0
  },
}
