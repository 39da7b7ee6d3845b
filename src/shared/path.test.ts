import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idOf, idsOf, isInLine, isInside, isWithin, parentOf, pathIn, pathsTo } from './path'

const paths = fc.array(fc.stringMatching(/^[a-c_]{1,3}$/), { maxLength: 4 }).map((ids) => ids.join('/'))

test('a path falls into what holds it and its id, and is made of them again', () => {
  fc.assert(fc.property(paths, (path) => pathIn(parentOf(path), idOf(path)) === path))
  expect(parentOf('a/b/c')).toBe('a/b')
  expect(idOf('a/b/c')).toBe('c')
  expect([parentOf('a'), idOf('a')]).toEqual(['', 'a'])
})

test('the way to a path ends with it, and each leg lies in the one before', () => {
  expect(pathsTo('a/b/c')).toEqual(['a', 'a/b', 'a/b/c'])
  expect(pathsTo('')).toEqual([])
  fc.assert(
    fc.property(paths, (path) => {
      const way = ['', ...pathsTo(path)]
      expect(way.at(-1)).toBe(path)
      expect(way.map(idOf).slice(1)).toEqual(idsOf(path))
      for (const [i, leg] of way.entries()) if (i > 0) expect(parentOf(leg)).toBe(way[i - 1])
    }),
  )
})

test('what lies in a container has it on its way, and is not the container', () => {
  fc.assert(
    fc.property(paths, paths, (path, container) => {
      const way = ['', ...pathsTo(path)]
      expect(isWithin(path, container)).toBe(way.includes(container))
      expect(isInside(path, container)).toBe(way.includes(container) && path !== container)
      expect(isInLine(path, container)).toBe(way.includes(container) || ['', ...pathsTo(container)].includes(path))
    }),
  )
  expect(isInside('ab/c', 'a')).toBe(false)
})
