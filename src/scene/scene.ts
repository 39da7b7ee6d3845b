// What is drawn, colours decided: ordered primitives in page pixels. Every output paints these.
import type { Primitive } from '../drawing/primitives'
import type { Point } from '../shared/geometry'

export interface Scene {
  readonly width: number
  readonly height: number
  /** Absent: transparent. */
  readonly background?: string
  readonly title: string
  readonly description: string
  readonly primitives: readonly Primitive[]
  /** Where the layout's origin lies in the scene (title block above, margins). */
  readonly origin: Point
}

export const themeNames = ['light', 'dark', 'print', 'contrast', 'contrast-dark'] as const
export type ThemeName = (typeof themeNames)[number]
