// Names a graph by all that decides its geometry, so that equal graphs share one layout.
import type { Size } from '../shared/geometry'
import type { Graph } from './graph'
import { box } from './typography'

/** Equal for graphs whose nodes, ports, edges, labels and pins would be laid out alike; titles and colours do not count. */
export function graphKey(graph: Omit<Graph, 'key'>): string {
  const parts: unknown[] = [graph.direction ?? '', graph.inputs.map(port), graph.outputs.map(port)]
  for (const n of graph.nodes)
    parts.push([
      n.id,
      n.size.width,
      n.size.height,
      n.sign,
      n.stacked,
      n.inputs.map(port),
      n.outputs.map(port),
      n.inside?.key ?? '',
      n.pin ? [n.pin.x, n.pin.y] : '',
    ])
  for (const e of graph.edges)
    parts.push([e.from.node ?? '', e.from.port, e.to.node ?? '', e.to.port, ...chip(e.label?.size)])
  return hash(JSON.stringify(parts))
}

/** The height only where it is not that of a line of text. */
function chip(size: Size | undefined): number[] {
  const { width, height } = size ?? { width: 0, height: box.chipHeight }
  return height === box.chipHeight ? [width] : [width, height]
}

function port(p: { id: string; side: boolean; free: boolean }): string {
  return `${p.id}${p.side ? '/' : ''}${p.free ? '-' : ''}`
}

/** 106 bits in base 36: two runs of cyrb53 with different seeds. */
function hash(text: string): string {
  return run(text, 0x9e3779b9).toString(36) + run(text, 0x85ebca6b).toString(36)
}

function run(text: string, seed: number): number {
  let a = 0xdeadbeef ^ seed
  let b = 0x41c6ce57 ^ seed
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    a = Math.imul(a ^ c, 2654435761)
    b = Math.imul(b ^ c, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0)
}
