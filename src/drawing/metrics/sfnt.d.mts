import type { Font } from 'harfbuzzjs'

interface OpenFont {
  readonly font: Font
  readonly unitsPerEm: number
  readonly codes: readonly number[]
}

export const subsets: readonly string[]
export function unicodeRanges(): readonly (readonly (readonly [number, number])[])[]
export function openArimo(subset: string, weight: 400 | 700): OpenFont
export function openMath(): OpenFont
export function shapedWidth(font: Font, text: string): number
