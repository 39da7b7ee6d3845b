// The format as JSON Schema, so that other editors complete and check files. Made from `schema.ts`, written nowhere else.
import { z } from 'zod'
import { diagramSchema, formatVersion } from './schema'

export const jsonSchemaName = `frieze-${formatVersion}.schema.json`

export function jsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(diagramSchema, { io: 'input' })
  return { $schema, $id: jsonSchemaName, title: 'Frieze diagram', ...schema }
}
