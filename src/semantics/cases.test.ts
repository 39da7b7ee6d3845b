// What single features of the format mean for the numbers, each in the smallest diagram that has it.
import { describe, expect, test } from 'vitest'
import type { Diagram, DiagramEdge, DiagramNode } from '../document/schema'
import { analyse } from './analyse'
import { checkDiagram, problemsIn } from './checks'

const edge = (text: string): DiagramEdge => {
  const [from, to] = text.split(' > ') as [string, string]
  return { from, to }
}

function diagram(nodes: DiagramNode[], edges: string[], more: Partial<Diagram> = {}): Diagram {
  return { version: 1, about: { title: 'case' }, symbols: {}, nodes, edges: edges.map(edge), ...more }
}

const tokens = { id: 'tokens', block: 'learnedTokens', params: { batch: [1], count: 3, width: 4 } }
const linear = (id: string, more: Partial<DiagramNode> = {}): DiagramNode => ({
  id,
  block: 'linear',
  params: { width: 4, bias: false },
  ...more,
})
const end: DiagramNode[] = [
  { id: 'head', block: 'lmHead', params: { vocab_size: 5 } },
  { id: 'loss', block: 'languageModelingLoss' },
]
const ended = (from: string) => [`${from} > head.x`, 'head.logits > loss.logits']
const errors = (d: Diagram) =>
  problemsIn(analyse(d))
    .filter((p) => p.severity === 'error')
    .map((p) => `${p.path}: ${p.sentence}`)

test('a symbol that a block begins with counts although the document lacks it, and that is said', () => {
  const words = (symbols: Diagram['symbols']) =>
    diagram(
      [{ id: 'text', block: 'tokenIds' }, { id: 'embed', block: 'tokenEmbedding', params: { width: 4 } }, ...end],
      ['text.ids > embed.ids', ...ended('embed.tokens')],
      { symbols },
    )
  const [bare, whole] = [words({}), words({ B: { example: 1 }, T: { example: 256 } })]
  expect(analyse(bare).total).toEqual(analyse(whole).total)
  expect(analyse(bare).total.flops.forward).toBe(2n * 256n * 4n * 5n)
  expect(checkDiagram(whole)).toEqual([])
  expect(checkDiagram(bare).map((p) => `${p.path}: ${p.sentence}`)).toEqual([
    expect.stringMatching(
      /^text: Batch: it begins as B, which is no symbol here, so it counts as 1\. Add “B” to the symbols/,
    ),
    expect.stringMatching(/^text: Length: it begins as T, which is no symbol here, so it counts as 256\./),
  ])
})

test('a tie between weights of different sizes is said, and one that shares a part is not', () => {
  const tied = (to: string, bias = false) =>
    diagram(
      [
        { id: 'ids', block: 'tokenIds', params: { batch: [1], length: 3 } },
        { id: 'embed', block: 'tokenEmbedding', params: { vocab_size: 5, width: 4 } },
        linear('l'),
        { id: 'head', block: 'lmHead', params: { vocab_size: 5, bias }, tied: to },
        { id: 'loss', block: 'languageModelingLoss' },
      ],
      ['ids.ids > embed.ids', 'embed.tokens > l.x', 'l.x > head.x', 'head.logits > loss.logits'],
    )
  for (const bias of [false, true]) expect(checkDiagram(tied('embed', bias))).toEqual([])
  expect(checkDiagram(tied('l')).map((p) => `${p.path}: ${p.sentence}`)).toEqual([
    expect.stringMatching(/^head: It is tied to “l”, which has no weights as large as its own/),
  ])
})

describe('repeat', () => {
  const stack = (repeat: DiagramNode['repeat'], symbols: Diagram['symbols'] = {}) =>
    diagram([tokens, linear('l', { repeat }), ...end], ['tokens.tokens > l.x', ...ended('l.x')], { symbols })

  test('0 passes through', () => {
    const analysis = analyse(stack(0))
    expect(analysis.tallyAt('l').params.total).toBe(0n)
    expect(analysis.tallyAt('head').flops.forward).toBe(2n * 3n * 4n * 5n)
    expect(analysis.flow.edges).toContain('#tokens.tokens>l.x')
    expect(errors(stack(0))).toEqual([])
  })

  test.each(['numeric', 'symbolic'] as const)('a free count is its example, also 0 (%s)', (reading) => {
    for (const example of [0, 3]) {
      const analysis = analyse(stack('n', { n: { example } }), {}, reading)
      expect(analysis.tallyAt('l').params.total).toBe(16n * BigInt(example))
      expect(analysis.tree.nodes.get('l')!.inference.absent).toBe(example === 0)
    }
  })

  test('shared copies are run often and counted once', () => {
    const { params, flops } = analyse(stack({ count: 6, mode: 'shared' })).tallyAt('l')
    expect([params.total, flops.forward]).toEqual([16n, 6n * 2n * 3n * 16n])
  })

  test.each([
    [-1, 'nodes l: The repeat -1 is -1; it has to be a whole number that is not negative.'],
    [2.5, 'nodes l: The repeat 2.5 is 2.5; it has to be a whole number that is not negative.'],
  ])('%d is refused', (count, sentence) => {
    expect(errors(stack(count)).map((e) => `nodes ${e}`)).toEqual([sentence])
  })

  test('a token uses no more experts than there are', () => {
    const wrong = stack({ count: 4, mode: 'parallel', active: 9 })
    expect(errors(wrong)).toEqual(['l: A token would use 9 of 4 copies; it cannot use more than there are.'])
    expect(analyse(wrong).tallyAt('l').params).toMatchObject({ total: 64n, active: 64n })
  })

  test('threads that change places copy by copy are followed one by one', () => {
    const swap: DiagramNode['group'] = {
      inputs: [{ id: 'x' }, { id: 'y' }],
      outputs: [{ id: 'x' }, { id: 'y' }],
      nodes: [linear('a', { state: 'frozen' }), linear('b', { state: 'frozen' })],
      edges: ['in.x > a.x', 'in.y > b.x', 'a.x > out.y', 'b.x > out.x'].map(edge),
    }
    const frozen = { ...tokens, id: 'still', state: 'frozen' as const }
    const of = (count: number) =>
      analyse(
        diagram(
          [tokens, frozen, { id: 's', group: swap, repeat: count }, ...end],
          ['tokens.tokens > s.x', 'still.tokens > s.y', ...ended('s.x')],
        ),
      )
    // Only one of the two learns: its gradient goes down a zigzag, which ends in x after an even number of copies.
    for (const count of [1, 2, 3, 4, 7, 1000]) {
      const runs = (id: string) => of(count).flow.at(`s/${id}`)?.inputRuns ?? 0n
      expect([count, runs('a') + runs('b')]).toEqual([count, count % 2 === 0 ? BigInt(count) : 0n])
      expect([count, runs('a')]).toEqual([count, count % 2 === 0 ? BigInt(count / 2) : 0n])
    }
  })

  test('a million copies of twenty containers in each other take no time', () => {
    let node: DiagramNode = linear('l', { repeat: 10 })
    for (let depth = 0; depth < 20; depth++) {
      const ports = [{ id: 'x' }]
      const edges = [`in.x > ${node.id}.x`, `${node.id}.x > out.x`].map(edge)
      node = { id: `g${depth}`, group: { inputs: ports, outputs: ports, nodes: [node], edges }, repeat: 10 }
    }
    const analysis = analyse(diagram([tokens, node, ...end], ['tokens.tokens > g19.x', ...ended('g19.x')]))
    expect(analysis.tallyAt('g19').params.total).toBe(16n * 10n ** 21n)
    expect(analysis.tallyAt('g19').flops.weightGradients).toBe(2n * 3n * 16n * 10n ** 21n)
    expect(analysis.total.params.total % 10n).toBe(2n)
  })
})

describe('tied weights', () => {
  test('are counted at their owner, in its state, also for a container as a whole', () => {
    const ports = [{ id: 'x' }]
    const group = {
      inputs: ports,
      outputs: ports,
      nodes: [linear('l')],
      edges: ['in.x > l.x', 'l.x > out.x'].map(edge),
    }
    const d = diagram(
      [tokens, { id: 'one', group, state: 'frozen' }, { id: 'two', group, tied: 'one' }, ...end],
      ['tokens.tokens > one.x', 'one.x > two.x', ...ended('two.x')],
    )
    const analysis = analyse(d)
    expect(analysis.tallyAt('one').params).toMatchObject({ total: 16n, frozen: 16n })
    expect(analysis.tallyAt('two').params.total).toBe(0n)
    expect(analysis.tallyAt('two').flops.weightGradients).toBe(0n)
    expect(analysis.tallyAt('two').flops.forward).toBe(analysis.tallyAt('one').flops.forward)
  })

  test('are the first user’s where their owner is not there', () => {
    const d = (repeat: number) =>
      diagram(
        [tokens, linear('a', { repeat }), linear('b', { tied: 'a' }), linear('c', { tied: 'a' }), ...end],
        ['tokens.tokens > a.x', 'a.x > b.x', 'b.x > c.x', ...ended('c.x')],
      )
    for (const repeat of [0, 1]) expect(analyse(d(repeat)).total.params.total).toBe(16n + 12n + 20n)
    expect(analyse(d(0)).tallyAt('b').params.total).toBe(16n)
  })

  test('leave a bias of its own to the node that has one', () => {
    const head: DiagramNode = { id: 'head', block: 'lmHead', params: { vocab_size: 7, bias: true }, tied: 'embed' }
    const nodes = [
      { id: 'ids', block: 'tokenIds', params: { batch: [1], length: 3 } },
      { id: 'embed', block: 'tokenEmbedding', params: { vocab_size: 7, width: 4 } },
      head,
    ]
    const analysis = analyse(diagram(nodes, ['ids.ids > embed.ids', 'embed.tokens > head.x']))
    expect(analysis.tallyAt('head').params.total).toBe(7n)
    expect(analysis.total.params.total).toBe(35n)
  })
})

describe('gradients', () => {
  test('a loss in a group is one, wherever its port leads', () => {
    const inner: DiagramNode['group'] = {
      inputs: [{ id: 'x' }],
      outputs: [{ id: 'loss' }],
      nodes: end,
      edges: ['in.x > head.x', 'head.logits > loss.logits', 'loss.loss > out.loss'].map(edge),
    }
    const d = (edges: string[], more: DiagramNode[] = []) =>
      analyse(diagram([tokens, { id: 'g', group: inner }, ...more], ['tokens.tokens > g.x', ...edges]))
    const sum: DiagramNode = { id: 'sum', block: 'lossSum', params: { inputs: 1 } }
    expect(d([]).tallyAt('g/head').flops.weightGradients).toBe(120n)
    expect(d(['g.loss > sum.a'], [sum]).tallyAt('g/head').flops.weightGradients).toBe(120n)
  })

  test('a phase without its losses trains what is left towards what is left out', () => {
    const d = diagram(
      [tokens, linear('encoder'), linear('next'), ...end],
      ['tokens.tokens > encoder.x', 'encoder.x > next.x', ...ended('next.x')],
    )
    const absent = { next: 'absent', head: 'absent', loss: 'absent' } as const
    const phases = [
      { id: 'before', label: 'before', states: absent },
      { id: 'with', label: 'with' },
    ]
    const [before, all] = ['before', 'with'].map((phase) => analyse({ ...d, phases }, { phase }))
    expect(before!.tallyAt('encoder')).toEqual(all!.tallyAt('encoder'))
    expect(before!.tallyAt('next').params.total).toBe(0n)
  })

  test('no loss, no gradient', () => {
    const { flops } = analyse(diagram([tokens, linear('l')], ['tokens.tokens > l.x'])).total
    expect([flops.backward, flops.training]).toEqual([0n, flops.forward])
  })

  test('what learns without a gradient is said; a tied use elsewhere is a gradient', () => {
    const phases = [{ id: 'all', label: 'all' }]
    const nodes = [tokens, linear('lost'), linear('used', { tied: 'lost' }), ...end]
    const edges = ['tokens.tokens > lost.x', 'tokens.tokens > used.x', ...ended('used.x')]
    expect(checkDiagram(diagram(nodes, edges, { phases }))).toEqual([])
    const alone = [tokens, linear('lost'), linear('used'), ...end]
    expect(checkDiagram(diagram(alone, edges, { phases })).map((p) => p.path)).toEqual(['lost'])
  })
})

describe('what begins from scratch', () => {
  const d = (phases: Diagram['phases']) =>
    diagram([tokens, linear('new', { init: 'scratch' }), ...end], ['tokens.tokens > new.x', ...ended('new.x')], {
      phases,
    })
  const frozen = { id: 'frozen', label: 'frozen', states: { new: 'frozen' as const } }

  test('has to be trained before it is frozen', () => {
    expect(checkDiagram(d([frozen]))).toMatchObject([
      {
        path: 'new',
        sentence:
          'It begins from scratch, but is frozen in phase “frozen” and was not trained before: train it, or say what it was initialised from.',
        severity: 'warning',
      },
    ])
    expect(checkDiagram(d([{ id: 'first', label: 'first' }, frozen]))).toEqual([])
  })
})

describe('symbols', () => {
  const d = diagram([{ id: 't', block: 'learnedTokens', params: { batch: ['B'], count: 'n', width: 'w' } }], [], {
    symbols: { B: { example: 3 }, base: 4, w: '2 * base', n: 'w + B' },
  })
  const shape = (set: Record<string, number | string>, reading?: 'symbolic') => {
    const analysis = analyse(d, { set }, reading)
    return analysis.tree.nodes.get('t')!.inference.outputs['tokens']!.shape.map((size) => analysis.number(size))
  }

  test.each([
    [{}, [3n, 11n, 8n]],
    [{ base: 5 }, [3n, 13n, 10n]],
    [{ w: 6 }, [3n, 9n, 6n]],
    [{ B: 1, w: 'base + 1' }, [1n, 6n, 5n]],
    [{ n: 'B * B' }, [3n, 9n, 8n]],
  ])('%j', (set, expected) => {
    expect(shape(set)).toEqual(expected)
    expect(shape(set, 'symbolic')).toEqual(expected)
  })

  test('a size that is computed to 0 is not taken for the default that 0 stands for', () => {
    const zero = diagram(
      [tokens, { id: 'f', block: 'feedForward', params: { hidden: 'floor(4 * ratio)' } }],
      ['tokens.tokens > f.x'],
      { symbols: { ratio: 0.1 } },
    )
    expect(errors(zero)).toEqual([
      'f: Hidden width: “floor(4 * ratio)” comes to 0, which would stand for the default; write 0 itself for that.',
    ])
  })
})

test('weights whose owner is absent belong to the borrower with the most copies, in any order', () => {
  const borrowers = [linear('once', { tied: 'owner' }), linear('often', { tied: 'owner', repeat: 3 })]
  for (const nodes of [borrowers, borrowers.toReversed()]) {
    const d = diagram(
      [tokens, linear('owner'), ...nodes, ...end],
      ['tokens.tokens > owner.x', 'owner.x > once.x', 'once.x > often.x', ...ended('often.x')],
      { phases: [{ id: 'without', label: 'without', states: { owner: 'absent' } }] },
    )
    const analysis = analyse(d)
    expect([analysis.tallyAt('once').params.total, analysis.tallyAt('often').params.total]).toEqual([0n, 48n])
  }
})

test('a phase without the loss trains a stack that ends the model', () => {
  const d = diagram([tokens, linear('l', { repeat: 3 }), ...end], ['tokens.tokens > l.x', ...ended('l.x')], {
    phases: [{ id: 'before', label: 'before', states: { head: 'absent', loss: 'absent' } }],
  })
  const group = diagram(
    [
      tokens,
      {
        id: 'g',
        repeat: 3,
        group: {
          inputs: [{ id: 'x' }],
          outputs: [{ id: 'x' }],
          nodes: [linear('l')],
          edges: [edge('in.x > l.x'), edge('l.x > out.x')],
        },
      },
      ...end,
    ],
    ['tokens.tokens > g.x', ...ended('g.x')],
    { phases: d.phases },
  )
  expect(analyse(group).total.flops.weightGradients).toBe(3n * 2n * 3n * 16n)
  expect(analyse(group).total).toEqual(analyse(d).total)
})
