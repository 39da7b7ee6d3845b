// How single diagrams are marked. What holds for all of them is in `render.test.ts`, which has them laid out anyway.
import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { viewOf } from '../graph/view'
import { layOut } from '../layout/inProcess'
import { render } from '../render'
import { gradientsOf } from '../semantics/gradients'
import { markOf, marksIn } from './gradients'
import { plainLook } from './look'

const diagrams = allDiagrams()
const named = (name: string) => diagrams.find((each) => each.name === name)!.diagram
const look = { ...plainLook, gradients: true }

test('Flamingo: the frozen language model is marked as crossed, the vision encoder as unreached', async () => {
  const diagram = named('flamingo')
  const { graph, analysis } = await render(diagram, viewOf(diagram), look, layOut)
  const gradients = gradientsOf(analysis)
  const mark = (id: string) =>
    markOf(
      graph.nodes.find((node) => node.id === id)!,
      gradients,
    )
  expect([mark('vision'), mark('embed'), mark('head')]).toEqual(['unreached', 'unreached', 'crossed'])
  expect(marksIn(graph, gradients)).toEqual(new Set(['edge', 'unreached', 'crossed']))
})

test('a phase in which nothing is trained has no marks', async () => {
  const diagram = named('flamingo')
  const { graph, analysis } = await render(diagram, viewOf(diagram, { phase: 'vision-pretraining' }), look, layOut)
  expect(marksIn(graph, gradientsOf(analysis)).size).toBe(0)
})
