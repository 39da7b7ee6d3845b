import { beforeAll, describe, expect, test } from 'vitest'
import { boundsOf } from '../bounds'
import { segments } from '../path'
import type { TextPrimitive } from '../primitives'
import { richReach, richText, richWidth, wrapRich } from '../rich'
import { measure } from '../measure'
import { formulaOf, formulaProblem, formulasIn, piecesOf } from './formulas'
import { plainText } from './spoken'
import { missingFormulas, typesetFormulas } from './typeset'

describe('formulas in text', () => {
  test.each<[string, string[]]>([
    ['no formula', []],
    ['$x_i$', ['x_i']],
    ['from $N$ to $d_k$.', ['N', 'd_k']],
    ['$5 and $6', []],
    ['costs $5', []],
    ['$ x $', []],
    ['a \\$b\\$ c', []],
    ['$\\text{\\$}$', ['\\text{\\$}']],
    ['$$x$$', ['x']],
    ['$a$b$c$', ['a', 'c']],
    ['$a$1', []],
  ])('%s', (text, sources) => {
    expect(formulasIn(text)).toEqual(sources)
  })

  test('pieces give the text back, but for the signs that mark formulas', () => {
    expect(piecesOf('cost \\$3 for $n$ items')).toEqual([
      { kind: 'text', text: 'cost $3 for ' },
      { kind: 'formula', source: 'n' },
      { kind: 'text', text: ' items' },
    ])
  })

  test('many dollar signs take no time', () => {
    for (const text of ['$'.repeat(50_000), '$a'.repeat(50_000), '\\$'.repeat(50_000), '$' + 'a'.repeat(100_000)])
      expect(formulasIn(text).length).toBeLessThan(50_000)
  })

  test.each([
    ['weights $W_o$', 'weights W_o'],
    ['$\\alpha \\in \\mathbb{R}^{N \\times d}$', 'α ∈ R^N × d'],
    ['$\\frac{QK^\\top}{\\sqrt{d_k}}$ ', 'QK^⊤/√d_k '],
    ['$\\mathcal{L}_{\\text{ITC}}$', 'L_ITC'],
    ['$\\operatorname{softmax}(x)$', 'softmax(x)'],
    ['$5 and $6', '$5 and $6'],
  ])('%s is read as %s', (text, read) => {
    expect(plainText(text)).toBe(read)
  })
})

const sources = ['x_i^2', '\\frac{QK^\\top}{\\sqrt{d_k}}', '\\mathbb{R}', '\\boxed{x}', '\\overbrace{abcdefghijkl}^{n}']

describe('shapes', () => {
  beforeAll(() => typesetFormulas([...sources, '\\nonsense', '\\text{画像}', 'a\\\\b']))

  test('are outlines of our own path data, within the size that is told', () => {
    expect(missingFormulas(sources)).toEqual([])
    for (const source of sources) {
      for (const weight of [400, 700] as const) {
        const formula = formulaOf(source, weight)!
        expect(segments(formula.outline).length, source).toBeGreaterThan(3)
        const box = boundsOf({ kind: 'path', d: formula.outline, fill: '#000000', stroke: 'none' })!
        // Slanted letters lean a little over the edge of their advance.
        expect(box.x).toBeGreaterThan(-80)
        expect(box.x + box.width).toBeLessThan(formula.width + 80)
        expect(-box.y).toBeLessThan(formula.ascent + 30)
        expect(box.y + box.height).toBeLessThan(formula.descent + 30)
        expect(box.height).toBeGreaterThan(300)
      }
    }
    expect(formulaOf('x_i^2', 700)!.outline).not.toBe(formulaOf('x_i^2', 400)!.outline)
  })

  test('what TeX does not understand says why and is shown as it is written', () => {
    expect(formulaProblem('\\nonsense')).toContain('\\nonsense')
    expect(formulaOf('\\nonsense', 400)).toBeUndefined()
    expect(formulaProblem('a\\\\b')).toBeDefined()
    expect(richWidth('$\\nonsense$', 10, 400)).toBe(measure('$\\nonsense$', 10, 400))
  })

  test('signs that the face lacks are words', () => {
    expect(formulaOf('\\text{画像}', 400)).toMatchObject({ outline: '', words: [{ text: '画像' }] })
  })
})

const line = (text: string, anchor: TextPrimitive['anchor'] = 'start'): TextPrimitive => ({
  kind: 'text',
  x: 100,
  y: 50,
  text,
  size: 20,
  weight: 400,
  anchor,
  fill: '#123456',
})

describe('lines', () => {
  beforeAll(() => typesetFormulas(sources))

  test('a line without formulas is one text, as before', () => {
    const plain = line('Costs \\ 5')
    expect(richText(plain)).toEqual([plain])
  })

  test('texts and outlines stand side by side, as wide as was said, wherever they are anchored', () => {
    const text = 'scores $x_i^2$ of $\\mathbb{R}$!'
    const width = richWidth(text, 20, 400)
    for (const anchor of ['start', 'middle', 'end'] as const) {
      const parts = richText(line(text, anchor))
      expect(parts.map((part) => part.kind)).toEqual(['text', 'path', 'text', 'path', 'text'])
      const boxes = parts.map((part) => boundsOf(part)!)
      const left = anchor === 'start' ? 100 : anchor === 'middle' ? 100 - width / 2 : 100 - width
      expect(boxes[0]!.x).toBeCloseTo(left, 1)
      expect(boxes.at(-1)!.x + boxes.at(-1)!.width).toBeCloseTo(left + width, 1)
      for (let i = 1; i < boxes.length; i++)
        expect(boxes[i]!.x).toBeGreaterThan(boxes[i - 1]!.x + boxes[i - 1]!.width - 2)
    }
  })

  test('a formula is never broken, and lines are no wider than asked', () => {
    const text = 'attention $\\frac{QK^\\top}{\\sqrt{d_k}}$ of queries $x_i^2$ and keys, costs \\$5'
    const lines = wrapRich(text, 20, 400, 120)
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.join(' ')).toBe(text)
    for (const each of lines) expect(richWidth(each, 20, 400)).toBeLessThanOrEqual(121)
  })

  test('a tall formula reaches above the line', () => {
    expect(richReach('$\\frac{QK^\\top}{\\sqrt{d_k}}$', 20, 400).ascent).toBeGreaterThan(20)
    expect(richReach('plain', 20, 400)).toEqual({ ascent: 0, descent: 0 })
  })
})
