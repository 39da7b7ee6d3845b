import { beforeAll, expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import { canConnect } from '../../document/connecting'
import { parseValue } from '../../document/parse'
import type { Diagram } from '../../document/schema'
import { everyNode } from '../../graph/walk'
import type { HandleRef } from '../canvas/edges/ends'
import { diagramOf } from '../state'
import { startLanguages } from '../strings/language'
import { shown, tiny, tinyEditor } from '../tiny.fixture'
import { fitsAt } from './fits'
import { addAtPort } from './placing'
import { portHere, refsOf, wantedAt } from './ports'
import { english } from '../../shared/message'

beforeAll(() => startLanguages('en'))

const clip = allDiagrams().find(({ name }) => name === 'clip')!.diagram

test.each<readonly [string, Diagram]>([
  ['a small diagram', tiny],
  ['CLIP', clip],
])('all that is offered at a port of %s can be joined to it', async (_, diagram) => {
  const editor = tinyEditor(diagram)
  await shown(editor)
  const graph = editor.state().session.shown!.picture.graph
  let offered = 0
  for (const { path } of everyNode(graph))
    for (const ref of refsOf(editor.state(), path)) {
      const here = portHere(editor.state(), ref)!
      const fits = fitsAt(diagram, here.graph, wantedAt(editor.state(), here))
      // What is sure comes before what may be.
      const sure = fits.map(({ kinds }) => kinds.length > 0)
      expect(sure).toEqual(sure.toSorted((a, b) => Number(b) - Number(a)))
      // One of them at each port; all of them at the first ones.
      for (const fit of offered < 60 ? fits : fits.slice(0, 1)) {
        offered++
        addAtPort(editor, fit, ref)
        const after = diagramOf(editor.state())
        expect(after, `${JSON.stringify(fit.ware)} at ${here.end}`).not.toBe(diagram)
        expect(parseValue(after)).toMatchObject({ ok: true })
        const added = editor.state().history.present.selection[0]!.split('/').at(-1)!
        expect(JSON.stringify(after)).toMatch(new RegExp(`"(from|to)":"${added}\\.`))
        editor.undo()
        expect(diagramOf(editor.state())).toBe(diagram)
      }
    }
  expect(offered).toBeGreaterThan(60)
})

test('what cannot be joined is not offered', async () => {
  const editor = tinyEditor()
  await shown(editor)
  const ref: HandleRef = { path: 'text', kind: 's', port: 'ids' }
  const here = portHere(editor.state(), ref)!
  const wares = fitsAt(tiny, '', wantedAt(editor.state(), here)).map(({ ware }) => JSON.stringify(ware))
  expect(wares).toContain('{"block":"tokenEmbedding"}')
  expect(wares).not.toContain('{"block":"selfAttention"}')
  expect(english(canConnect(tiny, '', 'text.ids', 'norm.x')!)).toMatch(/gives ids/)
})
