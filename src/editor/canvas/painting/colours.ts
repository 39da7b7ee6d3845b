// The colours of what the editor paints over the picture. None of them says frozen, trainable or a modality.
import type { ScreenTheme } from '../../preferences'

export interface Colours {
  readonly page: string
  readonly accent: string
  /** Of what comes after the selection; the accent is for what comes before it. */
  readonly onward: string
  readonly ink: string
  readonly hairline: string
  readonly refuse: string
}

export const colours: Readonly<Record<ScreenTheme, Colours>> = {
  light: {
    page: '#FFFFFF',
    accent: '#2F6BFF',
    onward: '#3F7D20',
    ink: '#1B1F24',
    hairline: '#B9C1CB',
    refuse: '#B4231F',
  },
  dark: {
    page: '#13171C',
    accent: '#7AA2FF',
    onward: '#8FD16A',
    ink: '#E9EDF2',
    hairline: '#4A535E',
    refuse: '#FF8A80',
  },
  contrast: {
    page: '#FFFFFF',
    accent: '#0033CC',
    onward: '#1F5200',
    ink: '#000000',
    hairline: '#000000',
    refuse: '#9B0000',
  },
  'contrast-dark': {
    page: '#000000',
    accent: '#FFE14D',
    onward: '#9BE86B',
    ink: '#FFFFFF',
    hairline: '#FFFFFF',
    refuse: '#FF9D94',
  },
}
