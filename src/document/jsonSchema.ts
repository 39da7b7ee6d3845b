// The format as JSON Schema, so that other editors complete and check files. Made from `schema.ts`, written nowhere else.
import { z } from 'zod'
import { diagramSchema, formatVersion } from './schema'

export function jsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(diagramSchema, { io: 'input' })
  // A companion is a diagram again; written out it would double the schema.
  const companions = { type: 'object', additionalProperties: { $ref: '#' } }
  return {
    $schema,
    title: `Frieze diagram, version ${formatVersion}`,
    ...schema,
    properties: { ...schema.properties, companions },
  }
}
