import { expect, test, vi } from 'vitest'
import { loadOnce } from './loadOnce'

test('is loaded once, by whoever comes first', async () => {
  const load = vi.fn((name: string) => Promise.resolve(name))
  const wanted = loadOnce(load)
  expect(await Promise.all([wanted('first'), wanted('second')])).toEqual(['first', 'first'])
  expect(load).toHaveBeenCalledTimes(1)
})

test('what failed is tried again', async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('no network')).mockResolvedValue('there')
  const wanted = loadOnce(load)
  await expect(wanted()).rejects.toThrow('no network')
  expect(await wanted()).toBe('there')
})
