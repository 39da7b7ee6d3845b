import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freePlace } from './place'

const size = fc.record({ width: fc.integer({ min: 40, max: 900 }), height: fc.integer({ min: 20, max: 700 }) })
const box = fc.record({
  x: fc.integer({ min: -400, max: 900 }),
  y: fc.integer({ min: -400, max: 700 }),
  width: fc.integer({ min: 1, max: 500 }),
  height: fc.integer({ min: 1, max: 400 }),
})

test('a tip lies within the canvas and over nothing, or it is not there', () => {
  fc.assert(
    fc.property(
      size,
      size,
      fc.array(box, { maxLength: 12 }),
      fc.option(box, { nil: undefined }),
      (ground, card, taken, hand) => {
        const place = freePlace(ground, card, taken, hand)
        if (!place) return
        expect(place.x).toBeGreaterThan(0)
        expect(place.y).toBeGreaterThan(0)
        expect(place.x + card.width).toBeLessThan(ground.width)
        expect(place.y + card.height).toBeLessThan(ground.height)
        for (const { x, y, width, height } of taken) {
          const isApart =
            x + width <= place.x || y + height <= place.y || x >= place.x + card.width || y >= place.y + card.height
          expect(isApart).toBe(true)
        }
      },
    ),
  )
})

test('it stands where the hand is nearest', () => {
  const [ground, card] = [
    { width: 800, height: 600 },
    { width: 100, height: 40 },
  ]
  expect(freePlace(ground, card, [], { x: 790, y: 590 })).toEqual({ x: 688, y: 548 })
  expect(freePlace(ground, card, [{ x: 600, y: 500, width: 200, height: 100 }], { x: 790, y: 590 })).toEqual({
    x: 688,
    y: 280,
  })
})
