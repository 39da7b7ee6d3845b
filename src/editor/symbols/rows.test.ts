import { expect, test } from 'vitest'
import { analyse } from '../../semantics/analyse'
import { tiny } from '../tiny.fixture'
import { keepTried, readExpression, stateThere, symbolRows } from './rows'

const rowOf = (name: string, diagram = tiny, tried = {}) =>
  symbolRows(analyse(diagram, { set: tried }), tried, tiny, 'en').find((row) => row.name === name)

test('who decides a symbol, from the weakest to the strongest', () => {
  expect(rowOf('B')).toMatchObject({ source: 'free', written: '1' })
  expect(rowOf('d')).toMatchObject({ source: 'variant', written: '8', value: '' })
  expect(rowOf('d', tiny, { d: '4 * B' })).toMatchObject({ source: 'tried', written: '4 * B', value: '4·B' })
  const { variants: _, ...plain } = tiny
  expect(rowOf('d', plain)).toMatchObject({ source: 'document' })
})

test('a value is changed where it is said, and the row knows what it was', () => {
  const row = rowOf('d')!
  const changed = stateThere(analyse(tiny), row, 32)(tiny)
  expect(changed.variants![0]!.set).toEqual({ d: 32 })
  expect(changed.variants![1]).toBe(tiny.variants![1])
  expect(changed.symbols).toBe(tiny.symbols)
  expect(rowOf('d', changed)).toMatchObject({ written: '32', before: 8 })
})

test('what was tried is kept where it would have been said', () => {
  const kept = keepTried(analyse(tiny, { set: { d: 24, B: 3 } }), { d: 24, B: 3 })(tiny)
  expect(kept.variants![0]!.set).toEqual({ d: 24 })
  expect(kept.symbols!['B']).toMatchObject({ example: 3 })
})

test('numbers are numbers', () => {
  expect(readExpression(' 4.5 ')).toBe(4.5)
  expect(readExpression('4 * d')).toBe('4 * d')
})
