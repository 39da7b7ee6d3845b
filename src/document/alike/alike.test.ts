import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import { renaming, rewriteNode } from '../edit/rewrite'
import { endOf, endText } from '../ends'
import type { Diagram, Module } from '../schema'
import { moduleFamilies } from './families'
import { normalFormOf } from './normalForm'

const diagrams = allDiagrams()
const written = diagrams.flatMap(({ name, diagram }) =>
  Object.keys(diagram.modules ?? {}).map((module) => ({ title: `${name}.${module}`, diagram, module })),
)

const withModule = (diagram: Diagram, name: string, module: Module): Diagram => ({
  ...diagram,
  modules: { ...diagram.modules, [name]: module },
})

/** Other ids, other parameters, another order: all that is only written otherwise. */
function respelt(module: Module, shuffle: <T>(list: readonly T[]) => T[]): Module {
  const ids = new Map(module.nodes.map(({ id }, i) => [id, `node_${i}`]))
  const params = new Map(Object.keys(module.params ?? {}).map((name, i) => [name, `given_${i}`]))
  const end = (text: string) => {
    const { node, port } = endOf(text)
    return endText({ node: ids.get(node) ?? node, port })
  }
  return {
    ...module,
    label: 'Another name',
    params: Object.fromEntries(Object.entries(module.params ?? {}).map(([name, param]) => [params.get(name)!, param])),
    nodes: shuffle(
      module.nodes.map((node) => ({
        ...rewriteNode(node, renaming(params)),
        id: ids.get(node.id)!,
        label: 'Other',
        note: '',
      })),
    ),
    edges: shuffle(module.edges.map((edge) => ({ from: end(edge.from), to: end(edge.to) }))),
  }
}

test.each(written)('$title: names and order do not count', ({ diagram, module }) => {
  const form = normalFormOf(diagram, module)
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (keys) => {
      const shuffle = <T>(list: readonly T[]) =>
        list
          .map((each, i) => ({ each, key: keys[i % keys.length]! + i }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each)
      const other = normalFormOf(withModule(diagram, module, respelt(diagram.modules![module]!, shuffle)), module)
      expect([other.wiring, [...other.settings]]).toEqual([form.wiring, [...form.settings]])
    }),
    { numRuns: 5 },
  )
})

test('what is set otherwise is told, and what is wired otherwise is another family', () => {
  const { diagram } = diagrams.find(({ name }) => name === 'clip')!
  const block = diagram.modules!['visionBlock']!
  const change = (change: (module: Module) => Module) => withModule(diagram, 'visionBlock', change(block))
  const relu = change((module) => ({
    ...module,
    nodes: module.nodes.map((n) => (n.id === 'mlp' ? { ...n, params: { ...n.params, activation: 'relu' } } : n)),
  }))
  const parallel = change((module) => ({
    ...module,
    edges: module.edges.map((e) => (e.to === 'ln_2.x' ? { ...e, from: 'in.x' } : e)),
  }))
  const only = (each: Diagram, name: string) => ({
    name,
    diagram: { ...each, modules: { visionBlock: each.modules!['visionBlock']! } },
  })
  const [family, ...others] = moduleFamilies([
    only(diagram, 'a'),
    only(diagram, 'b'),
    only(relu, 'relu'),
    only(parallel, 'c'),
  ])
  expect(family!.kin.map(({ spellings }) => spellings.map((list) => list.map(({ diagram: from }) => from)))).toEqual([
    [['a', 'b']],
    [['relu']],
  ])
  expect(family!.kin[1]!.differences).toEqual([{ what: '5 feedForward.activation', there: 'quick gelu', here: 'relu' }])
  expect(others.map(({ size }) => size)).toEqual([1])
})

test.each([
  'visionBlock',
  'resamplerLayer',
  'gatedXattn',
  'nfStage',
  'latentBlock',
  'contrastiveHead',
  'firstBottleneck',
])('every %s is wired alike, with the same names', (module) => {
  const named = diagrams.filter(({ diagram }) => diagram.modules?.[module])
  expect(named.length).toBeGreaterThan(1)
  const forms = named.map(({ diagram }) => normalFormOf(diagram, module))
  expect(new Set(forms.map(({ wiring }) => wiring)).size).toBe(1)
})

test('layers of a Transformer that are wired alike have the same ports, parameters and ids', () => {
  const families = moduleFamilies(diagrams)
  const [largest] = families
  expect(largest!.blocks).toEqual(['layerNorm', 'selfAttention', 'add', 'layerNorm', 'feedForward', 'add'])
  expect(largest!.size).toBeGreaterThanOrEqual(35)
  for (const { kin } of families)
    for (const { spellings } of kin)
      expect(spellings, JSON.stringify(spellings.map(([first]) => first))).toHaveLength(1)
})
