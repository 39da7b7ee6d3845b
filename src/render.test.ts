// Every diagram, variant and depth, through the whole pipeline: the laws of a picture that no eye should have to check.
import { describe, expect, test } from 'vitest'
import { allDiagrams } from './diagrams.fixture'
import { serialise } from './document/serialise'
import type { Diagram, DiagramNode, Words } from './document/schema'
import { lintSvg } from './drawing/lint'
import type { Primitive } from './drawing/primitives'
import { svgText } from './exporters/svg'
import { openText } from './importers/open'
import { viewOf, type View } from './graph/view'
import { checkLayout } from './layout/check'
import { layOut } from './layout/inProcess'
import { render, type Picture } from './render'
import { checkScene } from './scene/check.fixture'
import { themeNames } from './scene/scene'
import { plainLook } from './scene/look'
import { themes } from './scene/themes'
import { analyse } from './semantics/analyse'
import { everyEdge } from './semantics/edges'
import { checkDiagram } from './semantics/checks'
import { gradientsOf } from './semantics/gradients'
import { everyNode } from './semantics/tree'

const diagrams = allDiagrams()

function everything(diagram: Diagram, variant?: string): Partial<View> {
  const tree = analyse(diagram, { variant }).tree
  return { variant, unfolded: new Set([...everyNode(tree)].filter((n) => n.inside).map((n) => n.path)) }
}

function faults({ graph, layout, scene }: Picture): string[] {
  return [...checkLayout(graph, layout), ...checkScene(scene, graph, layout)]
}

/** A mask and several levels of an encoder go from the first row to the second here. */
const mostRunningBack: Readonly<Record<string, number>> = { visualgpt: 4, 'visualgpt-release': 6 }

/** The outputs whose lines run back to the start of another row: each is a way that the eye has to find. */
function outputsRunningBack({ graph, layout }: Picture): number {
  const back = graph.edges.filter(({ id }) =>
    layout.edges.get(id)?.points.some(({ x }, index, points) => index > 0 && x < points[index - 1]!.x - 60),
  )
  return new Set(back.map(({ from }) => `${from.node} ${from.port}`)).size
}

const picture = (diagram: Diagram, overrides: Partial<View> = {}) =>
  render(diagram, viewOf(diagram, overrides), plainLook, layOut)

describe.each(diagrams)('$name', ({ name, text, diagram }) => {
  const variants: (string | undefined)[] = diagram.variants?.length ? diagram.variants.map((v) => v.id) : [undefined]

  test('has no problems, and its figures are met or explained', () => {
    expect(checkDiagram(diagram)).toEqual([])
  })

  test('is written in canonical form', () => {
    expect(serialise(diagram)).toBe(text)
  })

  test.each(variants)('overview of %s is sound and fits a slide', async (variant) => {
    const drawn = await picture(diagram, { variant })
    expect(faults(drawn)).toEqual([])
    const shape = drawn.scene.width / drawn.scene.height
    expect(shape, `${name} ${variant} is ${drawn.scene.width} × ${drawn.scene.height}`).toBeGreaterThanOrEqual(1.3)
    expect(shape, `${name} ${variant} is ${drawn.scene.width} × ${drawn.scene.height}`).toBeLessThanOrEqual(2.4)
    expect(outputsRunningBack(drawn)).toBeLessThanOrEqual(mostRunningBack[name] ?? 2)
  })

  test.each(distinct(diagram, variants))('%s wholly unfolded is sound', async (variant) => {
    expect(faults(await picture(diagram, everything(diagram, variant)))).toEqual([])
  })

  test.each(['down', 'up'] as const)('runs %s', async (direction) => {
    expect(faults(await picture(diagram, { direction }))).toEqual([])
  })

  test('every edge with its shape', async () => {
    expect(faults(await picture(diagram, { shapes: 'all' }))).toEqual([])
  })

  test.each(['long', 'wide', 'short'] as const)('labels of %s languages fit', async (kind) => {
    const translated = relabelled(diagram, kind)
    expect(faults(await picture(translated))).toEqual([])
    // Unfolded in the two that differ most; the third lies between them.
    if (kind !== 'wide') expect(faults(await picture(translated, everything(translated)))).toEqual([])
  })

  test.each([
    ['overview', {}],
    ['wholly unfolded', everything(diagram)],
  ] as [string, Partial<View>][])('%s: exactly the edges that carry a gradient are marked', async (_, overrides) => {
    const view = viewOf(diagram, overrides)
    const look = { ...plainLook, gradients: true }
    const { scene, graph, layout, analysis } = await render(diagram, view, look, layOut)
    expect(checkScene(scene, graph, layout)).toEqual([])
    const carrying = [...gradientsOf(analysis).edges].filter((id) => layout.edges.has(id))
    expect([...edgesBack(scene.primitives)].sort()).toEqual(carrying.sort())
    for (const theme of themeNames) {
      const drawn = await render(diagram, view, { ...look, theme }, async () => layout)
      expect(lintSvg(svgText(drawn.scene, 'en'))).toEqual([])
    }
  })

  test('nothing changes when gradients are off', async () => {
    const view = viewOf(diagram)
    const off = await render(diagram, view, { ...plainLook, gradients: false }, layOut)
    const plain = await render(diagram, view, plainLook, async () => off.layout)
    expect(off.scene).toEqual(plain.scene)
  })

  test.each(themeNames)('leaves as SVG that obeys the rules, and comes back: %s', async (theme) => {
    const view = viewOf(diagram, everything(diagram))
    const { scene } = await render(diagram, view, { ...plainLook, theme }, layOut)
    const svg = svgText(scene, 'en', text)
    expect(lintSvg(svg)).toEqual([])
    const back = openText(svg)
    expect(back.ok && serialise(back.diagram)).toBe(text)
    expect(svgText(scene, 'en', text)).toBe(svg)
  })
})

/** Ids of the edges beside which something runs in the colour of gradients. */
function* edgesBack(primitives: readonly Primitive[]): Generator<string> {
  for (const each of primitives) {
    if (each.kind !== 'group') continue
    const isBack = each.children.some((p) => p.kind === 'path' && p.stroke === themes.light.gradient)
    if (each.edge !== undefined && isBack) yield each.edge
    yield* edgesBack(each.children)
  }
}

/** The first and the last variant, and between them one for each model that is put together differently. */
function distinct(diagram: Diagram, variants: readonly (string | undefined)[]): (string | undefined)[] {
  const structure = (variant: string | undefined) => {
    const { tree } = analyse(diagram, { variant })
    return String([...[...everyNode(tree)].map((n) => n.path), ...[...everyEdge(tree)].map((e) => e.id)].sort())
  }
  const found = new Map(variants.toReversed().map((variant) => [structure(variant), variant]))
  return [...new Set([variants[0], ...found.values(), variants.at(-1)])]
}

/** Labels half as long again, in full-width signs, or of two signs. */
function relabelled(diagram: Diagram, kind: 'long' | 'wide' | 'short'): Diagram {
  const say = (words: Words | undefined): Words | undefined => {
    if (words === undefined) return undefined
    const text = typeof words === 'string' ? words : (words.en ?? Object.values(words)[0] ?? '')
    if (kind === 'short') return text.slice(0, 2)
    if (kind === 'wide')
      return [...text]
        .map(() => '模')
        .join('')
        .slice(0, Math.ceil(text.length * 0.6))
    return `${text} ${text.slice(0, Math.ceil(text.length / 2))}`.trim()
  }
  const node = (n: DiagramNode): DiagramNode => ({
    ...n,
    ...(n.label !== undefined && { label: say(n.label) }),
    ...(n.sublabel !== undefined && { sublabel: say(n.sublabel) }),
    ...(n.group && { group: { ...n.group, nodes: n.group.nodes.map(node) } }),
  })
  const modules = Object.entries(diagram.modules ?? {}).map(([id, m]) => [
    id,
    { ...m, ...(m.label !== undefined && { label: say(m.label) }), nodes: m.nodes.map(node) },
  ])
  return { ...diagram, nodes: diagram.nodes.map(node), modules: Object.fromEntries(modules) }
}
