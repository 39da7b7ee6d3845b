// After any edits, what is kept from before gives what is found out anew; and what an edit does not touch is not even
// looked at again.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Diagram, DiagramNode, GraphBody } from '../document/schema'
import { analyse, type Analysis } from './analyse'
import { problemsIn } from './checks'
import { everyEdge } from './edges'
import { allTrained } from './allTrained'
import { randomDiagram, pathsOf } from './randomDiagram.fixture'
import { everyNode } from './tree'

type Edit = (diagram: Diagram, at: number) => Diagram

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!

/** One node, at any depth of groups and modules, is replaced; all else stays the same object. */
function changed(diagram: Diagram, at: number, change: (node: DiagramNode) => DiagramNode): Diagram {
  const inBody = <B extends GraphBody>(body: B, turn: number): B => {
    const index = turn % body.nodes.length
    const deeper = Math.floor(turn / body.nodes.length)
    const nodes = body.nodes.map((node, i) => {
      if (i !== index) return node
      return node.group && deeper % 3 ? { ...node, group: inBody(node.group, deeper) } : change(node)
    })
    return { ...body, nodes }
  }
  const modules = Object.keys(diagram.modules ?? {})
  if (!modules.length || at % 2) return inBody(diagram, at)
  const name = pick(modules, at)
  return { ...diagram, modules: { ...diagram.modules, [name]: inBody(diagram.modules![name]!, Math.floor(at / 2)) } }
}

const edits: readonly Edit[] = [
  (diagram, at) => changed(diagram, at, (node) => ({ ...node, state: at % 3 ? 'frozen' : 'trainable' })),
  (diagram, at) => changed(diagram, at, (node) => ({ ...node, repeat: at % 4 })),
  (diagram, at) => changed(diagram, at, (node) => ({ ...node, note: String(at) })),
  (diagram, at) =>
    changed(diagram, at, (node) =>
      node.block === 'feedForward' ? { ...node, params: { ...node.params, hidden: 1 + (at % 9) } } : node,
    ),
  (diagram, at) => ({ ...diagram, symbols: { ...diagram.symbols, layers: at % 4 } }),
  (diagram, at) => ({ ...diagram, edges: diagram.edges.filter((_, i) => i !== at % diagram.edges.length) }),
  (diagram, at) => {
    const paths = pathsOf(diagram.nodes, diagram.modules ?? {}, '')
    const states = {
      ...diagram.phases![0]!.states,
      [pick(paths, at)]: pick(['frozen', 'trainable', 'absent'] as const, at),
    }
    return { ...diagram, phases: [{ ...diagram.phases![0]!, states }, ...diagram.phases!.slice(1)] }
  },
]

function found(analysis: Analysis) {
  const { tree, flow, total } = analysis
  return {
    total,
    nodes: [...everyNode(tree)].map(({ path, state, multiplicity, owner, node }) => [
      path,
      state,
      multiplicity,
      owner?.path,
      node,
      analysis.tallyAt(path),
      flow.at(path),
    ]),
    edges: [...everyEdge(tree)].map(({ id, from, to, tensor }) => [
      id,
      from,
      to,
      tensor?.kind,
      tensor?.shape.map((d) => d.key),
    ]),
    gradients: [...flow.edges].sort(),
    problems: problemsIn(analysis).map(({ path, sentence }) => [path, sentence]),
    thawed: allTrained(analysis).total,
  }
}

test('after any edits', () => {
  const steps = fc.array(
    fc.tuple(fc.nat(edits.length - 1), fc.nat(10_000), fc.constantFrom('all', 'phase1', 'partly')),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  const law = fc.property(randomDiagram, steps, (first, list) => {
    let diagram = first
    analyse(diagram)
    for (const [which, at, phase] of list) {
      diagram = edits[which]!(diagram, at)
      expect(found(analyse(diagram, { phase }))).toEqual(found(analyse(structuredClone(diagram), { phase })))
    }
  })
  for (const seed of [1, 20, 300]) fc.assert(law, { seed, numRuns: 12, endOnFailure: true })
})

test('levels that an edit does not touch are the same objects', () => {
  const chain = (id: string, hidden: number): DiagramNode => ({
    id,
    group: {
      inputs: [{ id: 'x' }],
      outputs: [{ id: 'x' }],
      nodes: [
        { id: 'norm', block: 'layerNorm' },
        { id: 'mlp', block: 'feedForward', params: { hidden } },
      ],
      edges: [
        { from: 'in.x', to: 'norm.x' },
        { from: 'norm.x', to: 'mlp.x' },
        { from: 'mlp.x', to: 'out.x' },
      ],
    },
  })
  const before: Diagram = {
    version: 1,
    about: { title: 'chain' },
    nodes: [
      { id: 'tokens', block: 'learnedTokens', params: { batch: [1], count: 8, width: 4 } },
      ...['a', 'b', 'c'].map((id) => chain(id, 5)),
      { id: 'head', block: 'lmHead', params: { vocab_size: 9 } },
      { id: 'loss', block: 'languageModelingLoss' },
    ],
    edges: [
      { from: 'tokens.tokens', to: 'a.x' },
      { from: 'a.x', to: 'b.x' },
      { from: 'b.x', to: 'c.x' },
      { from: 'c.x', to: 'head.x' },
      { from: 'head.logits', to: 'loss.logits' },
    ],
  }
  const after = { ...before, nodes: before.nodes.map((node) => (node.id === 'b' ? chain('b', 6) : node)) }
  const [one, two] = [analyse(before), analyse(after)]
  const level = ({ tree, flow }: Analysis, id: string) => [tree.nodes.get(id)!.inside, flow.level.inside.get(id)]
  for (const id of ['a', 'c']) for (const i of [0, 1]) expect(level(two, id)[i]).toBe(level(one, id)[i])
  expect(level(two, 'b')[0]).not.toBe(level(one, 'b')[0])
  expect(two.total.params.total - one.total.params.total).toBe(4n + 4n + 1n)
})
