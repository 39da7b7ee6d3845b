// Paint by theme: tables of tokens, nothing else. Colour says one thing only: warm = trainable, cool = frozen,
// white = no weights. It is never colour alone: icon and band say it too, so print is grey.
import type { Hue, NodeState } from '../graph/graph'
import type { ThemeName } from './scene'

export interface NodePaint {
  readonly fill: string
  /** Of a container that stands open, behind what it holds. */
  readonly ground: string
  readonly stroke: string
  /** Of the icon and the badge. */
  readonly accent: string
  readonly ink: string
}

export interface Theme {
  readonly page: string
  readonly ink: string
  readonly muted: string
  readonly nodes: Readonly<Record<NodeState | 'plain', NodePaint>>
  readonly edges: Readonly<Record<Hue, { readonly stroke: string; readonly dash?: readonly number[] }>>
  readonly bar: { readonly trainable: string; readonly frozen: string }
  readonly problem: string
  /** The way back, which is no modality. */
  readonly gradient: string
}

/** The theme for those whose page is dark where this one's is light, or the other way round. Print has no other side. */
export function twinOf<T extends ThemeName>(theme: T): (typeof twins)[T] {
  return twins[theme]
}

const twins = {
  light: 'dark',
  dark: 'light',
  print: undefined,
  contrast: 'contrast-dark',
  'contrast-dark': 'contrast',
} as const

export function isDark(theme: ThemeName): boolean {
  return theme === 'dark' || theme === 'contrast-dark'
}

export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: {
    page: '#FFFFFF',
    ink: '#1B1F24',
    muted: '#5B6572',
    nodes: {
      plain: { fill: '#FFFFFF', ground: '#FBFCFD', stroke: '#8A94A3', accent: '#5B6572', ink: '#1B1F24' },
      mixed: { fill: '#FFFFFF', ground: '#FBFCFD', stroke: '#8A94A3', accent: '#5B6572', ink: '#1B1F24' },
      trainable: { fill: '#FFF3E8', ground: '#FFFAF5', stroke: '#C2410C', accent: '#B93B08', ink: '#1B1F24' },
      frozen: { fill: '#EDF5FC', ground: '#F7FBFE', stroke: '#1D5F9E', accent: '#1D5F9E', ink: '#1B1F24' },
      absent: { fill: '#FFFFFF', ground: '#FFFFFF', stroke: '#C6CDD6', accent: '#8A94A3', ink: '#7B8592' },
    },
    edges: {
      vision: { stroke: '#0F766E' },
      language: { stroke: '#6D28D9' },
      fused: { stroke: '#4B5563' },
      neutral: { stroke: '#6B7583' },
    },
    bar: { trainable: '#C2410C', frozen: '#A9CBE8' },
    problem: '#B4231F',
    gradient: '#D0247F',
  },
  dark: {
    page: '#13171C',
    ink: '#E9EDF2',
    muted: '#A3AEBA',
    nodes: {
      plain: { fill: '#1C2229', ground: '#171C22', stroke: '#7C8794', accent: '#A3AEBA', ink: '#E9EDF2' },
      mixed: { fill: '#1C2229', ground: '#171C22', stroke: '#7C8794', accent: '#A3AEBA', ink: '#E9EDF2' },
      trainable: { fill: '#3A2113', ground: '#221812', stroke: '#EE8447', accent: '#F69A63', ink: '#F6EDE6' },
      frozen: { fill: '#14293D', ground: '#131F2B', stroke: '#5FA5E2', accent: '#82BCEE', ink: '#E6EFF7' },
      absent: { fill: '#13171C', ground: '#13171C', stroke: '#3D4651', accent: '#6B7583', ink: '#8A95A1' },
    },
    edges: {
      vision: { stroke: '#3DB9AB' },
      language: { stroke: '#AE92F7' },
      fused: { stroke: '#A9B4C0' },
      neutral: { stroke: '#8995A2' },
    },
    bar: { trainable: '#EE8447', frozen: '#35608A' },
    problem: '#FF8A80',
    gradient: '#F778B8',
  },
  print: {
    page: '#FFFFFF',
    ink: '#000000',
    muted: '#444444',
    nodes: {
      plain: { fill: '#FFFFFF', ground: '#FFFFFF', stroke: '#777777', accent: '#444444', ink: '#000000' },
      mixed: { fill: '#FFFFFF', ground: '#FFFFFF', stroke: '#777777', accent: '#444444', ink: '#000000' },
      trainable: { fill: '#FFFFFF', ground: '#FFFFFF', stroke: '#000000', accent: '#000000', ink: '#000000' },
      frozen: { fill: '#E4E4E4', ground: '#F4F4F4', stroke: '#555555', accent: '#333333', ink: '#000000' },
      absent: { fill: '#FFFFFF', ground: '#FFFFFF', stroke: '#BBBBBB', accent: '#888888', ink: '#666666' },
    },
    edges: {
      vision: { stroke: '#000000' },
      language: { stroke: '#000000', dash: [7, 3] },
      fused: { stroke: '#555555' },
      neutral: { stroke: '#777777' },
    },
    bar: { trainable: '#000000', frozen: '#C4C4C4' },
    problem: '#000000',
    gradient: '#000000',
  },
  contrast: {
    page: '#FFFFFF',
    ink: '#000000',
    muted: '#262626',
    nodes: {
      plain: { fill: '#FFFFFF', ground: '#FFFFFF', stroke: '#000000', accent: '#262626', ink: '#000000' },
      mixed: { fill: '#FFFFFF', ground: '#FFFFFF', stroke: '#000000', accent: '#262626', ink: '#000000' },
      trainable: { fill: '#FFE9D6', ground: '#FFFFFF', stroke: '#842A00', accent: '#7A2600', ink: '#000000' },
      frozen: { fill: '#DDEDFF', ground: '#FFFFFF', stroke: '#003D7A', accent: '#003B75', ink: '#000000' },
      absent: { fill: '#FFFFFF', ground: '#FFFFFF', stroke: '#595959', accent: '#474747', ink: '#474747' },
    },
    edges: {
      vision: { stroke: '#00524A' },
      language: { stroke: '#4C12A1' },
      fused: { stroke: '#1A1A1A' },
      neutral: { stroke: '#3D3D3D' },
    },
    bar: { trainable: '#842A00', frozen: '#3F7FBF' },
    problem: '#9B0000',
    gradient: '#9C0059',
  },
  'contrast-dark': {
    page: '#000000',
    ink: '#FFFFFF',
    muted: '#E3E3E3',
    nodes: {
      plain: { fill: '#000000', ground: '#000000', stroke: '#FFFFFF', accent: '#E3E3E3', ink: '#FFFFFF' },
      mixed: { fill: '#000000', ground: '#000000', stroke: '#FFFFFF', accent: '#E3E3E3', ink: '#FFFFFF' },
      trainable: { fill: '#3A1800', ground: '#000000', stroke: '#FFB066', accent: '#FFC489', ink: '#FFFFFF' },
      frozen: { fill: '#00264D', ground: '#000000', stroke: '#80C5FF', accent: '#A6D6FF', ink: '#FFFFFF' },
      absent: { fill: '#000000', ground: '#000000', stroke: '#A6A6A6', accent: '#BDBDBD', ink: '#C4C4C4' },
    },
    edges: {
      vision: { stroke: '#5EEAD4' },
      language: { stroke: '#D2B6FF' },
      fused: { stroke: '#FFFFFF' },
      neutral: { stroke: '#D0D0D0' },
    },
    bar: { trainable: '#FFB066', frozen: '#4D94D6' },
    problem: '#FF9D94',
    gradient: '#FF9AD5',
  },
}
