// What holds for every block, without naming one.
import { describe, expect, test } from 'vitest'
import { dim, isEqual, numberOf, parseDim, pretty, product, substitute, symbolsOf, type Dim } from '../shared/dimension'
import { isClash, type Block, type Inputs, type Outputs } from './block'
import type { Field, Values } from './fields'
import { blockOf, blocks } from './index'
import type { Tensor } from './tensor'
import { languages } from '../shared/languages'
import { portsOf, unknownParams, valuesOf } from './values'
import { choiceWords, sayIn } from './words'

const named = blocks.map((block) => [block.type, block] as const)

function initialValues(block: Block): Values {
  const valued = valuesOf(block, undefined, parseDim)
  if (!valued.ok) throw new Error(valued.problems.map((problem) => problem.sentence).join(' '))
  return valued.values
}

function shapeOf(block: Block, values: Values, inputs: Inputs): Outputs {
  const result = block.shape(values, inputs)
  if (isClash(result)) throw new Error(`${block.type}: ${result.sentence}`)
  return result
}

test('no two blocks have one type or one label', () => {
  expect(new Set(blocks.map((block) => block.type)).size).toBe(blocks.length)
  for (const language of languages)
    expect(new Set(blocks.map((block) => block.label[language])).size).toBe(blocks.length)
})

test('every choice has a name in every language, or one that is written alike everywhere', () => {
  const fields = blocks.flatMap((block) => Object.values<Field>(block.fields))
  const choices = new Set(fields.flatMap((field) => (field.type === 'choice' ? field.options : [])))
  const names = new Set(['exp', 'tanh', 'sigmoid', 'softmax', 'scalar', 'z', 'gelu', 'quick gelu', 'gelu tanh', 'silu'])
  for (const each of ['relu', 'squared relu', 'alibi', 'logits']) names.add(each)
  const untranslated = [...choices].filter((each) => choiceWords(each).ja === choiceWords(each).en)
  expect(untranslated.filter((each) => !names.has(each))).toEqual([])
})

test('an unknown type is no block', () => {
  expect(blockOf('selfAttention')?.label.en).toBe('Self-attention')
  expect(blockOf('constructor')).toBeUndefined()
})

describe.each(named)('%s', (type, block) => {
  const values = initialValues(block)
  const ports = portsOf(block, values)

  test('is named and described', () => {
    expect(type).toMatch(/^[a-z][a-zA-Z0-9]*$/)
    expect(block.about.en).toMatch(/^\p{Lu}[^\n]*[^.\s]\.$/u)
    expect(block.about.en.slice(0, -1), 'one sentence').not.toMatch(/\.\s/)
    expect(block.source).toBeTruthy()
    for (const [name, field] of Object.entries(block.fields)) {
      expect(name).toMatch(/^[a-z][a-z_]*$/)
      expect(field.label.en).toMatch(/^\p{Lu}/u)
    }
  })

  test.each(languages)('speaks %s', (language) => {
    const { label, about, fields } = block
    const words = Object.values(fields).flatMap((field) => [field.label, ...(field.hint ? [field.hint] : [])])
    for (const each of [label, about, ...words]) {
      expect(each[language].trim()).toBe(each[language])
      expect(each[language]).not.toBe('')
    }
    if (language === 'en') return
    expect(about[language]).not.toBe(about.en)
    expect(about[language]).toMatch(/。$/)
    // Names such as LayerNorm are written alike everywhere; sentences are not.
    for (const { hint } of Object.values(fields)) expect(hint?.[language]).not.toBe(hint?.en ?? '')
    if (language === 'zh-Hant') expect(about[language]).not.toBe(about['zh-Hans'])
  })

  test('begins with values that pass its own checks', () => {
    const initials = Object.fromEntries(Object.entries(block.fields).map(([name, field]) => [name, field.initial]))
    expect(valuesOf(block, initials, parseDim)).toEqual({ ok: true, values })
    expect(unknownParams(block, initials)).toEqual([])
  })

  test('has ports that are told apart', () => {
    for (const list of [ports.inputs, ports.outputs]) {
      expect(new Set(list.map((port) => port.id)).size).toBe(list.length)
      for (const port of list) expect(port.kinds.length).toBeGreaterThan(0)
    }
    expect(ports.outputs.length).toBeGreaterThan(0)
  })

  test('has an example that fits its inputs and gives its outputs', () => {
    for (const port of ports.inputs) {
      const tensor = block.example[port.id]
      if (!port.optional) expect(tensor, port.id).toBeDefined()
      if (tensor) expect(port.kinds).toContain(tensor.kind)
    }
    const outputs = shapeOf(block, values, block.example)
    expect(Object.keys(outputs).sort()).toEqual(ports.outputs.map((port) => port.id).sort())
    for (const port of ports.outputs) expect(port.kinds).toContain(outputs[port.id]?.kind)
  })

  test('counts positive weights and products', () => {
    shapeOf(block, values, block.example)
    const example = evaluated(block.example)
    const concrete = evaluatedValues(values)
    const weights = block.weights?.(concrete, example) ?? []
    expect(new Set(weights.map((weight) => weight.name)).size).toBe(weights.length)
    for (const size of weights.flatMap((weight) => weight.shape))
      expect(numberOf(size), pretty(size)).toBeGreaterThan(0)
    for (const count of Object.values(block.macs?.(concrete, example) ?? {})) {
      expect(numberOf(count), pretty(count)).toBeGreaterThanOrEqual(0)
    }
  })

  test('says something in its second line, or nothing', () => {
    if (!block.sublabel) return
    for (const language of languages) {
      const text = block.sublabel(values, pretty, sayIn(language))
      expect(text).toBe(text.trim())
      expect(text).not.toMatch(/\n|undefined|\[object|[{}]/)
      expect(text.length).toBeLessThan(60)
    }
  })

  test('has one rule for formulas and for numbers', () => {
    const formulas = results(block, symbolicValues(block, values), symbolicTensors(block.example))
    const numbers = results(block, evaluatedValues(values), evaluated(block.example))
    expect(formulas.map((each) => numberOf(atExample(each)))).toEqual(numbers.map(numberOf))
  })
})

test('at least one formula in ten has symbols left, or the test above proves nothing', () => {
  const all = blocks.flatMap((block) =>
    results(block, symbolicValues(block, initialValues(block)), symbolicTensors(block.example)),
  )
  expect(all.filter((each) => symbolsOf(each).size > 0).length).toBeGreaterThan(all.length / 10)
})

/** Every size that a block works out, in a fixed order. */
function results(block: Block, values: Values, inputs: Inputs): Dim[] {
  const outputs = shapeOf(block, values, inputs)
  const macs = block.macs?.(values, inputs) ?? {}
  return [
    ...Object.values(outputs).flatMap((tensor) => tensor.shape),
    ...(block.weights?.(values, inputs) ?? []).flatMap((weight) => weight.shape),
    ...[macs.weights, macs.activations].filter((count) => count !== undefined),
  ]
}

// Every whole number becomes a product of symbols for its primes, so that what was equal stays equal, 4 × 64 and 256 too.
// Letters get numbers of their own.
const letters: Readonly<Record<string, number>> = { B: 3, T: 12, frames: 8, images: 5, image_size: 224 }

function atExample(size: Dim): Dim {
  return substitute(size, (name) => dim(letters[name] ?? Number(name.slice(1))))
}

function symbolic(size: Dim): Dim {
  let rest = numberOf(size) ?? 1
  if (!Number.isInteger(rest) || rest <= 1) return size
  const factors: Dim[] = []
  for (let prime = 2; rest > 1; prime++) {
    for (; rest % prime === 0; rest /= prime) factors.push(dim(`p${prime}`))
  }
  return product(factors)
}

function symbolicTensors(inputs: Inputs): Inputs {
  return mapShapes(inputs, symbolic)
}

function evaluated(inputs: Inputs): Inputs {
  return mapShapes(inputs, atExample)
}

function mapShapes(inputs: Inputs, change: (size: Dim) => Dim): Inputs {
  const changed = (tensor: Tensor) => ({ ...tensor, shape: tensor.shape.map(change) })
  return Object.fromEntries(Object.entries(inputs).map(([port, tensor]) => [port, tensor && changed(tensor)]))
}

function evaluatedValues(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value !== 'object') return [name, value]
      return [name, 'key' in value ? atExample(value) : value.map(atExample)]
    }),
  )
}

/** A count of ports has to be known; the rest may be formulas. */
function symbolicValues(block: Block, values: Values): Values {
  const isCount = (name: string, field: Field | undefined) => name === 'inputs' && field?.type === 'dimension'
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value !== 'object' || isCount(name, block.fields[name])) return [name, value]
      return [name, 'key' in value ? symbolic(value) : value.map(symbolic)]
    }),
  )
}

test('the helpers of this file keep equal sizes equal', () => {
  expect(isEqual(symbolic(dim(768)), dim('p2^8 * p3'))).toBe(true)
  expect(numberOf(atExample(dim('p2^8 * p3 * B')))).toBe(768 * 3)
})
