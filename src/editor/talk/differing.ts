// Of two pictures of one diagram: what is the same is dimmed, so that what differs stands out.
import { everyNode } from '../../graph/walk'
import { draw } from '../../scene/draw'
import type { TalkPicture } from './prepare'

export interface Differing {
  readonly left: TalkPicture
  readonly right: TalkPicture
  readonly count: number
}

/** Nodes are the same by their path; they differ in state, numbers, repeats, or by being there. */
export function differing(left: TalkPicture, right: TalkPicture): Differing {
  const [a, b] = [saidIn(left), saidIn(right)]
  const paths = new Set([...a.keys(), ...b.keys()])
  const focus = new Set([...paths].filter((path) => a.get(path) !== b.get(path)))
  // A container differs with what is inside it; the innermost says it best.
  const inner = new Set([...focus].filter((path) => ![...focus].some((other) => other.startsWith(`${path}/`))))
  return { left: toned(left, inner), right: toned(right, inner), count: inner.size }
}

function saidIn(picture: TalkPicture): Map<string, string> {
  return new Map(
    [...everyNode(picture.graph)].map((node) => [
      node.path,
      JSON.stringify([node.title, node.sublabel, node.badge, node.count, node.state]),
    ]),
  )
}

function toned(picture: TalkPicture, focus: ReadonlySet<string>): TalkPicture {
  if (!focus.size) return picture
  const { graph, layout, analysis, view } = picture
  const look = { ...picture.look, focus }
  return { ...picture, look, scene: draw(graph, layout, analysis, view, look) }
}
