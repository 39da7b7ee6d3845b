// A part of look/flamingo.svg in primitives: for tests, and to look at.

import { arrowhead, breakPolyline, endDirection, roundedPolyline, shorten } from './polyline'
import { flame, snowflake } from './icons'
import { measure } from './measure'
import type { Point } from '../shared/geometry'
import type { GroupPrimitive, Primitive, TextPrimitive } from './primitives'

const warm = { fill: '#fff3e8', ink: '#c2410c' }
const cool = { fill: '#edf5fc', ink: '#1d5f9e' }

function label(x: number, y: number, text: string, rest: Partial<TextPrimitive> = {}): TextPrimitive {
  return { kind: 'text', x, y, text, size: 15, weight: 400, anchor: 'start', fill: '#1b1f24', ...rest }
}

function card(
  node: string,
  x: number,
  y: number,
  width: number,
  title: string,
  under: string,
  count: string,
  isWarm: boolean,
): GroupPrimitive {
  const { fill, ink } = isWarm ? warm : cool
  const line = {
    kind: 'path',
    d: `M${x + 8} ${y + 62.5}H${x + width - 8}`,
    fill: 'none',
    stroke: ink,
    strokeWidth: 3,
  } as const
  return {
    kind: 'group',
    node,
    title: `${title}, ${isWarm ? 'trainable' : 'frozen'}`,
    children: [
      { kind: 'rect', x, y, width, height: 64, radius: 8, fill, stroke: ink, strokeWidth: 1.5 },
      isWarm ? line : { ...line, dash: [3, 3] },
      ...(isWarm ? flame : snowflake)(x + 11, y + 11, 18, ink),
      label(x + 36, y + 25, title, { weight: 700 }),
      label(x + 36, y + 44, under, { size: 12, fill: '#5b6572' }),
      label(x + width - 12, y + 25, count, { size: 13, weight: 700, anchor: 'end', fill: ink }),
    ],
  }
}

function edge(id: string, points: readonly Point[], colour: string, text?: string, at = 0): GroupPrimitive {
  const tip = points.at(-1)!
  const line = shorten(points, 8)
  const width = text ? measure(text, 11.5, 400) + 24 : 0
  const middle = { x: (points[at]!.x + points[at + 1]!.x) / 2, y: points[at]!.y }
  const box = { x: middle.x - width / 2, y: middle.y - 10, width, height: 20 }
  const parts = text ? breakPolyline(line, box) : [line]
  return {
    kind: 'group',
    edge: id,
    children: [
      ...parts.map((part): Primitive => ({
        kind: 'path',
        d: roundedPolyline(part),
        fill: 'none',
        stroke: colour,
        strokeWidth: 1.9,
      })),
      { kind: 'path', d: arrowhead(tip, endDirection(points)), fill: colour, stroke: 'none' },
      ...(text
        ? [
            { kind: 'rect', ...box, radius: 10, fill: '#ffffff', stroke: colour, strokeOpacity: 0.35 } as const,
            label(middle.x, middle.y + 4.2, text, { size: 11.5, anchor: 'middle', fill: colour }),
          ]
        : []),
    ],
  }
}

export const sample: readonly Primitive[] = [
  label(48, 66, 'Flamingo', { size: 34, weight: 700 }),
  label(48 + measure('Flamingo', 34, 700) + 16, 66, '80B', { size: 34, fill: '#5b6572' }),
  label(48, 94, 'Frozen vision encoder and language model, bridged by gated cross-attention', { fill: '#5b6572' }),
  {
    kind: 'rect',
    x: 440,
    y: 150,
    width: 340,
    height: 190,
    radius: 12,
    fill: '#fffaf5',
    stroke: warm.ink,
    strokeWidth: 1.5,
  },
  ...flame(452, 163, 18, warm.ink),
  label(480, 178, 'Perceiver Resampler', { weight: 700 }),
  label(480 + measure('Perceiver Resampler', 15, 700) + 8, 178, '× 6', { size: 14, weight: 700, fill: '#5b6572' }),
  {
    kind: 'rect',
    x: 570,
    y: 212,
    width: 190,
    height: 64,
    radius: 8,
    fill: warm.fill,
    stroke: warm.ink,
    strokeOpacity: 0.55,
    strokeWidth: 1.2,
  },
  {
    kind: 'rect',
    x: 565,
    y: 217,
    width: 190,
    height: 64,
    radius: 8,
    fill: warm.fill,
    stroke: warm.ink,
    strokeOpacity: 0.55,
    strokeWidth: 1.2,
  },
  card('vision', 48, 190, 230, 'NFNet-F6', 'contrastive pretrained', '435M', false),
  card('resampler/attention', 560, 222, 190, 'Attention', 'K,V = [x ; latents]', '194M', true),
  card('lm/xattn', 560, 420, 240, '交差注意 Gate', 'σ(α) · 8192 → 32768', '9.66B', true),
  edge(
    'e1',
    [
      { x: 278, y: 222 },
      { x: 500, y: 222 },
      { x: 500, y: 256 },
      { x: 560, y: 256 },
    ],
    '#0f766e',
    'T × 100',
  ),
  edge(
    'e2',
    [
      { x: 750, y: 250 },
      { x: 840, y: 250 },
      { x: 840, y: 380 },
      { x: 500, y: 380 },
      { x: 500, y: 452 },
      { x: 560, y: 452 },
    ],
    '#6d28d9',
    'B × L × 8192',
    2,
  ),
]
