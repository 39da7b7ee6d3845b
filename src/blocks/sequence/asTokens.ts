// Vectors that stand for one thing each, read as a sequence.
import { writeShape } from '../shapeText'
import { catalogue } from '../../shared/message'
import { given } from '../axes'
import { defineBlock } from '../block'
import { refuse } from '../clash'
import { tensor } from '../example'

const sentences = catalogue({
  oneVector: {
    en: '“x” is {shape}, only one vector.',
    ja: '「x」は {shape} で、ベクトルは 1 つだけです。',
    'zh-Hans': '“x”为 {shape}，只有一个向量。',
    'zh-Hant': '「x」為 {shape}，只有一個向量。',
  },
})

export const asTokens = defineBlock({
  type: 'asTokens',
  label: { en: 'Vectors as tokens', ja: 'ベクトルをトークンに', 'zh-Hans': '向量作词元', 'zh-Hant': '向量作詞元' },
  group: 'sequence',
  about: {
    en: 'Reads a list of vectors, such as one for each part of an image, as the tokens of a sequence.',
    ja: '画像の各部分のベクトルなど、ベクトルの並びを列のトークンとして読む。',
    'zh-Hans': '把一列向量（例如图像各部分各一个）读作序列的词元。',
    'zh-Hant': '把一列向量（例如影像各部分各一個）讀作序列的詞元。',
  },
  source: 'Lin et al., M6, arXiv:2103.00823',
  fields: {},
  inputs: [{ id: 'x', kinds: ['vector'] }],
  outputs: [{ id: 'x', kinds: ['tokens'] }],
  shape(_, inputs) {
    const x = given(inputs, 'x')
    if (x.shape.length < 2) return refuse('x', sentences.oneVector({ shape: writeShape(x.shape) }))
    return { x: { ...x, kind: 'tokens' } }
  },
  example: { x: tensor('vector', ['B', 9, 2048], 'vision') },
})
