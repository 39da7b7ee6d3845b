import { deflateSync, strToU8 } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blank } from '../blank'
import { addNode } from '../edit/nodes'
import { setTitle } from '../edit/words'
import type { Diagram } from '../schema'
import { serialise } from '../serialise'
import { example } from '../example.fixture'
import { randomDiagram, randomFrom } from '../randomDiagram.fixture'
import { randomEdit } from '../randomEdit.fixture'
import { fromLetters, sumOf, toLetters } from './bytes'
import { baseSum, compactText, decodeLink, encodeLink, headOf, linkIn, type Base } from './link'
import { words } from './words'

const base: Base = { id: 'example', text: compactText(example) }

const some = fc.record({ seed: fc.nat(), builds: fc.boolean(), step: fc.option(fc.nat(99), { nil: undefined }) })

function made({ seed, builds, step }: { seed: number; builds: boolean; step: number | undefined }) {
  const random = randomFrom(seed)
  const diagram = builds ? randomEdit(random, example).run(example) : randomDiagram(random, 5)
  const on = builds ? base : undefined
  return { diagram, step, on, link: encodeLink({ diagram, step }, on) }
}

test('what leaves in a link arrives', () => {
  fc.assert(
    fc.property(some, (given) => {
      const { diagram, step, on, link } = made(given)
      const read = decodeLink(link, on?.text)
      if (!read.ok) throw new Error(JSON.stringify(read))
      expect(serialise(read.diagram)).toBe(serialise(diagram))
      expect(read.step).toBe(step)
    }),
    { numRuns: 80, seed: 6 },
  )
})

test('a link that is cut anywhere opens nothing', () => {
  fc.assert(
    fc.property(some, (given) => {
      const { on, link } = made(given)
      for (let length = 3; length < link.length; length++) {
        const read = decodeLink(link.slice(0, length), on?.text)
        expect(read.ok, `${length} of ${link.length}`).toBe(false)
      }
    }),
    { numRuns: 8, seed: 7 },
  )
})

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'

test('a link with another sign anywhere opens nothing', () => {
  fc.assert(
    fc.property(some, fc.nat(), (given, turn) => {
      const { on, link } = made(given)
      for (let at = 0; at < link.length; at++) {
        const others = letters.replace(link[at]!, '')
        const altered = link.slice(0, at) + others[(turn + at * 7) % others.length]! + link.slice(at + 1)
        expect(decodeLink(altered, on?.text).ok, `${at} of ${link}`).toBe(false)
      }
    }),
    { numRuns: 5, seed: 8 },
  )
})

test('so does one with two signs swapped, one left out, or one too many', () => {
  fc.assert(
    fc.property(some, fc.nat(), (given, turn) => {
      const { on, link } = made(given)
      for (let at = 0; at + 1 < link.length; at++) {
        const [a, b] = [link[at]!, link[at + 1]!]
        if (a !== b) expect(decodeLink(link.slice(0, at) + b + a + link.slice(at + 2), on?.text).ok).toBe(false)
        expect(decodeLink(link.slice(0, at) + link.slice(at + 1), on?.text).ok).toBe(false)
        expect(decodeLink(link.slice(0, at) + letters[turn % letters.length]! + link.slice(at), on?.text).ok).toBe(
          false,
        )
      }
    }),
    { numRuns: 3, seed: 9 },
  )
})

describe('what a link is read against', () => {
  const link = encodeLink({ diagram: setTitle(example, 'Mine', 'en') }, base)

  test('it says what it needs', () => {
    expect(headOf(link)).toEqual({ base: { id: 'example', sum: baseSum(base.text) } })
    expect(headOf(encodeLink({ diagram: example }))).toEqual({})
  })

  test('without it there is nothing to be read', () => {
    expect(decodeLink(link)).toEqual({ ok: false, problem: 'noBase' })
  })

  test('with another one it does not decode wrong', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const other = compactText(randomEdit(randomFrom(seed), example).run(example))
        const read = decodeLink(link, other)
        // An edit that touches nothing of what the link builds on may read the same.
        if (read.ok) expect(read.diagram).toEqual(setTitle(example, 'Mine', 'en'))
      }),
      { numRuns: 60, seed: 10 },
    )
  })
})

test('a later version says so', () => {
  expect(decodeLink('f2.whatever.it.may.be')).toEqual({ ok: false, problem: 'later' })
})

test('what arrives whole and is no diagram says why', () => {
  const broken = { ...blank(), version: 99 } as unknown as Diagram
  const read = decodeLink(encodeLink({ diagram: broken }))
  expect(read).toMatchObject({ ok: false, problem: 'unreadable', problems: [{ severity: 'error' }] })
})

test('a bomb is refused', () => {
  const zeros = new Uint8Array(60_000_000)
  const packed = deflateSync(zeros, { level: 9, dictionary: strToU8(words) })
  const payload = new Uint8Array(6 + packed.length)
  payload.set(sumOf(strToU8('f1.'), packed, zeros))
  payload.set(packed, 6)
  expect(decodeLink(`f1.${toLetters(payload)}E`)).toEqual({ ok: false, problem: 'tooLarge' })
})

test('letters and bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromLetters(toLetters(bytes))).toEqual(bytes)
    }),
  )
  fc.assert(
    fc.property(fc.base64String(), (text) => {
      const bytes = fromLetters(text)
      if (bytes) expect(toLetters(bytes)).toBe(text)
    }),
  )
  expect(fromLetters('AB')).toBeUndefined()
  expect(fromLetters('A=')).toBeUndefined()
})

test('the sum is the lower 48 bits of FNV-1a', () => {
  const reference = (bytes: Uint8Array) => {
    let sum = 0xcbf29ce484222325n
    for (const byte of bytes) sum = ((sum ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn
    return (sum & 0xffffffffffffn).toString(16).padStart(12, '0')
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const hex = Array.from(sumOf(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
      expect(hex).toBe(reference(bytes))
    }),
  )
})

const link = encodeLink({ diagram: addNode(blank('Small'), '', { id: 'image', block: 'image' }) })

test.each([
  ['the address', `https://example.org/frieze/#${link}`],
  ['with a query', `http://127.0.0.1:4173/?diagram=clip#${link}`],
  ['the fragment', `#${link}`],
  ['without its sign', link],
  ['between brackets, as in mail', `<https://example.org/#${link}>`],
  ['at the end of a sentence', ` https://example.org/#${link}.\n`],
  [
    'wrapped by a mail program',
    `https://example.org/#${link.slice(0, 20)}\n  ${link.slice(20, 50)}\r\n${link.slice(50)}`,
  ],
])('found: %s', (_, text) => {
  expect(linkIn(text)).toBe(link)
})

test.each([
  ['plain words', 'Flamingo'],
  ['another address', 'https://example.org/#top'],
  ['a document', serialise(example)],
  ['an id like a link', 'f1'],
])('not a link: %s', (_, text) => {
  expect(linkIn(text)).toBeUndefined()
})

test('the words never change: links that are out are read with them', () => {
  expect(toLetters(sumOf(strToU8(words)))).toMatchInlineSnapshot(`"c_RADKY5"`)
})

test('links that are out stay readable', () => {
  const out = 'f1.8U85Uz8uA0YCXnODgUPi0CSKkkGwN--QYze2FgAE'
  const read = decodeLink(out)
  expect(read.ok && read.diagram.nodes.map(({ id }) => id)).toEqual(['image'])
})

test('a small diagram is a short link', () => {
  expect(link.length).toBeLessThan(150)
})
