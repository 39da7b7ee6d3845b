import { expect, test } from 'vitest'
import { maskCells, maskNames } from '../blocks/masks'
import { bounds } from '../drawing/bounds'
import type { Primitive } from '../drawing/primitives'
import { viewOf } from '../graph/view'
import { layOut } from '../layout/inProcess'
import { render } from '../render'
import { sampleOf } from '../semantics/sample.fixture'
import { plainLook } from './look'
import { drawMask } from './mask'

const seen = (name: (typeof maskNames)[number]) => maskCells(name).flat().filter(Boolean).length
const squares = (primitive: Primitive | undefined) =>
  primitive?.kind === 'path' ? (primitive.d.match(/Z/g) ?? []).length : 0

test('a causal mask is a triangle, and a prefix mask sees more', () => {
  maskCells('causal').forEach((row, query) => row.forEach((sees, key) => expect(sees).toBe(key <= query)))
  maskCells('prefix').forEach((row, query) =>
    row.forEach((sees, key) => expect(sees).toBe(key <= query || (key < 2 && query < 2))),
  )
  expect(seen('own sequence')).toBe(18)
})

test.each(maskNames)('%s is drawn whole in its square: every pair once, seen or not', (name) => {
  const drawn = drawMask(name, 10, 20, 30, '#5B6572')
  expect(drawn.map(squares)).toEqual([seen(name), 36 - seen(name)])
  const { x, y, width, height } = bounds(drawn)!
  expect(x).toBeGreaterThanOrEqual(10)
  expect(y).toBeGreaterThanOrEqual(20)
  expect(x + width).toBeLessThanOrEqual(40)
  expect(y + height).toBeLessThanOrEqual(50)
})

test('an attention shows its mask beside its second line, and the legend says how to read it', async () => {
  const diagramWith = (mask: string) =>
    sampleOf(
      {
        symbols: { B: { example: 1 } },
        nodes: [
          { id: 'tokens', block: 'learnedTokens', params: { batch: ['B'], count: 4, width: 64 } },
          { id: 'attention', block: 'selfAttention', params: { heads: 1234567, head_width: 4, mask } },
        ],
      },
      [['tokens.tokens', 'attention.x']],
    )
  const draw = async (mask: string) => {
    const diagram = diagramWith(mask)
    const { graph, scene } = await render(diagram, viewOf(diagram), plainLook, layOut)
    return { node: graph.nodes[1]!, text: JSON.stringify(scene.primitives), scene }
  }
  const [full, causal] = [await draw('full'), await draw('causal')]
  expect([full.node.mask, causal.node.mask]).toEqual([undefined, 'causal'])
  expect(causal.node.size.width).toBeGreaterThan(full.node.size.width)
  expect([full, causal].map(({ text }) => text.includes('rows see columns'))).toEqual([false, true])
  const drawn = causal.scene.primitives.find((p) => p.kind === 'group' && p.node === 'attention')
  const inside = drawn?.kind === 'group' ? drawn.children : []
  const grid = bounds(inside.filter((p) => squares(p) > 1))!
  const second = bounds(inside.filter((p) => p.kind === 'text' && p.text.includes('1234567')))!
  expect(second.x + second.width).toBeLessThan(grid.x)
  expect(Math.abs(second.y + second.height / 2 - (grid.y + grid.height / 2))).toBeLessThan(4)
})
