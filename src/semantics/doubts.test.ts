// What is said of numbers that were not read at their source.
import { expect, test } from 'vitest'
import type { Diagram } from '../document/schema'
import { analyse } from './analyse'
import { doubtsAt, doubtsOf, doubtText, isDoubted } from './doubts'
import type { Setting } from './setting'
import { sampleOf } from './sample.fixture'
import { everyNode } from './tree'
import { unsureIn } from './unsure'

const diagram: Diagram = sampleOf(
  {
    symbols: {
      count: { value: 3, basis: 'memory' },
      width: { value: 4, basis: 'counted' },
      hidden: { value: 8, unsure: true },
    },
    variants: [
      { id: 'open', set: { count: 3 } },
      { id: 'read', basis: 'stated', set: { count: 5 } },
      { id: 'guessed', basis: 'inferred', set: { width: 6 } },
    ],
    phases: [
      { id: 'told', label: 'Told' },
      { id: 'recalled', label: { en: 'Recalled', ja: '記憶' }, basis: 'memory', set: { hidden: 16 } },
    ],
    nodes: [
      { id: 'tokens', block: 'learnedTokens', params: { batch: [1], count: 'count', width: 'width' } },
      { id: 'mlp', block: 'feedForward', params: { hidden: 'hidden' }, label: 'MLP', basis: 'unknown' },
      { id: 'norm', block: 'layerNorm', basis: 'computed' },
    ],
  },
  [
    ['tokens.tokens', 'mlp.x'],
    ['mlp.x', 'norm.x'],
  ],
)

const said = (setting: Setting, path = '') => {
  const analysis = analyse(diagram, setting)
  const unsure = unsureIn(analysis)
  return doubtsAt(analysis, unsure, path).map((each) => doubtText(analysis, each, 'en'))
}

test('each with how it is known; whoever sets a value has the say', () => {
  expect(said({})).toEqual(['count (from memory)', 'hidden (not known)', 'MLP (not known)'])
  expect(said({ variant: 'read' })).toEqual(['hidden (not known)', 'MLP (not known)'])
  expect(said({ variant: 'guessed' })).toEqual([
    'count (from memory)',
    'width (inferred, not stated)',
    'hidden (not known)',
    'MLP (not known)',
  ])
  expect(said({ phase: 'recalled' })).toEqual([
    'count (from memory)',
    'hidden (from memory)',
    'Recalled (from memory)',
    'MLP (not known)',
  ])
})

test('a sure factor of nothing takes a doubt away', () => {
  const choosing = (isOther: number) => {
    const symbols = {
      guess: { value: 9, unsure: true },
      other: isOther,
      twice: '2 * guess',
      count: '(1 - other) * 4 + other * twice',
    }
    const nodes = [{ id: 'tokens', block: 'learnedTokens', params: { batch: [1], count: 'count', width: 4 } }]
    const analysis = analyse(sampleOf({ symbols, nodes }, []))
    return doubtsOf(analysis).map(({ name }) => name)
  }
  expect(choosing(0)).toEqual([])
  expect(choosing(1)).toEqual(['guess'])
})

test('of a node only what is in it', () => {
  expect(said({ phase: 'recalled' }, 'tokens')).toEqual(['count (from memory)'])
  expect(said({ variant: 'read' }, 'norm')).toEqual([])
  expect(said({ variant: 'read' }, 'mlp')).toEqual(['hidden (not known)', 'MLP (not known)'])
})

test('a node is marked for what it says itself, not for what comes in', () => {
  const marked = (setting: Setting) => {
    const analysis = analyse(diagram, setting)
    return [...everyNode(analysis.tree)].filter((item) => isDoubted(analysis, item)).map(({ path }) => path)
  }
  expect(marked({})).toEqual(['tokens', 'mlp'])
  // The norm is as wide as what comes in.
  expect(marked({ variant: 'guessed', set: { count: 3 } })).toEqual(['tokens', 'mlp'])
  expect(marked({ variant: 'read' })).toEqual(['mlp'])
})

test('what is set by hand is sure', () => {
  const setting = { set: { count: 9, hidden: 2 } }
  expect(doubtsOf(analyse(diagram, setting))).toEqual([{ of: 'node', name: 'mlp', basis: 'unknown' }])
})
