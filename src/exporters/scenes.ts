// A scene taken apart again, for formats that build shapes of their own: which group draws which node or edge, and which
// primitives of a group are what.
import type { GroupPrimitive, PathPrimitive, Primitive, RectPrimitive, TextPrimitive } from '../drawing/primitives'
import type { Box } from '../shared/geometry'

export interface Groups {
  /** By the path of a node or the id of an edge. */
  readonly drawn: ReadonlyMap<string, GroupPrimitive>
  /** What stands around the picture, by id. */
  readonly frames: ReadonlyMap<string, GroupPrimitive>
  /** Free texts, and frames around nodes. */
  readonly notes: readonly GroupPrimitive[]
}

const frameIds = new Set(['title', 'caption', 'legend', 'sources'])

export function groupsIn(primitives: readonly Primitive[]): Groups {
  const drawn = new Map<string, GroupPrimitive>()
  const frames = new Map<string, GroupPrimitive>()
  const notes: GroupPrimitive[] = []
  for (const each of primitives) {
    if (each.kind !== 'group') continue
    const name = each.node ?? each.edge
    if (name !== undefined) drawn.set(name, each)
    else if (each.id !== undefined && frameIds.has(each.id)) frames.set(each.id, each)
    else notes.push(each)
  }
  return { drawn, frames, notes }
}

export interface NodeParts {
  readonly main: RectPrimitive
  /** Behind it, farthest first. */
  readonly cards: readonly RectPrimitive[]
  /** Icon, band or sign. */
  readonly strokes: readonly PathPrimitive[]
  readonly texts: readonly TextPrimitive[]
  /** Outlines of what is mathematics in the text. */
  readonly formulas: readonly PathPrimitive[]
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
    strokes: own.filter((each) => each.kind === 'path').filter((path) => path.fill === 'none'),
    formulas: own.filter((each) => each.kind === 'path').filter((path) => path.fill !== 'none'),
    texts: own.filter((each) => each.kind === 'text'),
    marks: disc < 0 ? [] : after.slice(disc).filter((each) => each.kind !== 'text'),
  }
}

export interface EdgeParts {
  readonly line: PathPrimitive | undefined
  readonly hasHead: boolean
  readonly chip: RectPrimitive | undefined
  /** What is written on the chip; formulas are outlines. */
  readonly words: readonly (TextPrimitive | PathPrimitive)[]
  /** The way back of the gradient. */
  readonly others: readonly Primitive[]
}

/** The scene draws line (in one or two pieces), head, chip and its text, in this order; the way back comes after. */
export function edgeParts({ children }: GroupPrimitive): EdgeParts {
  const rest = children.filter((each) => each.kind !== 'group')
  const line = rest[0]?.kind === 'path' ? rest[0] : undefined
  const isStroke = (each: Primitive | undefined) => each?.kind === 'path' && each.fill === 'none'
  const take = (is: (each: Primitive) => boolean) => {
    const end = rest.findIndex((each) => !is(each))
    return rest.splice(0, end < 0 ? rest.length : end)
  }
  take((each) => isStroke(each) && each.kind === 'path' && each.stroke === line?.stroke && !isBack(each, line))
  const [first] = rest
  const hasHead = first?.kind === 'path' && first.stroke === 'none' && first.fill === line?.stroke
  if (hasHead) rest.shift()
  const chip = rest[0]?.kind === 'rect' ? rest[0] : undefined
  if (chip) rest.shift()
  const words = chip ? take((each) => !isStroke(each)).filter((each) => each.kind !== 'rect') : []
  return { line, hasHead, chip, words, others: rest }
}

/** In print, the gradient has the colour of the data; its dashes are its own. */
function isBack(path: PathPrimitive, line: PathPrimitive | undefined): boolean {
  return path.dash?.join() !== line?.dash?.join()
}
