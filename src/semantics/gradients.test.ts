import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { analyse } from './analyse'
import { frozenByGradient, gradientsOf } from './gradients'
import { tinyLanguageModel } from './testing/sample'
import { everyNode, nodeAtPath } from './tree'

const diagrams = allDiagrams()
const named = (name: string) => diagrams.find((each) => each.name === name)!.diagram

test('learns, crossed and unreached', () => {
  const { nodes, edges, hasLoss } = gradientsOf(analyse(tinyLanguageModel({ linear: 'frozen' })))
  expect(hasLoss).toBe(true)
  expect(Object.fromEntries(nodes)).toEqual({
    ids: 'unreached',
    embed: 'learns',
    linear: 'crossed',
    extra: 'unreached',
    head: 'learns',
    loss: 'crossed',
  })
  expect([...edges].sort()).toEqual(['#embed.tokens>linear.x', '#head.logits>loss.logits', '#linear.x>head.x'])
})

test('nothing is reached where everything is frozen', () => {
  const { nodes, edges } = gradientsOf(analyse(tinyLanguageModel({ embed: 'frozen', linear: 'frozen' })))
  expect(new Set(nodes.values())).toEqual(new Set(['unreached']))
  expect(edges.size).toBe(0)
})

test('Flamingo: the frozen language model is crossed, the frozen vision encoder is not', () => {
  const analysis = analyse(named('flamingo'), { phase: 'training' })
  const { nodes } = gradientsOf(analysis)
  expect(nodes.get('vision')).toBe('unreached')
  expect(nodes.get('resampler')).toBe('learns')
  expect(nodes.get('groups/layers')).toBe('crossed')
  expect(nodes.get('head')).toBe('crossed')
  expect(nodes.get('embed')).toBe('unreached')
  const { crossed, unreached } = frozenByGradient(analysis)
  expect(crossed).toBeGreaterThan(unreached)
  expect(crossed + unreached).toBe(analysis.total.params.frozen)
})

test.each(diagrams)('laws of $name in every phase', ({ diagram }) => {
  for (const phase of (diagram.phases ?? []).map((p) => p.id)) {
    const analysis = analyse(diagram, { phase })
    const { nodes, hasLoss } = gradientsOf(analysis)
    for (const { path } of everyNode(analysis.tree)) {
      const { params, flops } = analysis.tallyAt(path)
      const found = nodes.get(path)!
      if (found === 'unreached') expect([path, flops.backward]).toEqual([path, 0n])
      const isTied = nodeAtPath(analysis.tree, path)!.owner !== undefined
      if (found === 'learns' && !isTied) expect([path, params.trainable > 0n]).toEqual([path, true])
      if (!hasLoss) expect(found).toBe('unreached')
    }
  }
})
