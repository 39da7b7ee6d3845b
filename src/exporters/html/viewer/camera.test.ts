import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitted, panned, zoomed, type Camera } from './camera'

const length = fc.double({ min: 1, max: 5000, noNaN: true })
const sizes = fc.record({ width: length, height: length })
const points = fc.record({ x: length, y: length })

/** Where a point of the picture is seen. */
const seen = ({ x, y, zoom }: Camera, point: { x: number; y: number }) => [x + zoom * point.x, y + zoom * point.y]

test('all of a picture that fits is in the room, as far from one end as from the other, and touches a wall', () => {
  fc.assert(
    fc.property(sizes, sizes, (picture, room) => {
      const camera = fitted(picture, room)
      const [left, top] = seen(camera, { x: 0, y: 0 }) as [number, number]
      const [right, bottom] = seen(camera, { x: picture.width, y: picture.height }) as [number, number]
      expect(left).toBeCloseTo(room.width - right, 6)
      expect(top).toBeCloseTo(room.height - bottom, 6)
      expect(Math.min(left, top)).toBeCloseTo(0, 6)
    }),
  )
})

test('what lies under the hand stays there at any zoom, which has bounds', () => {
  const factors = fc.double({ min: 0.01, max: 100, noNaN: true })
  fc.assert(
    fc.property(points, points, factors, (from, hand, factor) => {
      const before = { ...from, zoom: 1 }
      const under = { x: hand.x - before.x, y: hand.y - before.y }
      const after = zoomed(before, factor, hand)
      const [x, y] = seen(after, under) as [number, number]
      expect(x).toBeCloseTo(hand.x, 6)
      expect(y).toBeCloseTo(hand.y, 6)
      expect(after.zoom).toBe(Math.min(8, Math.max(0.05, factor)))
    }),
  )
})

test('a hand moves it as far as it goes', () => {
  expect(panned({ x: 1, y: 2, zoom: 3 }, 10, -20)).toEqual({ x: 11, y: -18, zoom: 3 })
})
