// Colours by name, so that an author changes each in one place. What has no name of its own gets one with a number.
import { themes } from '../../scene/themes'
import type { ThemeName } from '../../scene/scene'

export interface Colours {
  name(hex: string): string
  /** All that were asked for, and those that styles name. */
  definitions(): string[]
}

/** `needed`: named by styles, whether anything else uses them or not. */
export function coloursOf(theme: ThemeName): Colours {
  const { page, ink, muted, nodes, edges, bar, gradient } = themes[theme]
  const named: Record<string, string> = { page, ink, muted }
  for (const state of ['plain', 'trainable', 'frozen', 'mixed', 'absent'] as const) {
    const paint = nodes[state]
    named[state] = paint.stroke
    named[`${state}fill`] = paint.fill
    named[`${state}ground`] = paint.ground
    named[`${state}accent`] = paint.accent
    named[`${state}ink`] = paint.ink
  }
  for (const hue of ['vision', 'language', 'fused', 'neutral'] as const) named[hue] = edges[hue].stroke
  Object.assign(named, { trainablebar: bar.trainable, frozenbar: bar.frozen, gradient })
  const byHex = new Map<string, string>()
  for (const [name, hex] of Object.entries(named)) if (!byHex.has(upper(hex))) byHex.set(upper(hex), name)
  const extra = new Map<string, string>()
  return {
    name(hex) {
      const known = byHex.get(upper(hex)) ?? extra.get(upper(hex))
      if (known) return known
      const name = `colour${extra.size + 1}`
      extra.set(upper(hex), name)
      return name
    },
    definitions: () => [
      ...Object.entries(named).map(([name, hex]) => definition(name, hex)),
      ...[...extra].map(([hex, name]) => definition(name, hex)),
    ],
  }
}

const upper = (hex: string) => hex.toUpperCase()

function definition(name: string, hex: string): string {
  return `\\definecolor{${name}}{HTML}{${upper(hex).slice(1)}}`
}
