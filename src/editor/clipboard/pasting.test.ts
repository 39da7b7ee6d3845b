import { expect, test } from 'vitest'
import { setEdge } from '../../document/edit/edges'
import { setLabel } from '../../document/edit/words'
import { diagramOf } from '../state'
import { shown, tiny, tinyEditor } from '../tiny.fixture'
import { pasteText } from './pasting'
import { edgeId } from '../../shared/edgeId'

test('pasted text becomes the words of one language, on an edge as on a node', async () => {
  const words = { en: 'tokens', ja: 'トークン' }
  const named = setEdge(setLabel(tiny, 'norm', 'Norm', 'en'), '', 'norm.x', { label: words })
  const editor = tinyEditor({
    ...named,
    nodes: named.nodes.map((node) => (node.id === 'norm' ? { ...node, label: words } : node)),
  })
  await shown(editor)
  editor.select(['norm', edgeId('', { from: 'stack.x', to: 'norm.x' })])
  pasteText(editor, ' image\n tokens ')
  const { nodes, edges } = diagramOf(editor.state())
  const now = { en: 'image tokens', ja: 'トークン' }
  expect(nodes.find(({ id }) => id === 'norm')!.label).toEqual(now)
  expect(edges.find(({ to }) => to === 'norm.x')!.label).toEqual(now)
})
