// Several sequences made one.
import { catalogue } from '../../shared/message'
import { sum, type Dim } from '../../shared/dimension'
import { leadingOf, lengthOf, widthOf } from '../axes'
import { defineBlock } from '../block'
import { kindClash, leadingClash, sameShape, disagreement, widthClash, type Pair } from '../clash'
import { tensor } from '../example'
import { lettered, partsOf } from '../ports'
import type { Clash } from '../tensor'
import { phrases, terms } from '../words'

const sentences = catalogue({
  lengths: {
    en: 'only their lengths may differ',
    ja: '異なってよいのは長さだけです',
    'zh-Hans': '只有长度可以不同',
    'zh-Hant': '只有長度可以不同',
  },
  widths: {
    en: 'only their widths may differ',
    ja: '異なってよいのは幅だけです',
    'zh-Hans': '只有宽度可以不同',
    'zh-Hant': '只有寬度可以不同',
  },
})

export const concat = defineBlock({
  type: 'concat',
  label: { en: 'Concatenate', ja: '連結', 'zh-Hans': '拼接', 'zh-Hant': '串接' },
  group: 'sequence',
  about: {
    en: 'Puts sequences of vectors or of token ids one after the other, or the vectors of equally many tokens side by side.',
    ja: 'ベクトルやトークン ID の列を前後につなぐ、または同じ個数のトークンのベクトルを横に並べる。',
    'zh-Hans': '把向量或词元 ID 的序列前后相接，或把个数相同的词元的向量并排。',
    'zh-Hant': '把向量或詞元 ID 的序列前後相接，或把個數相同的詞元的向量並排。',
  },
  source: 'torch.cat',
  fields: {
    inputs: { type: 'dimension', label: terms.inputs, initial: 2, least: 1, most: 26 },
    axis: {
      type: 'choice',
      label: { en: 'Along', ja: '方向', 'zh-Hans': '方向', 'zh-Hant': '方向' },
      options: ['tokens', 'width'],
      initial: 'tokens',
    },
  },
  inputs: ({ inputs, axis }) => lettered(inputs, axis === 'tokens' ? ['tokens', 'ids'] : ['tokens', 'vector']),
  outputs: [{ id: 'x', kinds: ['tokens', 'vector', 'ids'] }],
  joins: true,
  shape({ inputs: count, axis }, inputs) {
    const parts = partsOf(count, inputs)
    const [{ port, tensor: first }] = parts
    const pairs = parts.map((part): Pair => ({ ...part, otherPort: port, other: first }))
    const clash = pairs.map((pair) => (axis === 'tokens' ? sequenceClash(pair) : positionClash(pair))).find(Boolean)
    if (clash) return clash
    const total = (size: (of: Pair['tensor']) => Dim) => sum(pairs.map((pair) => size(pair.tensor)))
    if (first.kind === 'ids')
      return { x: { kind: 'ids', shape: [...leadingOf(first, 1), total((ids) => ids.shape.at(-1)!)] } }
    const shape =
      axis === 'tokens'
        ? [...leadingOf(first, 2), total(lengthOf), widthOf(first)]
        : [...leadingOf(first, 1), total(widthOf)]
    return { x: { kind: first.kind, shape } }
  },
  sublabel: ({ axis }, _, say) => say(axis === 'tokens' ? phrases.alongSequence : phrases.alongWidth),
  example: {
    a: tensor('tokens', ['B', 256, 4096], 'vision'),
    b: tensor('tokens', ['B', 'T', 4096], 'language'),
  },
})

function sequenceClash(pair: Pair): Clash | undefined {
  const { tensor: each, other } = pair
  const clash = kindClash(pair)
  if (clash) return clash
  if (each.kind === 'ids')
    return sameShape(leadingOf(each, 1), leadingOf(other, 1)) ? undefined : disagreement(pair, sentences.lengths())
  return leadingClash(pair) ?? widthClash(pair)
}

function positionClash(pair: Pair): Clash | undefined {
  if (sameShape(leadingOf(pair.tensor, 1), leadingOf(pair.other, 1))) return undefined
  return disagreement(pair, sentences.widths())
}
