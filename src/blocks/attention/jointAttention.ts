// Attention across several sequences, each with projections of its own.
import { isEqual, pretty, sum, type Dim } from '../../shared/dimension'
import { plus, square, times } from '../arithmetic'
import { lengthOf, sequencesOf, vectorsOf, widthOf } from '../axes'
import { defineBlock, type Inputs, type Port } from '../block'
import { leadingClash, refuse } from '../clash'
import { tensor } from '../example'
import { lettered } from '../ports'
import type { Tensor } from '../tensor'
import { projection, scaleAndBias } from '../weight'
import { headClash, headsWords, headWidths } from './heads'

export const jointAttention = defineBlock({
  type: 'jointAttention',
  label: 'Joint attention',
  group: 'attention',
  about:
    'Every sequence has queries, keys, values and output of its own, but all tokens of all sequences attend to each other.',
  source: 'Wang et al., BEiT-3, arXiv:2208.10442; Esser et al., MM-DiT, arXiv:2403.03206',
  fields: {
    inputs: { type: 'dimension', label: 'Sequences', initial: 2, least: 1, most: 26 },
    heads: { type: 'dimension', label: 'Heads', initial: 12 },
    head_width: { type: 'dimension', label: 'Head width', hint: '0 for width / heads.', initial: 0, least: 0 },
    kv_heads: {
      type: 'dimension',
      label: 'Key and value heads',
      hint: '0 for as many as heads.',
      initial: 0,
      least: 0,
    },
    bias: { type: 'boolean', label: 'Bias', initial: true },
    out_norm: {
      type: 'boolean',
      label: 'Norm before the output',
      hint: 'A layer norm between the heads and the output projection.',
      initial: false,
    },
    mask: { type: 'choice', label: 'Mask', options: ['full', 'causal', 'prefix'], initial: 'full' },
  },
  inputs: ({ inputs }): readonly Port[] => [
    // A sequence may be missing: the others then go on by themselves.
    ...lettered(inputs, ['tokens']).map((port, i) => (i === 0 ? port : { ...port, optional: true })),
    { id: 'mask', kinds: ['mask'], optional: true, side: true },
  ],
  outputs: ({ inputs }) => lettered(inputs, ['tokens']),
  shape(values, inputs) {
    const [first, ...others] = sequences(values.inputs, inputs)
    if (!first) return refuse('a', '`a` is missing')
    const { queries } = headWidths(widthOf(first.tensor), values)
    for (const { id, tensor: x } of [first, ...others]) {
      const pair = { port: id, tensor: x, otherPort: 'a', other: first.tensor }
      const clash = headClash(id, widthOf(x), values) ?? leadingClash(pair)
      if (clash) return clash
      if (!isEqual(headWidths(widthOf(x), values).queries, queries))
        return refuse(
          id,
          `\`${id}\` has width ${pretty(widthOf(x))} and \`a\` ${pretty(widthOf(first.tensor))}: give the width of a head, so that their heads fit`,
        )
    }
    // Each stays what it is, although it has seen the others.
    return Object.fromEntries([first, ...others].map(({ id, tensor: x }) => [id, x]))
  },
  weights(values, inputs) {
    const { bias, out_norm } = values
    return sequences(values.inputs, inputs).flatMap(({ id, tensor: x }) => {
      const { queries, keys } = headWidths(widthOf(x), values)
      return [
        ...projection(`${id}_query`, widthOf(x), queries, bias),
        ...projection(`${id}_key`, widthOf(x), keys, bias),
        ...projection(`${id}_value`, widthOf(x), keys, bias),
        ...(out_norm ? scaleAndBias(`${id}_norm_`, queries) : []),
        ...projection(`${id}_out`, queries, widthOf(x), bias),
      ]
    })
  },
  macs(values, inputs) {
    const all = sequences(values.inputs, inputs).map(({ tensor: x }) => x)
    const { queries } = headWidths(widthOf(all[0]!), values)
    return {
      weights: sum(all.map((x) => inProjections(x, values))),
      activations: times(2, sequencesOf(all[0]!), square(sum(all.map(lengthOf))), queries),
    }
  },
  sublabel(values, show) {
    const words = headsWords(values, show)
    return values.mask === 'full' ? words : `${words}, ${values.mask}`
  },
  example: {
    a: tensor('tokens', ['B', 197, 768], 'vision'),
    b: tensor('tokens', ['B', 64, 768], 'language'),
  },
})

function sequences(count: Dim, inputs: Inputs): { readonly id: string; readonly tensor: Tensor }[] {
  return lettered(count, []).flatMap(({ id }) => {
    const found = inputs[id]
    return found ? [{ id, tensor: found }] : []
  })
}

function inProjections(x: Tensor, values: Parameters<typeof headWidths>[1]): Dim {
  const { queries, keys } = headWidths(widthOf(x), values)
  return times(vectorsOf(x), widthOf(x), plus(times(2, queries), times(2, keys)))
}
