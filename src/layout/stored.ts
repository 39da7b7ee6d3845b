// A layout as plain data, kept beside a diagram so that its overview is painted without waiting for ELK.
import type { Box, Point } from '../shared/geometry'
import type { FlowDirection, Layout, Route } from './layout'

type Numbers = readonly [x: number, y: number, width: number, height: number]

export interface StoredLayout {
  /** The key of the graph that it belongs to; for any other graph it means nothing. */
  readonly key: string
  readonly direction: FlowDirection
  readonly width: number
  readonly height: number
  readonly nodes: Readonly<Record<string, Numbers>>
  readonly edges: Readonly<
    Record<string, { readonly points: readonly (readonly [number, number])[]; readonly label?: Numbers }>
  >
}

export function storeLayout(layout: Layout, key: string, direction: FlowDirection): StoredLayout {
  const edge = ({ points, label }: Route) => ({
    points: points.map(({ x, y }) => [round(x), round(y)] as const),
    ...(label && { label: numbers(label) }),
  })
  return {
    key,
    direction,
    width: round(layout.width),
    height: round(layout.height),
    nodes: Object.fromEntries([...layout.nodes].map(([path, at]) => [path, numbers(at)])),
    edges: Object.fromEntries([...layout.edges].map(([id, route]) => [id, edge(route)])),
  }
}

export function restoreLayout(stored: StoredLayout): Layout {
  const route = ({ points, label }: StoredLayout['edges'][string]): Route => ({
    points: points.map(([x, y]): Point => ({ x, y })),
    ...(label && { label: box(label) }),
  })
  return {
    width: stored.width,
    height: stored.height,
    nodes: new Map(Object.entries(stored.nodes).map(([path, at]) => [path, box(at)])),
    edges: new Map(Object.entries(stored.edges).map(([id, each]) => [id, route(each)])),
  }
}

function box([x, y, width, height]: Numbers): Box {
  return { x, y, width, height }
}

function numbers({ x, y, width, height }: Box): Numbers {
  return [round(x), round(y), round(width), round(height)]
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
