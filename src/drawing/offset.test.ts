import { expect, test } from 'vitest'
import { offsetPolyline } from './offset'

test('below a line to the right, above one to the left', () => {
  expect(
    offsetPolyline(
      [
        { x: 0, y: 0 },
        { x: 10, y: 0 },
      ],
      3,
    ),
  ).toEqual([
    { x: 0, y: 3 },
    { x: 10, y: 3 },
  ])
  expect(
    offsetPolyline(
      [
        { x: 10, y: 0 },
        { x: 0, y: 0 },
      ],
      3,
    ),
  ).toEqual([
    { x: 10, y: -3 },
    { x: 0, y: -3 },
  ])
})

test('corners keep the distance to both pieces', () => {
  expect(
    offsetPolyline(
      [
        { x: 0, y: 0 },
        { x: 10, y: 0 },
        { x: 10, y: 20 },
        { x: 30, y: 20 },
      ],
      2,
    ),
  ).toEqual([
    { x: 0, y: 2 },
    { x: 8, y: 2 },
    { x: 8, y: 22 },
    { x: 30, y: 22 },
  ])
})

test('repeated points, a line that turns back, a single point', () => {
  expect(
    offsetPolyline(
      [
        { x: 0, y: 0 },
        { x: 0, y: 0 },
        { x: 10, y: 0 },
      ],
      1,
    ),
  ).toEqual([
    { x: 0, y: 1 },
    { x: 10, y: 1 },
  ])
  expect(
    offsetPolyline(
      [
        { x: 0, y: 0 },
        { x: 10, y: 0 },
        { x: 5, y: 0 },
      ],
      1,
    )[1],
  ).toEqual({ x: 10, y: 1 })
  expect(offsetPolyline([{ x: 4, y: 5 }], 9)).toEqual([{ x: 4, y: 5 }])
})
