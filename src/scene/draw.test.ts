import { describe, expect, test } from 'vitest'
import type { Diagram } from '../document/schema'
import { bounds } from '../drawing/bounds'
import type { GroupPrimitive, Primitive, TextPrimitive } from '../drawing/primitives'
import { viewOf, type View } from '../graph/view'
import { layOut } from '../layout/inProcess'
import { render } from '../render'
import { sampleOf, tinyLanguageModel } from '../semantics/sample.fixture'
import { checkScene } from './check.fixture'
import { plainLook, type Look } from './look'
import { phrase } from './phrases'
import { themeNames } from './scene'
import { drawSelection } from './selection'
import { themes } from './themes'

const picture = (diagram: Diagram, overrides: Partial<View> = {}, look: Look = plainLook) =>
  render(diagram, viewOf(diagram, overrides), look, layOut)

function* everything(primitives: readonly Primitive[]): Generator<Primitive> {
  for (const each of primitives) {
    yield each
    if (each.kind === 'group') yield* everything(each.children)
  }
}

const groupOf = (primitives: readonly Primitive[], name: string) =>
  [...everything(primitives)].find(
    (each): each is GroupPrimitive => each.kind === 'group' && (each.node ?? each.edge ?? each.id) === name,
  )
const textsIn = (primitives: readonly Primitive[]) =>
  [...everything(primitives)].filter((each): each is TextPrimitive => each.kind === 'text')
const wordsIn = (primitives: readonly Primitive[], name: string) =>
  textsIn(groupOf(primitives, name)?.children ?? []).map((each) => each.text)

/** The outline of a node, or its legend, without any colour and wherever it stands. */
const withoutColour = (primitives: readonly Primitive[]): string[] =>
  [...everything(primitives)].flatMap((each) => {
    if (each.kind === 'text' || each.kind === 'group') return []
    const dash = each.dash?.join() ?? 'solid'
    return [`${each.kind} ${each.fill === 'none' ? 'line' : 'area'} ${dash} ${each.strokeWidth ?? ''}`]
  })

/** A norm, an embedding and a linear layer with a label and state each, in a phase where the last takes no part. */
const states = tinyLanguageModel({ embed: 'frozen', extra: 'absent' })

describe.each(themeNames)('%s', (theme) => {
  test('frozen, trainable, absent and plain differ without their colours', async () => {
    const { primitives } = (await picture(states, {}, { ...plainLook, theme })).scene
    const looks = ['embed', 'linear', 'extra', 'ids'].map((id) =>
      withoutColour(groupOf(primitives, id)!.children).join('\n'),
    )
    expect(new Set(looks).size).toBe(looks.length)
  })

  test('no place depends on the theme', async () => {
    const shape = async (name: typeof theme) => {
      const { scene } = await picture(states, {}, { ...plainLook, theme: name })
      return textsIn(scene.primitives).map(({ text, x, y }) => ({ text, x, y }))
    }
    expect(await shape(theme)).toEqual(await shape('light'))
  })

  test('without a background nothing is painted behind, with one the page of the theme', async () => {
    const look = { ...plainLook, theme }
    expect((await picture(states, {}, look)).scene.background).toBe(themes[theme].page)
    expect((await picture(states, {}, { ...look, background: false })).scene).not.toHaveProperty('background')
  })
})

test.each([
  ['a long word', 'Ω'.repeat(200)],
  ['many words', 'word '.repeat(80)],
  ['full-width signs', '視覚言語モデル'.repeat(20)],
  ['signs that are not shown', 'a\u0000\u202e\u2028b\n\tc'],
])('a label of %s stays in its box, open and closed', async (_, label) => {
  const inner = {
    inputs: [{ id: 'x' }],
    outputs: [{ id: 'x' }],
    nodes: [{ id: 'linear', block: 'linear', params: { width: 4 }, label, sublabel: label }],
    edges: [
      { from: 'in.x', to: 'linear.x' },
      { from: 'linear.x', to: 'out.x' },
    ],
  }
  const diagram = sampleOf(
    {
      symbols: { B: { example: 1 } },
      nodes: [
        { id: 'ids', block: 'tokenIds', params: { batch: ['B'], length: 3 }, label },
        { id: 'embed', block: 'tokenEmbedding', params: { vocab_size: 8, width: 4 } },
        { id: 'group', group: inner, label, sublabel: label, repeat: 12 },
      ],
    },
    [
      ['ids.ids', 'embed.ids'],
      ['embed.tokens', 'group.x'],
    ],
  )
  for (const unfolded of [[], ['group']]) {
    const { scene, graph, layout } = await picture(diagram, { unfolded: new Set(unfolded) })
    expect(checkScene(scene, graph, layout)).toEqual([])
  }
})

test('a long summary is wrapped beside the bar, and title, bar, legend and sources stay on the page', async () => {
  const summary = 'A sentence that goes on for much longer than one line of a slide. '.repeat(6).trim()
  const diagram: Diagram = {
    ...states,
    about: {
      title: 'A model with a rather long name, and a subtitle',
      summary,
      sources: [{ id: 's', title: summary }],
    },
  }
  const { scene, graph, layout } = await picture(diagram)
  expect(checkScene(scene, graph, layout)).toEqual([])
  const title = wordsIn(scene.primitives, 'title')
  expect(title.filter((line) => summary.includes(line) && line.length > 20).length).toBeGreaterThan(1)
  expect(title.filter((line) => summary.includes(line)).join(' ')).toBe(summary)
  const extent = bounds(scene.primitives)!
  expect(extent.x).toBeGreaterThanOrEqual(0)
  expect(extent.x + extent.width).toBeLessThanOrEqual(scene.width)
  expect(extent.y + extent.height).toBeLessThanOrEqual(scene.height)
})

test('title, bar and legend go when the view does without them', async () => {
  const { scene } = await picture(states, { title: false, bar: false, legend: false })
  for (const name of ['title', 'legend', 'sources']) expect(groupOf(scene.primitives, name)).toBeUndefined()
})

test('the legend explains what occurs and nothing else', async () => {
  const legend = async (diagram: Diagram, overrides: Partial<View> = {}) =>
    wordsIn((await picture(diagram, overrides)).scene.primitives, 'legend')
  const word = (name: Parameters<typeof phrase>[0]) => phrase(name, 'en')
  expect(await legend(states)).toEqual(
    ['trainable', 'frozen', 'plain', 'absent', 'language'].map((n) => word(n as never)),
  )
  expect(await legend(tinyLanguageModel())).toEqual(['trainable', 'plain', 'language'].map((n) => word(n as never)))
  expect(await legend(tinyLanguageModel(), { language: 'ja' })).toContain(phrase('trainable', 'ja'))
})

test('an edge is one group: line, head and label', async () => {
  const { scene, graph } = await picture(states, { shapes: 'all' })
  for (const { id, label } of graph.edges) {
    const { children } = groupOf(scene.primitives, id)!
    expect(children.filter((p) => p.kind === 'path' && p.stroke === 'none')).toHaveLength(1)
    expect(textsIn(children).map((p) => p.text)).toEqual(label ? [label.text] : [])
  }
})

test('problems are marked for the editor only', async () => {
  const wrong = sampleOf(
    {
      nodes: [
        { id: 'linear', block: 'linear', params: { width: 4 } },
        { id: 'norm', block: 'layerNorm' },
      ],
    },
    [['linear.x', 'norm.x']],
  )
  const colours = async (problems: boolean) =>
    [...everything((await picture(wrong, {}, { ...plainLook, problems })).scene.primitives)].map((p) =>
      p.kind === 'rect' ? p.fill : '',
    )
  expect(await colours(true)).toContain(themes.light.problem)
  expect(await colours(false)).not.toContain(themes.light.problem)
})

describe('a selection', () => {
  const select = async (paths: readonly string[], overrides: Partial<View> = {}) => {
    const view = viewOf(states, overrides)
    const { graph, layout, analysis } = await render(states, view, plainLook, layOut)
    return drawSelection(graph, layout, analysis, view, plainLook, paths)
  }
  const groups = (primitives: readonly Primitive[]) =>
    [...everything(primitives)].flatMap((p) => (p.kind === 'group' ? [p.node ?? p.edge] : []))

  test('has the nodes, the edges between them, and no frame', async () => {
    const scene = (await select(['embed', 'linear', 'nobody']))!
    expect(groups(scene.primitives).sort()).toEqual(['#embed.tokens>linear.x', 'embed', 'linear'])
    expect(groups((await select(['embed', 'loss']))!.primitives).sort()).toEqual(['embed', 'loss'])
  })

  test('fits its page, and is called after its nodes', async () => {
    const scene = (await select(['linear', 'extra']))!
    const extent = bounds(scene.primitives)!
    expect(extent.x).toBeGreaterThan(0)
    expect(extent.y).toBeGreaterThan(0)
    expect(extent.x + extent.width).toBeLessThan(scene.width)
    expect(extent.y + extent.height).toBeLessThan(scene.height)
    expect(scene.title.split(', ')).toHaveLength(2)
  })

  test('of what is not in the picture is nothing', async () => {
    expect(await select(['nobody'])).toBeUndefined()
    expect(await select([])).toBeUndefined()
  })
})
