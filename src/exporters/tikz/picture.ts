// One page as one tikzpicture.
import { straightened } from '../../drawing/polyline'
import type { Graph } from '../../graph/graph'
import { moveBox, moveRoute } from '../../scene/move'
import type { Drawn, Page } from '../exporter'
import { createNames } from '../names'
import { edgeParts, groupsIn, nodeParts } from '../scenes'
import type { Colours } from './colours'
import { chipText, edgeText, type EdgeEnd } from './edge'
import { nodeText } from './node'
import { plainLines } from './plain'
import { pair, texText } from './words'

export function pictureText({ scene, drawn, title }: Page, colours: Colours): string[] {
  const corner = { x: scene.width, y: scene.height }
  const page =
    scene.background === undefined
      ? []
      : layer('containers', [`\\fill[${colours.name(scene.background)}] (0,0) rectangle (${pair(corner)});`])
  const body = drawn ? figure(scene, drawn, colours) : plainLines(scene.primitives, colours)
  return [
    `% ${texText(title ?? scene.title)}`,
    '\\begin{tikzpicture}[frieze]',
    ...indented([`\\path[use as bounding box] (0,0) rectangle (${pair(corner)});`, ...page, ...body]),
    '\\end{tikzpicture}',
  ]
}

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`)

function layer(name: 'containers' | 'edges', lines: readonly string[]): string[] {
  return lines.length ? [`\\begin{pgfonlayer}{${name}}`, ...indented(lines), '\\end{pgfonlayer}'] : []
}

function figure(scene: Page['scene'], drawn: Drawn, colours: Colours): string[] {
  const { frames, notes } = groupsIn(scene.primitives)
  const frame = (id: string) => {
    const block = frames.get(id)
    return block ? [`% ${id}`, ...plainLines([block], colours)] : []
  }
  const { containers, nodes, edges } = parts(scene, drawn, colours)
  return [
    ...frame('title'),
    '% containers',
    ...layer('containers', containers),
    '% nodes',
    ...nodes,
    '% edges: after the nodes, which they name, but beneath them',
    ...layer('edges', edges),
    ...(notes.length ? ['% texts and frames', ...plainLines(notes, colours)] : []),
    ...frame('legend'),
    ...frame('sources'),
  ]
}

function parts(scene: Page['scene'], { graph, layout }: Drawn, colours: Colours) {
  const { drawn } = groupsIn(scene.primitives)
  const name = createNames('-')
  const [containers, nodes, edges]: [string[], string[], string[]] = [[], [], []]
  const boxOf = (path: string) => moveBox(layout.nodes.get(path)!, scene.origin)
  visit(graph, undefined)
  return { containers, nodes, edges }

  function visit(level: Graph, wall: string | undefined) {
    for (const node of level.nodes) {
      const group = drawn.get(node.path)
      const box = group && boxOf(node.path)
      if (group && box) {
        const lines = [...nodeText(node, box, name(node.path)), ...plainLines(nodeParts(group, box).marks, colours)]
        ;(node.inside ? containers : nodes).push(...lines)
      }
      if (node.inside) visit(node.inside, node.path)
    }
    const end = (id: string | undefined): EdgeEnd | undefined => {
      const path = id === undefined ? wall : level.nodes.find((node) => node.id === id)?.path
      return path !== undefined && drawn.has(path) ? { name: name(path), box: boxOf(path) } : undefined
    }
    for (const edge of level.edges) {
      const [group, route] = [drawn.get(edge.id), layout.edges.get(edge.id)]
      if (!group || !route) continue
      const { points, label } = moveRoute(route, scene.origin)
      const { hasHead, others } = edgeParts(group)
      edges.push(edgeText(edge, straightened(points), end(edge.from.node), end(edge.to.node), hasHead))
      if (label && edge.label) edges.push(chipText(edge, label))
      edges.push(...plainLines(others, colours))
    }
  }
}
