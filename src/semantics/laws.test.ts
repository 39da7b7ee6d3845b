// Laws that hold for every diagram: what may not change a number, and what numbers owe each other.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDiagram } from '../document/parse'
import { serialise } from '../document/serialise'
import type { Diagram } from '../document/schema'
import { dim, integerOf, substitute } from '../shared/dimension'
import { analyse, type Analysis } from './analyse'
import { problemsIn } from './checks'
import { autograd } from './autograd.fixture'
import { flatten } from './flatten.fixture'
import { pathsOf, randomDiagram } from './randomDiagram.fixture'
import { everyNode, type TreeNode } from './tree'
import { isInLine, isInside } from '../shared/path'

/** Fixed, so that what fails fails again, and more than one, so that no law leans on a single run of luck. */
const seeds = [1, 20, 300]
const phases = ['all', 'phase0', 'phase1', 'phase2']
/** In the last two something is absent; in the last nothing whose weights are used elsewhere. */
const allPhases = [...phases, 'partly', 'without']
const numbers = { B: 2, T: 5, M: 3, d: 8, e: 6 }

function holds<T>(law: fc.IProperty<T>): void {
  for (const seed of seeds) fc.assert(law, { seed, numRuns: 12, endOnFailure: true })
}

const errors = (analysis: Analysis) => problemsIn(analysis).filter((p) => p.severity === 'error')
const leaves = (analysis: Analysis): TreeNode[] => [...everyNode(analysis.tree)].filter((n) => !n.inside)

function countIn(diagram: Diagram): (expression: unknown) => number {
  const layers = diagram.symbols!['layers'] as number
  return (expression) =>
    Number(integerOf(substitute(dim(expression as string), (name) => dim({ ...numbers, layers }[name as 'd']))))
}

test('random diagrams are sound', () => {
  holds(
    fc.property(randomDiagram, (diagram) => {
      const parsed = parseDiagram(serialise(diagram))
      expect(parsed.ok ? [] : parsed.problems).toEqual([])
      expect(errors(analyse(diagram))).toEqual([])
    }),
  )
})

test('written out by hand, a diagram has the same numbers', () => {
  holds(
    fc.property(randomDiagram, (diagram) => {
      const compare = (flat: Diagram, phase: string) =>
        expect(analyse(flat, { phase }).total).toEqual(analyse(diagram, { phase }).total)
      const flat = flatten(diagram, countIn(diagram))
      expect(errors(analyse(flat))).toEqual([])
      for (const phase of phases) compare(flat, phase)
      compare(flatten(diagram, countIn(diagram), 'without'), 'without')
    }),
  )
})

test('gradients cost what a toy autograd says, on the diagram written out by hand', () => {
  holds(
    fc.property(randomDiagram, (diagram) => {
      const number = countIn(diagram)
      const flat = flatten(diagram, number)
      for (const phase of phases) {
        const analysis = analyse(flat, { phase })
        const states = flat.phases!.find((p) => p.id === phase)!.states ?? {}
        const stateOf = (id: string): 'frozen' | 'trainable' => {
          const node = flat.nodes.find((n) => n.id === id)!
          if (node.tied !== undefined && flat.nodes.some((n) => n.id === node.tied)) return stateOf(node.tied)
          return (states[id] ?? 'trainable') as 'frozen' | 'trainable'
        }
        const sizeOf = (end: string) => {
          const [id, port] = end.split('.') as [string, string]
          const [batch, length, width] = analysis.tree.nodes
            .get(id)!
            .inference.outputs[port]!.shape.map((d) => Number(analysis.number(d)))
          return { places: batch! * length!, length: length!, width: width! }
        }
        const costs = autograd(flat, (node) => stateOf(node.id), sizeOf, number)
        for (const node of flat.nodes) {
          const { inputGradients, weightGradients } = analysis.tallyAt(node.id).flops
          const cost = costs.get(node.id) ?? { inputGradients: 0, weightGradients: 0 }
          expect({ id: node.id, block: node.block, inputGradients, weightGradients }).toEqual({
            id: node.id,
            block: node.block,
            inputGradients: BigInt(cost.inputGradients),
            weightGradients: BigInt(cost.weightGradients),
          })
        }
      }
    }),
  )
})

test('the order of nodes and edges and the names of things do not matter', () => {
  holds(
    fc.property(randomDiagram, (diagram) => {
      const other = renamed(reversed(diagram))
      for (const phase of allPhases) expect(analyse(other, { phase }).total).toEqual(analyse(diagram, { phase }).total)
    }),
  )
})

test('what a container has is what is in it; trainable and frozen make the total; a token uses no more than there is', () => {
  holds(
    fc.property(randomDiagram, (diagram) => {
      for (const phase of allPhases) checkSums(analyse(diagram, { phase }))
    }),
  )
})

test('freezing never makes training dearer, and frees what it freezes', () => {
  holds(
    fc.property(randomDiagram, fc.nat(), fc.constantFrom(...allPhases), (diagram, at, phase) => {
      const paths = pathsOf(diagram.nodes, diagram.modules ?? {}, '')
      const path = paths[at % paths.length]!
      const { states = {} } = diagram.phases!.find((p) => p.id === phase)!
      // Freezing what is left out would bring it back.
      const isThere = (left: string) => !isInLine(left, path)
      fc.pre(Object.entries(states).every(([left, state]) => state !== 'absent' || isThere(left)))
      const before = analyse(diagram, { phase })
      const after = analyse(freeze(diagram, phase, path), { phase })
      expect(after.total.flops.training).toBeLessThanOrEqual(before.total.flops.training)
      expect(after.total.flops.forward).toBe(before.total.flops.forward)
      expect(after.total.params.total).toBe(before.total.params.total)
      expect(after.total.params.trainable).toBeLessThanOrEqual(before.total.params.trainable)
    }),
  )
})

test('symbolic shapes come to the numeric ones', () => {
  holds(fc.property(randomDiagram, (diagram) => checkSymbolic(diagram)))
})

describe('edges that carry a gradient', () => {
  test('are those of the diagram written out by hand', () => {
    holds(
      fc.property(randomDiagram, (diagram) => {
        const number = countIn(diagram)
        const flat = flatten(diagram, number)
        for (const phase of phases) {
          const [whole, byHand] = [analyse(diagram, { phase }), analyse(flat, { phase })]
          const reached = (analysis: Analysis) => {
            const found = new Map<string, bigint[]>()
            for (const item of leaves(analysis)) {
              const flow = analysis.flow.at(item.path)
              if (!flow) continue
              const name = item.path.replaceAll('/', '__').replace(/__\d+(?=__|$)/g, '')
              const [weights, inputs] = found.get(name) ?? [0n, 0n]
              found.set(name, [weights! + flow.weightRuns, inputs! + flow.inputRuns])
            }
            return found
          }
          expect(reached(byHand)).toEqual(reached(whole))
        }
      }),
    )
  })
})

function checkSums(analysis: Analysis): void {
  let sum = 0n
  for (const item of everyNode(analysis.tree)) {
    const { params, flops } = analysis.tallyAt(item.path)
    expect(params.trainable + params.frozen).toBe(params.total)
    expect(params.active <= params.total).toBe(true)
    expect(flops.forward + flops.backward).toBe(flops.training)
    expect(flops.inputGradients + flops.weightGradients).toBe(flops.backward)
    if (!item.inside) sum += params.total
  }
  expect(analysis.total.params.total).toBe(sum)
}

function checkSymbolic(diagram: Diagram): void {
  const [numeric, symbolic] = [analyse(diagram), analyse(diagram, {}, 'symbolic')]
  const outputs = (analysis: Analysis) =>
    leaves(analysis).map(({ path, inference }) => [
      path,
      Object.entries(inference.outputs).map(([port, t]) => [port, t?.shape.map((d) => analysis.number(d))]),
    ])
  expect(outputs(symbolic)).toEqual(outputs(numeric))
  expect(symbolic.total).toEqual(numeric.total)
}

function freeze(diagram: Diagram, phase: string, path: string): Diagram {
  return {
    ...diagram,
    phases: diagram.phases!.map((p) => {
      if (p.id !== phase) return p
      const kept = Object.entries(p.states ?? {}).filter(([at]) => !isInside(at, path))
      return { ...p, states: { ...Object.fromEntries(kept), [path]: 'frozen' as const } }
    }),
  }
}

function reversed(diagram: Diagram): Diagram {
  const turn = <B extends { nodes: Diagram['nodes']; edges: Diagram['edges'] }>(body: B): B => ({
    ...body,
    nodes: body.nodes.toReversed().map((n) => (n.group ? { ...n, group: turn(n.group) } : n)),
    edges: body.edges.toReversed(),
  })
  const modules = Object.entries(diagram.modules ?? {}).toReversed()
  return { ...turn(diagram), modules: Object.fromEntries(modules.map(([name, module]) => [name, turn(module)])) }
}

/** All ids of nodes and modules, in edges and paths too, get another name. */
function renamed(diagram: Diagram): Diagram {
  const text = JSON.stringify(diagram).replace(/\b(n\d+|module\d+|embed|side|w\d+)\b/g, 'other_$1')
  return JSON.parse(text) as Diagram
}
