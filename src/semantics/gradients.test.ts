import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { analyse, type Analysis } from './analyse'
import { gradientsOf } from './gradients'
import { tinyLanguageModel } from './sample.fixture'
import { principalSettings } from './settings.fixture'
import { everyNode } from './tree'
import { isWithin } from '../shared/path'

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
  // Almost all that is frozen costs a way back all the same.
  const frozen = (kind: string) =>
    [...everyNode(analysis.tree)]
      .filter(({ path, inside }) => !inside && nodes.get(path) === kind)
      .reduce((sum, { path }) => sum + analysis.tallyAt(path).params.frozen, 0n)
  expect(frozen('crossed')).toBeGreaterThan(frozen('unreached'))
  expect(frozen('crossed') + frozen('unreached')).toBe(analysis.total.params.frozen)
})

test.each(diagrams)('laws of $name in every phase', ({ diagram }) => {
  for (const setting of principalSettings(diagram)) {
    const analysis = analyse(diagram, setting)
    const { nodes, hasLoss } = gradientsOf(analysis)
    for (const { path } of everyNode(analysis.tree)) {
      const { params, flops } = analysis.tallyAt(path)
      const found = nodes.get(path)!
      if (found === 'unreached') expect([path, flops.backward]).toEqual([path, 0n])
      if (found === 'learns') expect([path, params.trainable + borrowed(analysis, path) > 0n]).toEqual([path, true])
      if (!hasLoss) expect(found).toBe('unreached')
    }
  }
})

/** Trainable parameters that are used here, or by something inside, and counted where they are owned. */
function borrowed(analysis: Analysis, path: string): bigint {
  let sum = 0n
  for (const item of everyNode(analysis.tree))
    if (item.owner && isWithin(item.path, path)) sum += analysis.tallyAt(item.owner.path).params.trainable
  return sum
}
