import { expect, test } from 'vitest'
import type { Layout } from '../layout/layout'
import type { Scene } from './scene'
import { framing, leastText } from './framing'

const layout: Layout = {
  width: 2000,
  height: 800,
  nodes: new Map([
    ['a', { x: 100, y: 100, width: 200, height: 60 }],
    ['wide', { x: 0, y: 300, width: 1900, height: 100 }],
  ]),
  edges: new Map(),
}
const text = (node: string) =>
  ({
    kind: 'group',
    node,
    children: [{ kind: 'text', x: 0, y: 0, text: 'x', size: 12, weight: 400, anchor: 'start', fill: '#000000' }],
  }) as const
const scene: Scene = {
  width: 2000,
  height: 800,
  title: '',
  description: '',
  origin: { x: 0, y: 0 },
  primitives: [text('a'), text('wide')],
}
const screen = { width: 1280, height: 720 }
const stage = { width: 1280, height: 560 }

test('the whole, a box, or the focus', () => {
  const whole = framing('all', [], layout, scene, stage, screen)
  expect(whole.zoom).toBeCloseTo((1280 - 8) / 2056)
  const box = framing({ x: 0, y: 0, width: 1000, height: 200 }, [], layout, scene, stage, screen)
  expect(box.zoom).toBeGreaterThan(whole.zoom)
  const focus = framing('focus', ['a'], layout, scene, stage, screen)
  expect((100 + 100) * focus.zoom + focus.x).toBeCloseTo(640)
})

test.each([[{ width: 1280, height: 720 }], [{ width: 1920, height: 1080 }], [{ width: 3840, height: 2160 }]])(
  'what is in focus can be read on %j',
  (size) => {
    const room = { width: size.width, height: size.height * 0.8 }
    const { zoom, x, y } = framing('all', ['a'], layout, scene, room, size)
    expect(zoom * 12).toBeGreaterThanOrEqual(leastText * size.height - 1e-9)
    // All of it is on the stage.
    expect(100 * zoom + x).toBeGreaterThanOrEqual(0)
    expect(300 * zoom + x).toBeLessThanOrEqual(room.width)
    expect(160 * zoom + y).toBeLessThanOrEqual(room.height)
  },
)

test('what is too wide for that is at least whole', () => {
  const { zoom, x } = framing('all', ['wide'], layout, scene, stage, screen)
  expect(x).toBeGreaterThanOrEqual(-1)
  expect(1900 * zoom + x).toBeLessThanOrEqual(1281)
})
