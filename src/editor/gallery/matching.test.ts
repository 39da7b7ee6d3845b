import { expect, test } from 'vitest'
import { isMatch } from './matching'

const texts = ['flamingo', { en: 'Two towers', ja: '二つの塔' }, 2022, undefined, 'Jean-Baptiste Alayrac, Émile Zola']

test.each([
  ['', true],
  ['flam', true],
  ['TOWERS two', true],
  ['塔', true],
  ['2022 alayrac', true],
  ['emile', true],
  ['ｆｌａｍ', true],
  ['two flamingos', false],
])('“%s”: %s', (search, expected) => {
  expect(isMatch(search, texts)).toBe(expected)
})
