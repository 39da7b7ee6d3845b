// The measures of a node's inside: used to size it and, with the same numbers, to draw it.

export const typography = {
  title: { size: 15, weight: 700 },
  sublabel: { size: 12, weight: 400 },
  badge: { size: 13, weight: 700 },
  count: { size: 14, weight: 700 },
  chip: { size: 11.5, weight: 400 },
} as const

/** For slides: nothing that is written is smaller than a title, and what would be is left out. */
const largeTypography = {
  ...typography,
  badge: { size: 15, weight: 700 },
  count: { size: 15, weight: 700 },
  chip: { size: 15, weight: 400 },
} as const

export const typographyOf = (isLarge: boolean | undefined) => (isLarge ? largeTypography : typography)

/** A label in Arial on another machine may be this much wider. */
export const slack = 1.08

export const box = {
  /** From the wall to the text. */
  padding: 14,
  /** Icon of the state, and the room after it. */
  icon: 16,
  iconGap: 8,
  /** Between title, count and badge. */
  gap: 8,
  /** Heights of one line of title and of sublabel. */
  titleLine: 19,
  sublabelLine: 16,
  /** From the top of a line to where it is written. */
  titleBaseline: 14,
  sublabelBaseline: 12,
  sublabelGap: 3,
  /** Above and below the lines. */
  verticalPadding: 12.5,
  minWidth: 104,
  minHeight: 44,
  maxTextWidth: 220,
  /** Of a closed one down a narrow column. */
  narrowTextWidth: 88,
  radius: 8,
  containerRadius: 12,
  /** The title row of an open container. */
  header: 44,
  /** Between the wall of an open container and what it holds. */
  inset: 24,
  /** A small circle: residual add. */
  sign: 24,
  /** The grid of a mask: beside the second line, or in the place of the icon where there is none. */
  grid: 15,
  largeGrid: 30,
  /** How far each card of a stack sticks out to the upper right; two of them. */
  card: 5,
  cards: 2,
  chipPadding: 9,
  chipHeight: 20,
} as const
