// Files that mean harm, or were broken on the way: each is refused in a sentence, soon.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDiagram } from './parse'
import { serialise } from './serialise'
import { example } from './example.fixture'
import { pick, randomDiagram, randomFrom, type Random } from './randomDiagram.fixture'

const about = { title: 'x' }
const file = (more: object) => JSON.stringify({ version: 1, about, nodes: [], edges: [], ...more })
const many = (count: number) => Array.from({ length: count }, (_, index) => index)
const linear = (id: string, width: unknown) => ({ id, block: 'linear', params: { width } })
/** Each module holds two of the one before. */
const doubling = Object.fromEntries(
  many(60).map((i) => [
    `m${i}`,
    { nodes: i === 0 ? [{ id: 'a', block: 'add' }] : ['a', 'b'].map((id) => ({ id, module: `m${i - 1}` })), edges: [] },
  ]),
)
const chain = (length: number) =>
  Object.fromEntries(
    many(length).map((i) => [`m${i}`, { nodes: i === 0 ? [] : [{ id: 'a', module: `m${i - 1}` }], edges: [] }]),
  )

test.each<[name: string, text: string, sentence: RegExp]>([
  ['deep JSON', `${'['.repeat(1_000_000)}`, /more than 200 levels deep/],
  ['deep groups', '{"nodes":[{"id":"a","group":'.repeat(5000), /more than 200 levels deep/],
  ['text in UTF-16', '\uFFFD\uFFFD{\0"\0a\0"\0', /not text in UTF-8/],
  ['a variant without a name', file({ variants: [{ id: ' ', set: {} }] }), /The id is empty/],
  [
    'a repeat beyond counting',
    file({ nodes: [{ id: 'a', block: 'add', repeat: 1e308 }] }),
    /It repeats 1e308 times; the limit is 1,000,000/,
  ],
  ['a large file', `{"about": "${'x'.repeat(20_000_000)}"}`, /larger than 20 MB/],
  [
    '100,000 nodes',
    file({ nodes: many(100_000).map((i) => ({ id: `n${i}`, block: 'add' })) }),
    /100,000 nodes; the limit is 20,000/,
  ],
  [
    '100,000 nodes in groups',
    file({
      nodes: many(100).map((g) => ({
        id: `g${g}`,
        group: { nodes: many(1000).map((i) => ({ id: `n${i}`, block: 'add' })), edges: [] },
      })),
    }),
    /100,100 nodes; the limit is 20,000/,
  ],
  ['a million edges', file({ edges: many(300_000).map(() => ({ from: 'a.x', to: 'b.x' })) }), /300,000 edges/],
  ['values in unknown fields', file({ zoo: many(1_200_000) }), /more than 1,000,000 values/],
  [
    'many symbols',
    file({ symbols: Object.fromEntries(many(6000).map((i) => [`s${i}`, i])) }),
    /6,000 symbols; the limit is 5,000/,
  ],
  [
    'a module in itself',
    file({ modules: { a: { nodes: [{ id: 'x', module: 'a' }], edges: [] } } }),
    /“a” contains itself: a, a\./,
  ],
  [
    'modules in each other',
    file({
      modules: {
        a: { nodes: [{ id: 'x', module: 'b' }], edges: [] },
        b: { nodes: [{ id: 'g', group: { nodes: [{ id: 'y', module: 'a' }], edges: [] } }], edges: [] },
      },
    }),
    /contains itself: a, b, a\./,
  ],
  [
    'modules that double',
    file({ modules: doubling, nodes: [{ id: 'top', module: 'm59' }] }),
    /Unfolded it would have more than a million million nodes; the limit is 200,000/,
  ],
  [
    'a pin beyond any page',
    file({ nodes: [linear('a', 1)], view: { pins: { a: { x: 1e300, y: 0 } } } }),
    /“a” lies too far out; the limit is 1,000,000 pixels/,
  ],
  [
    'an error behind many warnings',
    file({
      nodes: many(600).map((i) => ({ id: `n${i}`, block: 'add', params: { zoo: 1 } })),
      edges: [{ from: 'nobody.x', to: 'n0.a' }],
    }),
    /There is no node “nobody”/,
  ],
  ['modules in a long row', file({ modules: chain(1500) }), /Modules are nested 1,499 deep; the limit is 50/],
  [
    'a repeat of 10^9',
    file({ nodes: [{ id: 'a', block: 'add', repeat: 1e9 }] }),
    /repeats 1,000,000,000 times; the limit is 1,000,000/,
  ],
  [
    'a repeat of 10^9 by symbols',
    file({ symbols: { n: 1e5, m: 'n^2' }, nodes: [{ id: 'a', block: 'add', repeat: { count: 'm' } }] }),
    /repeats 10,000,000,000 times/,
  ],
  [
    'a repeat of 10^9 in a variant',
    file({
      symbols: { n: 1 },
      variants: [{ id: 'v', set: { n: 1e9 } }],
      nodes: [{ id: 'a', block: 'add', repeat: 'n' }],
    }),
    /repeats 1,000,000,000 times/,
  ],
  ['9^9^9^9', file({ nodes: [linear('a', '9^9^9^9')] }), /“9\^9\^9\^9” cannot be used: /],
  ['(a+b)^64^…', file({ symbols: { s: '(a+b+c+d+e+f)^60' } }), /cannot be used: /],
  ['parentheses', file({ symbols: { s: `${'('.repeat(900)}1${')'.repeat(900)}` } }), /cannot be used: /],
  [
    'a long formula',
    file({ symbols: { s: '1+'.repeat(5000) } }),
    /cannot be used: The formula is 10,000 characters long/,
  ],
  [
    'symbols in a long row',
    file({ symbols: Object.fromEntries(many(4000).map((i) => [`s${i}`, `s${i + 1}`])) }),
    /more than 100 times/,
  ],
  [
    'a number without end',
    file({ nodes: [linear('a', 1)] }).replace('"width":1', '"width":1e999'),
    /Expected .*found a number that is too large/,
  ],
  [
    'a loop of 10,000',
    file({
      nodes: many(10_000).map((i) => ({ id: `n${i}`, block: 'layerNorm' })),
      edges: many(10_000).map((i) => ({ from: `n${i}.x`, to: `n${(i + 1) % 10_000}.x` })),
    }),
    /in a loop: n0 → n1 → /,
  ],
])('%s', (_, text, sentence) => {
  const start = performance.now()
  const parsed = parseDiagram(text)
  expect(performance.now() - start).toBeLessThan(4000)
  expect(parsed.ok).toBe(false)
  expect(parsed.problems.map((problem) => problem.sentence).join('\n')).toMatch(sentence)
  for (const problem of parsed.problems) expect(problem.sentence.length).toBeLessThan(1000)
})

test('symbols that swell are bounded', () => {
  const swelling = {
    s0: 'a + b',
    a: { example: 1 },
    b: { example: 1 },
    ...Object.fromEntries(many(40).map((i) => [`s${i + 1}`, `s${i}^2 + a*s${i}`])),
  }
  const start = performance.now()
  parseDiagram(file({ symbols: swelling, nodes: [{ id: 'a', block: 'add', repeat: 's40' }] }))
  expect(performance.now() - start).toBeLessThan(4000)
})

test('a chain of 20,000 nodes is read', () => {
  const nodes = many(20_000).map((i) => ({ id: `n${i}`, block: 'layerNorm' }))
  const edges = many(19_999).map((i) => ({ from: `n${i}.x`, to: `n${i + 1}.x` }))
  const start = performance.now()
  expect(parseDiagram(file({ nodes, edges })).ok).toBe(true)
  expect(performance.now() - start).toBeLessThan(4000)
})

test('names of JavaScript do no harm', () => {
  const text = `{"version":1,"__proto__":{"polluted":1},"about":{"title":"x","__proto__":{"polluted":1}},
    "symbols":{"__proto__":{"value":1}},"modules":{"__proto__":{"nodes":[],"edges":[]}},
    "nodes":[{"id":"a","block":"constructor","params":{"__proto__":{"polluted":1},"toString":1}},{"id":"b","block":"__proto__"}],"edges":[],
    "view":{"pins":{"__proto__":{"x":1,"y":1}}},"phases":[{"id":"p","label":"p","states":{"__proto__":"frozen"}}]}`
  const parsed = parseDiagram(text)
  if (!parsed.ok) throw new Error(parsed.problems[0]?.sentence)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  expect(Object.getPrototypeOf(parsed.diagram)).toBe(Object.prototype)
  expect(serialise(parsed.diagram)).not.toContain('polluted')
  for (const id of ['__proto__', 'constructor', 'toString'])
    expect(parseDiagram(file({ nodes: [{ id, block: 'add' }] })).ok).toBe(false)
  for (const name of ['__proto__', 'constructor'])
    expect(parseDiagram(file({ nodes: [{ id: 'a', module: name }] })).ok).toBe(false)
})

test('a problem fits on a line, whatever the file holds', () => {
  const nasty = 'a\nb\u2028c\u0000d\u202e'.repeat(50)
  const parsed = parseDiagram(
    file({
      [nasty]: 1,
      nodes: [
        { id: nasty, block: nasty, params: { [nasty]: null } },
        { id: 'a', module: nasty },
      ],
      edges: [{ from: nasty, to: nasty }],
    }),
  )
  expect(parsed.ok).toBe(false)
  for (const { path, sentence } of parsed.problems) {
    expect(`${path}: ${sentence}`).not.toMatch(/[\p{Cc}\u2028\u202e]/u)
    expect(`${path}: ${sentence}`.length).toBeLessThan(500)
  }
})

/** Something somewhere in a document replaced by something else. */
function damage(random: Random, value: unknown, wrong: unknown): unknown {
  if (typeof value !== 'object' || value === null || random() < 0.08) return wrong
  const names = Object.keys(value)
  const name = pick(random, names)
  if (name === undefined) return wrong
  if (Array.isArray(value))
    return value.map((each: unknown, index) => (String(index) === name ? damage(random, each, wrong) : each))
  return Object.fromEntries(
    Object.entries(value).map(([each, inner]) => [each, each === name ? damage(random, inner, wrong) : inner]),
  )
}

test('no damage makes it throw, and what it accepts it writes and reads again', () => {
  fc.assert(
    fc.property(fc.nat(), fc.jsonValue(), (seed, wrong) => {
      const random = randomFrom(seed)
      const start = random() < 0.5 ? example : randomDiagram(random, 5)
      const parsed = parseDiagram(JSON.stringify(damage(random, start, wrong)))
      if (!parsed.ok) {
        expect(parsed.problems.some((problem) => problem.severity === 'error')).toBe(true)
        return
      }
      const text = serialise(parsed.diagram)
      const again = parseDiagram(text)
      expect(again.ok && serialise(again.diagram)).toBe(text)
    }),
    { numRuns: 500, seed: 3 },
  )
})

test('no text makes it throw', () => {
  const text = serialise(example)
  fc.assert(
    fc.property(fc.nat({ max: text.length }), fc.nat({ max: 40 }), fc.string(), (at, length, insert) => {
      const parsed = parseDiagram(text.slice(0, at) + insert + text.slice(at + length))
      expect(parsed.ok || parsed.problems.length > 0).toBe(true)
    }),
    { numRuns: 500, seed: 4 },
  )
})
