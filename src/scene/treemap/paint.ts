// Paint of a chart by theme. The same language as in diagrams: warm learns, cool is frozen, neutral has no weights.
import type { ThemeName } from '../scene'
import type { PartState } from './parts'

export interface TilePaint {
  readonly fill: string
  readonly stroke: string
}

export const tiles: Readonly<Record<ThemeName, Readonly<Record<PartState, TilePaint>>>> = {
  light: {
    trainable: { fill: '#FCDCC3', stroke: '#E2A77C' },
    frozen: { fill: '#D3E6F6', stroke: '#9CC3E4' },
    plain: { fill: '#ECEFF3', stroke: '#C3CBD5' },
  },
  dark: {
    trainable: { fill: '#6A3618', stroke: '#A55A2C' },
    frozen: { fill: '#1F4566', stroke: '#3A719F' },
    plain: { fill: '#2C343D', stroke: '#4D5865' },
  },
  print: {
    trainable: { fill: '#FFFFFF', stroke: '#000000' },
    frozen: { fill: '#DCDCDC', stroke: '#777777' },
    plain: { fill: '#F3F3F3', stroke: '#AAAAAA' },
  },
  contrast: {
    trainable: { fill: '#FFE9D6', stroke: '#842A00' },
    frozen: { fill: '#DDEDFF', stroke: '#003D7A' },
    plain: { fill: '#FFFFFF', stroke: '#000000' },
  },
  'contrast-dark': {
    trainable: { fill: '#3A1800', stroke: '#FFB066' },
    frozen: { fill: '#00264D', stroke: '#80C5FF' },
    plain: { fill: '#000000', stroke: '#FFFFFF' },
  },
}
