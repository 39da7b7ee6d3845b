// Primitives moved as a whole.
import type { Primitive } from '../drawing/primitives'
import type { Box, Point } from '../shared/geometry'
import type { Route } from '../layout/layout'

export function moveBox<B extends Box>(box: B, by: Point): B {
  return { ...box, x: box.x + by.x, y: box.y + by.y }
}

export function moveRoute(route: Route, by: Point): Route {
  return {
    points: route.points.map((p) => ({ x: p.x + by.x, y: p.y + by.y })),
    ...(route.label && { label: moveBox(route.label, by) }),
  }
}

/** Rects and text only: what the frame around a picture is made of besides icons, which are drawn in place. */
export function below(primitives: readonly Primitive[], dy: number): Primitive[] {
  return primitives.map((p) => {
    switch (p.kind) {
      case 'rect':
      case 'text':
        return { ...p, y: p.y + dy }
      case 'path':
        return { ...p, d: shiftDown(p.d, dy) }
      case 'group':
        return { ...p, children: below(p.children, dy) }
    }
  })
}

/** Path data in pairs of coordinates (M, L, Q, C and Z only). */
function shiftDown(d: string, dy: number): string {
  return d.replace(
    /(-?[\d.]+) (-?[\d.]+)/g,
    (_, x: string, y: string) => `${x} ${Math.round((Number(y) + dy) * 100) / 100}`,
  )
}
