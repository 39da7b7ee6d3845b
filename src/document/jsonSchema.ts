// The file format as JSON Schema, for editors that complete it.
import { z } from 'zod'
import { diagramSchema } from './schema'

export function jsonSchema(): unknown {
  return z.toJSONSchema(diagramSchema, { io: 'input' })
}
