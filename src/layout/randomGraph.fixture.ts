// Random pictures for the laws of the layout.
import fc from 'fast-check'
import type { Graph } from '../graph/graph'
import { add, graphOf, type NodeSketch } from './sampleGraphs.fixture'

/** A random acyclic graph: some nodes open, some ports from the side, some labels, some pins. */
export const randomGraph = (depth: number, withPins: boolean): fc.Arbitrary<Graph> =>
  fc
    .record({
      count: fc.integer({ min: 1, max: depth > 0 ? 8 : 6 }),
      seeds: fc.array(fc.nat(999), { minLength: 60, maxLength: 60 }),
      inner: depth > 0 ? fc.array(randomGraph(depth - 1, withPins), { minLength: 2, maxLength: 2 }) : fc.constant([]),
      hasPorts: fc.constant(depth < 2),
    })
    .map(({ count, seeds, inner, hasPorts }) => {
      const seed = (index: number) => seeds[index % seeds.length]!
      const nodes = Array.from({ length: count }, (_, index): NodeSketch => {
        const kind = seed(index) % 6
        const id = `n${index}`
        const pin = withPins && seed(index + 7) % 4 === 0 ? { pin: { x: seed(index + 8), y: seed(index + 9) / 2 } } : {}
        if (kind === 0 && inner.length > 0)
          return { id, title: `Open ${index}`, badge: '12M', inside: inner[index % 2]!, ...pin }
        if (kind === 1) return { ...add(id), ...pin }
        const side = kind === 2 ? ['x', 'mask!'] : kind === 3 ? ['x', 'y'] : ['x']
        return {
          id,
          title: 'Node '.repeat(1 + (seed(index + 3) % 3)),
          ...(kind > 3 ? { sublabel: 'sub' } : {}),
          inputs: side,
          ...pin,
        }
      })
      const edges: string[] = []
      nodes.forEach((node, index) => {
        const inputs = node.inputs ?? node.inside!.inputs.map(({ id }) => id)
        inputs.forEach((port, at) => {
          const from = seed(index * 3 + at + 20)
          const label = from % 5 === 0 ? ': B × 64' : ''
          const target = `n${index}.${port.replace('!', '')}`
          if (index > 0 && from % 4 !== 0) edges.push(`n${from % index} > ${target}${label}`)
          else if (hasPorts && from % 3 > 0) edges.push(`in.${port.endsWith('!') ? 'side' : 'x'} > ${target}`)
        })
      })
      if (hasPorts) edges.push(`n${count - 1} > out.x`)
      return graphOf({ nodes, edges, ...(hasPorts ? { inputs: ['x', 'side!'], outputs: ['x'] } : {}) })
    })
