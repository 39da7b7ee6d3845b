import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runFrieze } from './frieze.fixture'

const diagram = (name: string) => join(import.meta.dirname, '..', '..', 'diagrams', `${name}.json`)

test('modules that are alike are listed together, with what sets them apart', async () => {
  const { code, out, err } = await runFrieze('modules', diagram('clip'), diagram('vit'), diagram('gpt-2'))
  expect([code, err]).toEqual([0, ''])
  expect(out).toBe(
    [
      '4 modules: layerNorm, selfAttention, add, layerNorm, feedForward, add',
      '  = clip.visionBlock',
      '  = clip.textBlock',
      '      2 selfAttention.mask: causal, not full',
      '  = vit.visionBlock',
      '      5 feedForward.activation: gelu, not quick gelu',
      '  = gpt-2.textBlock',
      '      2 selfAttention.mask: causal, not full',
      '      5 feedForward.activation: gelu tanh, not quick gelu',
      '',
    ].join('\n'),
  )
})

test('as JSON', async () => {
  const { out } = await runFrieze('modules', diagram('chinchilla'), diagram('flamingo'), '--json')
  const families = JSON.parse(out) as { size: number; kin: { spellings: { diagram: string }[][] }[] }[]
  expect(families[0]!.kin[0]!.spellings[0]!.map((place) => place.diagram)).toEqual(['chinchilla', 'flamingo'])
})
