// Families of systems, by where the image meets the text: one for each idea that is taught. A diagram names its family by id.
import type { Words } from './schema'

export interface Family {
  readonly id: string
  readonly label: Words
  /** One sentence on what its members have in common. */
  readonly about: Words
}

/** In the order in which one would teach them; the parts that systems are built from come last. */
export const families: readonly Family[] = [
  {
    id: 'two-towers',
    label: { en: 'Two towers', ja: '二つの塔', 'zh-Hans': '双塔', 'zh-Hant': '雙塔' },
    about: {
      en: 'An encoder for each modality; image and text meet only in the similarity of two vectors.',
      ja: 'モダリティごとのエンコーダ。画像とテキストは二つのベクトルの類似度でだけ出会う。',
      'zh-Hans': '每种模态一个编码器；图像与文本只在两个向量的相似度中相遇。',
      'zh-Hant': '每種模態一個編碼器；影像與文字只在兩個向量的相似度中相遇。',
    },
  },
  {
    id: 'one-tower',
    label: { en: 'One tower', ja: '一つの塔', 'zh-Hans': '单塔', 'zh-Hant': '單塔' },
    about: {
      en: 'The same layers encode both modalities, trained contrastively.',
      ja: '同じ層が両方のモダリティを符号化し、対照学習で訓練される。',
      'zh-Hans': '同样的层编码两种模态，以对比学习训练。',
      'zh-Hant': '同樣的層編碼兩種模態，以對比學習訓練。',
    },
  },
  {
    id: 'visual-prefix',
    label: { en: 'Visual prefix', ja: '視覚プレフィックス', 'zh-Hans': '视觉前缀', 'zh-Hant': '視覺前綴' },
    about: {
      en: 'The image becomes embeddings in the input sequence of a language model.',
      ja: '画像が言語モデルの入力系列に並ぶ埋め込みになる。',
      'zh-Hans': '图像变成语言模型输入序列中的嵌入。',
      'zh-Hant': '影像變成語言模型輸入序列中的嵌入。',
    },
  },
  {
    id: 'adapters',
    label: {
      en: 'Adapters in the LM',
      ja: 'LM 内のアダプタ',
      'zh-Hans': '语言模型内的适配器',
      'zh-Hant': '語言模型內的適配器',
    },
    about: {
      en: 'A visual prefix, and small trained bottlenecks inside every layer of a frozen language model.',
      ja: '視覚プレフィックスに加え、凍結した言語モデルの各層に小さな学習可能なボトルネックを置く。',
      'zh-Hans': '视觉前缀，加上冻结语言模型每一层内可训练的小瓶颈。',
      'zh-Hant': '視覺前綴，加上凍結語言模型每一層內可訓練的小瓶頸。',
    },
  },
  {
    id: 'cross-attention',
    label: {
      en: 'Cross-attention in the LM',
      ja: 'LM 内のクロスアテンション',
      'zh-Hans': '语言模型内的交叉注意力',
      'zh-Hant': '語言模型內的交叉注意力',
    },
    about: {
      en: 'New sub-layers inside the language model read the image.',
      ja: '言語モデルの内部に加えた副層が画像を読む。',
      'zh-Hans': '语言模型内部新增的子层读取图像。',
      'zh-Hant': '語言模型內部新增的子層讀取影像。',
    },
  },
  {
    id: 'cross-attention-above',
    label: {
      en: 'Cross-attention above the LM',
      ja: 'LM の上のクロスアテンション',
      'zh-Hans': '语言模型之上的交叉注意力',
      'zh-Hant': '語言模型之上的交叉注意力',
    },
    about: {
      en: 'The language model stays whole; layers on top of it read the image, and logits are added.',
      ja: '言語モデルはそのまま。上に積んだ層が画像を読み、ロジットを足し合わせる。',
      'zh-Hans': '语言模型保持完整；其上的层读取图像，并把 logits 相加。',
      'zh-Hant': '語言模型保持完整；其上的層讀取影像，並把 logits 相加。',
    },
  },
  {
    id: 'text-interface',
    label: {
      en: 'Text as the interface',
      ja: 'テキストによる接続',
      'zh-Hans': '以文本为接口',
      'zh-Hant': '以文字為介面',
    },
    about: {
      en: 'What is seen is put into words, and the words into a prompt; nothing is trained.',
      ja: '見えたものを言葉にし、その言葉をプロンプトに入れる。学習はしない。',
      'zh-Hans': '把所见写成文字，再放进提示；不训练任何部分。',
      'zh-Hant': '把所見寫成文字，再放進提示；不訓練任何部分。',
    },
  },
  {
    id: 'image-tokens',
    label: {
      en: 'Discrete image tokens',
      ja: '離散画像トークン',
      'zh-Hans': '离散图像词元',
      'zh-Hant': '離散影像詞元',
    },
    about: {
      en: 'The image is written in tokens of the same vocabulary as the text, so it can be generated, too.',
      ja: '画像をテキストと同じ語彙のトークンで書くので、生成もできる。',
      'zh-Hans': '图像用与文本同一词表的词元书写，因此也能生成。',
      'zh-Hant': '影像用與文字同一詞表的詞元書寫，因此也能生成。',
    },
  },
  {
    id: 'encoder-decoder',
    label: {
      en: 'Encoder–decoder, prefix LM',
      ja: 'エンコーダ・デコーダ、PrefixLM',
      'zh-Hans': '编码器–解码器、前缀语言模型',
      'zh-Hant': '編碼器–解碼器、前綴語言模型',
    },
    about: {
      en: 'Image and text are read in both directions in one sequence; what follows is generated.',
      ja: '画像とテキストを一つの系列として双方向に読み、続きを生成する。',
      'zh-Hans': '图像与文本在同一序列中被双向读取，其后的部分被生成。',
      'zh-Hant': '影像與文字在同一序列中被雙向讀取，其後的部分被生成。',
    },
  },
  {
    id: 'dual-decoder',
    label: {
      en: 'Decoder with two roles',
      ja: '二役のデコーダ',
      'zh-Hans': '双重角色解码器',
      'zh-Hant': '雙重角色解碼器',
    },
    about: {
      en: 'The lower half of a text decoder is contrasted with the image, the upper half describes it.',
      ja: 'テキストデコーダの下半分は画像と対照され、上半分は画像を説明する。',
      'zh-Hans': '文本解码器的下半部与图像对比，上半部描述图像。',
      'zh-Hant': '文字解碼器的下半部與影像對比，上半部描述影像。',
    },
  },
  {
    id: 'modality-experts',
    label: {
      en: 'Modality experts',
      ja: 'モダリティ別エキスパート',
      'zh-Hans': '模态专家',
      'zh-Hant': '模態專家',
    },
    about: {
      en: 'Attention is shared, the feed-forward is chosen by modality or by a router.',
      ja: '注意は共有し、フィードフォワードはモダリティまたはルータで選ぶ。',
      'zh-Hans': '注意力共享，前馈网络按模态或由路由器选择。',
      'zh-Hant': '注意力共享，前饋網路按模態或由路由器選擇。',
    },
  },
  {
    id: 'latents',
    label: { en: 'Latent bottleneck', ja: '潜在ボトルネック', 'zh-Hans': '潜在瓶颈', 'zh-Hant': '潛在瓶頸' },
    about: {
      en: 'A few learned vectors read inputs of any size by cross-attention.',
      ja: '少数の学習されたベクトルが、任意の大きさの入力をクロスアテンションで読む。',
      'zh-Hans': '少量可学习的向量通过交叉注意力读取任意大小的输入。',
      'zh-Hant': '少量可學習的向量透過交叉注意力讀取任意大小的輸入。',
    },
  },
  {
    id: 'vision-encoder',
    label: { en: 'Vision encoders', ja: '画像エンコーダ', 'zh-Hans': '图像编码器', 'zh-Hant': '影像編碼器' },
    about: {
      en: 'Parts that others are built from: images in, features out.',
      ja: '他のモデルの部品：画像を入れ、特徴を出す。',
      'zh-Hans': '构成其他模型的部件：输入图像，输出特征。',
      'zh-Hant': '構成其他模型的部件：輸入影像，輸出特徵。',
    },
  },
  {
    id: 'language-model',
    label: { en: 'Language models', ja: '言語モデル', 'zh-Hans': '语言模型', 'zh-Hant': '語言模型' },
    about: {
      en: 'Parts that others are built from: text in, text out.',
      ja: '他のモデルの部品：テキストを入れ、テキストを出す。',
      'zh-Hans': '构成其他模型的部件：输入文本，输出文本。',
      'zh-Hant': '構成其他模型的部件：輸入文字，輸出文字。',
    },
  },
]

/** Undefined for a family of a person's own, which is called by the name it is given. */
export function familyOf(id: string | undefined): Family | undefined {
  return families.find((family) => family.id === id)
}
