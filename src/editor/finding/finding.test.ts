import { beforeAll, describe, expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import type { DiagramNode } from '../../document/schema'
import { analyse } from '../../semantics/analyse'
import { everyNode } from '../../semantics/tree'
import { idsOf } from '../../shared/path'
import { startLanguages } from '../strings/language'
import { shown, tiny, tinyEditor } from '../tiny.fixture'
import { goToMatch } from './go'
import { outlineRows, treeMove, typedTo } from './outline'
import { find, findable } from './search'

beforeAll(() => startLanguages('en'))

const tree = analyse(tiny).tree
const rows = outlineRows(tree, new Set(['stack']))

describe('outline', () => {
  test('has every node when all stands open, with its place among its siblings', () => {
    for (const { diagram } of allDiagrams()) {
      const whole = analyse(diagram).tree
      const all = [...everyNode(whole)]
      const lines = outlineRows(whole, new Set(all.map((item) => item.path)))
      expect(lines.map((row) => row.path)).toEqual(all.map((item) => item.path))
      for (const row of lines) expect(row.level).toBe(idsOf(row.path).length)
    }
    expect(rows.map(({ path, position, siblings }) => [path, position, siblings])).toEqual([
      ['image', 1, 5],
      ['embed', 2, 5],
      ['stack', 3, 5],
      ['stack/norm', 1, 2],
      ['stack/linear', 2, 2],
      ['norm', 4, 5],
      ['text', 5, 5],
    ])
  })

  test.each([
    [2, 'ArrowDown', { to: 3 }],
    [6, 'ArrowDown', { to: 6 }],
    [3, 'ArrowLeft', { to: 2 }],
    [2, 'ArrowLeft', { close: 'stack' }],
    [2, 'ArrowRight', { to: 3 }],
    [0, 'ArrowRight', undefined],
    [1, 'ArrowLeft', undefined],
    [3, 'Home', { to: 0 }],
    [0, 'End', { to: 6 }],
    [0, 'PageDown', { to: 4 }],
    [0, 'x', undefined],
  ])('from line %i, %s leads to %j', (at, key, expected) => {
    expect(treeMove(rows, at, key, 4)).toEqual(expected)
  })

  test('a folded line opens, and a star opens all beside it', () => {
    const folded = outlineRows(tree, new Set())
    expect(treeMove(folded, 2, 'ArrowRight', 4)).toEqual({ open: ['stack'] })
    expect(treeMove(folded, 0, '*', 4)).toEqual({ open: ['stack'] })
    const holding = (id: string, ...nodes: DiagramNode[]): DiagramNode => ({ id, group: { nodes, edges: [] } })
    const nodes = [holding('tower', holding('layer')), holding('tower2', holding('layer'))]
    const both = outlineRows(analyse({ ...tiny, nodes, edges: [] }).tree, new Set(['tower', 'tower2']))
    expect(treeMove(both, 1, '*', 4)).toEqual({ open: ['tower/layer'] })
  })

  test('letters lead to the next line that begins with them', () => {
    const titles = ['Image', 'Norm', 'Note', 'Linear']
    expect(typedTo(titles, 0, 'n')).toBe(1)
    expect(typedTo(titles, 1, 'n')).toBe(2)
    expect(typedTo(titles, 2, 'n')).toBe(1)
    expect(typedTo(titles, 1, 'not')).toBe(2)
    expect(typedTo(titles, 0, 'z')).toBeUndefined()
  })
})

describe('search', () => {
  const clip = allDiagrams().find((each) => each.name === 'clip')!.diagram
  const entries = findable(analyse(clip), 'en')
  const targets = (search: string) => find(entries, search).map(({ target }) => target)

  test('finds labels in every language, blocks, ids, settings and symbols; titles come first', () => {
    expect(targets('image encoder')[0]).toEqual({ kind: 'node', path: 'image_encoder' })
    expect(targets('IMAGE  encoder')[0]).toEqual({ kind: 'node', path: 'image_encoder' })
    expect(targets('image_norm')).toContainEqual({ kind: 'node', path: 'image_norm' })
    expect(targets('contrastiveLoss')).toContainEqual({ kind: 'node', path: 'loss' })
    const symbol = Object.keys(clip.symbols!)[0]!
    expect(targets(symbol)).toContainEqual({ kind: 'symbol', name: symbol })
    const flamingo = findable(analyse(allDiagrams().find((each) => each.name === 'flamingo')!.diagram), 'en')
    expect(find(flamingo, 'stride = 2').map((match) => match.field)).toContain('settings')
    // By what it lies in, and by its path.
    for (const search of ['resampler ffw', 'resampler/layers/mlp'])
      expect(find(flamingo, search)[0]?.target, search).toEqual({ kind: 'node', path: 'resampler/layers/mlp' })
    expect(find(flamingo, 'image_size')[0]?.target).toEqual({ kind: 'symbol', name: 'image_size' })
    expect(find(entries, '   ')).toEqual([])
    expect(find(entries, 'no such thing')).toEqual([])
  })

  test('marks exactly the words, wherever the excerpt was cut', () => {
    for (const word of ['norm', 'a', 'proj']) {
      for (const { text, marks } of find(entries, word)) {
        expect(marks.length).toBeGreaterThan(0)
        for (const [from, to] of marks) expect(text.slice(from, to).toLowerCase()).toContain(word)
      }
    }
  })

  test('goes from match to match, all the way round, and opens what hides one', async () => {
    const editor = tinyEditor()
    await shown(editor)
    editor.setSession({ search: 'layerNorm' })
    const visited: string[] = []
    for (let i = 0; i < 3; i++) {
      goToMatch(editor, 1)
      await shown(editor)
      visited.push(editor.state().history.present.selection[0]!)
    }
    expect(new Set(visited)).toEqual(new Set(['norm', 'stack/norm']))
    expect(visited[2]).toBe(visited[0])
    expect(editor.state().session.shown!.picture.layout.nodes.has('stack/norm')).toBe(true)
    goToMatch(editor, -1)
    expect(editor.state().history.present.selection).toEqual([visited[1]])
  })
})
