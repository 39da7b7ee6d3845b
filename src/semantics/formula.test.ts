import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { analyse } from './analyse'
import { formulasOf } from './formula'
import { tinyLanguageModel } from './sample.fixture'
import { outermost } from './settings.fixture'
import { everyNode } from './tree'

const diagrams = allDiagrams()
const named = (name: string) => diagrams.find((each) => each.name === name)!.diagram

test('tensors by the names of their sizes', () => {
  expect(formulasOf(analyse(tinyLanguageModel()), 'linear')).toEqual({
    tensors: [
      { name: 'kernel', shape: 'width × width', text: 'width²', value: 16n },
      { name: 'bias', shape: 'width', text: 'width', value: 4n },
    ],
    params: { text: 'width² + width', value: 20n },
    withWeights: { text: '6·B·width²', value: 96n },
    forward: { text: '6·B·width²', value: 96n },
  })
})

test('what borrows weights has none of its own, but works', () => {
  const head = formulasOf(analyse(tinyLanguageModel()), 'head')!
  expect(head.tensors).toEqual([])
  expect(head.params).toEqual({ text: '0', value: 0n })
  expect(head.forward.text).toBe('6·B·vocab_size·width')
})

test('attention of CLIP: its repeats, its products', () => {
  const diagram = named('clip')
  const paths = [...everyNode(analyse(diagram).tree)].filter((n) => n.node.block === 'selfAttention').map((n) => n.path)
  const found = formulasOf(analyse(diagram, { variant: 'ViT-L/14' }), paths[0]!)!
  expect(found.copies).toEqual({ text: 'vision_layers', value: 24n })
  expect(found.tensors.find((t) => t.name === 'query')).toMatchObject({ text: 'vision_width²', value: 1024n ** 2n })
  expect(found.ofOne?.params.text).toBe('4·vision_width² + 4·vision_width')
  expect(found.betweenActivations?.text).toContain('vision_width')
})

test('no node, no formula', () => {
  expect(formulasOf(analyse(tinyLanguageModel()), 'nowhere')).toBeUndefined()
})

test.each(diagrams)('formulas of $name have the values that are counted', ({ diagram }) => {
  for (const setting of outermost(diagram)) {
    const analysis = analyse(diagram, setting)
    for (const { path } of everyNode(analysis.tree)) {
      const found = formulasOf(analysis, path)!
      const { params, flops } = analysis.tallyAt(path)
      expect([path, found.params.value, found.forward.value]).toEqual([path, params.total, flops.forward])
    }
  }
})
