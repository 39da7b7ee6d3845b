// The closed set of things that can be drawn. Every output paints these and nothing else, so `foreignObject`, filters
// and style sheets cannot occur. Page pixels, y downward; colours are `#rrggbb` or `none`.

export interface Paint {
  readonly fill: string
  readonly fillOpacity?: number
  readonly stroke: string
  readonly strokeOpacity?: number
  readonly strokeWidth?: number
  /** Lengths of dashes and gaps; solid when absent. */
  readonly dash?: readonly number[]
  readonly cap?: 'butt' | 'round'
  readonly join?: 'miter' | 'round'
}

export interface RectPrimitive extends Paint {
  readonly kind: 'rect'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly radius?: number
}

/** `d` uses absolute M, L, H, V, Q, C and Z only. */
export interface PathPrimitive extends Paint {
  readonly kind: 'path'
  readonly d: string
}

/** One line in one style; `x`, `y` is the baseline point that `anchor` names. */
export interface TextPrimitive {
  readonly kind: 'text'
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size: number
  readonly weight: 400 | 700
  readonly anchor: 'start' | 'middle' | 'end'
  readonly fill: string
  /** BCP 47 tag, where it decides the shape of CJK glyphs. */
  readonly lang?: string
}

/** Moves as one after ungrouping in another program. */
export interface GroupPrimitive {
  readonly kind: 'group'
  readonly id?: string
  /** Said by screen readers and shown on hover. */
  readonly title?: string
  /** The path of the node, or the id of the edge, that this group draws. */
  readonly node?: string
  readonly edge?: string
  readonly children: readonly Primitive[]
}

export type Primitive = RectPrimitive | PathPrimitive | TextPrimitive | GroupPrimitive
