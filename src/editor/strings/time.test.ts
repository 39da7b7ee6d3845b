import { expect, test } from 'vitest'
import { when } from './time'

const now = new Date(2026, 2, 14, 15, 30).getTime()
const at = (...parts: [day: number, hour: number, minute: number]) => new Date(2026, 2, ...parts).getTime()

test.each([
  [now - 20_000, 'now'],
  [now + 5000, 'now'],
  [at(14, 15, 25), '5 minutes ago'],
  [at(14, 9, 30), '6 hours ago'],
  [at(13, 23, 50), 'yesterday'],
  [at(10, 12, 0), '4 days ago'],
  [at(1, 12, 0), 'Mar 1, 2026'],
])('%s is “%s”', (time, words) => {
  expect(when(time, now, 'en')).toBe(words)
})

test('in the words of the reader', () => {
  expect(when(at(13, 12, 0), now, 'ja')).toBe('昨日')
  expect(when(at(14, 15, 25), now, 'zh-Hant')).toBe('5 分鐘前')
})
