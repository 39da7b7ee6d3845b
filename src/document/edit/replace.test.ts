import { expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import { blocks } from '../../blocks'
import { writtenNodes } from '../instances'
import { bodyAt, nodeOf } from '../place'
import { pick, randomFrom } from '../randomDiagram.fixture'
import { checkEdit } from '../checkEdit.fixture'
import { fitsInPlace, replaceNode } from './replace'

const diagrams = new Map(allDiagrams().map(({ name, diagram }) => [name, diagram]))

test('another loss in the place of one: the same edges, the same id', () => {
  const clip = diagrams.get('clip')!
  const siglip = checkEdit(clip, (d) => replaceNode(d, '', 'loss', { block: 'sigmoidLoss' }))
  expect(nodeOf(siglip, 'loss')).toEqual({ id: 'loss', block: 'sigmoidLoss' })
  expect(siglip.edges).toEqual(clip.edges)
  // Token ids do not come out of a loss, and a loss has nothing to do with images.
  expect(fitsInPlace(clip, '', 'similarity', { block: 'sigmoidLoss' })).toBe(false)
  expect(checkEdit(clip, (d) => replaceNode(d, '', 'similarity', { block: 'sigmoidLoss' }))).toBe(clip)
})

test('what both are told stays, and so does what phases say of the node', () => {
  const clip = diagrams.get('clip')!
  const changed = checkEdit(clip, (d) => replaceNode(d, '', 'text_projection', { block: 'feedForward' }))
  expect(nodeOf(changed, 'text_projection')!.params).toMatchObject({ bias: false })
  expect(changed.phases).toEqual(clip.phases)
})

test('what was said of its inside goes with the inside', () => {
  const flamingo = diagrams.get('flamingo')!
  const changed = checkEdit(flamingo, (d) => replaceNode(d, '', 'groups', { block: 'mlp' }))
  expect(changed).toBe(flamingo)
  const without = checkEdit(flamingo, (d) => replaceNode(d, 'resampler', 'norm', { block: 'rmsNorm' }))
  expect(bodyAt(without, 'resampler')!.edges).toEqual(bodyAt(flamingo, 'resampler')!.edges)
  const plain = checkEdit(flamingo, (d) =>
    replaceNode(d, '', 'vision', { block: 'blackBox', params: { shape: ['B', 5, 1, 64, 1536] } }),
  )
  for (const { states = {} } of plain.phases!)
    expect(Object.keys(states).filter((path) => path.startsWith('vision/'))).toEqual([])
})

test('anything in the place of anything keeps the document whole', () => {
  const random = randomFrom(4)
  let done = 0
  for (const diagram of diagrams.values()) {
    const places = [...writtenNodes(diagram)]
    for (let i = 0; i < 6; i++) {
      const {
        graph,
        node: { id },
      } = pick(random, places)!
      const names = Object.keys(diagram.modules ?? {})
      const block = pick(random, blocks)!.type
      const content = random() < 0.3 && names.length > 0 ? { module: pick(random, names)! } : { block }
      const changed = checkEdit(diagram, (d) => replaceNode(d, graph, id, content))
      if (changed !== diagram) done++
    }
  }
  expect(done).toBeGreaterThan(15)
})
