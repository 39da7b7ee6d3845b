import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { allTrained } from './allTrained'
import { analyse } from './analyse'
import { bytesText, memoryFor, memoryOf, precisionNames, precisionOf, savedByFreezing, trainedIn } from './memory'
import { tinyLanguageModel as small } from './sample.fixture'
import { principalSettings } from './settings.fixture'

const diagrams = allDiagrams()

test('16 bytes for each parameter in mixed precision, as ZeRO counts: 1.5B parameters take 24 GB', () => {
  const trained = { kept: 1_500_000_000n, trainable: 1_500_000_000n, reached: 1_500_000_000n }
  expect(memoryFor(trained, 'mixed')).toEqual({
    weights: 3_000_000_000n,
    gradients: 3_000_000_000n,
    master: 6_000_000_000n,
    moments: 12_000_000_000n,
    total: 24_000_000_000n,
  })
})

test.each([
  ['fp32', 16n],
  ['mixed', 16n],
  ['mixed-fp32-gradients', 18n],
  ['bf16', 8n],
] as const)('%s takes %s bytes for a trained parameter', (name, bytes) => {
  expect(memoryFor({ kept: 1n, trainable: 1n, reached: 1n }, name).total).toBe(bytes)
  expect(memoryFor({ kept: 1n, trainable: 0n, reached: 0n }, name).total).toBe(precisionOf(name).weight)
})

test('exact past 2^53', () => {
  const many = 2n ** 80n + 1n
  expect(memoryFor({ kept: many, trainable: many, reached: many }, 'fp32').total).toBe(16n * many)
})

test('what no gradient reaches has no gradient and no moments', () => {
  const diagram = small({})
  expect(trainedIn(analyse(diagram))).toEqual({ kept: 60n, trainable: 60n, reached: 52n })
  expect(memoryOf(analyse(diagram), 'mixed', 'extra')).toEqual({
    weights: 16n,
    gradients: 0n,
    master: 32n,
    moments: 0n,
    total: 48n,
  })
})

test('shared weights are kept once', () => {
  expect(trainedIn(analyse(small({})), 'head')).toEqual({ kept: 0n, trainable: 0n, reached: 0n })
  expect(trainedIn(analyse(small({ embed: 'frozen', linear: 'frozen' })))).toEqual({
    kept: 60n,
    trainable: 8n,
    reached: 0n,
  })
})

test('absent parts take nothing', () => {
  expect(trainedIn(analyse(small({ extra: 'absent' }))).kept).toBe(52n)
})

test('what freezing saves is measured against the same model with nothing frozen', () => {
  const frozen = savedByFreezing(analyse(small({ linear: 'frozen', extra: 'frozen' })), 'mixed')!
  expect(frozen.now.total).toBe(60n * 2n + 32n * 14n)
  expect(frozen.everything.total).toBe(60n * 2n + 52n * 14n + 8n * 4n)
  expect(frozen.bytes).toBe(frozen.everything.total - frozen.now.total)
  expect(frozen.training).toBeLessThan(frozen.trainingEverything)
})

test.each(diagrams)('laws of $name in every phase', ({ diagram }) => {
  for (const setting of principalSettings(diagram)) {
    const analysis = analyse(diagram, setting)
    const { kept, trainable, reached } = trainedIn(analysis)
    expect(kept).toBe(analysis.total.params.total)
    expect(trainable).toBe(analysis.total.params.trainable)
    expect(reached).toBeLessThanOrEqual(trainable)
    const all = allTrained(analysis)
    expect(all.total.params.trainable).toBe(kept)
    expect(all.total.flops.forward).toBe(analysis.total.flops.forward)
    for (const name of precisionNames) {
      const { total, ...parts } = memoryOf(analysis, name)
      expect(Object.values(parts).reduce((a, b) => a + b)).toBe(total)
      const saved = savedByFreezing(analysis, name)
      expect(saved === undefined).toBe(!analysis.flow.hasLoss)
      if (saved) expect([saved.bytes >= 0n, saved.trainingEverything >= saved.training]).toEqual([true, true])
    }
  }
})

test('bytes for people', () => {
  expect([0n, 999n, 1000n, 24_000_000_000n, 1_286_000_000_000n].map(bytesText)).toEqual([
    '0 B',
    '999 B',
    '1 kB',
    '24 GB',
    '1.29 TB',
  ])
})
