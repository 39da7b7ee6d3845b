// A scene taken apart again, for formats that build shapes of their own: which group draws which node or edge, and which
// primitives of a group are what.
import type { GroupPrimitive, PathPrimitive, Primitive, RectPrimitive, TextPrimitive } from '../drawing/primitives'
import type { Box } from '../shared/geometry'

export interface Groups {
  /** By the path of a node or the id of an edge. */
  readonly drawn: ReadonlyMap<string, GroupPrimitive>
  /** What stands around the picture, by id: title, legend, sources. */
  readonly frames: ReadonlyMap<string, GroupPrimitive>
}

export function groupsIn(primitives: readonly Primitive[]): Groups {
  const drawn = new Map<string, GroupPrimitive>()
  const frames = new Map<string, GroupPrimitive>()
  for (const each of primitives) {
    if (each.kind !== 'group') continue
    const name = each.node ?? each.edge
    if (name !== undefined) drawn.set(name, each)
    else if (each.id !== undefined) frames.set(each.id, each)
  }
  return { drawn, frames }
}

export interface NodeParts {
  readonly main: RectPrimitive
  /** Behind it, farthest first. */
  readonly cards: readonly RectPrimitive[]
  /** Icon, band or sign. */
  readonly strokes: readonly PathPrimitive[]
  readonly texts: readonly TextPrimitive[]
  /** Marks of gradients and problems. */
  readonly marks: readonly (RectPrimitive | PathPrimitive)[]
}

/** The scene draws cards, box, band, icon and text, in this order; marks come after and begin with a disc. */
export function nodeParts({ children, node }: GroupPrimitive, at: Box): NodeParts {
  const flat = children.filter((each) => each.kind !== 'group')
  const index = flat.findIndex(
    (each) => each.kind === 'rect' && each.x === at.x && each.y === at.y && each.width === at.width,
  )
  const main = flat[index]
  if (main?.kind !== 'rect') throw new Error(`${node} has no box in the scene`)
  const after = flat.slice(index + 1)
  const disc = after.findIndex((each) => each.kind === 'rect')
  const own = disc < 0 ? after : after.slice(0, disc)
  return {
    main,
    cards: flat.slice(0, index).filter((each) => each.kind === 'rect'),
    strokes: own.filter((each) => each.kind === 'path'),
    texts: own.filter((each) => each.kind === 'text'),
    marks: disc < 0 ? [] : after.slice(disc).filter((each) => each.kind !== 'text'),
  }
}

export interface EdgeParts {
  readonly line: PathPrimitive | undefined
  readonly hasHead: boolean
  readonly chip: RectPrimitive | undefined
  readonly words: TextPrimitive | undefined
  /** The way back of the gradient. */
  readonly others: readonly Primitive[]
}

/** The scene draws line (in one or two pieces), head, chip and its text, in this order; the way back comes after. */
export function edgeParts({ children }: GroupPrimitive): EdgeParts {
  const line = children.find((each) => each.kind === 'path')
  const isLine = (each: Primitive) => each.kind === 'path' && each.fill === 'none' && each.stroke === line?.stroke
  const isHead = (each: Primitive) => each.kind === 'path' && each.stroke === 'none' && each.fill === line?.stroke
  const chip = children.find((each) => each.kind === 'rect')
  const words = children.find((each) => each.kind === 'text')
  const others = children.filter((each) => !isLine(each) && !isHead(each) && each !== chip && each !== words)
  return { line, hasHead: children.some(isHead), chip, words, others }
}
