// Counting diagrams in tests: sums over nodes as plain numbers, and the closed formulas that many families share, written
// out from the literature and not from the blocks.
import { expect } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import type { Diagram } from '../document/schema'
import { analyse, type Analysis } from './analyse'
import { everyEdge } from './edges'
import { problemsIn } from './checks'

const diagrams = new Map(allDiagrams().map(({ name, diagram }) => [name, diagram]))
export const runs = { numRuns: 30 }

export type Sizes = Readonly<Record<string, number>>

/** A diagram of the repository in a setting in which nothing is wrong. */
export function analysed(name: string, set: Sizes, variant?: string, phase?: string): Analysis {
  const analysis = analyse(diagrams.get(name) as Diagram, { variant, phase, set })
  expect(problemsIn(analysis).filter((p) => p.severity === 'error')).toEqual([])
  return analysis
}

/** The sums over some nodes; of the whole where none is named. */
export function at({ tallyAt, total }: Analysis, ...paths: string[]) {
  const tallies = paths.length ? paths.map(tallyAt) : [total]
  const sum = (of: (tally: Analysis['total']) => bigint) => Number(tallies.reduce((all, each) => all + of(each), 0n))
  return {
    params: sum((t) => t.params.total),
    active: sum((t) => t.params.active),
    flops: sum((t) => t.flops.forward),
    backward: sum((t) => t.flops.backward),
  }
}

/** A pre-LN encoder block with biases. */
export const block = (d: number, h: number) => 4 * d * d + 4 * d + (2 * d * h + h + d) + 4 * d
export const blockMacs = (n: number, d: number, h: number) => n * (4 * d * d + 2 * d * h) + 2 * n * n * d

/** What travels into a port, as numbers. */
export function shapeAt({ tree, number }: Analysis, to: string): number[] | undefined {
  const edge = [...everyEdge(tree)].find((each) => each.to === to)
  return edge?.tensor?.shape.map((size) => Number(number(size)))
}
