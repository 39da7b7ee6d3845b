import fc from 'fast-check'
import { english } from './message'
import { describe, expect, test } from 'vitest'
import * as d from './dimension'
import { dim, format, parseDim, pretty, type Dim } from './dimension'

const problemOf = (text: string): string => {
  const parsed = parseDim(text)
  return parsed.ok ? `no problem: ${format(parsed.dim)}` : english(parsed.problem)
}
const within = (milliseconds: number, work: () => void): void => {
  const start = performance.now()
  work()
  expect(performance.now() - start).toBeLessThan(milliseconds)
}

describe('values', () => {
  test.each([
    ['floor(1408*4.3637)', '6144'],
    ['80 mod 7', '3'],
    ['floor(80/7)', '11'],
    ['ceil(80/7)', '12'],
    ['ceil(-7/2)', '-3'],
    ['floor(7/2)', '3'],
    ['-7 mod 3', '2'],
    ['7 mod -3', '-2'],
    ['7.5 mod 2', '1.5'],
    ['2^-1', '0.5'],
    ['-2^2', '-4'],
    ['2^3^2', '512'],
    ['0^0', '1'],
    ['(224/14)^2 + 1', '257'],
    ['min(3, 5, 4) + max(3, 5)', '8'],
    ['1e6', '1000000'],
    ['8/3', '8/3'],
  ])('%s = %s', (text, value) => {
    expect(format(dim(text))).toBe(value)
  })

  test('come as numbers of three kinds', () => {
    expect(d.integerOf(dim(7))).toBe(7n)
    expect(d.integerOf(dim('7/2'))).toBeUndefined()
    expect(d.integerOf(dim('n'))).toBeUndefined()
    expect(d.numberOf(dim('7/2'))).toBe(3.5)
    expect(d.numberOf(dim('n'))).toBeUndefined()
    expect(d.constantOf(dim('7/2'))).toEqual({ numerator: 7n, denominator: 2n })
    expect(d.integerOf(dim(2n ** 70n))).toBe(2n ** 70n)
    expect(d.numberOf(dim(0.1))).toBe(0.1)
    expect(d.numberOf(dim(1e21))).toBe(1e21)
  })
})

describe('normal form', () => {
  test.each([
    ['(a + b)^2', 'a*a + 2*a*b + b^2'],
    ['a/a', '1'],
    ['(image/patch)^2', 'image^2 / patch^2'],
    ['(a^2 - b^2)/(a + b)', 'a - b'],
    ['(2*a*x + 2*b*x)/(b + a)', '2*x'],
    ['1/(1/(a + b))', 'a + b'],
    ['1/(2*a*c + 2*b*c)', '0.5/c/(a + b)'],
    ['1/(b - a)', '-1/(a - b)'],
    ['1/(a/b + 1)', 'b/(a + b)'],
    ['x/(a + b)^2', 'x/(a + b)/(a + b)'],
    ['(a + b)^3/(a + b)^2', 'a + b'],
    ['floor(floor(x))', 'floor(x)'],
    ['ceil(floor(x) + 1/2)', 'floor(x) + 1'],
    ['floor(x + 7/2)', 'floor(x + 1/2) + 3'],
    ['floor(2*floor(x) + y)', '2*floor(x) + floor(y)'],
    ['floor(floor(x)/2)', 'floor(0.5*floor(x))'],
    ['min(b, min(a, 3), a, 4)', 'min(3, a, b)'],
    ['max(a, a)', 'a'],
    ['(a + b) mod (c + 0)', '(b + a) mod c'],
    ['2^k * 2^k', '(2^k)^2'],
  ])('%s is %s', (left, right) => {
    expect(dim(left).key).toBe(dim(right).key)
  })

  test.each([
    ['floor(x)', 'x'],
    ['floor(x)', 'ceil(x)'],
    ['floor(a*b)', 'floor(a)*floor(b)'],
    ['min(a, b)', 'max(a, b)'],
    ['a mod b', 'b mod a'],
    ['a^b', 'b^a'],
    ['x', 'x^2'],
  ])('%s is not %s', (left, right) => {
    expect(d.isEqual(dim(left), dim(right))).toBe(false)
  })
})

describe('text', () => {
  test.each([
    ['4*d + 4*d^2', '4*d^2 + 4*d', '4·d² + 4·d'],
    ['image_size^2/patch_size^2 + 1', '(image_size/patch_size)^2 + 1', '(image_size/patch_size)² + 1'],
    ['floor(image_size/patch_size)^2', 'floor(image_size/patch_size)^2', '⌊image_size/patch_size⌋²'],
    ['1 - width*B', '-B*width + 1', '−B·width + 1'],
    ['width*4.3637', '4.3637*width', '4.3637·width'],
    ['width*8/3', '8*width/3', '8·width/3'],
    ['floor((n - 1)/16) + 1', 'floor((n + 15)/16)', '⌊(n + 15)/16⌋'],
    [
      'floor((image + 2*pad - kernel)/stride) + 1',
      'floor((image - kernel + 2*pad)/stride) + 1',
      '⌊(image − kernel + 2·pad)/stride⌋ + 1',
    ],
    ['x*(a mod b)^2', 'x*(a mod b)^2', 'x·(a mod b)²'],
    ['d/2', 'd/2', 'd/2'],
    ['3*d/(2*x)', '3*d/(2*x)', '3·d/(2·x)'],
    ['4*(a/b)^2*d', '4*(a/b)^2*d', '4·(a/b)²·d'],
    ['x/(y*(b + c)^2)', 'x/(y*(b + c)^2)', 'x/(y·(b + c)²)'],
    ['x^2/(b + c)^2', '(x/(b + c))^2', '(x/(b + c))²'],
    ['1/x', '1/x', '1/x'],
    ['x/(2*y)/(b + c)', 'x/(2*y*(b + c))', 'x/(2·y·(b + c))'],
    ['x/y/(a + b)/(c + 1)', 'x/(y*(a + b)*(c + 1))', 'x/(y·(a + b)·(c + 1))'],
    ['C*2^stage', 'C*2^stage', 'C·2^stage'],
    ['(-2)^(k - 1)/3^k', '(-2)^(k - 1)/3^k', '(−2)^(k − 1)/3^k'],
    ['0.5 + n', 'n + 0.5', 'n + 0.5'],
  ])('%s is written %s and drawn %s', (text, plain, picture) => {
    expect(format(dim(text))).toBe(plain)
    expect(pretty(dim(text))).toBe(picture)
  })
})

describe('substitution', () => {
  const values = (entries: Readonly<Record<string, string | number>>) => (name: string) =>
    Object.hasOwn(entries, name) ? dim(entries[name] ?? 0) : undefined

  test('puts numbers and formulas in the place of symbols, also within functions', () => {
    const tokens = dim('floor(image/patch)^2 + 1')
    expect(format(d.substitute(tokens, values({ image: 224, patch: 14 })))).toBe('257')
    expect(format(d.substitute(tokens, values({ patch: '2*p' })))).toBe('floor(image/(2*p))^2 + 1')
    expect(format(d.substitute(dim('2^k + min(k, n)'), values({ k: 3 })))).toBe('min(n, 3) + 8')
  })

  test('is done for all symbols at once', () => {
    expect(format(d.substitute(dim('a - b'), values({ a: 'b', b: 'a' })))).toBe('-a + b')
  })

  test('works out a quotient that comes out even', () => {
    expect(format(d.substitute(dim('x/(a + b)'), values({ x: 'a^2 - b^2' })))).toBe('a - b')
  })

  test('gives back the same object where nothing changes', () => {
    const formula = dim('floor(a/b) + c')
    expect(d.substitute(formula, () => undefined)).toBe(formula)
  })

  test('says what is zero', () => {
    const zero = (formula: string) => {
      const result = d.safely(() => d.substitute(dim(formula), values({ patch: 0, a: 'b' })))
      return result.ok ? '' : english(result.problem)
    }
    expect(zero('image/patch')).toBe('Division by zero: “patch” is 0.')
    expect(zero('1/(a - b)')).toBe('Division by zero: “a - b” is 0.')
    expect(zero('n mod patch')).toBe('Division by zero: “n” mod 0.')
  })

  test('knows the symbols', () => {
    expect([...d.symbolsOf(dim('floor(a/b) + min(c, 1/(e + f)) - a + 3'))].sort()).toEqual(['a', 'b', 'c', 'e', 'f'])
    expect(d.symbolsOf(dim('a - a')).size).toBe(0)
  })
})

describe('what cannot be worked out is a sentence, at once', () => {
  test.each([
    ['9^9^9^9', 'The exponent 387420489 is too large: exponents go up to 64.'],
    ['9^9^9^9^9', 'The exponent 387420489 is too large: exponents go up to 64.'],
    ['((9^64)^64)^64', 'The result is too large: numbers go up to 4,096 bits.'],
    ['x^65', 'The exponent 65 is too large: exponents go up to 64.'],
    ['x^64*x', 'The exponent 65 is too large: exponents go up to 64.'],
    ['x^0.5', 'The exponent 0.5 is not a whole number.'],
    ['1/0', 'Division by zero.'],
    ['1/(a - a)', 'Division by zero.'],
    ['0^-1', 'Division by zero.'],
    ['5 mod 0', 'Division by zero: “5” mod 0.'],
    ['(a+b+c+d+e+f+g+h)^64', 'The formula grows too long when its products are multiplied out.'],
  ])('%s', (text, problem) => {
    within(500, () => expect(problemOf(text)).toBe(problem))
  })

  test('functions nested too deep', () => {
    const text = Array.from({ length: 90 }).reduce<string>((inner) => `floor(${inner}/2 + a)`, 'x')
    expect(problemOf(text)).toBe('Functions and divisions are nested more than 30 deep.')
  })

  // The limit is for a busy machine; the slowest takes a second on a quiet one.
  test('formulas made to be slow', { timeout: 60_000 }, () => {
    const repeated = (piece: string, by: string): string =>
      Array.from({ length: Math.floor(1990 / (piece.length + 1)) }, () => piece).join(by)
    const letters = Array.from({ length: 900 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('+')
    const nested = Array.from({ length: 28 }).reduce<string>((inner) => `(floor(${inner}/3)+1)^64`, 'a')
    for (const text of [
      repeated('(a+b+c)^20', '+'),
      repeated('(a+b)^60', '*'),
      repeated('1/(a+b+1)^64', '+'),
      repeated('(a+b+c)^9/(a+b-c)^9', '-'),
      repeated('(a^64-b^64)/(a-b)', '+'),
      repeated('3^2560/7', '+'),
      letters,
      letters.replaceAll('+', '*'),
      nested,
    ]) {
      within(10_000, () => problemOf(text))
    }
  })

  test('symbols that double each other', () => {
    const doubled = (name: string): Dim => {
      const index = Number(name.slice(1))
      return index === 0 ? dim('a + b') : d.substitute(dim(`s${index - 1}^2 + s${index - 1}*c`), doubled)
    }
    within(2000, () => expect(d.safely(() => doubled('s40'))).toMatchObject({ ok: false }))
  })

  test('other errors pass through safely', () => {
    expect(() => d.safely(() => d.minOf())).toThrow('min of no dimensions')
    expect(() => dim('1 +')).toThrow('“1 +” is not a dimension. Expected')
    expect(() => dim(Number.NaN)).toThrow('A dimension cannot be NaN.')
  })
})

// A second evaluator, as simple as can be, to check the first against.

type Tree = number | string | Branch
interface Branch {
  readonly operator: string
  readonly operands: readonly Tree[]
}
type Fraction = readonly [bigint, bigint]

const { tree } = fc.letrec<{ tree: Tree }>((tie) => {
  const branch = (operators: string[], ...operands: fc.Arbitrary<Tree>[]): fc.Arbitrary<Branch> =>
    fc.record({ operator: fc.constantFrom(...operators), operands: fc.tuple(...operands) })
  return {
    tree: fc.oneof(
      { maxDepth: 4, depthSize: 'max', depthIdentifier: 'tree' },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }) },
      { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'c') },
      {
        weight: 5,
        arbitrary: branch(['+', '-', '*', '/', '+', '*', '/', 'mod', 'min', 'max'], tie('tree'), tie('tree')),
      },
      { weight: 1, arbitrary: branch(['floor', 'ceil', '-'], tie('tree')) },
      { weight: 1, arbitrary: branch(['^'], tie('tree'), fc.integer({ min: -2, max: 3 })) },
    ),
  }
})

function textOf(value: Tree): string {
  if (typeof value !== 'object') return String(value)
  const { operator } = value
  const texts = value.operands.map(textOf)
  if (/^[a-z]{3,}$/.test(operator) && operator !== 'mod') return `${operator}(${texts.join(', ')})`
  return texts.length === 1 ? `(${operator}${texts[0]})` : `(${texts.join(` ${operator} `)})`
}

class NoAnswer extends Error {}

function valueOf(value: Tree, symbols: Readonly<Record<string, number>>): Fraction {
  if (typeof value === 'number') return [BigInt(value), 1n]
  if (typeof value === 'string') return [BigInt(symbols[value] ?? 0), 1n]
  const { operator, operands } = value
  const [[p, q] = [0n, 1n], [r, s] = [0n, 1n]] = operands.map((operand) => valueOf(operand, symbols))
  const isLess = p * s * q * s < r * q * q * s
  switch (operator) {
    case '+':
      return [p * s + r * q, q * s]
    case '-':
      return operands.length === 1 ? [-p, q] : [p * s - r * q, q * s]
    case '*':
      return [p * r, q * s]
    case '/':
      if (r === 0n) throw new NoAnswer()
      return [p * s, q * r]
    case '^':
      if (r < 0n && p === 0n) throw new NoAnswer()
      return r < 0n ? [q ** -r, p ** -r] : [p ** r, q ** r]
    case 'floor':
      return [down(p, q), 1n]
    case 'ceil':
      return [-down(-p, q), 1n]
    case 'mod':
      if (r === 0n) throw new NoAnswer()
      return [p * s - r * q * down(p * s, q * r), q * s]
    case 'min':
      return isLess ? [p, q] : [r, s]
    case 'max':
      return isLess ? [r, s] : [p, q]
    default:
      throw new Error(operator)
  }
}

function down(p: bigint, q: bigint): bigint {
  const [top, bottom] = q < 0n ? [-p, -q] : [p, q]
  return (top - (((top % bottom) + bottom) % bottom)) / bottom
}

const parsed = tree.map((value) => parseDim(textOf(value)))
const dims = parsed.map((result): Dim => (result.ok ? result.dim : dim(1)))
const symbols = fc.record({
  a: fc.integer({ min: -5, max: 9 }),
  b: fc.integer({ min: 0, max: 9 }),
  c: fc.integer({ min: 1, max: 99 }),
})
const options = { seed: 3, numRuns: 1500 }

describe('laws', { timeout: 60_000 }, () => {
  test('a ring, by key', () => {
    fc.assert(
      fc.property(dims, dims, dims, (a, b, c) => {
        const checked = d.safely(() => {
          const same = (left: Dim, right: Dim): void => expect(left.key).toBe(right.key)
          same(d.add(a, b), d.add(b, a))
          same(d.mul(a, b), d.mul(b, a))
          same(d.add(d.add(a, b), c), d.add(a, d.add(b, c)))
          same(d.add(a, b, c), d.add(a, d.add(b, c)))
          same(d.mul(d.mul(a, b), c), d.mul(a, d.mul(b, c)))
          same(d.mul(a, d.add(b, c)), d.add(d.mul(a, b), d.mul(a, c)))
          same(d.sub(a, a), dim(0))
          same(d.add(a, dim(0)), a)
          same(d.mul(a, dim(1)), a)
          same(d.mul(a, dim(0)), dim(0))
          same(d.power(a, 3), d.mul(a, a, a))
          if (!d.isEqual(b, dim(0))) same(d.div(d.mul(a, b), b), a)
        })
        if (!checked.ok) expect(english(checked.problem)).toMatch(/too (long|large|deep)|more than 30 deep/)
      }),
      options,
    )
  })

  test('format and parse are inverse', () => {
    fc.assert(
      fc.property(dims, (a) => {
        const text = format(a)
        if (text.length > 2000) return
        expect(problemOf(text)).toBe(`no problem: ${text}`)
        expect(dim(text).key).toBe(a.key)
        expect(pretty(a)).not.toMatch(/[*-]/)
      }),
      options,
    )
  })

  test('substituted values agree with the simple evaluator', () => {
    let answers = 0
    fc.assert(
      fc.property(tree, symbols, (value, given) => {
        let expected: Fraction
        try {
          expected = valueOf(value, given)
        } catch (error) {
          expect(error).toBeInstanceOf(NoAnswer)
          return
        }
        const text = textOf(value)
        const names: Readonly<Record<string, number>> = given
        const result = d.safely(() => {
          const read = parseDim(text)
          if (!read.ok) throw new d.DimensionError(read.problem)
          return d.substitute(read.dim, (name) => dim(names[name] ?? 0))
        })
        if (!result.ok) return expect(english(result.problem)).toMatch(/too (long|large)|is not a whole/)
        const actual = d.constantOf(result.value)
        expect(actual && actual.numerator * expected[1] === expected[0] * actual.denominator).toBe(true)
        answers++
      }),
      options,
    )
    expect(answers).toBeGreaterThan(options.numRuns / 2)
  })

  test('nothing is changed in place, and frozen input will do', () => {
    fc.assert(
      fc.property(dims, dims, (a, b) => {
        const [keyA, keyB] = [deepFreeze(a).key, deepFreeze(b).key]
        d.safely(() => [d.add(a, b), d.mul(a, b), d.div(a, b), d.floorOf(a), d.minOf(a, b), format(a), d.symbolsOf(b)])
        expect([a.key, b.key]).toEqual([keyA, keyB])
      }),
      { seed: 4, numRuns: 200 },
    )
  })
})

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}

test('thousands of operations fit in a frame', () => {
  const width = dim('width')
  const start = performance.now()
  for (let index = 0; index < 10_000; index++) d.add(d.mul(dim(index), dim(768)), dim(4))
  const constants = performance.now() - start
  const next = performance.now()
  for (let index = 0; index < 1000; index++) d.add(d.mul(dim(4), width, width), d.mul(dim(index), width), dim(1))
  const symbolic = performance.now() - next
  // Generous, since the machine may be busy: some 30 ms each when it is not.
  expect(constants).toBeLessThan(1500)
  expect(symbolic).toBeLessThan(1500)
})
