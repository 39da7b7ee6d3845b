// Where the areas of a chart lie, in shares of the picture, for what is laid over it. Pure.
import type { Primitive, RectPrimitive } from '../../drawing/primitives'
import type { Scene } from '../../scene/scene'

export interface Tile {
  readonly path: string
  readonly title: string
  /** Of the picture. */
  readonly style: Readonly<Record<'left' | 'top' | 'width' | 'height', string>>
  /** The narrower side of what no inner area covers, as a share of the width of the picture. */
  readonly room: number
}

/** Outer ones before inner ones, so that the inner lie above. */
export function tilesOf({ primitives, width, height }: Scene): Tile[] {
  const tiles: Tile[] = []
  const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(3)}%`
  const visit = (list: readonly Primitive[]) => {
    for (const primitive of list) {
      if (primitive.kind !== 'group') continue
      const ground = primitive.children.find((child) => child.kind === 'rect')
      if (primitive.node !== undefined && ground) {
        const inner = groundsIn(primitive.children).map(({ y }) => y - ground.y)
        tiles.push({
          room: Math.min(ground.width, ground.height, ...inner) / width,
          path: primitive.node,
          title: primitive.title ?? primitive.node,
          style: {
            left: percent(ground.x, width),
            top: percent(ground.y, height),
            width: percent(ground.width, width),
            height: percent(ground.height, height),
          },
        })
      }
      visit(primitive.children)
    }
  }
  visit(primitives)
  return tiles
}

/** The areas just inside. */
function groundsIn(list: readonly Primitive[]): RectPrimitive[] {
  return list.flatMap((each) => {
    if (each.kind !== 'group') return []
    const ground = each.children.find((child) => child.kind === 'rect')
    return each.node !== undefined && ground ? [ground] : groundsIn(each.children)
  })
}
