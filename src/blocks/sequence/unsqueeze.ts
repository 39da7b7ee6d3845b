// The same values with one more dimension of size 1, or several.
import { dim, numberOf } from '../../shared/dimension'
import { given, leadingOf } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { ownDimensions, type Kind } from '../tensor'

const kinds: readonly Kind[] = ['tokens', 'vector', 'map', 'image', 'ids']

export const unsqueeze = defineBlock({
  type: 'unsqueeze',
  label: { en: 'Unsqueeze', ja: '次元の追加', 'zh-Hans': '增加维度', 'zh-Hant': '增加維度' },
  group: 'sequence',
  about: {
    en: 'Adds dimensions of size 1 after the batch, such as one image of one frame where several are expected; the numbers themselves stay as they are.',
    ja: 'バッチの後に大きさ 1 の次元を足す。複数が期待されるところに 1 画像 1 フレームを渡すときなど。数そのものは変わらない。',
    'zh-Hans': '在批次之后增加大小为 1 的维，例如在需要多幅图像、多帧之处给出一幅一帧；数值本身不变。',
    'zh-Hant': '在批次之後增加大小為 1 的維，例如在需要多幅影像、多個影格之處給出一幅一格；數值本身不變。',
  },
  source: 'torch.unsqueeze',
  fields: {
    count: {
      type: 'dimension',
      label: { en: 'Dimensions', ja: '次元数', 'zh-Hans': '维数', 'zh-Hant': '維數' },
      initial: 1,
      least: 1,
      most: 8,
    },
  },
  inputs: [{ id: 'x', kinds }],
  outputs: [{ id: 'x', kinds }],
  shape({ count }, inputs) {
    const x = given(inputs, 'x')
    const own = ownDimensions[x.kind]
    const ones = Array.from({ length: numberOf(count) ?? 1 }, () => dim(1))
    return { x: { ...x, shape: [...leadingOf(x, own), ...ones, ...x.shape.slice(x.shape.length - own)] } }
  },
  sublabel: ({ count }) => `+ ${Array.from({ length: numberOf(count) ?? 1 }, () => '1').join(' × ')}`,
  example: { x: tensor('tokens', ['B', 256, 1792], 'vision') },
})
