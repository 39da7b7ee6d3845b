// Colours as places in the deck's theme, so that another palette can be laid over a figure: accents say trainable,
// frozen, vision, language and fused, in this order; tints are said relative to them.
import { legible } from '../../scene/strong'
import { themes, type Theme } from '../../scene/themes'
import type { ThemeName } from '../../scene/scene'
import type { GraphNode, Hue } from '../../graph/graph'
import { element } from '../xml'

export const slots = [
  'bg1',
  'tx1',
  'bg2',
  'tx2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
] as const
export type Slot = (typeof slots)[number]

export interface Palette {
  /** What each slot is in the theme that travels with the figure. */
  readonly base: Readonly<Record<Slot, string>>
  /** `prefer` decides where a theme uses one colour for several meanings. */
  colour(hex: string, prefer?: Slot, alpha?: number): string
}

export function slotOfState(state: GraphNode['state']): Slot | undefined {
  return state === 'trainable' ? 'accent1' : state === 'frozen' ? 'accent2' : undefined
}

export function slotOfHue(hue: Hue): Slot {
  return ({ vision: 'accent3', language: 'accent4', fused: 'accent5', neutral: 'tx2' } as const)[hue]
}

export function paletteOf(name: ThemeName): Palette {
  const theme = themes[name]
  const { base, members } = families(theme)
  return {
    base,
    colour(hex, prefer, alpha) {
      const wanted = hex.toUpperCase()
      const order = prefer ? [prefer, ...slots] : slots
      const slot = order.find((each) => members[each].has(wanted))
      const faint = alpha === undefined ? '' : element('a:alpha', { val: Math.round(alpha * 100000) })
      if (!slot) return element('a:srgbClr', { val: wanted.slice(1) }, faint)
      return element('a:schemeClr', { val: slot }, relative(base[slot], wanted), faint)
    },
  }
}

function families(theme: Theme) {
  const { nodes, edges, bar } = theme
  const base: Record<Slot, string> = {
    bg1: theme.page,
    tx1: theme.ink,
    bg2: nodes.plain.fill === theme.page ? nodes.plain.ground : nodes.plain.fill,
    tx2: theme.muted,
    accent1: nodes.trainable.stroke,
    accent2: nodes.frozen.stroke,
    accent3: edges.vision.stroke,
    accent4: edges.language.stroke,
    accent5: edges.fused.stroke,
    accent6: theme.gradient,
  }
  const { trainable, frozen, plain, mixed, absent } = nodes
  // Text for the last row is in the same place, a little darker.
  const strong = (hex: string, ...grounds: readonly string[]) => grounds.map((each) => legible(hex, each, theme.ink))
  const more: Partial<Record<Slot, readonly string[]>> = {
    tx1: [plain.ink, mixed.ink, trainable.ink, frozen.ink],
    bg2: [plain.ground, mixed.ground, plain.fill, mixed.fill],
    tx2: [plain.stroke, plain.accent, mixed.stroke, mixed.accent, absent.stroke, absent.accent, absent.ink].concat(
      edges.neutral.stroke,
      strong(edges.neutral.stroke, theme.page),
      [plain.accent, theme.muted].flatMap((hex) => strong(hex, plain.fill, plain.ground, theme.page)),
    ),
    accent1: [trainable.fill, trainable.ground, trainable.accent, bar.trainable].concat(
      strong(trainable.accent, trainable.fill, trainable.ground),
    ),
    accent2: [frozen.fill, frozen.ground, frozen.accent, bar.frozen].concat(
      strong(frozen.accent, frozen.fill, frozen.ground),
    ),
    accent3: strong(edges.vision.stroke, theme.page),
    accent4: strong(edges.language.stroke, theme.page),
    accent5: strong(edges.fused.stroke, theme.page),
  }
  // What is drawn in the colour of the page is the page, whoever else uses that colour.
  const isPage = (hex: string) => hex.toUpperCase() === theme.page.toUpperCase()
  const members = Object.fromEntries(
    slots.map((slot) => [
      slot,
      new Set([base[slot], ...(more[slot] ?? []).filter((hex) => !isPage(hex))].map((hex) => hex.toUpperCase())),
    ]),
  ) as Record<Slot, Set<string>>
  return { base, members }
}

/** What makes one colour out of another, in the way PowerPoint says “lighter 80 %”. */
function relative(from: string, to: string): string {
  if (from.toUpperCase() === to) return ''
  const [a, b] = [hslOf(from), hslOf(to)]
  const turn = a.s > 0 && b.s > 0 ? Math.round((b.h - a.h) * 60000) : 0
  const share = (value: number) => Math.round(value * 100000)
  const strength = a.s > 0 ? element('a:satMod', { val: share(b.s / a.s) }) : ''
  const hue = Math.abs(turn) >= 60000 ? element('a:hueOff', { val: turn }) : ''
  if (b.l <= a.l) return hue + strength + element('a:lumMod', { val: share(b.l / (a.l || 1)) })
  const kept = (1 - b.l) / (1 - a.l)
  return hue + strength + element('a:lumMod', { val: share(kept) }) + element('a:lumOff', { val: share(1 - kept) })
}

interface Hsl {
  /** In degrees. */
  readonly h: number
  readonly s: number
  readonly l: number
}

function hslOf(hex: string): Hsl {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)]
  const l = (most + least) / 2
  const range = most - least
  if (range === 0) return { h: 0, s: 0, l }
  const s = range / (1 - Math.abs(2 * l - 1))
  const sector = most === r ? ((g - b) / range + 6) % 6 : most === g ? (b - r) / range + 2 : (r - g) / range + 4
  return { h: sector * 60, s, l }
}
