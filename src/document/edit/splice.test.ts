import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import { english } from '../../shared/message'
import { endOf } from '../ends'
import { bodyAt } from '../place'
import type { Diagram } from '../schema'
import { checkEdit } from '../checkEdit.fixture'
import { example } from '../example.fixture'
import { connect, edgeInto } from './edges'
import { addNode, removeNodes } from './nodes'
import { areLoose, moveOntoEdge, pullOut } from './splice'

const put = (diagram: Diagram, graph: string, ids: readonly string[], to: string) =>
  checkEdit(diagram, (each) => {
    const moved = moveOntoEdge(each, graph, ids, to)
    return moved.ok ? moved.diagram : each
  })
const refusal = (diagram: Diagram, graph: string, ids: readonly string[], to: string) => {
  const moved = moveOntoEdge(diagram, graph, ids, to)
  return moved.ok ? undefined : moved.message && english(moved.message)
}

test('a loose node goes on an edge, which keeps what is written on it', () => {
  const loose = addNode(example, '', { id: 'scale', block: 'layerNorm' }, { pin: { x: 1, y: 2 } })
  expect(areLoose(loose, '', ['scale'])).toBe(true)
  const after = put(loose, '', ['scale'], 'project.x')
  expect(edgeInto(after, '', 'scale.x')).toEqual({
    from: 'vision.tokens',
    to: 'scale.x',
    label: 'patches',
    shape: true,
  })
  expect(edgeInto(after, '', 'project.x')).toEqual({ from: 'scale.x', to: 'project.x' })
  // It stands where the layout has room for it, and in the order of the data.
  expect(after.view!.pins).not.toHaveProperty('scale')
  expect(after.nodes.findIndex(({ id }) => id === 'scale')).toBe(
    after.nodes.findIndex(({ id }) => id === 'project') - 1,
  )
})

test('a node leaves its chain, which closes, and comes into another', () => {
  expect(areLoose(example, '', ['project'])).toBe(false)
  const after = put(example, '', ['project'], 'join.b')
  expect(edgeInto(after, '', 'join.a')?.from).toBe('vision.tokens')
  expect(edgeInto(after, '', 'project.x')?.from).toBe('lm.x')
  expect(edgeInto(after, '', 'join.b')?.from).toBe('project.x')
  // All that names it still does.
  expect(after.published).toEqual(example.published)
  expect(
    put(after, '', ['project'], 'join.a')
      .edges.map(({ to }) => to)
      .sort(),
  ).toEqual(example.edges.map(({ to }) => to).sort())
})

test('several that feed each other go together, and what comes from the side stays with them', () => {
  const masked = connect(
    connect(
      addNode(addNode(example, '', { id: 'mask', block: 'attentionMask' }), '', {
        id: 'heads',
        block: 'selfAttention',
      }),
      '',
      'lm.x',
      'heads.x',
    ),
    '',
    'mask.mask',
    'heads.mask',
  )
  const chained = connect(connect(masked, '', 'heads.x', 'norm.x'), '', 'norm.x', 'join.b')
  const after = put(chained, '', ['heads', 'norm'], 'join.a')
  expect(edgeInto(after, '', 'join.b')?.from).toBe('lm.x')
  expect(edgeInto(after, '', 'heads.x')?.from).toBe('project.x')
  expect(edgeInto(after, '', 'norm.x')?.from).toBe('heads.x')
  expect(edgeInto(after, '', 'join.a')?.from).toBe('norm.x')
  if (edgeInto(chained, '', 'heads.mask')) expect(edgeInto(after, '', 'heads.mask')?.from).toBe('mask.mask')
})

test('what a node only looks at stays with it, and is not taken for what passes through', () => {
  const { diagram } = allDiagrams().find(({ name }) => name === 'flamingo')!
  const after = put(diagram, 'lmGroup:', ['xattn'], 'out.x')
  expect(edgeInto(after, 'lmGroup:', 'layers.x')?.from).toBe('in.x')
  expect(edgeInto(after, 'lmGroup:', 'xattn.x')?.from).toBe('layers.x')
  expect(edgeInto(after, 'lmGroup:', 'out.x')?.from).toBe('xattn.x')
  const looks = (each: Diagram) => bodyAt(each, 'lmGroup:')!.edges.filter(({ to }) => /^xattn\.(?!x$)/.test(to))
  expect(looks(after)).toEqual(looks(diagram))
  expect(looks(after).length).toBeGreaterThan(0)
  const without = checkEdit(diagram, (each) => removeNodes(each, 'lmGroup:', ['xattn'], { heal: true }))
  expect(edgeInto(without, 'lmGroup:', 'layers.x')?.from).toBe('in.x')
})

test('what does not go there says why', () => {
  const patches = addNode(example, '', { id: 'patches', block: 'patchEmbedding' })
  expect(refusal(patches, '', ['patches'], 'lm.x')).toBe('embed.tokens gives tokens, and patches.image takes image.')
  expect(refusal(example, '', ['text'], 'project.x')).toMatch(/^text cannot stand on an edge/)
  expect(refusal(example, '', ['project'], 'join.a')).toBe('It is joined to this edge already.')
  expect(refusal(example, '', ['project'], 'nobody.x')).toBeUndefined()
})

test('taken out, a node stands alone and its chain is closed', () => {
  const after = checkEdit(example, (each) => pullOut(each, '', ['project']))
  expect(edgeInto(after, '', 'join.a')?.from).toBe('vision.tokens')
  expect(after.edges.some(({ from, to }) => endOf(from).node === 'project' || endOf(to).node === 'project')).toBe(false)
  expect(after.nodes).toEqual(example.nodes)
  expect(pullOut(after, '', ['project'])).toBe(after)
})

const diagrams = allDiagrams()

test('whatever is moved to whatever edge, the document stays whole and every node is where it was written', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(), fc.nat(), (which, level, node, edge) => {
      const { diagram } = diagrams[which % diagrams.length]!
      const graphs = ['', ...Object.keys(diagram.modules ?? {}).map((name) => `${name}:`)]
      const graph = graphs[level % graphs.length]!
      const body = bodyAt(diagram, graph)!
      if (body.edges.length === 0) return
      const { id } = body.nodes[node % body.nodes.length]!
      const after = put(diagram, graph, [id], body.edges[edge % body.edges.length]!.to)
      expect(
        bodyAt(after, graph)!
          .nodes.map((each) => each.id)
          .sort(),
      ).toEqual(body.nodes.map((each) => each.id).sort())
    }),
    { numRuns: 15 },
  )
})
