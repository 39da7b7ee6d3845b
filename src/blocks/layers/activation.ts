// A function of each number, or of each vector.
import { activations } from '../activations'
import { given } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import type { Kind } from '../tensor'
import { choiceWords } from '../words'

const kinds: readonly Kind[] = ['tokens', 'vector', 'map', 'matrix', 'logits', 'gates']

export const activation = defineBlock({
  type: 'activation',
  label: { en: 'Activation', ja: '活性化', 'zh-Hans': '激活函数', 'zh-Hant': '活化函數' },
  group: 'layers',
  about: {
    en: 'Bends every number by a fixed function; softmax makes the numbers of a vector positive with sum 1.',
    ja: '各成分を決まった関数で曲げる。softmax はベクトルの成分を正で和が 1 になるようにする。',
    'zh-Hans': '用固定函数弯折每个数；softmax 使向量各分量为正且和为 1。',
    'zh-Hant': '用固定函數彎折每個數；softmax 使向量各分量為正且和為 1。',
  },
  source: 'Hendrycks & Gimpel, GELU, arXiv:1606.08415; Ramachandran et al., Swish, arXiv:1710.05941',
  fields: {
    form: {
      type: 'choice',
      label: { en: 'Function', ja: '関数', 'zh-Hans': '函数', 'zh-Hant': '函數' },
      options: [...activations, 'tanh', 'sigmoid', 'softmax'],
      initial: 'gelu',
    },
  },
  inputs: [{ id: 'x', kinds }],
  outputs: [{ id: 'x', kinds }],
  shape: (_, inputs) => ({ x: given(inputs, 'x') }),
  sublabel: ({ form }, _, say) => say(choiceWords(form)),
  example: { x: tensor('tokens', ['B', 50, 3072], 'vision') },
})
