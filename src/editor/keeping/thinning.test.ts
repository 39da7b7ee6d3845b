import fc from 'fast-check'
import { expect, test } from 'vitest'
import { thinnedOut, type VersionMark } from './thinning'

const minute = 60_000
const day = 24 * 60 * minute
const start = 1_700_000_000_000

const some = fc
  .uniqueArray(fc.integer({ min: 0, max: 90 * day }), { minLength: 1, maxLength: 200 })
  .map((ages) => ages.map((age): VersionMark => ({ time: start - age })))

function left(versions: readonly VersionMark[], now: number): VersionMark[] {
  const gone = new Set(thinnedOut(versions, now))
  return versions.filter((version) => !gone.has(version))
}

test('a working day of one version a minute leaves an hour of minutes and the hours before', () => {
  const versions = Array.from({ length: 480 }, (_, i): VersionMark => ({ time: start - i * minute }))
  const kept = left(versions, start)
  expect(kept.filter(({ time }) => start - time < 60 * minute)).toHaveLength(60)
  expect(kept.length).toBeLessThan(2 * 60 + 10)
})

test('a year of work is about a hundred and fifty versions', () => {
  const versions = Array.from({ length: 365 * 24 }, (_, i): VersionMark => ({ time: start - i * 60 * minute }))
  expect(left(versions, start).length).toBeLessThan(2 * 24 + 38 + 53)
})

test('the newest stays, and so does what is marked', () => {
  fc.assert(
    fc.property(some, fc.nat(), (versions, at) => {
      const marked: VersionMark = { ...versions[at % versions.length]!, mark: 'saved' }
      const all = versions.with(at % versions.length, marked)
      const kept = left(all, start)
      expect(kept).toContain(marked)
      expect(kept).toContain(all.reduce((a, b) => (b.time > a.time ? b : a)))
    }),
  )
})

test('it does not matter when or how often one tidies up', () => {
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 60 * day }), (versions, later) => {
      const twice = left(left(versions, start), start + later)
      expect(twice).toEqual(left(versions, start + later))
      expect(left(twice, start + later)).toEqual(twice)
    }),
    { numRuns: 1000 },
  )
})

test('no stretch of time that had versions is left without any', () => {
  fc.assert(
    fc.property(some, (versions) => {
      const kept = left(versions, start)
      for (const { time } of versions) {
        const age = start - time
        const coarse = age < 60 * minute ? minute : age < day ? 60 * minute : age < 30 * day ? day : 7 * day
        expect(kept.some((each) => Math.abs(each.time - time) < coarse)).toBe(true)
      }
    }),
  )
})
