import fc from 'fast-check'
import { expect, test } from 'vitest'
import { squarify } from './squarify'

const box = { x: 10, y: 20, width: 600, height: 300 }

test('the example of the paper: 6, 6, 4, 3, 2, 2, 1 in 6 × 4', () => {
  const found = squarify([6, 6, 4, 3, 2, 2, 1], { x: 0, y: 0, width: 6, height: 4 })
  expect(found[0]).toEqual({ x: 0, y: 0, width: 3, height: 2 })
  expect(found[1]).toEqual({ x: 0, y: 2, width: 3, height: 2 })
})

test('areas are in proportion, inside the box, and no two lie on each other', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 1, maxLength: 30 }), (raw) => {
      const sizes = raw.toSorted((a, b) => b - a)
      const total = sizes.reduce((a, b) => a + b)
      const found = squarify(sizes, box)
      found.forEach((each, i) => {
        expect(each.width * each.height).toBeCloseTo((sizes[i]! / total) * box.width * box.height, 4)
        expect(each.x).toBeGreaterThanOrEqual(box.x - 1e-6)
        expect(each.y).toBeGreaterThanOrEqual(box.y - 1e-6)
        expect(each.x + each.width).toBeLessThanOrEqual(box.x + box.width + 1e-6)
        expect(each.y + each.height).toBeLessThanOrEqual(box.y + box.height + 1e-6)
        for (const other of found.slice(0, i)) {
          const across = Math.min(each.x + each.width, other.x + other.width) - Math.max(each.x, other.x)
          const down = Math.min(each.y + each.height, other.y + other.height) - Math.max(each.y, other.y)
          expect(Math.min(across, down)).toBeLessThanOrEqual(1e-6)
        }
      })
    }),
  )
})
