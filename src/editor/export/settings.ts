// How a figure is to leave: what a person chose the last time, remembered in this browser, and sets of it under a name.
import { languages, type Language } from '../../document/schema'
import { exporterFor } from '../../exporters'
import { papers, svgProfiles, type ExportOptions } from '../../exporters/exporter'
import { scales } from '../../exporters/raster'
import { targetNames, type TargetName } from '../../exporters/targets'
import { flowDirections, shapeAmounts, type FlowDirection, type View } from '../../graph/view'
import { themeNames, type ThemeName } from '../../scene/scene'
import { local } from '../storage'

/** What stands around and on the figure; what the document leaves out stays out. */
export const partNames = ['title', 'citation', 'legend', 'bar', 'badges'] as const
export type PartName = (typeof partNames)[number]

export interface ExportSettings {
  readonly extension: string
  readonly theme: ThemeName
  readonly background: boolean
  readonly carries: boolean
  /** Where its words have to be read. */
  readonly fit: TargetName | 'none'
  /** `own`: as the canvas has it. */
  readonly direction: FlowDirection | 'own'
  readonly shapes: View['shapes'] | 'own'
  readonly language: Language | 'own'
  readonly without: readonly PartName[]
  readonly options: ExportOptions
}

export interface Preset {
  readonly name: string
  readonly settings: ExportSettings
}

const keys = { settings: 'frieze.export', presets: 'frieze.export.presets' } as const
const mostPresets = 12
const longestName = 60

type Unread = Readonly<Record<string, unknown>>

/** Whatever cannot be understood is as it was at first. */
export function readSettings(value: unknown): ExportSettings {
  const kept = objectIn(value)
  const options = objectIn(kept['options'])
  const one = <T>(all: readonly T[], given: unknown): T | undefined => all.find((each) => each === given)
  const [profile, paper] = [one(svgProfiles, options['profile']), one(papers, options['paper'])]
  const scale = one(scales, options['scale'])
  const without = Array.isArray(kept['without']) ? kept['without'] : []
  const extension = String(kept['extension'])
  return {
    extension: exporterFor(extension) ? extension : 'svg',
    theme: one(themeNames, kept['theme']) ?? 'light',
    background: kept['background'] !== false,
    carries: kept['carries'] !== false,
    fit: one(targetNames, kept['fit']) ?? 'none',
    direction: one(flowDirections, kept['direction']) ?? 'own',
    shapes: one(shapeAmounts, kept['shapes']) ?? 'own',
    language: one(languages, kept['language']) ?? 'own',
    without: partNames.filter((part) => without.includes(part)),
    options: {
      ...(profile && { profile }),
      ...(paper && { paper }),
      ...(scale && { scale }),
      ...(options['notes'] === true && { notes: true }),
    },
  }
}

function objectIn(value: unknown): Unread {
  return typeof value === 'object' && value !== null ? (value as Unread) : {}
}

/** What most people come for. The names are keys of strings. */
export const readyPresets = [
  ['preset.slides', { extension: 'pptx', fit: 'slide' }],
  ['preset.paper', { extension: 'pdf', fit: 'column', theme: 'print', options: { paper: 'fit' } }],
  ['preset.poster', { extension: 'pdf', fit: 'poster', options: { paper: 'fit' } }],
  ['preset.web', { extension: 'svg', fit: 'web', options: { profile: 'web' } }],
] as const satisfies readonly (readonly [string, Partial<ExportSettings>])[]

export function loadSettings(): ExportSettings {
  return readSettings(read(keys.settings))
}

export function saveSettings(settings: ExportSettings): void {
  write(keys.settings, settings)
}

export function loadPresets(): readonly Preset[] {
  const found = read(keys.presets)
  if (!Array.isArray(found)) return []
  return found.slice(0, mostPresets).flatMap((each) => {
    const { name, settings } = objectIn(each)
    return typeof name === 'string' && name.trim()
      ? [{ name: name.slice(0, longestName), settings: readSettings(settings) }]
      : []
  })
}

/** The same name again replaces what was under it. */
export function withPreset(presets: readonly Preset[], preset: Preset): readonly Preset[] {
  return [...presets.filter(({ name }) => name !== preset.name), preset].slice(-mostPresets)
}

export function savePresets(presets: readonly Preset[]): void {
  write(keys.presets, presets)
}

function read(key: string): unknown {
  try {
    return JSON.parse(local.getItem(key) ?? 'null')
  } catch {
    return undefined
  }
}

function write(key: string, value: unknown) {
  local.setItem(key, JSON.stringify(value))
}
