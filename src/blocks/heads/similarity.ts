// Every image against every text.
import { shapeWords } from '../shapeText'
import { catalogue } from '../../shared/message'
import { mul } from '../../shared/dimension'
import { given, leadingOf, vectorsOf, widthOf } from '../axes'
import { defineBlock } from '../block'
import { refuse, widthClash } from '../clash'
import { tensor } from '../example'

const sentences = catalogue({
  listOfVectors: {
    en: '“{port}” is {shape}, but has to be a list of vectors, such as B × 512.',
    ja: '「{port}」は {shape} ですが、B × 512 のようなベクトルの並びでなければなりません。',
    'zh-Hans': '“{port}”为 {shape}，但必须是一列向量，例如 B × 512。',
    'zh-Hant': '「{port}」為 {shape}，但必須是一列向量，例如 B × 512。',
  },
})

export const similarity = defineBlock({
  type: 'similarity',
  label: { en: 'Similarity', ja: '類似度', 'zh-Hans': '相似度', 'zh-Hant': '相似度' },
  group: 'heads',
  about: {
    en: 'Multiplies every vector of one list with every vector of another: a row for each of a, a column for each of b.',
    ja: '一方の各ベクトルと他方の各ベクトルの積を取る。a が行、b が列になる。',
    'zh-Hans': '一组的每个向量与另一组的每个向量相乘：a 为行，b 为列。',
    'zh-Hant': '一組的每個向量與另一組的每個向量相乘：a 為列，b 為行。',
  },
  source: 'Radford et al., CLIP, arXiv:2103.00020',
  fields: {},
  inputs: [
    { id: 'a', kinds: ['vector'] },
    { id: 'b', kinds: ['vector'] },
    { id: 'scale', kinds: ['scalar'], optional: true, side: true },
  ],
  outputs: [{ id: 'logits', kinds: ['matrix'] }],
  shape(_, inputs) {
    const [a, b] = [given(inputs, 'a'), given(inputs, 'b')]
    for (const [port, { shape }] of Object.entries({ a, b })) {
      if (shape.length === 2) continue
      return refuse(port, sentences.listOfVectors({ port, shape: shapeWords(shape) }))
    }
    const clash = widthClash({ port: 'b', tensor: b, otherPort: 'a', other: a })
    return clash ?? { logits: { kind: 'matrix', shape: [...leadingOf(a, 1), ...leadingOf(b, 1)] } }
  },
  macs(_, inputs) {
    const [a, b] = [given(inputs, 'a'), given(inputs, 'b')]
    return { activations: mul(vectorsOf(a), vectorsOf(b), widthOf(a)) }
  },
  sublabel: () => 'a · bᵀ',
  example: { a: tensor('vector', ['B', 512], 'vision'), b: tensor('vector', ['B', 512], 'language') },
})
