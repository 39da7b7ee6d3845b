// What a part is for in the flow of data, whatever it is called: so that parts of different diagrams can be held against each
// other.
import type { Translated } from '../../shared/languages'
import type { Modality, Tensor } from '../../blocks/tensor'
import type { TreeNode } from '../tree'

export const roles = {
  image: { en: 'Image', ja: '画像', 'zh-Hans': '图像', 'zh-Hant': '影像' },
  text: { en: 'Text', ja: 'テキスト', 'zh-Hans': '文本', 'zh-Hant': '文字' },
  visionEncoder: { en: 'Vision encoder', ja: '画像エンコーダ', 'zh-Hans': '视觉编码器', 'zh-Hant': '視覺編碼器' },
  imageEmbedding: { en: 'Image embedding', ja: '画像埋め込み', 'zh-Hans': '图像嵌入', 'zh-Hant': '影像嵌入' },
  textEncoder: {
    en: 'Text encoder',
    ja: 'テキストエンコーダ',
    'zh-Hans': '文本编码器',
    'zh-Hant': '文字編碼器',
  },
  embedding: { en: 'Text embedding', ja: 'テキスト埋め込み', 'zh-Hans': '文本嵌入', 'zh-Hant': '文字嵌入' },
  connector: { en: 'Connector', ja: 'コネクタ', 'zh-Hans': '连接器', 'zh-Hant': '連接器' },
  /** Reads text that is embedded already, alone or with the image. */
  transformer: { en: 'Transformer', ja: 'Transformer', 'zh-Hans': 'Transformer', 'zh-Hant': 'Transformer' },
  similarity: { en: 'Similarity', ja: '類似度', 'zh-Hans': '相似度', 'zh-Hant': '相似度' },
  head: { en: 'Output head', ja: '出力ヘッド', 'zh-Hans': '输出头', 'zh-Hant': '輸出頭' },
  loss: { en: 'Loss', ja: '損失', 'zh-Hans': '损失', 'zh-Hant': '損失' },
} as const satisfies Readonly<Record<string, Translated>>

export type Role = keyof typeof roles

/** Undefined for what has no part of its own in the story, such as a norm or a sum, or what is inside a part. */
export function roleOf(item: TreeNode): Role | undefined {
  if (item.path.includes('/')) return undefined
  const { inference } = item
  const [from, to] = [tensorsOf(inference.inputs), tensorsOf(inference.outputs)]
  const seen = modalitiesOf(from)
  const gives = (kind: Tensor['kind']) => to.some((tensor) => tensor.kind === kind)
  const takes = (...kinds: readonly Tensor['kind'][]) => from.some(({ kind }) => kinds.includes(kind))
  if (gives('loss')) return 'loss'
  if (gives('matrix')) return 'similarity'
  if (inference.inputPorts.length === 0) return sourceRole(to)
  if (gives('logits')) return 'head'
  const isPart = item.inside !== undefined || inference.weights.length > 0
  if (!isPart || seen.size === 0) return undefined
  if (!seen.has('language'))
    return takes('image') ? (isEncoder(item) ? 'visionEncoder' : 'imageEmbedding') : 'connector'
  if (takes('ids', 'string')) return isEncoder(item) ? 'textEncoder' : 'embedding'
  return isEncoder(item) ? 'transformer' : undefined
}

function sourceRole(to: readonly Tensor[]): Role | undefined {
  const given = modalitiesOf(to)
  if (given.has('language')) return 'text'
  return given.has('vision') ? 'image' : undefined
}

/** Masks and scales say nothing of what a part is for. */
function tensorsOf(tensors: TreeNode['inference']['inputs']): Tensor[] {
  return Object.values(tensors).filter(
    (each) => each !== undefined && each.kind !== 'mask' && each.kind !== 'scalar',
  ) as Tensor[]
}

function modalitiesOf(tensors: readonly Tensor[]): ReadonlySet<Modality> {
  return new Set(tensors.flatMap(({ modality }) => modality))
}

/** It does more than embed: attention, convolutions, or what is not looked into. */
function isEncoder({ node, inference, inside }: TreeNode): boolean {
  const group = inference.block?.group
  if (group === 'attention' || group === 'convolution' || node.block === 'blackBox') return true
  return inside !== undefined && [...inside.nodes.values()].some(isEncoder)
}
