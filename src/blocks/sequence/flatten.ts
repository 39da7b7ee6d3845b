// Sequences of one example made one sequence.
import { writeShape } from '../shapeText'
import { catalogue } from '../../shared/message'
import { mul, type Dim } from '../../shared/dimension'
import { given, leadingOf, lengthOf, widthOf } from '../axes'
import { defineBlock } from '../block'
import { refuse } from '../clash'
import { tensor } from '../example'

const sentences = catalogue({
  noneToMerge: {
    en: '“x” is {shape}: it has no dimension to merge with its length.',
    ja: '「x」は {shape} です。長さと合わせる次元がありません。',
    'zh-Hans': '“x”为 {shape}：没有可与长度合并的维。',
    'zh-Hant': '「x」為 {shape}：沒有可與長度合併的維。',
  },
})

export const flatten = defineBlock({
  type: 'flatten',
  label: { en: 'Flatten', ja: '平坦化', 'zh-Hans': '展平', 'zh-Hant': '展平' },
  group: 'sequence',
  about: {
    en: 'Lays the sequences of the frames or images of one example one after the other.',
    ja: '1 例の中のフレームや画像の列を順につなぐ。',
    'zh-Hans': '把同一样本各帧或各图像的序列依次相接。',
    'zh-Hant': '把同一樣本各影格或各影像的序列依次相接。',
  },
  source: 'torch.flatten',
  fields: {},
  inputs: [{ id: 'x', kinds: ['tokens'] }],
  outputs: [{ id: 'x', kinds: ['tokens'] }],
  shape(_, inputs) {
    const x = given(inputs, 'x')
    const leading = leadingOf(x, 2)
    const outer: Dim | undefined = leading.at(-1)
    if (!outer) {
      return refuse('x', sentences.noneToMerge({ shape: writeShape(x.shape) }))
    }
    return { x: { ...x, shape: [...leading.slice(0, -1), mul(outer, lengthOf(x)), widthOf(x)] } }
  },
  example: { x: tensor('tokens', ['B', 'images', 64, 1536], 'vision') },
})
