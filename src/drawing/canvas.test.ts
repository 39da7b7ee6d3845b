import { beforeAll, describe, expect, test, vi } from 'vitest'
import { paint } from './canvas'
import type { Primitive } from './primitives'
import { sample } from './sample.fixture'

beforeAll(() => vi.stubGlobal('Path2D', class {}))

/** A context that writes down what is called and set. */
function recorder(): { ctx: CanvasRenderingContext2D; calls: string[] } {
  const calls: string[] = []
  const ctx = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...values: unknown[]) =>
          void calls.push(`${String(name)}(${values.map(String).join(',')})`),
      set: (_, name, value) => {
        calls.push(`${String(name)}=${String(value)}`)
        return true
      },
    },
  )
  return { ctx: ctx as CanvasRenderingContext2D, calls }
}

function painted(primitives: readonly Primitive[], options?: Parameters<typeof paint>[2]): string[] {
  const { ctx, calls } = recorder()
  paint(ctx, primitives, options)
  return calls
}

describe('paint', () => {
  test('sets kerning, paints text at its baseline, and restores', () => {
    const calls = painted(sample)
    expect(calls[0]).toBe('save()')
    expect(calls).toContain('fontKerning=normal')
    expect(calls).toContain('fillText(Flamingo,48,66)')
    expect(calls).toContain("font=700 34px Arimo, 'Noto Sans Math', Arial, Helvetica, sans-serif")
    expect(calls.some((call) => call.startsWith("font=700 15px 'Noto Sans CJK"))).toBe(true)
    expect(calls.at(-1)).toBe('restore()')
  })

  test('skips what lies outside the viewport', () => {
    const calls = painted(sample, { viewport: { x: 0, y: 20, width: 300, height: 60 } })
    expect(calls.filter((call) => call.startsWith('fillText'))).toEqual([
      'fillText(Flamingo,48,66)',
      expect.stringContaining('80B'),
    ])
  })

  test('skips text that is too small to read', () => {
    const calls = painted(sample, { smallestText: 20 })
    expect(calls.filter((call) => call.startsWith('fillText')).length).toBe(2)
  })

  test('does not set what is set already', () => {
    const rect: Primitive = { kind: 'rect', x: 0, y: 0, width: 5, height: 5, fill: '#ff0000', stroke: 'none' }
    expect(painted([rect, rect]).filter((call) => call.startsWith('fill'))).toEqual([
      'fillStyle=#ff0000',
      'fillRect(0,0,5,5)',
      'fillRect(0,0,5,5)',
    ])
  })
})
