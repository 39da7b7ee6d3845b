// Two pictures as one: side by side, or one above the other where that leaves both larger on a slide.
import type { Primitive } from '../drawing/primitives'
import { moved } from './move'
import type { Scene } from './scene'

const slide = 16 / 9

/** Each keeps its own title and numbers, so a reader sees what differs. */
export function beside(first: Scene, second: Scene): Scene {
  const wide = { width: first.width + second.width, height: Math.max(first.height, second.height) }
  const tall = { width: Math.max(first.width, second.width), height: first.height + second.height }
  const isWide = sizeOn(wide) <= sizeOn(tall)
  const by = isWide ? { x: first.width, y: 0 } : { x: 0, y: first.height }
  return {
    ...first,
    ...(isWide ? wide : tall),
    title: `${first.title} | ${second.title}`,
    primitives: [
      { kind: 'group', id: 'first', children: named(first.primitives, 'first') },
      { kind: 'group', id: 'second', children: named(moved(second.primitives, by), 'second') },
    ],
  }
}

/** How much a picture has to be made smaller to fit a slide. */
function sizeOn({ width, height }: { readonly width: number; readonly height: number }): number {
  return Math.max(width / slide, height)
}

/** Names of the two must not meet. */
function named(primitives: readonly Primitive[], prefix: string): Primitive[] {
  const name = (text: string | undefined) => (text === undefined ? undefined : `${prefix}/${text}`)
  return primitives.map((p) => {
    if (p.kind !== 'group') return p
    const [id, node, edge] = [name(p.id), name(p.node), name(p.edge)]
    const { kind, title } = p
    return {
      kind,
      ...(title !== undefined && { title }),
      ...(id !== undefined && { id }),
      ...(node !== undefined && { node }),
      ...(edge !== undefined && { edge }),
      children: named(p.children, prefix),
    }
  })
}
