import { describe, expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { lintSvg } from '../drawing/lint'
import type { Primitive } from '../drawing/primitives'
import { svgText } from '../exporters/svg'
import { viewOf, type View } from '../graph/view'
import { layOut } from '../layout/inProcess'
import { render } from '../render'
import { analyse } from '../semantics/analyse'
import { gradientsOf } from '../semantics/gradients'
import { everyNode } from '../semantics/tree'
import { checkScene } from './check'
import { markOf, marksIn } from './gradients'
import { plainLook } from './look'
import { themeNames } from './scene'
import { themes } from './themes'

const diagrams = allDiagrams()
const named = (name: string) => diagrams.find((each) => each.name === name)!.diagram
const look = { ...plainLook, gradients: true }

/** Ids of the edges beside which something runs in the colour of gradients. */
function* edgesBack(primitives: readonly Primitive[]): Generator<string> {
  for (const each of primitives) {
    if (each.kind !== 'group') continue
    const isBack = each.children.some((p) => p.kind === 'path' && p.stroke === themes.light.gradient)
    if (each.edge !== undefined && isBack) yield each.edge
    yield* edgesBack(each.children)
  }
}

describe.each(diagrams)('$name', ({ diagram }) => {
  const unfolded = new Set([...everyNode(analyse(diagram).tree)].filter((n) => n.inside).map((n) => n.path))

  test.each([
    ['overview', {}],
    ['wholly unfolded', { unfolded }],
  ] as [string, Partial<View>][])('%s: exactly the edges that carry a gradient', async (_, overrides) => {
    const view = viewOf(diagram, overrides)
    const { scene, graph, layout, analysis } = await render(diagram, view, look, layOut)
    expect(checkScene(scene, graph, layout)).toEqual([])
    const carrying = [...gradientsOf(analysis).edges].filter((id) => layout.edges.has(id))
    expect([...edgesBack(scene.primitives)].sort()).toEqual(carrying.sort())
    for (const theme of themeNames) {
      const drawn = await render(diagram, view, { ...look, theme }, async () => layout)
      expect(lintSvg(svgText({ scene: drawn.scene, language: 'en' }))).toEqual([])
    }
  })

  test('nothing changes when it is off', async () => {
    const view = viewOf(diagram)
    const off = await render(diagram, view, { ...plainLook, gradients: false }, layOut)
    const plain = await render(diagram, view, plainLook, async () => off.layout)
    expect(off.scene).toEqual(plain.scene)
  })
})

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
