// The walls of the program: which folder may import what, no import cycles, no long files.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { expect, test } from 'vitest'

// A folder imports itself and the folders before it. `cli` and `editor` are the two ends: neither sees the other.
const pipeline = 'shared drawing blocks document semantics graph layout scene lenses exporters importers'
const order = [...pipeline.split(' '), 'render', 'slide', 'stage', 'talk', 'pair', 'views', 'pages', 'cli', 'editor']
const topLevel = ['render.ts', 'slide.ts', 'stage.ts', 'talk.ts', 'pair.ts', 'views.ts', 'pages.ts']

const owners: [library: RegExp, owner: string][] = [
  [/^(react|@xyflow|zustand|radix-ui|@radix-ui|cmdk|lucide)/, 'editor'],
  [/^elkjs/, 'layout'],
  [/^node:/, 'cli'],
]

// What lies beside src/ and may be built in. Tests may read anything.
const outside: [path: RegExp, owners: string[]][] = [
  [/^\.\.\/diagrams\//, ['editor']],
  [/^\.\.\/package\.json$/, ['cli', 'editor']],
]

const longest = 400

const src = import.meta.dirname
const everything = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))
const files = everything.filter((path) => /(?<!\.test|\.fixture)\.tsx?$/.test(path))
const read = (file: string) => readFileSync(join(src, file), 'utf8')

/** `scene/look.ts` is part of `scene`, `render.ts` is `render`. */
const part = (path: string) => path.split('/')[0]!.replace(/\.\w+$/, '')

interface Import {
  readonly target: string
  /** Gone when the program runs. */
  readonly typeOnly: boolean
}

const statement = /\b(?:import|export)\s+(type\s)?(?:[\w*{][\w\s*{},$]*?\sfrom\s+)?'([^']+)'/g
const expression = /\b(?:import|import\.meta\.glob(?:<[^>]*>)?|new URL)\(\s*'([^']+)'/g

function importsOf(file: string): Import[] {
  const text = read(file).replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')
  return [
    ...[...text.matchAll(statement)].map(([, type, target]) => ({ target: target!, typeOnly: type !== undefined })),
    ...[...text.matchAll(expression)].map(([, target]) => ({ target: target!, typeOnly: false })),
  ]
}

/** A relative import as a path inside src/; `../diagrams/…` for what lies outside it. */
function locate(file: string, target: string): string {
  return posix.join(dirname(file), target.replace(/\?.*$/, ''))
}

test('src/ has the folders of the list, and no other files', () => {
  expect(files.filter((file) => !file.includes('/') && !topLevel.includes(file))).toEqual([])
  expect([...new Set(files.map(part))].filter((name) => !order.includes(name))).toEqual([])
})

test.each(files)('%s imports only what it may', (file) => {
  const from = part(file)
  for (const { target } of importsOf(file)) {
    if (!target.startsWith('.')) {
      for (const [library, owner] of owners) {
        if (library.test(target)) expect(from, `${file} uses ${target}`).toBe(owner)
      }
      continue
    }
    const path = locate(file, target)
    if (path.startsWith('..')) {
      const allowed = outside.find(([place]) => place.test(path))?.[1] ?? []
      expect(allowed, `${file} → ${path}`).toContain(from)
      continue
    }
    const visible = order.slice(0, order.indexOf(from) + 1).filter((name) => !(from === 'editor' && name === 'cli'))
    expect(visible, `${file} → ${path}`).toContain(part(path))
  }
})

test('no file imports itself in a circle', () => {
  const known = new Set(files)
  const edges = new Map(files.map((file) => [file, importsOf(file).flatMap((found) => resolve(file, found))]))

  function resolve(file: string, { target, typeOnly }: Import): string[] {
    if (typeOnly || !target.startsWith('.')) return []
    const path = locate(file, target)
    const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`, path.replace(/\.js(x?)$/, '.ts$1')]
    return candidates.filter((candidate) => known.has(candidate)).slice(0, 1)
  }

  const done = new Set<string>()
  function walk(file: string, trail: readonly string[]) {
    const start = trail.indexOf(file)
    if (start >= 0) throw new Error(`Import cycle: ${[...trail.slice(start), file].join(' → ')}`)
    if (done.has(file)) return
    for (const next of edges.get(file) ?? []) walk(next, [...trail, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
})

// A file that says in its first line that it was generated is not read by anyone.
const written = everything.filter((path) => /(?<!\.test|\.fixture)\.(tsx?|css)$/.test(path) && !isGenerated(path))

function isGenerated(path: string): boolean {
  return /generated/i.test(read(path).split('\n')[0]!)
}

test.each(written)(`%s has at most ${longest} lines`, (file) => {
  expect(read(file).trimEnd().split('\n').length, `${file}: split it where a second noun appears`).toBeLessThanOrEqual(
    longest,
  )
})
