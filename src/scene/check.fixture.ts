// What a picture must never show: text that leaves its box or meets other text, labels outside the page.
import { ascent, descent } from '../drawing/bounds'
import { measure } from '../drawing/measure'
import type { Primitive, TextPrimitive } from '../drawing/primitives'
import type { Graph, GraphNode } from '../graph/graph'
import type { Layout } from '../layout/layout'
import type { Box } from '../shared/geometry'
import { moveBox } from './move'
import type { Scene } from './scene'

/** Sentences about what is wrong; none when all is well. */
export function checkScene(scene: Scene, graph: Graph, layout: Layout): string[] {
  const texts = [...textsIn(scene.primitives, '')]
  const nodes = new Map([...everyNode(graph)].map((n) => [n.path, n]))
  const page = { x: 0, y: 0, width: scene.width, height: scene.height }
  const faults: string[] = []
  for (const { text, owner } of texts) {
    const extent = extentOf(text)
    if (!contains(page, extent)) faults.push(`“${text.text}” leaves the page`)
    const at = nodes.get(owner)?.sign ? undefined : layout.nodes.get(owner)
    if (at && !contains(moveBox(at, scene.origin), extent)) faults.push(`“${text.text}” leaves its box ${owner}`)
  }
  // Sorted by their upper edge, so that only near ones are compared.
  const sorted = texts.map(({ text }) => ({ text: text.text, ...extentOf(text) })).sort((a, b) => a.y - b.y)
  sorted.forEach((a, i) => {
    for (let j = i + 1; j < sorted.length && sorted[j]!.y < a.y + a.height; j++) {
      const b = sorted[j]!
      if (a.x < b.x + b.width && b.x < a.x + a.width) faults.push(`“${a.text}” and “${b.text}” lie on each other`)
    }
  })
  return faults
}

function* everyNode(graph: Graph): Generator<GraphNode> {
  for (const node of graph.nodes) {
    yield node
    if (node.inside) yield* everyNode(node.inside)
  }
}

function* textsIn(primitives: readonly Primitive[], owner: string): Generator<{ text: TextPrimitive; owner: string }> {
  for (const p of primitives) {
    if (p.kind === 'group') yield* textsIn(p.children, p.node ?? '')
    if (p.kind === 'text') yield { text: p, owner }
  }
}

function extentOf(t: TextPrimitive): Box {
  const width = measure(t.text, t.size, t.weight)
  const x = t.anchor === 'end' ? t.x - width : t.anchor === 'middle' ? t.x - width / 2 : t.x
  // Capitals and descenders as drawn, without the line's own leading.
  return { x, y: t.y - t.size * (ascent - 0.16), width, height: t.size * (ascent - 0.16 + descent) }
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x - 0.5 &&
    inner.y >= outer.y - 0.5 &&
    inner.x + inner.width <= outer.x + outer.width + 0.5 &&
    inner.y + inner.height <= outer.y + outer.height + 0.5
  )
}
