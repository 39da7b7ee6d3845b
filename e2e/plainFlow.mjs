// For the benchmark: a React Flow canvas with nothing on it but plain nodes, and what a hand does on it.
import { ReactFlow, useNodesState } from '@xyflow/react'
import { createElement, useEffect } from 'react'
import { createRoot } from 'react-dom/client'

const columns = 24

/** @param {number} count */
const grid = (count) =>
  Array.from({ length: count }, (_, i) => ({
    id: String(i),
    position: { x: (i % columns) * 180, y: Math.floor(i / columns) * 70 },
    data: { label: `Node ${i}` },
  }))

/** @param {{ count: number }} props */
function Plain({ count }) {
  const [nodes, setNodes, onNodesChange] = useNodesState(grid(count))
  useEffect(() => {
    Object.assign(window, {
      // Folding moves what stands behind.
      fold: () => setNodes((all) => all.map((node, i) => (i < count / 2 ? node : shifted(node)))),
      /** @param {string} label */
      rename: (label) => setNodes((all) => all.map((node, i) => (i === 0 ? { ...node, data: { label } } : node))),
    })
  }, [count, setNodes])
  return createElement(ReactFlow, { nodes, onNodesChange, fitView: true, minZoom: 0.05 })
}

/** @param {{ id: string, position: { x: number, y: number }, data: { label: string } }} node */
function shifted(node) {
  return { ...node, position: { x: node.position.x, y: node.position.y + 140 } }
}

Object.assign(window, {
  /** @param {number} count */
  start: (count) => createRoot(document.body.firstElementChild).render(createElement(Plain, { count })),
})
