import { describe, expect, test } from 'vitest'
import { bounds, pathBounds } from './bounds'
import { blend } from './colour'
import { chevron, flame, lock, pin, snowflake } from './icons'
import {
  alongPolyline,
  arrowhead,
  breakPolyline,
  endDirection,
  polylineLength,
  roundedPolyline,
  shorten,
} from './polyline'
import { sample } from './sample.fixture'

const p = (x: number, y: number) => ({ x, y })
const bend = [p(754, 228), p(786, 228), p(786, 256), p(820, 256)]

describe('roundedPolyline', () => {
  test('rounds corners as the look does', () =>
    expect(roundedPolyline(bend)).toBe('M754 228L778 228Q786 228 786 236L786 248Q786 256 794 256L820 256'))
  test('shrinks corners where segments are short', () =>
    expect(roundedPolyline([p(0, 0), p(20, 0), p(20, 6), p(40, 6)])).toBe('M0 0L17 0Q20 0 20 3L20 3Q20 6 23 6L40 6'))
  test('ignores points that turn no corner', () =>
    expect(roundedPolyline([p(0, 0), p(5, 0), p(5, 0), p(9, 0)])).toBe('M0 0L9 0'))
  test.each([
    [[], ''],
    [[p(1, 2)], 'M1 2'],
  ])('takes %j', (points, d) => expect(roundedPolyline(points)).toBe(d))
})

describe('polylines', () => {
  test('shorten', () => {
    expect(shorten(bend, 8)).toEqual([...bend.slice(0, 3), p(812, 256)])
    expect(shorten(bend, 40)).toEqual([p(754, 228), p(786, 228), p(786, 250)])
    expect(shorten(bend, 8, 'start')[0]).toEqual(p(762, 228))
    expect(shorten([p(0, 0), p(3, 0)], 8)).toEqual([p(0, 0), p(0, 0)])
  })
  test('along', () => {
    expect(polylineLength(bend)).toBe(94)
    expect(alongPolyline(bend, 0)).toEqual(p(754, 228))
    expect(alongPolyline(bend, 0.5)).toEqual(p(786, 243))
    expect(alongPolyline(bend, 1)).toEqual(p(820, 256))
    expect(alongPolyline([p(1, 1)], 0.5)).toEqual(p(1, 1))
  })
  test('arrowhead', () => {
    expect(arrowhead(p(280, 222), p(7, 0))).toBe('M280 222L270 226.5L270 217.5Z')
    expect(arrowhead(p(962, 724), endDirection([p(962, 632), p(962, 724)]))).toBe('M962 724L957.5 714L966.5 714Z')
  })
  test('breakPolyline leaves a gap', () => {
    const line = [p(0, 0), p(100, 0), p(100, 50)]
    expect(breakPolyline(line, { x: 40, y: -5, width: 20, height: 10 })).toEqual([
      [p(0, 0), p(40, 0)],
      [p(60, 0), p(100, 0), p(100, 50)],
    ])
    expect(breakPolyline(line, { x: 90, y: -5, width: 20, height: 10 })).toEqual([
      [p(0, 0), p(90, 0)],
      [p(100, 5), p(100, 50)],
    ])
    expect(breakPolyline(line, { x: 0, y: 20, width: 20, height: 10 })).toEqual([line, []])
    expect(breakPolyline(line, { x: -9, y: -9, width: 200, height: 200 })).toEqual([[], []])
  })
})

describe('bounds', () => {
  test('of paths', () => {
    expect(pathBounds('M10 20H30V5Z')).toEqual({ x: 10, y: 5, width: 20, height: 15 })
    expect(pathBounds('M0 0Q10 20 20 0')).toEqual({ x: 0, y: 0, width: 20, height: 10 })
    expect(pathBounds('M0 0C0 10 10 10 10 0')).toEqual({ x: 0, y: 0, width: 10, height: 7.5 })
    expect(pathBounds('')).toBeUndefined()
    expect(() => pathBounds('M0 0l5 5')).toThrow('not our path data')
  })
  test('of a drawing include strokes and text', () => {
    const box = bounds(sample)!
    expect(box.x).toBeCloseTo(47.25)
    expect(box.y).toBeLessThan(66 - 25)
    expect(box.x + box.width).toBeCloseTo(840.95)
    expect(bounds([])).toBeUndefined()
  })
})

test.each([
  ['flame', flame(100, 50, 24, '#c2410c')],
  ['snowflake', snowflake(100, 50, 24, '#1d5f9e')],
  ['lock', lock(100, 50, 24, '#000000')],
  ['pin', pin(100, 50, 24, '#000000')],
  ['chevron', chevron('down', 100, 50, 24, '#000000')],
])('%s stays in its square, in the middle', (_, icon) => {
  const box = bounds(icon)!
  expect(box.x).toBeGreaterThanOrEqual(100)
  expect(box.y).toBeGreaterThanOrEqual(50)
  expect(box.x + box.width).toBeLessThanOrEqual(124)
  expect(box.y + box.height).toBeLessThanOrEqual(74.01)
  expect(Math.abs(box.x + box.width / 2 - 112)).toBeLessThan(1)
})

test('blend', () => {
  expect(blend('#ffffff', '#000000', 0.5)).toBe('#808080')
  expect(blend('#EDF5FC', '#1d5f9e', 0)).toBe('#edf5fc')
  expect(() => blend('red', '#000000', 0.5)).toThrow('not a colour')
})
