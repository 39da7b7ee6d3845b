// What the machine in front of the person says: how wide its window is, and what colours the person asked the system for.
import type { ThemeName } from '../scene/scene'

export interface Machine {
  readonly dark: boolean
  /** The person asked the system for more contrast, or for colours of their own. */
  readonly contrast: boolean
  /** Of the window, in pixels. */
  readonly width: number
}

export const desk: Machine = { dark: false, contrast: false, width: 1280 }

const queries = {
  dark: '(prefers-color-scheme: dark)',
  more: '(prefers-contrast: more)',
  forced: '(forced-colors: active)',
} as const

export function readMachine(): Machine {
  return {
    dark: matchMedia(queries.dark).matches,
    contrast: matchMedia(queries.more).matches || matchMedia(queries.forced).matches,
    width: window.innerWidth,
  }
}

/** Gives a function that ends it. */
export function watchMachine(call: (machine: Machine) => void): () => void {
  const look = () => call(readMachine())
  const lists = Object.values(queries).map((query) => matchMedia(query))
  for (const list of lists) list.addEventListener('change', look)
  window.addEventListener('resize', look)
  return () => {
    for (const list of lists) list.removeEventListener('change', look)
    window.removeEventListener('resize', look)
  }
}

/** How much room there is beside each other, once everything is as large as the person wants it. */
export type Room = 'narrow' | 'middle' | 'wide' | 'full'

const limits = [
  ['narrow', 600],
  ['middle', 860],
  ['wide', 1100],
] as const

export function roomIn(width: number, scale: number): Room {
  return limits.find(([, limit]) => width / scale < limit)?.[0] ?? 'full'
}

/** Tells the style sheets, which cannot ask: the room depends on the scale, which no media query knows. */
export function dressPage(theme: ThemeName, width: number, scale: number) {
  const { dataset, style } = document.documentElement
  dataset['theme'] = theme
  dataset['below'] = limits.flatMap(([, limit]) => (width / scale < limit ? [limit] : [])).join(' ')
  style.setProperty('--scale', String(scale))
}
