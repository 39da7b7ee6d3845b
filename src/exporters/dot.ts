// Graphviz: clusters for containers, cells with ports where several edges meet a node. `dot` lays it out.
import type { Language } from '../document/schema'
import { visibleText } from '../drawing/text'
import type { Graph, GraphNode, NodePort } from '../graph/graph'
import { phrase } from '../scene/phrases'
import { themes, type Theme } from '../scene/themes'
import type { Drawn, Exporter, Page } from './exporter'
import { leafEdges, type LeafEnd } from './leaves'
import { createNames } from './names'
import { groupsIn } from './scenes'
import { element, escapeXml } from './xml'

const directions = { right: 'LR', down: 'TB', up: 'BT' } as const

export const dot: Exporter = {
  extension: 'dot',
  label: 'Graphviz',
  mime: 'text/vnd.graphviz',
  needsGraph: true,
  loses: ['places', 'routes', 'legend', 'fonts', 'document'],
  export: async ({ pages: [page] }) => digraph(page, page.drawn!),
}

interface Writing {
  readonly theme: Theme
  readonly level: boolean
  readonly language: Language
  readonly name: (path: string) => string
  readonly isShown: (path: string) => boolean
  /** Containers that edges end at because nothing inside does. */
  readonly anchored: ReadonlySet<string>
}

function digraph({ scene, title }: Page, { graph, view, look }: Drawn): string {
  const theme = themes[look.theme]
  const { drawn } = groupsIn(scene.primitives)
  const isShown = (path: string) => drawn.has(path)
  const edges = leafEdges(graph, isShown)
  const anchored = new Set(
    edges.flatMap(({ from, to }) => [from, to].filter((end) => end.node.inside).map((end) => end.node.path)),
  )
  const writing: Writing = {
    theme,
    level: view.direction === 'right',
    language: view.language,
    name: createNames('_'),
    isShown,
    anchored,
  }
  const font = 'fontname="Arial"'
  const lines = [
    'digraph figure {',
    `  graph [rankdir=${directions[view.direction]}, compound=true, newrank=true, ${font}, fontsize=18, fontcolor="${theme.ink}", bgcolor="${scene.background ?? 'transparent'}", nodesep=0.35, ranksep=0.5, labelloc=t, label=<${html(title ?? scene.title)}>]`,
    `  node [shape=box, style="rounded,filled", ${font}, fontsize=11, margin="0.16,0.08", penwidth=1.2]`,
    `  edge [${font}, fontsize=9, penwidth=1.4, arrowsize=0.7]`,
    ...nodeLines(graph, writing, '  '),
    ...edges.map((edge) => {
      const { stroke, dash } = theme.edges[edge.hue]
      const own = [`color="${stroke}"`, `fontcolor="${stroke}"`]
      if (dash) own.push('style=dashed')
      if (edge.label) own.push(`label=<${html(edge.label)}>`)
      if (edge.from.node.inside) own.push(`ltail="cluster_${writing.name(edge.from.node.path)}"`)
      if (edge.to.node.inside) own.push(`lhead="cluster_${writing.name(edge.to.node.path)}"`)
      return `  ${endText(edge.from, 'outputs', writing)} -> ${endText(edge.to, 'inputs', writing)} [${own.join(', ')}]`
    }),
    '}',
  ]
  return `${lines.join('\n')}\n`
}

function nodeLines({ nodes }: Graph, writing: Writing, indent: string): string[] {
  const { theme, name, isShown, anchored } = writing
  return nodes.flatMap((node) => {
    if (!isShown(node.path)) return node.inside ? nodeLines(node.inside, writing, indent) : []
    const paint = theme.nodes[node.state ?? 'plain']
    const dashed = node.state === 'absent' ? ',dashed' : ''
    if (node.inside) {
      const own = `style="rounded,filled${dashed}", color="${paint.stroke}", fillcolor="${paint.ground}", fontcolor="${paint.ink}", fontsize=12, labeljust=l`
      const anchor = anchored.has(node.path) ? [`${indent}  "${name(node.path)}" [shape=point, style=invis]`] : []
      return [
        `${indent}subgraph "cluster_${name(node.path)}" {`,
        `${indent}  graph [${own}, label=<${heading(node, writing)}>]`,
        ...anchor,
        ...nodeLines(node.inside, writing, `${indent}  `),
        `${indent}}`,
      ]
    }
    if (node.sign)
      return [
        `${indent}"${name(node.path)}" [shape=circle, style=filled, fixedsize=true, width=0.3, fillcolor="${theme.page}", color="${theme.edges.fused.stroke}", fontcolor="${theme.edges.fused.stroke}", label=<${html(node.sign)}>]`,
      ]
    const more = node.stacked ? ', peripheries=2' : ''
    return [
      `${indent}"${name(node.path)}" [color="${paint.stroke}", fillcolor="${paint.fill}", fontcolor="${paint.ink}"${dashed && ', style="rounded,filled,dashed"'}${more}, label=<${label(node, writing)}>]`,
    ]
  })
}

function heading(node: GraphNode, { theme: { nodes, muted }, language }: Writing): string {
  const paint = nodes[node.state ?? 'plain']
  const font = (text: string, colour: string) => element('FONT', { COLOR: colour }, element('B', {}, html(text)))
  const parts = [element('B', {}, html(node.title))]
  if (node.count) parts.push(font(node.count, muted))
  if (node.badge) parts.push(font(node.badge, paint.accent))
  // A word, not a sign: few fonts that Graphviz finds have a flame.
  if (node.state)
    parts.push(element('FONT', { COLOR: paint.accent, 'POINT-SIZE': 9 }, html(phrase(node.state, language))))
  return parts.join('  ')
}

/** The ports of a side that edges meet, where there are several: one alone is the node itself. */
function shownPorts(ports: readonly NodePort[]): readonly NodePort[] {
  const used = ports.filter((port) => !port.free)
  return used.length > 1 ? used : []
}

function label(node: GraphNode, writing: Writing): string {
  const { theme, level } = writing
  const under = node.sublabel
    ? `${element('BR')}${element('FONT', { COLOR: theme.muted, 'POINT-SIZE': 9 }, html(node.sublabel))}`
    : ''
  const words = heading(node, writing) + under
  const [inputs, outputs] = [shownPorts(node.inputs), shownPorts(node.outputs)]
  if (!inputs.length && !outputs.length) return words
  const cell = (side: string) => (port: NodePort) =>
    element(
      'TD',
      { PORT: portName(side, port.id) },
      element('FONT', { COLOR: theme.muted, 'POINT-SIZE': 8 }, html(port.label || port.id)),
    )
  const table = (...rows: string[]) =>
    element('TABLE', { BORDER: 0, CELLBORDER: 0, CELLSPACING: 2, CELLPADDING: 2 }, rows)
  const row = (...cells: string[]) => element('TR', {}, cells)
  const [before, after] = [inputs.map(cell('in')), outputs.map(cell('out'))]
  const middle = element('TD', {}, words)
  const line = (cells: readonly string[], isColumn: boolean) =>
    cells.length ? [element('TD', {}, table(...(isColumn ? cells.map((each) => row(each)) : [row(...cells)])))] : []
  if (level) return table(row(...line(before, true), middle, ...line(after, true)))
  return table(...[...line(before, false), middle, ...line(after, false)].map((each) => row(each)))
}

/** Port ids may have any letters, names in DOT only some. */
function portName(side: string, id: string): string {
  return `${side}_${id.replace(/[^A-Za-z0-9_]/gu, (sign) => `u${sign.codePointAt(0)!.toString(16)}`)}`
}

function endText({ node, port }: LeafEnd, side: 'inputs' | 'outputs', { name }: Writing): string {
  const id = `"${name(node.path)}"`
  const isCell = !node.inside && !node.sign && shownPorts(node[side]).some((each) => each.id === port)
  return isCell ? `${id}:"${portName(side === 'inputs' ? 'in' : 'out', port)}"` : id
}

/** Graphviz reads labels between angle brackets as HTML, which must not be empty. */
function html(text: string): string {
  return escapeXml(visibleText(text)).replaceAll('"', '&quot;') || ' '
}
