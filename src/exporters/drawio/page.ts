// One picture as one page of draw.io.
import { plainText } from '../../drawing/math/spoken'
import { shareAlong, straightened } from '../../drawing/polyline'
import type { Graph, GraphNode } from '../../graph/graph'
import { hasIcon } from '../../graph/node'
import { box as metric, typographyOf } from '../../graph/typography'
import { moveBox, moveRoute } from '../../scene/move'
import { themes, type NodePaint } from '../../scene/themes'
import type { Box, Point } from '../../shared/geometry'
import type { Drawn, Page } from '../exporter'
import { createNames } from '../names'
import { edgeParts, groupsIn } from '../scenes'
import { edgeCell, edgeLabelCell, shapeCell, type Style } from './cells'
import { faceText, headingText, html, iconAddress } from './label'
import { plainCells } from './plain'

const fontFamily = 'Arial'

/** The cells of a page in the layer `layer`. */
export function pageCells({ scene }: Page, { graph, layout, look }: Drawn, layer: string): string[] {
  const theme = themes[look.theme]
  const { drawn, frames, notes } = groupsIn(scene.primitives)
  // Readers keep cells in an array by id, where `concat` or `map` is something else.
  const names = createNames('-')
  const name = (path: string) => names(`cell-${path}`)
  const boxOf = (path: string) => moveBox(layout.nodes.get(path)!, scene.origin)
  const cells: string[] = []
  const frame = (id: string) => {
    const block = frames.get(id)
    if (block) cells.push(...plainCells([block], layer, (each) => name(`frame ${id} ${each}`)))
  }
  frame('title')
  level(graph, { path: undefined, cell: layer, corner: { x: 0, y: 0 } })
  notes.forEach((note, i) => cells.push(...plainCells([note], layer, (each) => name(`note ${i} ${each}`))))
  frame('legend')
  frame('sources')
  return cells

  /** `holder`: the cell that holds the graph, and where its corner lies on the page. */
  function level(
    level: Graph,
    holder: { readonly path: string | undefined; readonly cell: string; readonly corner: Point },
  ) {
    const inside = (at: Box): Box => ({ ...at, x: at.x - holder.corner.x, y: at.y - holder.corner.y })
    // Containers, edges, nodes: the order in which they lie on each other.
    for (const node of level.nodes) if (node.inside) container(node, holder, inside)
    for (const edge of level.edges) {
      const [group, route] = [drawn.get(edge.id), layout.edges.get(edge.id)]
      if (!group || !route) continue
      const pathOf = (id: string | undefined) =>
        id === undefined ? holder.path : level.nodes.find((node) => node.id === id)?.path
      const [from, to] = [pathOf(edge.from.node), pathOf(edge.to.node)]
      const { points, label } = moveRoute(route, scene.origin)
      const corners = straightened(points)
      const { hasHead } = edgeParts(group)
      const { stroke, dash } = theme.edges[edge.hue]
      const cell = { id: name(edge.id), parent: holder.cell, label: '', tooltip: edge.title }
      const known = (path: string | undefined) => (path !== undefined && drawn.has(path) ? path : undefined)
      // From the inner side of a wall draw.io would route around the outside: it is only told the bends.
      const isInner = from === holder.path || to === holder.path
      const style: Style = {
        ...(!isInner && { edgeStyle: 'orthogonalEdgeStyle' }),
        rounded: true,
        arcSize: 16,
        orthogonalLoop: true,
        jettySize: 'auto',
        html: true,
        strokeColor: stroke,
        strokeWidth: 1.9,
        endArrow: hasHead ? 'block' : 'none',
        endFill: true,
        endSize: 7,
        ...(dash && { dashed: true, dashPattern: dash.join(' ') }),
        ...(known(from) && portStyle('exit', boxOf(from!), corners[0]!)),
        ...(known(to) && portStyle('entry', boxOf(to!), corners.at(-1)!)),
      }
      const own = corners.map((p) => ({ x: p.x - holder.corner.x, y: p.y - holder.corner.y }))
      const ends = {
        source: known(from) && name(from!),
        target: known(to) && name(to!),
        points: own,
      }
      cells.push(edgeCell({ ...cell, style }, ends))
      if (label && edge.label) {
        const middle = { x: label.x + label.width / 2, y: label.y + label.height / 2 }
        const look: Style = {
          edgeLabel: '',
          html: true,
          rounded: true,
          arcSize: 50,
          fontFamily,
          fontSize: typographyOf(edge.label.large).chip.size,
          fontColor: stroke,
          labelBackgroundColor: theme.page,
          resizable: false,
          points: '[]',
        }
        const words = {
          id: name(`${edge.id} label`),
          parent: cell.id,
          label: html(plainText(edge.label.text)),
          style: look,
        }
        cells.push(edgeLabelCell(words, 2 * shareAlong(points, middle) - 1))
      }
    }
    for (const node of level.nodes) if (!node.inside && drawn.has(node.path)) closed(node, holder.cell, inside)
  }

  function container(
    node: GraphNode,
    holder: { readonly cell: string; readonly corner: Point },
    inside: (at: Box) => Box,
  ) {
    const at = boxOf(node.path)
    if (!drawn.has(node.path)) return level(node.inside!, { path: undefined, ...holder })
    const paint = theme.nodes[node.state ?? 'plain']
    const id = name(node.path)
    const parent = stackOf(node, at, paint, paint.ground, metric.containerRadius, holder.cell, inside)
    const style: Style = {
      ...boxStyle(node, paint, metric.containerRadius),
      fillColor: paint.ground,
      container: true,
      collapsible: false,
      recursiveResize: false,
      verticalAlign: 'top',
      spacingTop: 4,
      spacingLeft: textAt(node) + 4 - spacing,
      imageVerticalAlign: 'top',
    }
    const room = at.width - textAt(node) - 4 - metric.padding
    const label = headingText({ ...node, titleLines: [node.titleLines.join(' ')] }, room, paint, theme)
    const place = parent === holder.cell ? inside(at) : { ...at, x: 0, y: 0 }
    cells.push(shapeCell({ id, parent, label, style }, place))
    level(node.inside!, { path: node.path, cell: id, corner: at })
  }

  function closed(node: GraphNode, holder: string, inside: (at: Box) => Box) {
    const at = boxOf(node.path)
    const paint = theme.nodes[node.state ?? 'plain']
    const id = name(node.path)
    if (node.sign) {
      const { stroke } = theme.edges.fused
      const style = { ellipse: '', html: true, fillColor: theme.page, strokeColor: stroke, fontColor: stroke }
      cells.push(shapeCell({ id, parent: holder, label: html(node.sign), style }, inside(at)))
      return
    }
    const parent = stackOf(node, at, paint, paint.fill, metric.radius, holder, inside)
    const style: Style = {
      ...boxStyle(node, paint, metric.radius),
      fillColor: paint.fill,
      verticalAlign: 'middle',
      spacingLeft: textAt(node) - spacing,
    }
    const room = at.width - textAt(node) - metric.padding
    const label = faceText(node, room, paint, theme)
    const place = parent === holder ? inside(at) : { ...at, x: 0, y: 0 }
    cells.push(shapeCell({ id, parent, label, style }, place))
    if (node.state === 'mixed') cells.push(...bandsOf(node, at, id))
  }

  /** Half and half along the lower edge, of what learns and what does not; no icon says it. */
  function bandsOf(node: GraphNode, { width, height }: Box, parent: string): string[] {
    const length = width / 2 - metric.radius - 2
    return (['trainable', 'frozen'] as const).map((state, i) => {
      const { stroke } = theme.nodes[state]
      const dash = state === 'frozen' ? { dashed: true, dashPattern: '1 1' } : {}
      const style: Style = { line: '', shape: 'line', strokeColor: stroke, strokeWidth: 3, connectable: false, ...dash }
      const at = { x: i ? width / 2 + 2 : metric.radius, y: height - 5, width: length, height: 6 }
      return shapeCell({ id: name(`${node.path} ${state}`), parent, label: '', style }, at)
    })
  }

  /** A group with the cards behind a repeated node, so that they move with it; without repetition the holder itself. */
  function stackOf(
    node: GraphNode,
    at: Box,
    paint: NodePaint,
    fill: string,
    radius: number,
    holder: string,
    inside: (at: Box) => Box,
  ): string {
    if (!node.stacked) return holder
    const id = name(`${node.path} stack`)
    const style: Style = {
      group: '',
      fillColor: 'none',
      strokeColor: 'none',
      container: true,
      connectable: false,
      collapsible: false,
      pointerEvents: false,
    }
    cells.push(shapeCell({ id, parent: holder, label: '', style }, inside(at)))
    for (let i = metric.cards; i > 0; i--) {
      const by = i * metric.card
      const card: Style = {
        rounded: true,
        absoluteArcSize: true,
        arcSize: 2 * radius,
        fillColor: fill,
        strokeColor: paint.stroke,
        strokeWidth: 1.2,
        connectable: false,
      }
      const place = { x: by, y: -by, width: at.width, height: at.height }
      cells.push(shapeCell({ id: name(`${node.path} card ${i}`), parent: id, label: '', style: card }, place))
    }
    return id
  }
}

/** draw.io puts an icon five pixels further in than the spacing says. */
const spacing = metric.padding - 2 - 5

/** From the left wall to the text. */
function textAt({ state }: GraphNode): number {
  return metric.padding + (hasIcon(state) ? metric.icon + metric.iconGap : 0)
}

function boxStyle(node: GraphNode, paint: NodePaint, radius: number): Style {
  const icon = iconAddress(node, paint)
  return {
    ...(icon && {
      shape: 'label',
      image: icon,
      imageWidth: metric.icon + 2,
      imageHeight: metric.icon + 2,
      imageAlign: 'left',
      imageVerticalAlign: 'middle',
    }),
    spacing,
    rounded: true,
    absoluteArcSize: true,
    arcSize: 2 * radius,
    html: true,
    align: 'left',
    fontFamily,
    strokeColor: paint.stroke,
    strokeWidth: 1.5,
    ...(node.state === 'absent' && { dashed: true }),
  }
}

/** Where on a shape an edge begins or ends: shares of its width and height. */
function portStyle(which: 'exit' | 'entry', at: Box, point: Point): Style {
  const share = (value: number) => Math.round(value * 10000) / 10000
  return {
    [`${which}X`]: share((point.x - at.x) / at.width),
    [`${which}Y`]: share((point.y - at.y) / at.height),
    [`${which}Dx`]: 0,
    [`${which}Dy`]: 0,
    [`${which}Perimeter`]: false,
  }
}
