// A small document and a layout that needs no engine, for tests of the editor.
import type { Diagram } from '../document/schema'
import type { Graph } from '../graph/graph'
import type { LayOut, Layout, Route } from '../layout/layout'
import type { Box } from '../shared/geometry'
import { createEditor, type Editor } from './editor'
import type { Preferences } from './preferences'
import { pathIn } from '../shared/path'

/** Two repeated layers in a row between an image and a norm; the layer is a module. */
export const tiny: Diagram = {
  version: 1,
  about: { title: 'Tiny' },
  symbols: { B: { example: 1 }, d: 8 },
  variants: [
    { id: 'small', set: { d: 8 } },
    { id: 'large', set: { d: 16 } },
  ],
  phases: [{ id: 'training', label: 'Training', states: { embed: 'frozen' } }],
  modules: {
    layer: {
      inputs: [{ id: 'x', kind: 'tokens' }],
      outputs: [{ id: 'x', kind: 'tokens' }],
      nodes: [
        { id: 'norm', block: 'layerNorm' },
        { id: 'linear', block: 'linear', params: { width: 'd' } },
      ],
      edges: [
        { from: 'in.x', to: 'norm.x' },
        { from: 'norm.x', to: 'linear.x' },
        { from: 'linear.x', to: 'out.x' },
      ],
    },
  },
  nodes: [
    { id: 'image', block: 'image', params: { size: 32 } },
    { id: 'embed', block: 'patchEmbedding', params: { patch_size: 8, width: 'd' } },
    { id: 'stack', module: 'layer', repeat: 3 },
    { id: 'norm', block: 'layerNorm' },
    { id: 'text', block: 'tokenIds' },
  ],
  edges: [
    { from: 'image.image', to: 'embed.image' },
    { from: 'embed.tokens', to: 'stack.x' },
    { from: 'stack.x', to: 'norm.x' },
  ],
}

/** Nodes in a row, edges straight between their middles. */
export const rowLayOut: LayOut = (graph) => Promise.resolve(inRow(graph))

export function inRow(graph: Graph): Layout {
  const nodes = new Map<string, Box>()
  const edges = new Map<string, Route>()
  const visit = (level: Graph, path: string, left: number, top: number): { width: number; height: number } => {
    let x = left + 20
    let height = 60
    for (const node of level.nodes) {
      const inner = node.inside ? visit(node.inside, node.path, x, top + 40) : undefined
      const box = { x, y: top + 40, width: inner?.width ?? 100, height: inner?.height ?? 40 }
      nodes.set(node.path, box)
      x += box.width + 40
      height = Math.max(height, box.height + 80)
    }
    const width = Math.max(100, x - left - 20)
    const boxOf = (id: string | undefined): Box =>
      nodes.get(id === undefined ? '' : pathIn(path, id)) ?? { x: left, y: top, width, height }
    for (const { id, from, to } of level.edges) {
      const [start, end] = [boxOf(from.node), boxOf(to.node)]
      const startX = from.node === undefined ? start.x : start.x + start.width
      const endX = to.node === undefined ? end.x + end.width : end.x
      edges.set(id, {
        points: [
          { x: startX, y: start.y + start.height / 2 },
          { x: endX, y: end.y + end.height / 2 },
        ],
      })
    }
    return { width, height }
  }
  return { ...visit(graph, '', 0, 0), nodes, edges }
}

export const tinyPreferences: Preferences = {
  theme: 'light',
  language: 'en',
  scale: 1,
  tips: true,
  tipsSeen: {},
  palette: true,
  side: 'blocks',
  inspector: true,
  minimap: true,
  hints: true,
  snap: true,
  grid: false,
  shapeText: 'free',
}

/** An editor that shows the document; wait for `shown` before asking for its picture. */
export function tinyEditor(diagram: Diagram = tiny, layOut: LayOut = rowLayOut): Editor {
  return createEditor({
    diagram,
    origin: { name: 'tiny' },
    layOut,
    preferences: tinyPreferences,
  })
}

/** When the newest state of the document has its picture. */
export function shown(editor: Editor): Promise<void> {
  return new Promise((resolve) => {
    const isThere = () => editor.state().session.shown?.diagram === editor.state().history.present.diagram
    if (isThere()) return resolve()
    const stop = editor.store.subscribe(() => {
      if (!isThere()) return
      stop()
      resolve()
    })
  })
}
