import { expect, test } from 'vitest'
import { snap } from './snapping'

const box = { x: 0, y: 0, width: 100, height: 40 }
const at = (x: number, y: number, width = 100, height = 40) => ({ x, y, width, height })

test('comes to rest in line with a beginning, a middle or an end', () => {
  expect(snap(box, { x: 203, y: 300 }, [at(200, 100)], { reach: 6 })).toEqual({
    by: { x: 200, y: 300 },
    guides: [
      { kind: 'line', from: { x: 200, y: 100 }, to: { x: 200, y: 340 } },
      { kind: 'line', from: { x: 250, y: 100 }, to: { x: 250, y: 340 } },
      { kind: 'line', from: { x: 300, y: 100 }, to: { x: 300, y: 340 } },
    ],
  })
  const narrow = snap(box, { x: 172, y: 300 }, [at(200, 100, 40, 10)], { reach: 6 })
  expect(narrow.by.x).toBe(170)
  expect(narrow.guides).toEqual([{ kind: 'line', from: { x: 220, y: 100 }, to: { x: 220, y: 340 } }])
  expect(snap(box, { x: 207, y: 300 }, [at(200, 100)], { reach: 6 })).toEqual({ by: { x: 207, y: 300 }, guides: [] })
})

test('comes to rest in the middle between two, and at the distance of neighbours', () => {
  const between = snap(box, { x: 203, y: 3 }, [at(0, 0), at(400, 0)], { reach: 6 })
  expect(between.by).toEqual({ x: 200, y: 0 })
  expect(between.guides.filter(({ kind }) => kind === 'gap')).toEqual([
    { kind: 'gap', from: { x: 100, y: 20 }, to: { x: 200, y: 20 } },
    { kind: 'gap', from: { x: 300, y: 20 }, to: { x: 400, y: 20 } },
  ])
  expect(snap(box, { x: 264, y: 0 }, [at(0, 0), at(130, 0)], { reach: 6 }).by.x).toBe(260)
  expect(snap(box, { x: -134, y: 0 }, [at(0, 0), at(130, 0)], { reach: 6 }).by.x).toBe(-130)
})

test('far from all it keeps to the grid, where there is one', () => {
  expect(snap(box, { x: 1003, y: 1006 }, [at(0, 0)], { reach: 6, grid: 8 }).by).toEqual({ x: 1000, y: 1008 })
  expect(snap(box, { x: 1003, y: 1006 }, [at(0, 0)], { reach: 6 }).by).toEqual({ x: 1003, y: 1006 })
})
