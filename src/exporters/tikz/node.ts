// A node as one named TikZ node with its text in it; a container as a named box with a heading.
import type { GraphNode } from '../../graph/graph'
import { hasIcon } from '../../graph/node'
import { box as metric, typography } from '../../graph/typography'
import type { Box } from '../../shared/geometry'
import { pair, richTexText, texText, units } from './words'

export function nodeText(node: GraphNode, at: Box, name: string): string[] {
  const centre = pair({ x: at.x + at.width / 2, y: at.y + at.height / 2 })
  if (node.sign) return [`\\node[sign] (${name}) at (${centre}) {${sign(node.sign)}};`]
  const state = node.state ?? 'plain'
  const size = [`minimum width=${units(at.width)}`, `minimum height=${units(at.height)}`]
  const stack = node.stacked ? ['stack'] : []
  if (node.inside) {
    const style = ['box', 'no band', state, 'container', `${state} ground`, ...stack, ...size]
    const x = at.x + metric.padding + 4
    const heading = `${icon(node)}${title(node.titleLines.join(' '))}${count(node)}`
    const lines = [`\\node[${style.join(', ')}] (${name}) at (${centre}) {};`]
    lines.push(`\\node[heading, text=${state}ink] at (${pair({ x, y: at.y + 27 })}) {${heading}};`)
    if (node.badge)
      lines.push(
        `\\node[heading, anchor=base east] at (${pair({ x: at.x + at.width - metric.padding, y: at.y + 27 })}) {${badge(node, state)}};`,
      )
    return lines
  }
  const width = `text width=${units(at.width - 2 * metric.padding)}`
  const style = ['box', state, ...stack, ...size, width]
  return [`\\node[${style.join(', ')}] (${name}) at (${centre}) {${face(node, state)}};`]
}

function face(node: GraphNode, state: string): string {
  const indent = hasIcon(node.state) ? '\\friezeindent' : ''
  const last = node.titleLines.length - 1
  const titles = node.titleLines.map((line, i) => {
    const before = i === 0 ? icon(node) : indent
    const after = `${i === last ? count(node) : ''}${i === 0 && node.badge ? `\\hfill${badge(node, state)}` : ''}`
    return `\\strut${before}${title(line)}${after}`
  })
  const subs = node.sublabelLines.map((line) => `${indent}\\friezesub{${richTexText(line)}}`)
  // TeX sets all lines of a paragraph the sublabel's distance apart; titles want more.
  const more = (distance: number) => `\\\\[${units(distance - metric.sublabelLine)}]`
  const under = typography.sublabel.size + metric.sublabelGap + 5
  return titles.join(more(metric.titleLine)) + (subs.length ? more(under) + subs.join('\\\\') : '')
}

const title = (text: string) => `\\friezetitle{${richTexText(text)}}`

function icon({ state }: GraphNode): string {
  return state === 'trainable' || state === 'frozen' ? `\\friezeicon{\\${state}icon}` : ''
}

function count(node: GraphNode): string {
  return node.count ? `\\hspace{${units(metric.gap)}}\\friezecount{${texText(node.count)}}` : ''
}

function badge(node: GraphNode, state: string): string {
  return `\\textcolor{${state}accent}{\\friezebadge{${texText(node.badge)}}}`
}

function sign(text: string): string {
  return ({ '+': '$+$', '×': '$\\times$', '‖': '$\\|$' } as Record<string, string>)[text] ?? texText(text)
}
