// The laws of numbers on the diagrams of the repository, in every variant and phase.
import { describe, expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { nodesIn } from '../document/instances'
import type { Diagram } from '../document/schema'
import { integerOf } from '../shared/dimension'
import { analyse, everyEdge, type Analysis } from './analyse'
import { documentScope, resolve } from './scope'
import { phasesOf, type Setting } from './setting'
import { flatten, inline } from './testing/flatten'
import { everyNode } from './tree'

const diagrams = allDiagrams()

/** So few copies that they can be written out by hand. */
const few: Readonly<Record<string, NonNullable<Setting['set']>>> = {
  align: { depth_coefficient: 1.2, text_layers: 2 },
  clip: { vision_layers: 2, text_layers: 3 },
  'clip-resnet': { vision_layers_1: 2, vision_layers_2: 1, vision_layers_3: 3, vision_layers_4: 2, text_layers: 2 },
  flamingo: {
    stage_1_blocks: 2,
    stage_2_blocks: 1,
    stage_3_blocks: 3,
    stage_4_blocks: 2,
    resampler_layers: 2,
    lm_layers: 5,
    cross_attn_every_n_layers: 2,
  },
  limoe: { layers: 7, moe_layers: 3 },
  pali: { vision_layers: 2, encoder_layers: 2, decoder_layers: 3 },
}

function settingsOf(diagram: Diagram): Setting[] {
  const variants = diagram.variants?.map((v) => v.id) ?? [undefined]
  return variants.flatMap((variant) => phasesOf(diagram, { variant }).map(({ id }) => ({ variant, phase: id })))
}

function inlined(diagram: Diagram): Diagram {
  const node = diagram.nodes.find((n) => n.repeat === undefined && (n.group ?? n.module))
  return node ? inlined(inline(diagram, node)) : diagram
}

describe.each(diagrams)('$name', ({ name, diagram }) => {
  const settings = settingsOf(diagram)
  const cases = settings.map((setting) => ({ ...setting, title: `${setting.variant}, ${setting.phase}` }))

  test.each(cases)('$title: parts make the whole', (setting) => {
    const analysis = analyse(diagram, setting)
    let leaves = 0n
    for (const item of everyNode(analysis.tree)) {
      const { params, flops } = analysis.tallyAt(item.path)
      expect(params.trainable + params.frozen).toBe(params.total)
      expect(params.active).toBeLessThanOrEqual(params.total)
      expect(flops.forward + flops.inputGradients + flops.weightGradients).toBe(flops.training)
      // Each product of the forward pass comes back at most twice.
      expect(flops.backward).toBeLessThanOrEqual(2n * flops.forward)
      if (!item.inside) leaves += params.total
    }
    expect(analysis.total.params.total).toBe(leaves)
  })

  test.each(cases)('$title: symbolic shapes come to the numeric ones', (setting) => {
    const [numeric, symbolic] = [analyse(diagram, setting), analyse(diagram, setting, 'symbolic')]
    const values = (analysis: Analysis) =>
      [...everyEdge(analysis.tree)].map((e) => [e.id, e.tensor?.shape.map((d) => analysis.number(d))])
    expect(values(symbolic)).toEqual(values(numeric))
    expect(symbolic.total).toEqual(numeric.total)
    for (const [id, shape] of values(numeric)) expect(shape, String(id)).toBeDefined()
  })

  test.each(cases)('$title: walls change nothing', (setting) => {
    expect(analyse(inlined(diagram), setting).total).toEqual(analyse(diagram, setting).total)
  })

  // What is absent as a whole passes on what comes in; its parts, each for itself, would not.
  const whole = cases.filter(({ phase }) => {
    const states = diagram.phases!.find((p) => p.id === phase)!.states ?? {}
    return !Object.keys(states).some((path) => path.includes('/') && states[path] === 'absent')
  })

  test.each(whole)('$title: with few copies it is the same written out by hand', (setting) => {
    const set = { ...few[name], ...(name === 'flamingo' && { lm_heads: 4, lm_width: 64 }) }
    const scope = documentScope(diagram, { ...setting, set })
    const flat = flatten(diagram, (expression) => {
      const result = resolve(expression, scope)
      if (!result.ok) throw new Error(result.problem)
      return Number(integerOf(result.dim))
    })
    expect(flat.nodes.filter((n) => n.group ?? n.module)).toEqual([])
    expect(analyse(flat, { ...setting, set }).total).toEqual(analyse(diagram, { ...setting, set }).total)
  })

  test('the order of nodes and edges does not matter', () => {
    const turn = <B extends Pick<Diagram, 'nodes' | 'edges'>>(body: B): B => ({
      ...body,
      nodes: body.nodes.toReversed().map((n) => (n.group ? { ...n, group: turn(n.group) } : n)),
      edges: body.edges.toReversed(),
    })
    const modules = Object.entries(diagram.modules ?? {}).map(([id, module]) => [id, turn(module)])
    const turned = { ...turn(diagram), modules: Object.fromEntries(modules) as Diagram['modules'] }
    for (const setting of settings) expect(analyse(turned, setting).total).toEqual(analyse(diagram, setting).total)
  })

  test('freezing a node never makes training dearer', () => {
    for (const { id } of diagram.phases ?? [])
      for (const { node } of nodesIn('', diagram)) {
        const phases = diagram.phases!.map((p) =>
          p.id === id && p.states?.[node.id] !== 'absent'
            ? { ...p, states: { ...p.states, [node.id]: 'frozen' as const } }
            : p,
        )
        const [before, after] = [analyse(diagram, { phase: id }), analyse({ ...diagram, phases }, { phase: id })]
        expect(after.total.flops.training, `${id}: ${node.id}`).toBeLessThanOrEqual(before.total.flops.training)
        expect(after.total.params.trainable).toBeLessThanOrEqual(before.total.params.trainable)
      }
  })
})
