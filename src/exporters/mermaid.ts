// Mermaid, for READMEs and notes: a flowchart with a subgraph for each container. The place that shows it lays it out.
import { visibleText } from '../drawing/text'
import type { Graph, GraphNode, Hue } from '../graph/graph'
import { isDark, themes } from '../scene/themes'
import type { Drawn, Exporter, Page } from './exporter'
import { leafEdges } from './leaves'
import { createNames } from './names'
import { groupsIn } from './scenes'
import { stateSign } from './stateSigns'

const directions = { right: 'LR', down: 'TB', up: 'BT' } as const
const states = ['plain', 'trainable', 'frozen', 'mixed', 'absent'] as const
const hues = ['vision', 'language', 'fused', 'neutral'] as const
const words =
  'end graph subgraph flowchart style class classdef click link linkstyle default direction call href interpolate o x v'
const reserved = new Set(words.split(' '))

export const mermaid: Exporter = {
  extension: 'mmd',
  label: 'Mermaid',
  mime: 'text/vnd.mermaid',
  needsGraph: true,
  loses: ['places', 'routes', 'legend', 'fonts', 'document'],
  export: async ({ pages: [page] }) => flowchart(page, page.drawn!),
}

function flowchart({ scene, title }: Page, { graph, view, look }: Drawn): string {
  const { drawn } = groupsIn(scene.primitives)
  const isShown = (path: string) => drawn.has(path)
  const name = createNames('_', reserved)
  const edges = leafEdges(graph, isShown)
  const lines = [
    '---',
    `title: ${JSON.stringify(oneLine(title ?? scene.title))}`,
    'config:',
    `  theme: ${isDark(look.theme) ? 'dark' : 'base'}`,
    '---',
    `flowchart ${directions[view.direction]}`,
    ...nodeLines(graph, isShown, name, '  '),
    ...edges.map(({ from, to, label }) => {
      const words = oneLine(label) ? `|"${escapeMermaid(label)}"|` : ''
      return `  ${name(from.node.path)} -->${words} ${name(to.node.path)}`
    }),
    ...styleLines(look.theme),
    ...hues.flatMap((hue) =>
      linkStyle(
        hue,
        edges.flatMap((edge, i) => (edge.hue === hue ? [i] : [])),
        look.theme,
      ),
    ),
  ]
  return `${lines.join('\n')}\n`
}

function nodeLines(
  { nodes }: Graph,
  isShown: (path: string) => boolean,
  name: (path: string) => string,
  indent: string,
): string[] {
  return nodes.flatMap((node) => {
    if (!isShown(node.path)) return node.inside ? nodeLines(node.inside, isShown, name, indent) : []
    const id = name(node.path)
    if (node.inside)
      return [
        `${indent}subgraph ${id}["${heading(node)}"]`,
        ...nodeLines(node.inside, isShown, name, `${indent}  `),
        `${indent}end`,
        `${indent}class ${id} ${node.state ?? 'plain'}Ground`,
      ]
    if (node.sign) return [`${indent}${id}(("${escapeMermaid(node.sign)}")):::sign`]
    const sub = node.sublabel ? `<br/>${escapeMermaid(node.sublabel)}` : ''
    return [`${indent}${id}["${heading(node)}${sub}"]:::${node.state ?? 'plain'}`]
  })
}

function heading(node: GraphNode): string {
  const written = [node.count, node.badge].filter(Boolean).map(escapeMermaid)
  return [`<b>${escapeMermaid(stateSign(node.state) + node.title)}</b>`, ...written].join(' · ')
}

/** Some separators of lines are no white space to an SVG, but are to YAML. */
function oneLine(text: string): string {
  return visibleText(text.replace(/[\u2028\u2029]/g, ' '))
}

/** Mermaid writes signs by number with a `#` in front, and shows labels as HTML. */
function escapeMermaid(text: string): string {
  return oneLine(text).replace(/[#&<>"'`\\;%{}[\]()|@~*_]/g, (sign) => `#${sign.charCodeAt(0)};`)
}

function styleLines(theme: Drawn['look']['theme']): string[] {
  const { nodes, page, edges } = themes[theme]
  return [
    ...states.flatMap((state) => {
      const { fill, ground, stroke, ink } = nodes[state]
      const dash = state === 'absent' ? ',stroke-dasharray:4 4' : ''
      return [
        `  classDef ${state} fill:${fill},stroke:${stroke},color:${ink}${dash}`,
        `  classDef ${state}Ground fill:${ground},stroke:${stroke},color:${ink}${dash}`,
      ]
    }),
    `  classDef sign fill:${page},stroke:${edges.fused.stroke},color:${edges.fused.stroke}`,
  ]
}

function linkStyle(hue: Hue, indexes: readonly number[], theme: Drawn['look']['theme']): string[] {
  const { stroke, dash } = themes[theme].edges[hue]
  const dashes = dash ? `,stroke-dasharray:${dash.join(' ')}` : ''
  return indexes.length ? [`  linkStyle ${indexes.join(',')} stroke:${stroke},stroke-width:2px${dashes}`] : []
}
