// Which node the eye may hold on to when a picture changes: as a rule the camera stays, but where nearly everything moves
// by one and the same way, as when room was made at the left, the camera goes along.
import type { Layout } from '../../layout/layout'

/** So much more than those that move counts a node that stays. */
const stays = 4

/** A node of both pictures: the first of those that move, or stay, with most others. */
export function steadiest(before: Layout | undefined, after: Layout): string | undefined {
  if (!before) return undefined
  const groups = new Map<string, { readonly path: string; weight: number }>()
  for (const [path, now] of after.nodes) {
    const old = before.nodes.get(path)
    if (!old) continue
    const way = `${Math.round(now.x - old.x)} ${Math.round(now.y - old.y)}`
    const group = groups.get(way) ?? { path, weight: 0 }
    group.weight += way === '0 0' ? stays : 1
    groups.set(way, group)
  }
  let best: { readonly path: string; readonly weight: number } | undefined
  for (const group of groups.values()) if (!best || group.weight > best.weight) best = group
  return best?.path
}
