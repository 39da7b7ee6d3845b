// The published schema says the same as the one we use: tried with a checker that knows just the words in it.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { jsonSchema } from './jsonSchema'
import { diagramSchema } from './schema'
import { example } from './example.fixture'

type Schema = Readonly<Record<string, unknown>>
const whole = jsonSchema()
const known = new Set(
  '$schema $defs $ref title type const enum anyOf properties required additionalProperties propertyNames items pattern'.split(
    ' ',
  ),
)

function isValid(value: unknown, schema: Schema): boolean {
  const unknown = Object.keys(schema).filter((word) => !known.has(word))
  if (unknown.length > 0) throw new Error(`The checker does not know ${unknown.join(', ')}.`)
  if (typeof schema.$ref === 'string') return isValid(value, definition(schema.$ref))
  if (Array.isArray(schema.anyOf)) return schema.anyOf.some((each: Schema) => isValid(value, each))
  if ('const' in schema && value !== schema.const) return false
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) return false
  if (typeof schema.type === 'string' && !isOfType(value, schema.type)) return false
  if (typeof schema.pattern === 'string' && typeof value === 'string' && !new RegExp(schema.pattern, 'u').test(value))
    return false
  if (Array.isArray(value)) return value.every((each) => isValid(each, (schema.items ?? {}) as Schema))
  if (typeof value !== 'object' || value === null) return true
  const properties = (schema.properties ?? {}) as Readonly<Record<string, Schema>>
  const rest = typeof schema.additionalProperties === 'object' ? (schema.additionalProperties as Schema) : {}
  if (((schema.required ?? []) as string[]).some((name) => !Object.hasOwn(value, name))) return false
  return Object.entries(value).every(([name, each]) =>
    isValid(each, Object.hasOwn(properties, name) ? properties[name]! : rest),
  )
}

function definition(ref: string): Schema {
  return ref
    .split('/')
    .slice(1)
    .reduce((at, name) => at[name] as Schema, whole)
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}

test('accepts what we accept', () => {
  expect(isValid(example, whole)).toBe(true)
  const diagrams = new URL('../../diagrams/', import.meta.url)
  for (const name of readdirSync(diagrams).filter((each) => each.endsWith('.json') && !each.includes('.layout')))
    expect([name, isValid(JSON.parse(readFileSync(new URL(name, diagrams), 'utf8')), whole)]).toEqual([name, true])
})

test.each([
  ['no nodes', { nodes: undefined }],
  ['another version', { version: 2 }],
  ['an id with a dot', { nodes: [{ id: 'a.b', block: 'add' }] }],
  ['a wrong id, deep in', { nodes: [{ id: 'g', group: { nodes: [{ id: 3 }], edges: [] } }] }],
  ['an edge without an end', { edges: [{ from: 'a.x' }] }],
  ['a state that is none', { nodes: [{ id: 'a', block: 'add', state: 'melted' }] }],
  ['a direction that is none', { view: { direction: 'left' } }],
])('refuses %s, as we do', (_, wrong) => {
  const value: unknown = JSON.parse(JSON.stringify({ ...example, ...wrong }))
  expect(diagramSchema.safeParse(value).success).toBe(false)
  expect(isValid(value, whole)).toBe(false)
})

test('public/frieze-1.schema.json is what the format says: npm run schema writes it', () => {
  const file = new URL('../../public/frieze-1.schema.json', import.meta.url)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(jsonSchema())))
})
