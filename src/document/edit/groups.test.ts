import { expect, test } from 'vitest'
import { walk } from '../place'
import { checkEdit } from '../checkEdit.fixture'
import { example } from '../example.fixture'
import { pick, randomDiagram, randomFrom, some, somePaths } from '../randomDiagram.fixture'
import { own } from '../own'
import { placeIn } from '../place'
import { without } from '../own'
import type { Diagram } from '../schema'
import { edgeInto } from './edges'
import { moveIntoGroup, ungroup, whyNotGroup, whyNotUngroup } from './groups'
import { setState } from './states'
import { pathIn } from '../../shared/path'

test('edges that cross the wall get ports', () => {
  const changed = checkEdit(example, (d) => moveIntoGroup(d, '', ['project', 'join'], 'fusion', 'Fusion'))
  const group = changed.nodes.find((node) => node.id === 'fusion')!
  expect(group).toMatchInlineSnapshot(`
    {
      "group": {
        "edges": [
          {
            "from": "in.x",
            "to": "project.x",
          },
          {
            "from": "project.x",
            "to": "join.a",
          },
          {
            "from": "in.b",
            "to": "join.b",
          },
          {
            "from": "join.x",
            "to": "out.x",
          },
        ],
        "inputs": [
          {
            "id": "x",
          },
          {
            "id": "b",
          },
        ],
        "nodes": [
          {
            "block": "linear",
            "id": "project",
            "params": {
              "width": "width",
            },
          },
          {
            "block": "concat",
            "id": "join",
          },
        ],
        "outputs": [
          {
            "id": "x",
          },
        ],
      },
      "id": "fusion",
      "label": "Fusion",
    }
  `)
  expect(edgeInto(changed, '', 'fusion.x')).toEqual({
    from: 'vision.tokens',
    to: 'fusion.x',
    label: 'patches',
    shape: true,
  })
  expect(edgeInto(changed, '', 'norm.x')).toEqual({ from: 'fusion.x', to: 'norm.x' })
  expect(changed.nodes.map((node) => node.id)).toEqual(['image', 'vision', 'fusion', 'text', 'embed', 'lm', 'norm'])
  expect(changed.published![1]!.node).toBe('fusion/project')
  expect(changed.view!.pins).toMatchObject({ fusion: { x: 300, y: 0 }, 'fusion/project': { x: 0, y: 0 } })
})

test('a value that two nodes take gets one port', () => {
  const changed = checkEdit(example, (d) => moveIntoGroup(d, 'layer:', ['ln_1', 'attention', 'add_1'], 'core'))
  const { inputs, outputs, edges } = changed.modules!.layer!.nodes[0]!.group!
  expect([inputs, outputs]).toMatchObject([[{ id: 'x' }], [{ id: 'x' }]])
  expect(edges).toContainEqual({ from: 'in.x', to: 'add_1.a' })
  expect(changed.modules!.layer!.edges).toEqual([
    { from: 'in.x', to: 'core.x' },
    { from: 'core.x', to: 'out.x' },
  ])
})

test('says why not', () => {
  expect(whyNotGroup(example, '', ['vision', 'join'])).toBe('between')
  expect(whyNotGroup(example, '', ['nobody'])).toBe('elsewhere')
  expect(whyNotGroup(example, '', [])).toBe('elsewhere')
  expect(whyNotUngroup(example, 'lm')).toBe('noGroup')
  const repeated: Diagram = {
    ...example,
    nodes: example.nodes.map((node) => (node.group ? { ...node, repeat: 2 } : node)),
  }
  expect(whyNotUngroup(repeated, 'vision')).toBe('repeated')
  expect(checkEdit(repeated, (d) => ungroup(d, 'vision'))).toBe(repeated)
})

test('what a group says, its nodes say when it is gone', () => {
  const changed = checkEdit(example, (d) => ungroup(d, 'vision'))
  expect(changed.nodes.slice(0, 4).map((node) => node.id)).toEqual(['image', 'patch', 'blocks', 'project'])
  expect(changed.nodes[1]).toMatchObject({ id: 'patch', init: 'CLIP' })
  expect(changed.phases![0]!.states).toEqual({ patch: 'frozen', blocks: 'frozen', 'blocks/attention': 'trainable' })
  expect(edgeInto(changed, '', 'patch.image')).toEqual({ from: 'image.image', to: 'patch.image' })
  expect(edgeInto(changed, '', 'project.x')).toEqual({
    from: 'blocks.x',
    to: 'project.x',
    label: 'patches',
    shape: true,
  })
  expect(changed.published).toHaveLength(1)
  expect(changed.view!.unfolded).toEqual(['blocks'])
})

/** What holds for a path in a phase: the deepest statement on the way. */
function stateOf(diagram: Diagram, phase: string | undefined, path: string): string | undefined {
  const states = diagram.phases?.find((each) => each.id === phase)?.states
  let state: string | undefined
  let here = ''
  for (const { node } of walk(diagram, path)!) {
    here = pathIn(here, node.id)
    if (state !== 'absent') state = own(states, here) ?? node.state ?? state
  }
  return state
}

/** Everything about a graph but the order in which it is written. */
function unordered(diagram: Diagram): unknown {
  const text = (list: readonly unknown[]) => list.map((each) => JSON.stringify(each)).toSorted()
  return {
    ...diagram,
    nodes: text(diagram.nodes),
    edges: text(diagram.edges.map(({ from, to, ...rest }) => ({ from, to, ...rest }))),
    // Which node comes first in a file is part of neither.
    texts: text((diagram.texts ?? []).map(({ node, ...rest }) => ({ ...rest, node }))),
    frames: text((diagram.frames ?? []).map((frame) => ({ ...frame, nodes: frame.nodes.toSorted() }))),
  }
}

test('into a group and out again nothing is lost', () => {
  let tried = 0
  for (let seed = 0; seed < 150; seed++) {
    const random = randomFrom(seed)
    const drawn = randomDiagram(random, 8)
    const ids = some(random, drawn.nodes, 0.5).map((node) => node.id)
    // Of a frame around some nodes inside and some outside, only the group is left.
    const isSplit = drawn.frames?.some(({ nodes }) => new Set(nodes.map((id) => ids.includes(id))).size > 1)
    const before = isSplit ? without(drawn, 'frames') : drawn
    const grouped = checkEdit(before, (d) => moveIntoGroup(d, '', ids, 'the_group'))
    if (grouped === before) continue
    tried++
    const states = (diagram: Diagram, rename: (path: string) => string) =>
      somePaths(before).map((path) =>
        (diagram.phases ?? [{ id: undefined }]).map(({ id }) => stateOf(diagram, id, rename(path))),
      )
    expect(states(grouped, (path) => (ids.includes(path.split('/')[0]!) ? `the_group/${path}` : path))).toEqual(
      states(before, (path) => path),
    )
    expect(unordered(checkEdit(grouped, (d) => ungroup(d, 'the_group')))).toEqual(unordered(before))
  }
  expect(tried).toBeGreaterThan(60)
})

test('states hold when a group that states something is gone', () => {
  let tried = 0
  for (let seed = 0; seed < 150; seed++) {
    const random = randomFrom(seed)
    const start = randomDiagram(random, 8)
    const ids = some(random, start.nodes, 0.5).map((node) => node.id)
    const phase = pick(random, start.phases ?? [])?.id
    const grouped = moveIntoGroup(start, '', ids, 'the_group')
    const before = setState(
      setState(grouped, ['the_group'], 'frozen'),
      ['the_group'],
      pick(random, ['absent', 'trainable'] as const),
      { phase },
    )
    if (before === grouped) continue
    tried++
    const after = checkEdit(before, (d) => ungroup(d, placeIn('', 'the_group')))
    for (const path of somePaths(after)) {
      // Nodes without weights have no state to keep.
      const now = stateOf(after, phase, path)
      const was = stateOf(before, phase, ids.includes(path.split('/')[0]!) ? `the_group/${path}` : path)
      if (now !== undefined) expect([seed, path, now]).toEqual([seed, path, was])
    }
  }
  expect(tried).toBeGreaterThan(60)
})
