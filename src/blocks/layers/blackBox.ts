// A model of which only the outside is known, or wanted.
import { product } from '../../shared/dimension'
import { isZero, times } from '../arithmetic'
import { given, leadingOf } from '../axes'
import { defineBlock } from '../block'
import { refuse, shown } from '../clash'
import { tensor } from '../example'
import { kinds, modalities, ownDimensions } from '../tensor'

export const blackBox = defineBlock({
  type: 'blackBox',
  label: 'Black box',
  group: 'layers',
  about:
    'A model whose inside is not public or not of interest: what it takes, what it gives, and its size where that is known.',
  source: 'Zeng et al., Socratic Models, arXiv:2204.00598',
  fields: {
    takes: { type: 'choice', label: 'Takes', options: kinds, initial: 'image' },
    gives: { type: 'choice', label: 'Gives', options: kinds, initial: 'string' },
    shape: { type: 'shape', label: 'Shape given', hint: 'For each value taken; empty for one string.', initial: [] },
    modality: {
      type: 'choice',
      label: 'Modality given',
      options: ['as taken', ...modalities],
      initial: 'as taken',
    },
    parameters: { type: 'dimension', label: 'Parameters', hint: '0 where it is not known.', initial: 0, least: 0 },
    macs: {
      type: 'dimension',
      label: 'Multiply-accumulates',
      hint: 'For each value taken; 0 where it is not known.',
      initial: 0,
      least: 0,
    },
  },
  inputs: ({ takes }) => [{ id: 'x', kinds: [takes] }],
  outputs: ({ gives }) => [{ id: 'x', kinds: [gives] }],
  shape({ takes, gives, shape, modality }, inputs) {
    const least = ownDimensions[gives]
    if (shape.length < least)
      return refuse('x', `what it gives is ${gives}, which takes ${least} sizes, but its shape is ${shown(shape)}`)
    const before = leadingOf(given(inputs, 'x'), ownDimensions[takes])
    return {
      x: { kind: gives, shape: [...before, ...shape], ...(modality !== 'as taken' && { modality: [modality] }) },
    }
  },
  weights: ({ parameters }) => (isZero(parameters) ? [] : [{ name: 'weights', shape: [parameters] }]),
  macs({ takes, macs }, inputs) {
    return { weights: times(product(leadingOf(given(inputs, 'x'), ownDimensions[takes])), macs) }
  },
  sublabel: ({ takes, gives }) => `${takes} → ${gives === 'string' ? 'text' : gives}`,
  isOpaque: true,
  example: { x: tensor('image', ['B', 3, 224, 224], 'vision') },
})
