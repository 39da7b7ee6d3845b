import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyDelta, deltaOf } from './delta'

const latin = fc.string({
  unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
  maxLength: 400,
})

/** A base, and a text put together from pieces of it and other pieces. */
const related = latin.chain((base) =>
  fc.record({
    base: fc.constant(base),
    target: fc
      .array(
        fc.oneof(
          latin,
          fc
            .tuple(fc.nat(base.length), fc.nat(base.length))
            .map(([from, to]) => base.slice(Math.min(from, to), Math.max(from, to))),
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join('')),
  }),
)

test('what is taken apart comes together again', () => {
  fc.assert(
    fc.property(related, ({ base, target }) => {
      expect(applyDelta(base, deltaOf(base, target), 100_000)).toBe(target)
    }),
    { numRuns: 500 },
  )
})

test('the same text is a few bytes, a change in the middle some more', () => {
  const base = Array.from({ length: 900 }, (_, i) => `{"id":"node_${i}","width":${i * 7}}`).join()
  expect(deltaOf(base, base).length).toBeLessThan(8)
  const changed = base.replace('"node_450"', '"renamed"')
  expect(deltaOf(base, changed).length).toBeLessThan(30)
})

test('any bytes are a delta or none, and never more than allowed', () => {
  fc.assert(
    fc.property(latin, fc.uint8Array({ maxLength: 60 }), fc.nat(2000), (base, bytes, most) => {
      const text = applyDelta(base, bytes, most)
      if (text !== undefined) expect(text.length).toBeLessThanOrEqual(most)
    }),
    { numRuns: 500 },
  )
})

test('a bomb stops where there is no more room', () => {
  const base = 'x'.repeat(100_000)
  // Nothing, then all of the base, over and over.
  const once = [0, ...number(199_999), ...number(100_000)]
  const bomb = Uint8Array.from([0, 0, ...number(100_000), ...Array.from({ length: 5000 }, () => once).flat()])
  expect(applyDelta(base, bomb, 20_000_000)).toBeUndefined()
})

function number(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...number(Math.floor(value / 128))]
}
