import { everyNode } from '../../../graph/walk'
import { expect, test } from 'vitest'
import { shown, tinyEditor } from '../../tiny.fixture'
import { runCommand } from '../../commands/command'
import { commandOf } from '../../commands'
import { foldMarksFrom } from './foldMarks'
import { foldMarkAt, foldMarkZoom } from './overlay'

test('where chevrons are shown, no two are nearer than a hand can tell', async () => {
  const editor = tinyEditor()
  await shown(editor)
  runCommand(editor, commandOf('unfoldAll'))
  await shown(editor)
  const { graph, layout } = editor.state().session.shown!.picture
  const nodes = [...everyNode(graph)].filter((node) => node.foldable && layout.nodes.has(node.path))
  expect(nodes.length).toBeGreaterThan(0)
  const crowded = {
    ...layout,
    nodes: new Map(nodes.map(({ path }, i) => [path, { x: i * 9, y: 0, width: 90, height: 40 }])),
  }
  for (const where of [layout, crowded]) {
    const from = foldMarksFrom(graph, where)
    for (const zoom of [foldMarkZoom, 0.5, 1, 2, 4]) {
      const seen = nodes.filter(({ path }) => zoom >= from.get(path)!)
      expect(seen[0]).toBe(nodes[0])
      const places = seen.map(({ path }) => foldMarkAt(where.nodes.get(path)!, Infinity))
      for (const [i, one] of places.entries())
        for (const other of places.slice(i + 1))
          expect(Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y)) * zoom).toBeGreaterThanOrEqual(23.99)
    }
  }
})
