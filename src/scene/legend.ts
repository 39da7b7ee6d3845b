// The legend: only what occurs in the picture.
import type { MaskName } from '../blocks/masks'
import { flame, snowflake } from '../drawing/icons'
import { measure } from '../drawing/measure'
import { arrowhead } from '../drawing/polyline'
import type { Primitive } from '../drawing/primitives'
import { doubtMark, type Graph, type Hue, type NodeState } from '../graph/graph'
import type { View } from '../graph/view'
import type { Gradients } from '../semantics/gradients'
import type { Framed } from './frame'
import { drawGradient, markAt, marksIn } from './gradients'
import type { Look } from './look'
import { drawMask } from './mask'
import { phrase, type Phrase } from './phrases'
import { line } from './text'
import { themes } from './themes'

const style = { size: 12, weight: 400 } as const
const doubtStyle = { size: 14, weight: 700 } as const
const rowHeight = 26
const swatch = 26

interface Entry {
  readonly name: Phrase
  draw(x: number, y: number): Primitive[]
}

export function legend(graph: Graph, view: View, look: Look, x: number, width: number, gradients?: Gradients): Framed {
  if (!view.legend) return { height: 0, primitives: [] }
  const { muted } = themes[look.theme]
  const primitives: Primitive[] = []
  let [at, row] = [x, 0]
  for (const entry of [...entries(graph, look), ...(gradients ? gradientEntries(graph, gradients, look) : [])]) {
    const word = phrase(entry.name, view.language)
    const needs = swatch + 8 + measure(word, style.size, style.weight)
    if (at > x && at + needs > x + width) {
      at = x
      row += 1
    }
    const y = 36 + row * rowHeight
    primitives.push(...entry.draw(at, y), line(word, at + swatch + 8, y + 4, style, muted, view.language))
    at += needs + 24
  }
  return primitives.length ? { height: 48 + row * rowHeight, primitives } : { height: 0, primitives }
}

function entries(graph: Graph, look: Look): Entry[] {
  const theme = themes[look.theme]
  const states = new Set<NodeState | 'plain'>()
  const hues = new Set<Hue>()
  let isRepeated = false
  let isUnsure = false
  let mask: MaskName | undefined
  const walk = (g: Graph): void => {
    for (const e of g.edges) hues.add(e.hue)
    for (const n of g.nodes) {
      if (!n.inside && !n.sign) states.add(n.state ?? 'plain')
      isRepeated ||= n.stacked
      isUnsure ||= n.unsure === true
      mask ??= n.mask
      if (n.inside) walk(n.inside)
    }
  }
  walk(graph)
  const card = (state: NodeState | 'plain', x: number, y: number): Primitive => {
    const { fill, stroke } = theme.nodes[state]
    const dash = state === 'absent' ? { dash: [4, 4] } : {}
    return { kind: 'rect', x, y: y - 8, width: swatch, height: 16, radius: 4, fill, stroke, strokeWidth: 1.2, ...dash }
  }
  const stretch = (state: 'trainable' | 'frozen', x: number, y: number, length: number): Primitive => ({
    kind: 'path',
    d: `M${x} ${y + 7}L${x + length} ${y + 7}`,
    fill: 'none',
    stroke: theme.nodes[state].stroke,
    strokeWidth: 2,
    ...(state === 'frozen' && { dash: [2, 2] }),
  })
  const band = (state: 'trainable' | 'frozen', x: number, y: number) => stretch(state, x + 4, y, swatch - 8)
  const half = (state: 'trainable' | 'frozen', x: number, y: number) => stretch(state, x, y, swatch / 2 - 5)
  const found: Entry[] = []
  for (const state of ['trainable', 'frozen'] as const)
    if (states.has(state))
      found.push({
        name: state,
        draw: (x, y) => [
          card(state, x, y),
          band(state, x, y),
          ...(state === 'trainable' ? flame : snowflake)(x + swatch / 2 - 5.5, y - 7, 11, theme.nodes[state].accent),
        ],
      })
  if (states.has('mixed'))
    found.push({
      name: 'mixed',
      draw: (x, y) => [card('mixed', x, y), half('trainable', x + 4, y), half('frozen', x + swatch / 2 + 1, y)],
    })
  if (states.has('plain')) found.push({ name: 'plain', draw: (x, y) => [card('plain', x, y)] })
  if (states.has('absent')) found.push({ name: 'absent', draw: (x, y) => [card('absent', x, y)] })
  if (isRepeated) found.push({ name: 'repeated', draw: (x, y) => [card('plain', x + 3, y - 3), card('plain', x, y)] })
  if (isUnsure)
    found.push({ name: 'unsure', draw: (x, y) => [line(doubtMark, x + 9, y + 5, doubtStyle, theme.muted, 'en')] })
  const seen: MaskName | undefined = mask
  if (seen) found.push({ name: 'mask', draw: (x, y) => drawMask(seen, x + 5, y - 8, 16, theme.muted) })
  for (const hue of ['vision', 'language', 'fused'] as const)
    if (hues.has(hue)) {
      const { stroke, dash } = theme.edges[hue]
      found.push({
        name: hue,
        draw: (x, y) => [
          {
            kind: 'path',
            d: `M${x} ${y}L${x + swatch - 7} ${y}`,
            fill: 'none',
            stroke,
            strokeWidth: 1.9,
            ...(dash && { dash }),
          },
          { kind: 'path', d: arrowhead({ x: x + swatch, y }, { x: 1, y: 0 }, 9), fill: stroke, stroke: 'none' },
        ],
      })
    }
  return found
}

function gradientEntries(graph: Graph, gradients: Gradients, look: Look): Entry[] {
  const marks = marksIn(graph, gradients)
  const found: Entry[] = []
  // The line is drawn beside an edge, hence the step up.
  const line = (x: number, y: number) => [x, x + swatch].map((each) => ({ x: each, y: y - 6 }))
  if (marks.has('edge'))
    found.push({ name: 'gradient', draw: (x, y) => drawGradient({ points: line(x, y) }, { stacked: false }, look) })
  for (const name of ['crossed', 'unreached'] as const)
    if (marks.has(name)) found.push({ name, draw: (x, y) => markAt({ x: x + swatch / 2, y }, name, look) })
  return found
}
