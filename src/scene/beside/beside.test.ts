// Side by side: of two diagrams, or of two settings of one, what differs is marked in both, and nothing else is.
import { expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import type { Diagram } from '../../document/schema'
import { textsIn } from '../../drawing/texts'
import { bounds } from '../../drawing/bounds'
import type { Graph } from '../../graph/graph'
import { resolve } from '../../graph/resolve'
import { viewOf, type View } from '../../graph/view'
import { layOut } from '../../layout/inProcess'
import { render } from '../../render'
import { analyse } from '../../semantics/analyse'
import { plainLook } from '../look'
import { beside } from './beside'
import { differencesOf, differingIn } from './differences'
import { marksIn } from './marks'

const all = allDiagrams()
const named = (name: string): Diagram => all.find((each) => each.name === name)!.diagram

function seen(diagram: Diagram, asked: Partial<View> = {}) {
  const view = viewOf(diagram, asked)
  const analysis = analyse(diagram, view)
  return { analysis, graph: resolve(analysis, view) }
}

function pathsIn(graph: Graph): string[] {
  return graph.nodes.flatMap((node) => [node.path, ...(node.inside ? pathsIn(node.inside) : [])])
}

const partsOf = ({ changed, onlyLeft, onlyRight }: ReturnType<typeof differencesOf>) => ({
  changed: changed.map(({ left, right, how }) => [left.path, right.path, how.join()]),
  onlyLeft: onlyLeft.map(({ path }) => path),
  onlyRight: onlyRight.map(({ path }) => path),
})

test.each(all)('$name beside itself: every part has itself for a mate, and nothing differs', ({ diagram }) => {
  const one = seen(diagram)
  const differences = differencesOf(one, seen(diagram))
  expect(partsOf(differences)).toEqual({ changed: [], onlyLeft: [], onlyRight: [] })
  expect([...differences.mates]).toEqual(pathsIn(one.graph).map((path) => [path, path]))
})

test.each(['clip', 'limoe', 'flamingo', 'pali'])(
  'every diagram beside %s: each part once, the other way round too',
  (name) => {
    const right = seen(named(name))
    const rights = new Set(pathsIn(right.graph))
    for (const { diagram, name: other } of all) {
      const left = seen(diagram)
      const there = differencesOf(left, right)
      const [back, lefts] = [differencesOf(right, left), new Set(pathsIn(left.graph))]
      const mates = [...there.mates]
      expect(
        mates.every(([a, b]) => lefts.has(a) && rights.has(b)),
        other,
      ).toBe(true)
      expect(new Set(mates.map(([, b]) => b)).size, other).toBe(mates.length)
      // What is alone on one side is alone on it whichever side that is.
      expect(partsOf(back).onlyLeft.length, other).toBe(there.onlyRight.length)
      expect(partsOf(back).onlyRight.length, other).toBe(there.onlyLeft.length)
      for (const side of ['left', 'right'] as const)
        expect([...marksIn(there, side).keys()].sort(), other).toEqual([...differingIn(there, side)].sort())
    }
  },
)

test('by role, whatever it is called: Flamingo and PaLI', () => {
  const { mates, onlyLeft, onlyRight } = differencesOf(seen(named('flamingo')), seen(named('pali')))
  const pairs = Object.fromEntries(mates)
  expect(pairs).toMatchObject({
    image: 'image',
    vision: 'vision',
    project_latents: 'projection',
    text: 'text',
    groups: 'encoder',
    tail: 'decoder',
    head: 'lm_head',
    loss: 'loss',
  })
  expect(onlyLeft.map(({ path }) => path)).toEqual(['resampler', 'mask'])
  expect(onlyRight.map(({ path }) => path)).toEqual(['concat', 'target', 'decoder_embed'])
})

test('the same loss finds its like before what bears its name', () => {
  const { mates, onlyRight } = differencesOf(seen(named('align')), seen(named('limoe')))
  expect(mates.get('loss')).toBe('contrastive')
  expect(onlyRight.map(({ path }) => path)).toContain('loss')
})

test('a phase: what is left out differs in state; a variant: in size', () => {
  const pali = named('pali')
  const phases = partsOf(differencesOf(seen(pali), seen(pali, { phase: pali.phases![1]!.id })))
  expect(phases.changed.every(([, , how]) => how!.includes('state'))).toBe(true)
  expect(phases.changed.length).toBeGreaterThan(0)
  const clip = named('clip')
  const variants = partsOf(differencesOf(seen(clip), seen(clip, { variant: 'ViT-L/14' })))
  expect(variants.changed.length).toBeGreaterThan(0)
  expect(variants.changed.every(([, , how]) => how === 'size')).toBe(true)
  expect([...variants.onlyLeft, ...variants.onlyRight]).toEqual([])
})

test.each([
  ['clip', 'lit', {}],
  ['flamingo', 'pali', { large: true, legend: false, bar: false }],
  ['gpt-2', 'perceiver', { language: 'ja' as const }],
] as const)(
  '%s beside %s is one page: both, the numbers, the meaning of the marks; nothing off it',
  async (a, b, asked) => {
    const [left, right] = await Promise.all(
      [a, b].map(async (name) => {
        const view = viewOf(named(name), asked)
        return { ...(await render(named(name), view, plainLook, layOut)), view, look: plainLook }
      }),
    )
    const scene = beside(left!, right!)
    const texts = textsIn(scene.primitives).map(({ text }) => text)
    const numbers = texts.filter((text) => /^[\d.]+[KMBT]$/.test(text))
    expect(numbers.length).toBeGreaterThanOrEqual(6)
    const box = bounds(scene.primitives)!
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.y).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(scene.width)
    expect(box.y + box.height).toBeLessThanOrEqual(scene.height)
  },
)
