import { expect, test } from 'vitest'
import { rankOf } from './ranking'

const entries = {
  moe: ['Mixture-of-experts layer', 'Attention, then experts: a router sends each token to one of them; normalised'],
  layerNorm: ['LayerNorm', 'Brings every vector to mean 0'],
  linear: ['線形層', 'Linear'],
  tokens: ['Learned tokens'],
}

/** The keys of what is shown, the best first. */
function found(search: string): string[] {
  return Object.entries(entries)
    .map(([key, names]) => ({ key, rank: rankOf(key, search, names) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ key }) => key)
}

test.each([
  ['layer norm', 'layerNorm'],
  ['LAYERNORM', 'layerNorm'],
  ['mixture of', 'moe'],
  ['線形', 'linear'],
  ['ｌｉｎｅａｒ', 'linear'],
  ['learned', 'tokens'],
])('“%s” finds %s first', (search, first) => expect(found(search)[0]).toBe(first))

test('what has nothing of it is not shown, and without a search all is', () => {
  expect(found('zzz')).toEqual([])
  expect(found('  ')).toEqual(Object.keys(entries))
})
