// Every key in every state of a talk: it leads on, nothing happens unseen, and the way out is never far.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deedOf, nothingOver, type Over, type Standing } from './conduct'
import { isKeyOf, talkAction } from './keys'

const keys = [
  'PageDown',
  'PageUp',
  'b',
  '.',
  'w',
  ',',
  'Escape',
  'F5',
  'ArrowRight',
  'ArrowLeft',
  'ArrowUp',
  'ArrowDown',
  ' ',
]
const others = [
  'Home',
  'End',
  'Enter',
  '1',
  '0',
  'Backspace',
  'o',
  'l',
  'd',
  'e',
  's',
  'f',
  'r',
  'a',
  '[',
  ']',
  't',
  '?',
  'n',
  'p',
]
const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const last = 9
const started: Standing = { ...nothingOver, at: 3, last, asks: false, flows: false }

const standings = fc.record<Standing>({
  blank: fc.constantFrom(undefined, 'black', 'white'),
  isHelp: fc.boolean(),
  isOverview: fc.boolean(),
  tool: fc.constantFrom('none', 'laser', 'pen'),
  digits: fc.constantFrom('', '7', '42'),
  at: fc.integer({ min: 0, max: last }),
  last: fc.constant(last),
  asks: fc.boolean(),
  flows: fc.boolean(),
})

/** What the talk becomes, as the page does it. */
function press(key: string, standing: Standing, shiftKey = false): Standing | 'ended' {
  const action = talkAction({ ...none, key, shiftKey })
  const deed = action && deedOf(action, standing)
  if (deed?.kind === 'go') return { ...standing, ...nothingOver, tool: standing.tool, at: deed.to, asks: false }
  if (deed?.kind === 'over') return { ...standing, ...deed.change }
  if (deed?.kind === 'reveal') return { ...standing, asks: false }
  if (deed?.kind === 'stopFlow') return { ...standing, flows: false }
  return deed?.kind === 'end' ? 'ended' : standing
}

test('whatever lies over the picture, a clicker comes to the last step and back to the first', () => {
  fc.assert(
    fc.property(standings, (start) => {
      for (const [key, end] of [
        ['PageDown', last],
        ['PageUp', 0],
      ] as const) {
        let now = start
        for (let i = 0; i < last + 4; i++) now = press(key, now) as Standing
        expect(now).toMatchObject({ at: end, blank: undefined, isHelp: false })
      }
    }),
  )
})

test('Escape takes away one thing at a time and ends the talk after all of them', () => {
  fc.assert(
    fc.property(standings, (start) => {
      const count = (now: Standing) =>
        [now.blank, now.digits, now.isHelp, now.isOverview, now.tool !== 'none', now.flows].filter(Boolean).length
      let now: Standing | 'ended' = start
      for (let left = count(start); left > 0 && now !== 'ended';) {
        now = press('Escape', now)
        expect(now).not.toBe('ended')
        // A number that is typed while the screen is black goes with it.
        expect(count(now as Standing)).toBeLessThan(left)
        left = count(now as Standing)
      }
      expect(press('Escape', now as Standing)).toBe('ended')
    }),
  )
})

test('under a black screen nothing changes unseen', () => {
  fc.assert(
    fc.property(standings, fc.constantFrom(...keys, ...others), (start, key) => {
      const now = press(key, { ...start, blank: 'black' })
      if (now === 'ended') throw new Error('The talk ended under a black screen.')
      if (now.blank === undefined) return
      const { blank: _, digits: __, ...under } = now
      const { blank: ___, digits: ____, ...before } = start
      expect(under).toEqual(before)
    }),
  )
})

test('each key means what a hand expects', () => {
  const after = (key: string, over: Partial<Over & Standing> = {}, shiftKey = false) =>
    press(key, { ...started, ...over }, shiftKey)
  expect(after(' ')).toMatchObject({ at: 4 })
  expect(after(' ', {}, true)).toMatchObject({ at: 2 })
  expect(after('Enter')).toMatchObject({ at: 4 })
  expect(after('Enter', { digits: '8' })).toMatchObject({ at: 7, digits: '' })
  expect(after('Enter', { digits: '99' })).toMatchObject({ at: last })
  expect(after('Enter', { digits: '2', isOverview: true, blank: 'black' })).toMatchObject({ at: 1, isOverview: false })
  expect(after('Backspace', { digits: '12' })).toMatchObject({ at: 3, digits: '1' })
  expect(after('Backspace')).toMatchObject({ at: 2 })
  expect(after('PageDown', { asks: true })).toMatchObject({ at: 3, asks: false })
  expect(after('PageDown', { isHelp: true })).toMatchObject({ at: 3, isHelp: false })
  expect(after('PageDown', { isOverview: true, asks: true })).toMatchObject({ at: 4, isOverview: false })
  expect(after('w', { blank: 'black' })).toMatchObject({ blank: 'white' })
  expect(after('.', { blank: 'black' })).toMatchObject({ blank: undefined })
  expect(after('PageDown', { tool: 'pen' })).toMatchObject({ at: 4, tool: 'pen' })
  // Begun by some clickers with F5: what is whole is not made small.
  expect(talkAction({ ...none, key: 'F5' })).toBe('wholeScreen')
  expect(talkAction({ ...none, key: 'r', ctrlKey: true })).toBeUndefined()
})

test('a field keeps its own keys and leaves those of a clicker to the talk', () => {
  const field = (selector: string) => ({ matches: (list: string) => list.split(', ').includes(selector) }) as Element
  const kept = (selector: string) => [...keys, ...others].filter((key) => isKeyOf(field(selector), { key }))
  expect(kept('input[type="range"]')).toEqual(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End'])
  expect(kept('button')).toEqual([' ', 'Enter'])
  expect(kept('input[type="checkbox"]')).toEqual([' '])
  for (const key of ['PageDown', 'PageUp', 'Escape', 'F5']) expect(kept('select')).not.toContain(key)
  expect(kept('select')).toEqual(expect.arrayContaining(['b', '1', 'ArrowDown', 'Enter']))
})
