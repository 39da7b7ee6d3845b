// How figures left the last time, remembered in this browser.
import { exporterFor } from '../../exporters'
import { papers, svgProfiles, type ExportOptions } from '../../exporters/exporter'
import { scales } from '../../exporters/raster'
import { targetNames, type TargetName } from '../../exporters/targets'
import { themeNames, type ThemeName } from '../../scene/scene'

export interface ExportSettings {
  readonly extension: string
  readonly theme: ThemeName
  readonly background: boolean
  readonly carries: boolean
  /** Where its words have to be read. */
  readonly fit: TargetName | 'none'
  readonly options: ExportOptions
}

const key = 'frieze.export'

/** What cannot be understood is as it was at first. */
export function loadSettings(): ExportSettings {
  const kept = read()
  const options = typeof kept['options'] === 'object' && kept['options'] ? (kept['options'] as ExportOptions) : {}
  const profile = svgProfiles.find((each) => each === options.profile)
  const paper = papers.find((each) => each === options.paper)
  const scale = scales.find((each) => each === options.scale)
  const extension = String(kept['extension'])
  return {
    extension: exporterFor(extension) ? extension : 'svg',
    theme: themeNames.find((each) => each === kept['theme']) ?? 'light',
    background: kept['background'] !== false,
    carries: kept['carries'] !== false,
    fit: targetNames.find((each) => each === kept['fit']) ?? 'none',
    options: { ...(profile && { profile }), ...(paper && { paper }), ...(scale && { scale }) },
  }
}

export function saveSettings(settings: ExportSettings): void {
  try {
    localStorage.setItem(key, JSON.stringify(settings))
  } catch {
    // Private windows may refuse.
  }
}

function read(): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
