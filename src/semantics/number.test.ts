import { expect, test } from 'vitest'
import { grouped } from './number'

test.each([
  [87849216, '87,849,216'],
  [540700000000n, '540,700,000,000'],
  [1234.56789, '1,234.56789'],
  [-1234567, '-1,234,567'],
  [999, '999'],
])('%s is written %s', (value, text) => expect(grouped(value)).toBe(text))
