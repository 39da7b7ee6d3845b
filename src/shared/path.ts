// Arithmetic on ids joined by `/`, such as `lm/xattn/attention`: the root is empty. It serves the paths of unfolded models and,
// behind the name of the module that they may begin with, the places of `document/place.ts`.

/** From the path of what holds it and its id. */
export function pathIn(parent: string, id: string): string {
  return parent === '' ? id : `${parent}/${id}`
}

/** The path of what holds it; empty at the root. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** Its own id, which is the last. */
export function idOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** From the outermost to its own; none for the root. */
export function idsOf(path: string): string[] {
  return path === '' ? [] : path.split('/')
}

/** The paths of all that it lies in, from the outermost, and last its own: `a`, `a/b`, `a/b/c`. */
export function pathsTo(path: string): string[] {
  const ids = idsOf(path)
  return ids.map((_, i) => ids.slice(0, i + 1).join('/'))
}

/** Whether it lies in the container, at whatever depth. Nothing lies in itself. */
export function isInside(path: string, container: string): boolean {
  return container === '' ? path !== '' : path.startsWith(`${container}/`)
}

/** Whether it is the container or lies in it. */
export function isWithin(path: string, container: string): boolean {
  return path === container || isInside(path, container)
}

/** Whether one of two lies on the way to the other. */
export function isInLine(a: string, b: string): boolean {
  return isWithin(a, b) || isWithin(b, a)
}
