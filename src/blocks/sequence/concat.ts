// Several sequences made one.
import { sum, type Dim } from '../../shared/dimension'
import { given, leadingOf, lengthOf, widthOf } from '../axes'
import { defineBlock, type Inputs } from '../block'
import { leadingClash, sameShape, disagreement, widthClash, type Pair } from '../clash'
import { tensor } from '../example'
import { lettered } from '../ports'
import type { Clash } from '../tensor'

export const concat = defineBlock({
  type: 'concat',
  label: 'Concatenate',
  group: 'sequence',
  about:
    'Puts sequences of vectors or of token ids one after the other, or the vectors of equally many tokens side by side.',
  source: 'torch.cat',
  fields: {
    inputs: { type: 'dimension', label: 'Inputs', initial: 2, least: 1, most: 26 },
    axis: { type: 'choice', label: 'Along', options: ['tokens', 'width'], initial: 'tokens' },
  },
  inputs: ({ inputs, axis }) => lettered(inputs, axis === 'tokens' ? ['tokens', 'ids'] : ['tokens', 'vector']),
  outputs: [{ id: 'x', kinds: ['tokens', 'vector', 'ids'] }],
  shape({ inputs: count, axis }, inputs) {
    const pairs = lettered(count, []).map(({ id }) => pairWithFirst(id, inputs))
    const clash = pairs.map((pair) => (axis === 'tokens' ? sequenceClash(pair) : positionClash(pair))).find(Boolean)
    if (clash) return clash
    const first = given(inputs, 'a')
    const total = (size: (of: Pair['tensor']) => Dim) => sum(pairs.map((pair) => size(pair.tensor)))
    if (first.kind === 'ids')
      return { x: { kind: 'ids', shape: [...leadingOf(first, 1), total((ids) => ids.shape.at(-1)!)] } }
    const shape =
      axis === 'tokens'
        ? [...leadingOf(first, 2), total(lengthOf), widthOf(first)]
        : [...leadingOf(first, 1), total(widthOf)]
    return { x: { kind: first.kind, shape } }
  },
  sublabel: ({ axis }) => `along ${axis === 'tokens' ? 'the sequence' : 'the width'}`,
  example: {
    a: tensor('tokens', ['B', 256, 4096], 'vision'),
    b: tensor('tokens', ['B', 'T', 4096], 'language'),
  },
})

function pairWithFirst(port: string, inputs: Inputs): Pair {
  return { port, tensor: given(inputs, port), otherPort: 'a', other: given(inputs, 'a') }
}

function sequenceClash(pair: Pair): Clash | undefined {
  const { tensor: each, other } = pair
  if (each.kind !== other.kind) return disagreement(pair, `one is ${each.kind}, the other ${other.kind}`)
  if (each.kind === 'ids')
    return sameShape(leadingOf(each, 1), leadingOf(other, 1))
      ? undefined
      : disagreement(pair, 'only their lengths may differ')
  return leadingClash(pair) ?? widthClash(pair)
}

function positionClash(pair: Pair): Clash | undefined {
  if (sameShape(leadingOf(pair.tensor, 1), leadingOf(pair.other, 1))) return undefined
  return disagreement(pair, 'only their widths may differ')
}
