// A learned vector for each frame of a video.
import { writeShape } from '../shapeText'
import { catalogue } from '../../shared/message'
import { given, widthOf } from '../axes'
import { defineBlock } from '../block'
import { refuse } from '../clash'
import { tensor } from '../example'
import { hints, phrases } from '../words'

const sentences = catalogue({
  noFrames: {
    en: '“tokens” is {shape}: it has no dimension for frames before its length and width.',
    ja: '「tokens」は {shape} です。長さと幅の前にフレームの次元がありません。',
    'zh-Hans': '“tokens”为 {shape}：长度和宽度之前没有帧维。',
    'zh-Hant': '「tokens」為 {shape}：長度和寬度之前沒有影格維。',
  },
})

export const timeEmbedding = defineBlock({
  type: 'timeEmbedding',
  label: { en: 'Time embedding', ja: '時間埋め込み', 'zh-Hans': '时间嵌入', 'zh-Hant': '時間嵌入' },
  group: 'embeddings',
  about: {
    en: 'Adds to all tokens of a frame the learned vector of that frame; between the rows of the table one interpolates when there are more frames than rows.',
    ja: 'フレームの全トークンに、そのフレームの学習されたベクトルを足す。フレームが表の行より多いときは行の間を補間する。',
    'zh-Hans': '给一帧的所有词元加上该帧的可学习向量；帧数多于表的行数时在行间插值。',
    'zh-Hant': '給一個影格的所有詞元加上該影格的可學習向量；影格數多於表的列數時在列間內插。',
  },
  source: 'Alayrac et al., Flamingo, arXiv:2204.14198',
  fields: {
    frames: {
      type: 'dimension',
      label: { en: 'Frames', ja: 'フレーム数', 'zh-Hans': '帧数', 'zh-Hant': '影格數' },
      hint: hints.rowsOfTheTable,
      initial: 'frames',
    },
  },
  inputs: [{ id: 'tokens', kinds: ['tokens'] }],
  outputs: [{ id: 'tokens', kinds: ['tokens'] }],
  shape(_, inputs) {
    const tokens = given(inputs, 'tokens')
    if (tokens.shape.length < 3) {
      return refuse('tokens', sentences.noFrames({ shape: writeShape(tokens.shape) }))
    }
    return { tokens }
  },
  weights: ({ frames }, inputs) => [{ name: 'frames', shape: [frames, widthOf(given(inputs, 'tokens'))] }],
  sublabel: ({ frames }, show, say) => say(phrases.frames, { n: show(frames) }),
  example: { tokens: tensor('tokens', ['B', 'images', 8, 100, 1536], 'vision') },
})
