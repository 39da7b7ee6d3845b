// The laws of numbers on the diagrams of the repository, in their principal settings.
import { english } from '../shared/message'
import { describe, expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { nodesIn } from '../document/instances'
import type { Diagram, DiagramNode, Expression } from '../document/schema'
import { integerOf } from '../shared/dimension'
import { analyse, type Analysis } from './analyse'
import { everyEdge } from './edges'
import { documentScope, resolve } from './scope'
import type { Setting } from './setting'
import { flatten, isContainer, withoutWalls } from './flatten.fixture'
import { principalSettings, withFewCopies } from './settings.fixture'
import { everyNode } from './tree'

const diagrams = allDiagrams()

/** What is absent is left as it is: a whole that passes on what comes in. */
function isAbsent(diagram: Diagram, { id }: DiagramNode, { phase }: Setting): boolean {
  return diagram.phases?.find((p) => p.id === phase)?.states?.[id] === 'absent'
}

describe.each(diagrams)('$name', ({ diagram }) => {
  const settings = principalSettings(diagram)
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
    const open = withoutWalls(diagram, setting.phase)
    const walls = open.nodes.filter((n) => isContainer(n) && n.repeat === undefined)
    expect(walls.filter((n) => !isAbsent(open, n, setting))).toEqual([])
    expect(analyse(open, setting).total).toEqual(analyse(diagram, setting).total)
  })

  test.each(cases)('$title: with few copies it is the same written out by hand', ({ variant, phase }) => {
    const setting = withFewCopies(diagram, { variant, phase })
    const scope = documentScope(diagram, setting)
    const count = (expression: Expression) => {
      const result = resolve(expression, scope)
      if (!result.ok) throw new Error(english(result.problem))
      return Number(integerOf(result.dim))
    }
    const flat = flatten(diagram, count, phase)
    expect(flat.nodes.filter((n) => isContainer(n) && !isAbsent(flat, n, setting))).toEqual([])
    expect(flat.nodes.length).toBeLessThan(400)
    expect(analyse(flat, setting).total).toEqual(analyse(diagram, setting).total)
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
    for (const setting of settings.filter(({ variant }) => variant === settings[0]!.variant)) {
      const before = analyse(diagram, setting).total
      for (const { node } of nodesIn('', diagram)) {
        const phases = (diagram.phases ?? []).map((p) =>
          p.id === setting.phase && p.states?.[node.id] !== 'absent'
            ? { ...p, states: { ...p.states, [node.id]: 'frozen' as const } }
            : p,
        )
        const after = analyse({ ...diagram, phases }, setting).total
        expect(after.flops.training, `${setting.phase}: ${node.id}`).toBeLessThanOrEqual(before.flops.training)
        expect(after.params.trainable).toBeLessThanOrEqual(before.params.trainable)
      }
    }
  })
})
