// How good a placed level is, as one number: smaller is better. The weights are in pixels of line.
import type { Flow, Placed } from './flow'
import { netOf } from './flow'
import type { Segment } from './plane'
import { segmentsOf } from './plane'

const perCrossing = 120
const perBend = 14
/** A source that does not stand where reading begins. */
const perLateSource = 160
/** The area of a square with this side costs as much as a line of its length. */
const areaSide = 900

export interface Untidiness {
  readonly cost: number
  readonly crossings: number
  /** Sources that do not stand where reading begins. */
  readonly late: number
}

export function untidiness(flow: Flow, placed: Placed): Untidiness {
  const segments: { net: string; segment: Segment }[] = []
  let bends = 0
  let length = 0
  const counted = new Set<string>()
  for (const edge of flow.edges) {
    const { points } = placed.routes.get(edge.id)!
    bends += points.length - 2
    for (const segment of segmentsOf(points)) {
      segments.push({ net: netOf(edge), segment })
      const [a, b] = segment
      // A shared trunk counts once.
      const key = `${netOf(edge)} ${a.x} ${a.y} ${b.x} ${b.y}`
      if (!counted.has(key)) length += Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
      counted.add(key)
    }
  }
  const area = (placed.width * placed.height) / areaSide
  const crossings = crossingsOf(segments)
  const late = lateSources(flow, placed)
  return { cost: crossings * perCrossing + bends * perBend + length + area + late * perLateSource, crossings, late }
}

function crossingsOf(segments: readonly { net: string; segment: Segment }[]): number {
  const flat = segments.filter(({ segment: [a, b] }) => a.y === b.y && a.x !== b.x)
  const upright = segments.filter(({ segment: [a, b] }) => a.x === b.x && a.y !== b.y)
  let count = 0
  for (const { net, segment } of flat) {
    const [left, right] = [Math.min(segment[0].x, segment[1].x), Math.max(segment[0].x, segment[1].x)]
    for (const other of upright) {
      if (other.net === net) continue
      const { x } = other.segment[0]
      const y = segment[0].y
      const [top, bottom] = [
        Math.min(other.segment[0].y, other.segment[1].y),
        Math.max(other.segment[0].y, other.segment[1].y),
      ]
      if (x > left && x < right && y > top && y < bottom) count++
    }
  }
  return count
}

function lateSources(flow: Flow, placed: Placed): number {
  const fed = new Set(flow.edges.map((edge) => edge.to.node))
  const feeding = new Set(flow.edges.map((edge) => edge.from.node))
  const sources = flow.nodes.filter(({ id }) => !fed.has(id) && feeding.has(id))
  if (sources.length === 0) return 0
  const first = Math.min(...[...placed.nodes.values()].map(({ x }) => x))
  const middles = sources.map(({ id }) => placed.nodes.get(id)!)
  const widest = Math.max(...middles.map(({ width }) => width))
  return middles.filter(({ x }) => x > first + widest).length
}
