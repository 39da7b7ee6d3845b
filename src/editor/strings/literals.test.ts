// Nothing that a person reads stands in the program itself: it is in the strings, in four languages.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !/\.(test|fixture)\.tsx?$/.test(name) && !name.startsWith('strings'),
)

const spoken =
  /^(aria-label|aria-description|aria-roledescription|aria-valuetext|title|placeholder|alt|label|hint|text)$/

/** Names of formats and the like, and formulas, are the same in every language. */
const names = new Set(['TSV', 'Markdown', 'LaTeX', 'SVG', 'PNG', 'Frieze', 'FLOPs', 'arXiv'])

interface Node {
  readonly type: string
  readonly start: number
  readonly [member: string]: unknown
}

/** What a person would read of a file, with the lines. */
function literalsIn(source: string, file: string): string[] {
  const found: string[] = []
  const tell = (node: Node, text: string) => {
    const words = text.replace(/^[\s·]+|\s+$/g, '')
    const isFormula = /^[a-z_]+ = \d+$/.test(words)
    if (!/\p{L}{2}/u.test(words) || names.has(words) || isFormula) return
    found.push(`${file}:${source.slice(0, node.start).split('\n').length}: “${words}”`)
  }
  const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value
  const literals = (node: unknown): void => {
    if (!isNode(node)) return
    if (node.type === 'Literal' && typeof node['value'] === 'string') tell(node, node['value'])
    if (node.type === 'TemplateLiteral')
      for (const quasi of node['quasis'] as (Node & { value: { cooked: string } })[]) tell(quasi, quasi.value.cooked)
    if (node.type === 'ConditionalExpression') [node['consequent'], node['alternate']].forEach(literals)
    if (node.type === 'LogicalExpression') [node['left'], node['right']].forEach(literals)
    if (node.type === 'JSXExpressionContainer') literals(node['expression'])
  }
  const visit = (value: unknown) => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (!isNode(value)) return
    if (value.type === 'JSXText') tell(value, String(value['value']))
    if (value.type === 'JSXElement' || value.type === 'JSXFragment') (value['children'] as Node[]).forEach(literals)
    if (value.type === 'JSXAttribute') {
      const { name } = value['name'] as { name: string }
      if (spoken.test(name)) literals(value['value'])
    }
    if (value.type === 'CallExpression') {
      const callee = value['callee'] as Node
      const called = (callee['property'] as { name?: string } | undefined)?.name
      const [first] = value['arguments'] as Node[]
      if (called === 'announce') literals(first)
      if (called === 'notify' && first?.type === 'ObjectExpression')
        for (const property of first['properties'] as Node[])
          if ((property['key'] as { name?: string } | undefined)?.name === 'text') literals(property['value'])
    }
    for (const [member, part] of Object.entries(value)) if (member !== 'type') visit(part)
  }
  visit(parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }, file))
  return found
}

test('a text in the program is found', () => {
  const source = `const A = () => <p title={is ? 'Some words' : x} aria-label="Name">Hello {say('a.b')}{is && 'there'} × 3</p>
    editor.announce(\`Moved \${count}\`)
    editor.notify({ text: 'Sorry' })`
  expect(literalsIn(source, 'a.tsx').map((line) => line.replace(/^.*“/, '“'))).toEqual([
    '“there”',
    '“Some words”',
    '“Name”',
    '“Hello”',
    '“Moved”',
    '“Sorry”',
  ])
})

test('all that is read comes from the strings', () => {
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap((file) => literalsIn(readFileSync(join(root, file), 'utf8'), file))).toEqual([])
})
