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

export function below(primitives: readonly Primitive[], dy: number): Primitive[] {
  return moved(primitives, { x: 0, y: dy })
}

export function moved(primitives: readonly Primitive[], by: Point): Primitive[] {
  return primitives.map((p) => {
    switch (p.kind) {
      case 'rect':
      case 'text':
        return { ...p, x: p.x + by.x, y: p.y + by.y }
      case 'path':
        return { ...p, d: shifted(p.d, by) }
      case 'group':
        return { ...p, children: moved(p.children, by) }
    }
  })
}

/** Path data: absolute commands, all in pairs of coordinates but H and V. */
function shifted(d: string, by: Point): string {
  const add = (text: string, more: number) =>
    more === 0 ? text : String(Math.round((Number(text) + more) * 100) / 100)
  return d.replace(/([A-Z])([^A-Z]*)/g, (_, command: string, numbers: string) => {
    let isY = command === 'V'
    const moved = numbers.replace(/-?[\d.]+/g, (text) => {
      const next = add(text, isY ? by.y : by.x)
      if (command !== 'H' && command !== 'V') isY = !isY
      return next
    })
    return command + moved
  })
}
