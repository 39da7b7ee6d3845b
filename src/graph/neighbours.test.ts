import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { unfoldTo } from '../document/edit/view'
import { analyse } from '../semantics/analyse'
import type { Graph } from './graph'
import { neighboursIn } from './neighbours'
import { resolve } from './resolve'
import { viewOf } from './view'

function graphOf(name: string, depth: number): Graph {
  const diagram = unfoldTo(allDiagrams().find((each) => each.name === name)!.diagram, depth)
  const view = viewOf(diagram)
  return resolve(analyse(diagram, view), view)
}

test('siblings along edges; out through the wall where an edge leaves', () => {
  const neighbours = neighboursIn(graphOf('clip', 1))
  const after = (path: string) => neighbours.of(path, 'after').map((each) => each.path)
  expect(after('image')).toEqual(['image_encoder'])
  expect(after('image_encoder')).toEqual(['image_projection'])
  const [first] = neighbours.of('image_encoder/embed', 'before')
  expect(first?.path).toBe('image')
  expect(first?.edges.at(-1)).toMatch(/^#image\./)
})

test('before and after are each the other way round among siblings, in every diagram', () => {
  for (const { name } of allDiagrams()) {
    const graph = graphOf(name, 1)
    const neighbours = neighboursIn(graph)
    for (const node of graph.nodes)
      for (const next of neighbours.of(node.path, 'after'))
        expect(
          neighbours.of(next.path, 'before').map((each) => each.path),
          name,
        ).toContain(node.path)
  }
})
