import { expect, test } from 'vitest'
import { parseDiagram } from './parse'
import { serialise } from './serialise'
import { say } from './words'

const node = (id: string, more: object = {}) => ({ id, block: 'layerNorm', ...more })
const file = (more: object = {}) => ({
  version: 1,
  about: { title: 'A model' },
  nodes: [node('a'), node('b')],
  edges: [{ from: 'a.x', to: 'b.x' }],
  ...more,
})
const parse = (value: unknown) => parseDiagram(JSON.stringify(value))

/** The problems as lines: what the command line prints. */
function linesOf(text: string): string[] {
  return parseDiagram(text).problems.map(({ path, sentence, severity }) => `${severity} ${path}: ${sentence}`)
}
const lines = (value: unknown) => linesOf(JSON.stringify(value))

test('reads a document and finds nothing wrong', () => {
  expect(parse(file())).toMatchObject({ ok: true, problems: [] })
})

test.each([
  ['', 'The file is empty.'],
  [
    '{"version": 1,\n  "about": {"title": "x"}\n  "nodes": []}',
    'At line 3, column 3: expected a comma or “}”, found “"”.',
  ],
  ['{"a": 1,}', 'At line 1, column 8: expected no comma before “}”, found “,”.'],
  ['{"a": tru}', 'At line 1, column 7: expected a value, found “tru”.'],
  ["{'a': 1}", "At line 1, column 2: expected a name in double quotation marks, found “'”."],
  ['{"a" 1}', 'expected a colon after the name, found “1”.'],
  ['{"a": 1} x', 'expected the end of the file, found “x”.'],
  ['{"a": "x\n"}', 'At line 1, column 9: expected a closing quotation mark, found the end of the line.'],
  ['{"a": "\\q"}', 'expected an escape such as'],
  ['{"a": [1, 2', 'expected a comma or “]”, found the end of the file.'],
  ['<svg/>', 'expected a value, found “<”.'],
  ['[1]', 'This is not a diagram: a diagram is an object, and this is a list.'],
  ['{"name": "x", "version": "0.1.0"}', 'it has neither “about” nor “nodes”'],
  [JSON.stringify(file({ version: 2 })), 'made by a later version of Frieze (2); this one reads up to 1.'],
  [JSON.stringify(file({ version: '1' })), 'write "version": 1'],
])('refuses %j with a sentence', (text, sentence) => {
  const found = parseDiagram(text)
  expect(found.ok).toBe(false)
  expect(found.problems).toHaveLength(1)
  expect(found.problems[0]!.sentence).toContain(sentence)
})

test('every beginning of a file is refused, without an exception', () => {
  const text = JSON.stringify(file({ symbols: { width: { value: '2*d', note: 'é\n\u0001' } } }))
  for (let length = 0; length < text.length; length++) {
    const [line, ...more] = linesOf(text.slice(0, length))
    expect(more).toEqual([])
    expect(line).toMatch(/empty|This is not JSON\. At line 1, column \d+: expected .*, found the end of the file\./)
  }
})

test('names every wrong type at once, each with its place', () => {
  const wrong = file({
    about: { title: { en: 3 } },
    nodes: [
      node('a', { params: { heads: null } }),
      { id: '3 d' },
      { block: 'add' },
      node('g', { group: { nodes: [{}], edges: [] } }),
      node('r', { repeat: { count: true } }),
    ],
    edges: {},
    view: { direction: 'left', pins: { a: { x: '1', y: 2 } } },
  })
  expect(lines(wrong)).toMatchInlineSnapshot(`
    [
      "error about.title.en: Expected text, found 3.",
      "error nodes.a.params.heads: Expected a number, text, true or false, a list or an object, found null.",
      "error nodes[1] (3 d).id: An id begins with a letter and has letters, digits, _ and - only: found “3 d”.",
      "error nodes[2].id: This is missing: expected text.",
      "error nodes.g.group.nodes[0].id: This is missing: expected text.",
      "error nodes.r.repeat.count: Expected a number or text, found true.",
      "error edges: Expected a list, found an object.",
      "error view.direction: Expected “right”, “down” or “up”, found “left”.",
      "error view.pins.a.x: Expected a number, found “1”.",
    ]
  `)
})

test('names what is wrong beyond the form', () => {
  const wrong = file({
    symbols: { width: '4 * dpeth', heads: '2 +', n: 1, constructor: 2, 'a-b': 3 },
    variants: [
      { id: 'S', phase: 'q', set: { wdith: 1 } },
      { id: 'S', set: {} },
    ],
    phases: [{ id: 'p', label: 'P', states: { nobody: 'frozen' }, variants: ['XL'] }],
    modules: {
      block: {
        params: { d: 1 },
        inputs: [{ id: 'x' }],
        outputs: [{ id: 'x' }, { id: 'x' }],
        nodes: [node('n', { params: { oops: 1 } })],
        edges: [
          { from: 'in.y', to: 'n.x' },
          { from: 'n.x', to: 'out.x' },
        ],
      },
    },
    nodes: [
      node('a'),
      node('a'),
      node('in'),
      { id: 'none' },
      { id: 'both', block: 'add', module: 'block' },
      { id: 'm', module: 'blok' },
      { id: 'strange', block: 'hologram', params: { anything: 'goes (' } },
      { id: 'u', module: 'block', repeat: 'n * 10^9', params: { d: 'nought' } },
      { id: 'self', block: 'linear', tied: 'self' },
    ],
    edges: [
      { from: 'a.x', to: 'nobody.x' },
      { from: 'a.y', to: 'u.x' },
      { from: 'a', to: 'u.x' },
      { from: 'u.x', to: 'self.x' },
      { from: 'strange.whatever', to: 'self.x' },
      { from: 'in.x', to: 'strange.z' },
    ],
    published: [
      { quantity: 'params', value: 1, tolerance: 0.1, node: ['a', 'u/n', 'u/z'], variant: 'M', source: 'XX' },
    ],
    view: { variant: 'Q', unfolded: ['u', 'v'], pins: { 'block:n': { x: 0, y: 0 }, 'block:zz': { x: 0, y: 0 } } },
  })
  expect(lines(wrong)).toMatchInlineSnapshot(`
    [
      "error nodes[1] (a): There are two nodes “a” in this graph; rename one.",
      "error nodes[2] (in): The id “in” means the graph's own wall; give the node another one.",
      "error nodes.none: The node is nothing yet: give it a “block”, a “module” or a “group”.",
      "error nodes.both: The node is a block and a module at once; keep one of them.",
      "error nodes.m.module: There is no module “blok”; there are: block.",
      "warning nodes.strange.block: This version knows no block “hologram”; it is kept and drawn as a plain box.",
      "error edges[0] (a.x → nobody.x): There is no node “nobody” in this graph.",
      "error edges[1] (a.y → u.x): The node “a” has no output “y”; it has x.",
      "error edges[2] (a → u.x): “a” names no port; write it as “node.port”.",
      "error edges[4] (strange.whatever → self.x): Two edges end at “self.x”, from u.x and strange.whatever; an input takes one.",
      "error edges[5] (in.x → strange.z): “in.x” is a port of the surrounding module or group, and here there is none.",
      "error modules.block.outputs[1]: There are two ports “x”; rename one.",
      "warning modules.block.nodes.n.params.oops: LayerNorm has no parameter “oops”; it has bias.",
      "error modules.block.edges[0] (in.y → n.x): This module or group has no input “y”; it has x.",
      "warning symbols.width: Nothing is called “dpeth” here; known are: width, heads, n, constructor, a-b.",
      "error symbols.heads: “2 +” cannot be used: Expected a number, a symbol or “(” but the formula stops at the end.",
      "error symbols.constructor: Nothing here can be called “constructor”, a word of the program itself: choose another name.",
      "error symbols.a-b: A symbol cannot be called “a-b”: its name begins with a letter and has letters, digits and _ only.",
      "warning variants.S.set.wdith: There is no symbol “wdith” to set; there are: width, heads, n, constructor, a-b.",
      "error nodes.u.repeat: It repeats 1,000,000,000 times; the limit is 1,000,000.",
      "warning nodes.u.params.d: Nothing is called “nought” here; known are: width, heads, n, constructor, a-b.",
      "error variants[1]: The id “S” is used twice in variants; rename one.",
      "warning variants.S.phase: There is no phase “q”; there are: p.",
      "warning phases.p.states: “nobody” leads to no node.",
      "warning phases.p.variants: There is no variant “XL”; there are: S, S.",
      "warning published[0].node: “u/z” leads to no node.",
      "warning published[0].variant: There is no variant “M”; there are: S, S.",
      "warning published[0].source: There is no source “XX”; there are: none.",
      "warning view.variant: There is no variant “Q”; there are: S, S.",
      "warning view.unfolded: “v” leads to no node.",
      "warning view.pins: “block:zz” is the place of no node.",
      "error nodes.self.tied: It is tied to itself; name the node whose weights it uses.",
    ]
  `)
})

test('refuses loops', () => {
  const loop = file({
    nodes: [node('a'), node('b'), node('c')],
    edges: [
      { from: 'a.x', to: 'b.x' },
      { from: 'b.x', to: 'c.x' },
      { from: 'c.x', to: 'a.x' },
    ],
  })
  expect(lines(loop)).toEqual([
    'error edges: These nodes feed each other in a loop: a → b → c → a. Take one of these edges away.',
  ])
})

test('refuses symbols that are defined by each other, also in one variant only', () => {
  expect(lines(file({ symbols: { a: 'b', b: 'c + 1', c: 'a' } }))[0]).toContain('defined by each other: a, b, c, a.')
  const symbols = { a: 'b', b: 1 }
  expect(lines(file({ symbols, variants: [{ id: 'v', set: { b: 'a' } }] }))[0]).toContain(
    'defined by each other: a, b, a.',
  )
  // Each of these is well on its own, and nobody takes both.
  expect(
    lines(
      file({
        symbols: { a: 1, b: 1 },
        variants: [
          { id: 'v', set: { b: 'a' } },
          { id: 'w', set: { a: 'b' } },
        ],
      }),
    ),
  ).toEqual([])
})

test('say falls back to the nearest language', () => {
  expect(say('one', 'ja')).toBe('one')
  expect(say({ en: 'one', 'zh-Hans': '一' }, 'zh-Hant')).toBe('一')
  expect(say({ de: 'eins' }, 'ja')).toBe('eins')
  expect(say({ en: 'one', de: 'eins' }, 'ja')).toBe('one')
  expect(say({}, 'ja')).toBe('')
})

test('text of a document is a fixed point', () => {
  const value = file({
    $schema: 'frieze-1.schema.json',
    later: { z: [1, { deep: null }], a: 2 },
    nodes: [
      node('a', { unheardOf: true, params: { constructor: 'x' } }),
      { id: 'b', block: 'hologram', params: { q: [1, 'n'], w: { en: 'a', ja: 'い' } } },
    ],
    edges: [{ from: 'a.x', to: 'b.q', colour: 'red' }],
  })
  const first = parse(value)
  if (!first.ok) throw new Error(lines(value).join('\n'))
  expect(first.diagram).toEqual(value)
  const text = serialise(first.diagram)
  const second = parseDiagram(text)
  if (!second.ok) throw new Error(linesOf(text).join('\n'))
  expect(second.diagram).toEqual(first.diagram)
  expect(serialise(second.diagram)).toBe(text)
  expect(text).toMatchInlineSnapshot(`
    "{
      "$schema": "frieze-1.schema.json",
      "version": 1,
      "about": {
        "title": "A model"
      },
      "nodes": [
        { "id": "a", "block": "layerNorm", "params": { "constructor": "x" }, "unheardOf": true },
        { "id": "b", "block": "hologram", "params": { "q": [1, "n"], "w": { "en": "a", "ja": "い" } } }
      ],
      "edges": [
        { "from": "a.x", "to": "b.q", "colour": "red" }
      ],
      "later": { "z": [1, { "deep": null }], "a": 2 }
    }
    "
  `)
})

test('a symbol that nothing gives a number is said, unless a variant or phase does', () => {
  const warnings = (more: object) =>
    parseDiagram(JSON.stringify({ ...about, symbols: { n: {}, m: { example: 2 } }, ...more })).problems.map(
      (p) => `${p.path}: ${p.sentence}`,
    )
  const about = { version: 1, about: { title: 'x' }, nodes: [], edges: [] }
  expect(warnings({})).toEqual([
    'symbols.n: “n” has neither a value nor an example, so it counts as 1; give it one of them.',
  ])
  expect(warnings({ variants: [{ id: 'V', set: { n: 3 } }] })).toEqual([])
})

test('a block that is misspelt is told what it is called', () => {
  const { problems } = parse({ version: 1, about: { title: 'x' }, nodes: [{ id: 'a', block: 'layernorm' }], edges: [] })
  expect(problems.map((p) => p.sentence)).toEqual([
    'This version knows no block “layernorm” (perhaps “layerNorm” is meant); it is kept and drawn as a plain box.',
  ])
})

test('a field that is misspelt is told what it is called, others are kept without a word', () => {
  const { ok, problems } = parse({
    version: 1,
    about: { title: 'x', sumary: 'y' },
    simbols: {},
    nodes: [{ id: 'a', block: 'image', repat: 3, params: { batch: [1] }, colour: 'red', x_note: '' }],
    edges: [],
    modules: { m: { nodes: [{ id: 'n', block: 'add', Label: 'n' }], edges: [] } },
    zoo: { nodez: [] },
  })
  expect(ok).toBe(true)
  const say = (name: string, meant: string) =>
    `Nothing here is called “${name}”; perhaps “${meant}” is meant. It is kept, but changes nothing.`
  expect(problems.map((p) => `${p.path}: ${p.sentence}`)).toEqual([
    `about.sumary: ${say('sumary', 'summary')}`,
    `modules.m.nodes.n.Label: ${say('Label', 'label')}`,
    `nodes.a.repat: ${say('repat', 'repeat')}`,
    `simbols: ${say('simbols', 'symbols')}`,
  ])
})
