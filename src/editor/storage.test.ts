import { expect, test, vi } from 'vitest'
import { local } from './storage'

test('where the browser refuses to keep anything, nothing breaks', () => {
  const storage = vi.fn(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  Object.defineProperty(globalThis, 'localStorage', { get: storage, configurable: true })
  local.setItem('frieze.test', 'a')
  local.removeItem('frieze.test')
  expect(local.getItem('frieze.test')).toBeNull()
  expect(local.keys()).toEqual([])
  expect(storage).toHaveBeenCalledTimes(4)
})

test('what is written is read again', () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  }
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true })
  local.setItem('frieze.test', 'a')
  expect(local.getItem('frieze.test')).toBe('a')
  local.removeItem('frieze.test')
  expect(local.getItem('frieze.test')).toBeNull()
})
