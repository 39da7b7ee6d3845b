// What a person likes, kept in local storage: never part of a document, never undone.
import { languages, type Language } from '../shared/languages'
import { themeNames, type ThemeName } from '../scene/scene'
import { shapeTexts, type ShapeText } from '../graph/view'

export type ScreenTheme = Exclude<ThemeName, 'print'>

export interface Preferences {
  /** `system` follows the machine. */
  readonly theme: 'system' | ScreenTheme
  readonly language: Language
  /** The panel at the left. */
  readonly palette: boolean
  /** What it shows. */
  readonly side: Side
  readonly inspector: boolean
  readonly minimap: boolean
  /** What travels on an edge is shown while the hand is over it. */
  readonly hints: boolean
  /** What is dragged comes to rest in line with what stands around it. */
  readonly snap: boolean
  /** A grid is drawn, and what is dragged keeps to it where nothing else holds it. */
  readonly grid: boolean
  readonly shapeText: ShapeText
  /** Tips of the first minutes are given. */
  readonly tips: boolean
  /** How often each has been. */
  readonly tipsSeen: Readonly<Record<string, number>>
  /** Of everything around the diagram. */
  readonly scale: number
}

/** As a share of the usual size. */
export const scales = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const

export const sides = ['blocks', 'outline', 'history'] as const
export type Side = (typeof sides)[number]

const key = 'frieze.preferences'

export function loadPreferences(
  storage: Pick<Storage, 'getItem'>,
  wanted: readonly string[],
  hasRoom = true,
): Preferences {
  const fallback: Preferences = {
    theme: 'system',
    language: languageFor(wanted),
    palette: hasRoom,
    side: 'blocks',
    inspector: hasRoom,
    minimap: true,
    hints: true,
    snap: true,
    grid: false,
    shapeText: 'free',
    tips: true,
    tipsSeen: {},
    scale: 1,
  }
  const stored = read(storage)
  const flag = (name: 'palette' | 'inspector' | 'minimap' | 'hints' | 'snap' | 'grid' | 'tips') =>
    typeof stored[name] === 'boolean' ? stored[name] : fallback[name]
  const theme = [...themeNames, 'system'].find((name) => name === stored['theme'] && name !== 'print')
  return {
    theme: (theme as Preferences['theme'] | undefined) ?? fallback.theme,
    language: languages.find((language) => language === stored['language']) ?? fallback.language,
    palette: flag('palette'),
    side: sides.find((side) => side === stored['side']) ?? fallback.side,
    inspector: flag('inspector'),
    minimap: flag('minimap'),
    hints: flag('hints'),
    snap: flag('snap'),
    grid: flag('grid'),
    tips: flag('tips'),
    tipsSeen: counts(stored['tipsSeen']),
    shapeText: shapeTexts.find((text) => text === stored['shapeText']) ?? fallback.shapeText,
    scale: scales.find((scale) => scale === stored['scale']) ?? fallback.scale,
  }
}

function counts(stored: unknown): Record<string, number> {
  if (typeof stored !== 'object' || stored === null) return {}
  return Object.fromEntries(Object.entries(stored).filter(([, count]) => typeof count === 'number'))
}

export function savePreferences(storage: Pick<Storage, 'setItem'>, preferences: Preferences) {
  storage.setItem(key, JSON.stringify(preferences))
}

function read(storage: Pick<Storage, 'getItem'>): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** The first language of the browser's list that we speak; `zh-TW` and `zh-HK` mean Traditional Chinese. */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const lower = tag.toLowerCase()
    if (lower.startsWith('zh')) return /hant|-tw|-hk|-mo/.test(lower) ? 'zh-Hant' : 'zh-Hans'
    const found = languages.find((language) => lower === language || lower.startsWith(`${language}-`))
    if (found) return found
  }
  return 'en'
}
