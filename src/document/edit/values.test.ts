// Edits of what nodes and symbols say: words, numbers, states, variants, phases, the view.
import { expect, test } from 'vitest'
import { companionOf } from '../companions'
import { nodeAt } from '../place'
import { checkEdit } from '../checkEdit.fixture'
import { example } from '../example.fixture'
import type { Diagram } from '../schema'
import { edgeInto } from './edges'
import { clearParam, setParam, setRepeat, setTied, whyNotParam, whyNotRepeat } from './params'
import { addPhase, movePhase, removePhase, renamePhase } from './phases'
import { setState } from './states'
import { addVariant, removeSymbol, removeVariant, setExample, setSymbol, symbolUses, whyNotSymbol } from './symbols'
import { clearPin, clearPins, fold, setPin, setView, unfold, unfoldTo } from './view'
import { setLabel, setTitle } from './words'
import { english } from '../../shared/message'

const states = (diagram: Diagram, phase = 0) => diagram.phases![phase]!.states

test('names in several languages', () => {
  const english = checkEdit(example, (d) => setLabel(d, 'project', 'Projector', 'en'))
  expect(nodeAt(english, 'project')!.label).toBe('Projector')
  const both: Diagram = {
    ...english,
    nodes: english.nodes.map((node) => (node.id === 'project' ? { ...node, label: { en: 'Projector' } } : node)),
  }
  const japanese = checkEdit(both, (d) => setLabel(d, 'project', '射影', 'ja'))
  expect(nodeAt(japanese, 'project')!.label).toEqual({ en: 'Projector', ja: '射影' })
  expect(
    nodeAt(
      checkEdit(japanese, (d) => setLabel(d, 'project', '', 'en')),
      'project',
    )!.label,
  ).toEqual({ ja: '射影' })
  expect(
    nodeAt(
      checkEdit(english, (d) => setLabel(d, 'project', ' ', 'en')),
      'project',
    ),
  ).not.toHaveProperty('label')
  expect(checkEdit(english, (d) => setLabel(d, 'project', 'Projector', 'en'))).toBe(english)
  expect(checkEdit(example, (d) => setTitle(d, 'Other', 'en')).about.title).toBe('Other')
})

test('parameters, and why not', () => {
  const changed = checkEdit(example, (d) => setParam(d, 'project', 'width', 'hidden / 2'))
  expect(nodeAt(changed, 'project')!.params).toEqual({ width: 'hidden / 2' })
  expect(checkEdit(changed, (d) => setParam(d, 'project', 'width', 'hidden / 2'))).toBe(changed)
  expect(
    nodeAt(
      checkEdit(changed, (d) => clearParam(d, 'project', 'width')),
      'project',
    ),
  ).not.toHaveProperty('params')
  const refused: [string, string, number | string | boolean, string][] = [
    ['project', 'width', '2 *', 'the formula stops'],
    ['project', 'width', 'depth', 'Nothing is called “depth” here; known are: width, heads'],
    ['project', 'width', -1, 'at least 1'],
    ['project', 'width', '9^9^9^9', 'too large'],
    ['project', 'width', '', 'Write a number or a formula.'],
    ['project', 'bias', 'yes', 'neither true nor false'],
    ['project', 'wdith', 1, 'has no parameter “wdith”; it has: width, bias'],
    ['lm', 'depth', 1, 'The module layer has no parameter “depth”; it has: heads.'],
    ['lm', 'heads', true, 'a number or a formula'],
    ['vision', 'width', 1, 'A group has no parameters'],
    ['nobody', 'width', 1, 'no such node'],
  ]
  for (const [place, name, value, sentence] of refused) {
    expect(english(whyNotParam(example, place, name, value)!)).toContain(sentence)
    expect(checkEdit(example, (d) => setParam(d, place, name, value))).toBe(example)
  }
  // In a module its own parameters are known.
  expect(whyNotParam(example, 'layer:attention', 'heads', 'heads * 2')).toBeUndefined()
})

test('a port that goes takes its edge with it', () => {
  const three = checkEdit(example, (d) => setParam(d, 'join', 'inputs', 3))
  const fed: Diagram = { ...three, edges: [...three.edges, { from: 'embed.tokens', to: 'join.c' }] }
  const two = checkEdit(fed, (d) => setParam(d, 'join', 'inputs', 2))
  expect(edgeInto(two, '', 'join.c')).toBeUndefined()
  expect(
    edgeInto(
      checkEdit(fed, (d) => clearParam(d, 'join', 'inputs')),
      '',
      'join.c',
    ),
  ).toBeUndefined()
  expect(edgeInto(two, '', 'join.b')).toBeDefined()
})

test('repeats, and why not', () => {
  expect(
    nodeAt(
      checkEdit(example, (d) => setRepeat(d, 'lm', 'layers * 2')),
      'lm',
    )!.repeat,
  ).toBe('layers * 2')
  expect(
    nodeAt(
      checkEdit(example, (d) => setRepeat(d, 'vision/blocks', undefined)),
      'vision/blocks',
    ),
  ).not.toHaveProperty('repeat')
  expect(english(whyNotRepeat(example, 'lm', '10^9')!)).toContain('the limit is 1,000,000')
  expect(english(whyNotRepeat(example, 'lm', 'layers / 4')!)).toContain('whole number')
  expect(english(whyNotRepeat(example, 'lm', { count: 2, active: 'nobody' })!)).toContain('Nothing is called “nobody”')
  expect(checkEdit(example, (d) => setRepeat(d, 'lm', -1))).toBe(example)
})

test('ties weights to a node that there is', () => {
  expect(
    nodeAt(
      checkEdit(example, (d) => setTied(d, 'lm', 'vision/blocks')),
      'lm',
    )!.tied,
  ).toBe('vision/blocks')
  expect(checkEdit(example, (d) => setTied(d, 'lm', 'nobody'))).toBe(example)
  expect(checkEdit(example, (d) => setTied(d, 'lm', 'lm'))).toBe(example)
})

test('a state is said in a phase', () => {
  const frozen = checkEdit(example, (d) => setState(d, ['lm', 'vision', 'nobody'], 'frozen', { phase: 'pretrain' }))
  expect(states(frozen)).toEqual({ vision: 'frozen', 'vision/blocks/attention': 'trainable', lm: 'frozen' })
  expect(frozen.phases![1]).toBe(example.phases![1])
  expect(states(checkEdit(frozen, (d) => setState(d, ['lm'], undefined, { phase: 'pretrain' })))).toEqual(
    states(example),
  )
  expect(checkEdit(example, (d) => setState(d, ['vision'], 'frozen', { phase: 'pretrain' }))).toBe(example)
  expect(checkEdit(example, (d) => setState(d, ['vision'], 'frozen', { phase: 'nobody' }))).toBe(example)
})

test('for everything inside deeper statements go, and answers are given to what nodes say themselves', () => {
  const inside = checkEdit(example, (d) => setState(d, ['vision'], 'frozen', { phase: 'pretrain', inside: true }))
  expect(states(inside)).toEqual({ vision: 'frozen' })
  const own = checkEdit(example, (d) => setState(d, ['lm/ln_1'], 'trainable'))
  expect(nodeAt(own, 'layer:ln_1')!.state).toBe('trainable')
  const answered = checkEdit(own, (d) => setState(d, ['lm'], 'frozen', { phase: 'pretrain', inside: true }))
  expect(states(answered)).toMatchObject({ lm: 'frozen', 'lm/ln_1': 'frozen' })
  expect(nodeAt(answered, 'layer:ln_1')!.state).toBe('trainable')
  const cleared = checkEdit(own, (d) => setState(d, ['lm'], 'frozen', { inside: true }))
  expect([nodeAt(cleared, 'lm')!.state, nodeAt(cleared, 'layer:ln_1')!.state]).toEqual(['frozen', undefined])
})

test('inherited in one phase: what the node says itself is said elsewhere instead', () => {
  const own = checkEdit(example, (d) => setState(d, ['lm/ln_1'], 'frozen'))
  const inherited = checkEdit(own, (d) => setState(d, ['lm/ln_1'], undefined, { phase: 'pretrain' }))
  expect(nodeAt(inherited, 'layer:ln_1')).not.toHaveProperty('state')
  expect(states(inherited)).toEqual({ ...states(example), 'vision/blocks/ln_1': 'frozen' })
  expect(states(inherited, 1)).toEqual({ lm: 'frozen', 'vision/blocks/ln_1': 'frozen', 'lm/ln_1': 'frozen' })
})

test('symbols, in a variant or for all', () => {
  expect(checkEdit(example, (d) => setSymbol(d, 'width', 32)).symbols!.width).toBe(32)
  expect(checkEdit(example, (d) => setSymbol(d, 'width', 'heads * 8', 'S')).variants![0]!.set).toEqual({
    width: 'heads * 8',
  })
  expect(checkEdit(example, (d) => setSymbol(d, 'width', undefined, 'L')).variants![1]!.set).toEqual({})
  expect(checkEdit(example, (d) => setSymbol(d, 'B', 8)).symbols!.B).toEqual({ value: 8, example: 1, label: 'batch' })
  expect(checkEdit(example, (d) => setExample(d, 'B', 8)).symbols!.B).toEqual({ example: 8, label: 'batch' })
  expect(checkEdit(example, (d) => setSymbol(d, 'fresh', 'width + 1')).symbols!.fresh).toBe('width + 1')
  const refused: [string, number | string, string | undefined, string][] = [
    ['width', 'hidden', undefined, 'defined by each other: width, hidden, width'],
    ['heads', 'hidden', 'S', ''],
    ['width', 'hidden / 4', 'S', 'defined by each other'],
    ['width', 'nobody', undefined, 'Nothing is called “nobody”'],
    ['layers', 1e9, undefined, 'repeats 1,000,000,000 times'],
    ['a b', 1, undefined, 'cannot be called'],
    ['constructor', 1, undefined, 'can be called “constructor”, a word of the program itself'],
    ['fresh', 1, 'S', 'There is no symbol “fresh” to set.'],
  ]
  for (const [name, value, variant, sentence] of refused) {
    if (sentence === '') expect(whyNotSymbol(example, name, value, variant)).toBeUndefined()
    else {
      expect(english(whyNotSymbol(example, name, value, variant)!)).toContain(sentence)
      expect(checkEdit(example, (d) => setSymbol(d, name, value, variant))).toBe(example)
    }
  }
})

test('a symbol that is used stays', () => {
  expect(symbolUses(example, 'width').toSorted()).toEqual(['embed', 'hidden', 'patch', 'project'])
  expect(checkEdit(example, (d) => removeSymbol(d, 'width'))).toBe(example)
  expect(checkEdit(example, (d) => removeSymbol(d, 'hidden')).symbols).not.toHaveProperty('hidden')
})

test('what a variant reaches and sees goes with it', () => {
  const results = [
    { task: 'ImageNet', value: 0.7, variant: 'L' },
    { task: 'ImageNet', value: 0.6 },
  ]
  const [first, ...phases] = example.phases!
  const diagram = { ...example, results, phases: [{ ...first!, examples: { S: 5, L: 7 } }, ...phases] }
  const without = checkEdit(diagram, (d) => removeVariant(d, 'L'))
  expect(without.results).toEqual([results[1]])
  expect(without.phases![0]!.examples).toEqual({ S: 5 })
})

test('variants and phases come and go with what is said of them alone', () => {
  const more = checkEdit(example, (d) => addVariant(d, 'Extra large', 'L'))
  expect(more.variants![2]).toEqual({ id: 'Extra_large', label: 'Extra large', set: { width: 128 } })
  const without = checkEdit(example, (d) => removeVariant(d, 'L'))
  expect([without.variants!.length, without.phases!.length, without.published!.length]).toEqual([1, 1, 1])
  const phase = checkEdit(example, (d) => addPhase(d, 'RLHF', 'tune'))
  expect(phase.phases![2]).toEqual({ id: 'RLHF', label: 'RLHF', states: { lm: 'frozen' } })
  expect(checkEdit(example, (d) => renamePhase(d, 'tune', 'Fine-tuning', 'en')).phases![1]!.label).toBe('Fine-tuning')
  expect(checkEdit(example, (d) => movePhase(d, 'tune', 0)).phases!.map((each) => each.id)).toEqual([
    'tune',
    'pretrain',
  ])
  const removed = checkEdit(example, (d) => removePhase(d, 'pretrain'))
  expect(removed.view).not.toHaveProperty('phase')
  expect(checkEdit(removed, (d) => removePhase(d, 'tune'))).not.toHaveProperty('phases')
})

test('folding remembers what stood open inside', () => {
  const closed = checkEdit(example, (d) => fold(d, ['vision']))
  expect(closed.view!.unfolded).toEqual(['vision/blocks'])
  expect(checkEdit(closed, (d) => unfold(d, ['vision', 'project', 'nobody'])).view!.unfolded).toEqual([
    'vision/blocks',
    'vision',
  ])
  expect(checkEdit(example, (d) => unfoldTo(d, 1)).view!.unfolded).toEqual(['vision', 'lm'])
  expect(checkEdit(example, (d) => unfoldTo(d, Infinity)).view!.unfolded).toEqual(['vision', 'vision/blocks', 'lm'])
  expect(checkEdit(example, (d) => unfoldTo(d, 0)).view!.unfolded).toEqual([])
  expect(checkEdit(example, (d) => fold(d, ['lm']))).toBe(example)
})

test('pins and settings of the view', () => {
  expect(checkEdit(example, (d) => setPin(d, 'layer:ln_1', { x: -0, y: 3 })).view!.pins!['layer:ln_1']).toEqual({
    x: 0,
    y: 3,
  })
  expect(checkEdit(example, (d) => setPin(d, 'project', { x: 300, y: 0 }))).toBe(example)
  expect(checkEdit(example, (d) => setPin(d, 'project', { x: NaN, y: 0 }))).toBe(example)
  expect(checkEdit(example, (d) => setPin(d, 'nobody', { x: 1, y: 0 }))).toBe(example)
  expect(Object.keys(checkEdit(example, (d) => clearPin(d, 'project')).view!.pins!)).toHaveLength(2)
  expect(Object.keys(checkEdit(example, (d) => clearPins(d, 'layer:')).view!.pins!)).toEqual([
    'vision/patch',
    'project',
  ])
  expect(checkEdit(example, (d) => clearPins(d)).view).not.toHaveProperty('pins')
  expect(checkEdit(example, (d) => setView(d, { direction: 'down', phase: undefined })).view).not.toHaveProperty(
    'phase',
  )
  expect(checkEdit(example, (d) => setView(d, { phase: 'pretrain' }))).toBe(example)
})

test('a step stands beside nothing when what stood there is gone, and a companion keeps its own', () => {
  const talk: Diagram = {
    ...example,
    companions: { other: companionOf(example) },
    steps: [
      { beside: { variant: 'L' } },
      { beside: { variant: 'L', phase: 'pretrain' } },
      { beside: { diagram: 'other', variant: 'L' } },
      { beside: { phase: 'tune' } },
    ],
  }
  // Phase `tune` is for L alone, and goes with it.
  expect(checkEdit(talk, (d) => removeVariant(d, 'L')).steps).toEqual([
    {},
    { beside: { phase: 'pretrain' } },
    { beside: { diagram: 'other', variant: 'L' } },
    {},
  ])
})
