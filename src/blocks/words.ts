// What several blocks call alike: fields, and the words in the second line of a box.
import { alike, type Language, type Translated } from '../shared/languages'
import { kindWords, modalityWords } from './tensorWords'

export const terms = {
  activation: { en: 'Activation', ja: '活性化', 'zh-Hans': '激活函数', 'zh-Hant': '活化函數' },
  batch: { en: 'Batch', ja: 'バッチ', 'zh-Hans': '批', 'zh-Hant': '批次' },
  beginsAs: { en: 'Begins as', ja: '初期値', 'zh-Hans': '初始值', 'zh-Hant': '初始值' },
  bias: { en: 'Bias', ja: 'バイアス', 'zh-Hans': '偏置', 'zh-Hant': '偏置' },
  channels: { en: 'Channels', ja: 'チャンネル', 'zh-Hans': '通道', 'zh-Hant': '通道' },
  count: { en: 'Count', ja: '個数', 'zh-Hans': '个数', 'zh-Hant': '個數' },
  expansion: { en: 'Expansion', ja: '拡張率', 'zh-Hans': '扩展倍数', 'zh-Hant': '擴展倍數' },
  form: { en: 'Form', ja: '形式', 'zh-Hans': '形式', 'zh-Hant': '形式' },
  gives: { en: 'Gives', ja: '出力', 'zh-Hans': '输出', 'zh-Hant': '輸出' },
  headWidth: { en: 'Head width', ja: 'ヘッドの幅', 'zh-Hans': '每头宽度', 'zh-Hant': '每頭寬度' },
  heads: { en: 'Heads', ja: 'ヘッド数', 'zh-Hans': '头数', 'zh-Hant': '頭數' },
  hiddenWidth: { en: 'Hidden width', ja: '隠れ層の幅', 'zh-Hans': '隐藏宽度', 'zh-Hant': '隱藏寬度' },
  inWords: { en: 'In words', ja: '表記', 'zh-Hans': '文字说明', 'zh-Hant': '文字說明' },
  inputs: { en: 'Inputs', ja: '入力数', 'zh-Hans': '输入数', 'zh-Hant': '輸入數' },
  kernel: { en: 'Kernel', ja: 'カーネル', 'zh-Hans': '卷积核', 'zh-Hant': '卷積核' },
  keyAndValueHeads: {
    en: 'Key and value heads',
    ja: 'キーとバリューのヘッド数',
    'zh-Hans': '键值头数',
    'zh-Hant': '鍵值頭數',
  },
  kind: { en: 'Kind', ja: '種類', 'zh-Hans': '类型', 'zh-Hant': '類型' },
  labelSmoothing: { en: 'Label smoothing', ja: 'ラベル平滑化', 'zh-Hans': '标签平滑', 'zh-Hant': '標籤平滑' },
  length: { en: 'Length', ja: '長さ', 'zh-Hans': '长度', 'zh-Hant': '長度' },
  mask: { en: 'Mask', ja: 'マスク', 'zh-Hans': '掩码', 'zh-Hant': '遮罩' },
  modality: { en: 'Modality', ja: 'モダリティ', 'zh-Hans': '模态', 'zh-Hant': '模態' },
  normBeforeTheOutput: {
    en: 'Norm before the output',
    ja: '出力前の正規化',
    'zh-Hans': '输出前的归一化',
    'zh-Hant': '輸出前的正規化',
  },
  squeezeRatio: { en: 'Squeeze ratio', ja: 'squeeze の比率', 'zh-Hans': '压缩比', 'zh-Hant': '壓縮比' },
  stride: { en: 'Stride', ja: 'ストライド', 'zh-Hans': '步幅', 'zh-Hant': '步幅' },
  vocabulary: { en: 'Vocabulary', ja: '語彙数', 'zh-Hans': '词表大小', 'zh-Hant': '詞表大小' },
  width: { en: 'Width', ja: '幅', 'zh-Hans': '宽度', 'zh-Hant': '寬度' },
  widthOfTheValues: { en: 'Width of the values', ja: 'バリューの幅', 'zh-Hans': '值的宽度', 'zh-Hant': '值的寬度' },
} as const satisfies Readonly<Record<string, Translated>>

export const hints = {
  asManyAsHeads: {
    en: '0 for as many as heads.',
    ja: '0 ならヘッド数と同じ。',
    'zh-Hans': '0 表示与头数相同。',
    'zh-Hant': '0 表示與頭數相同。',
  },
  fourTimesTheWidth: {
    en: '0 for four times the width.',
    ja: '0 なら幅の 4 倍。',
    'zh-Hans': '0 表示宽度的 4 倍。',
    'zh-Hant': '0 表示寬度的 4 倍。',
  },
  normAfterHeads: {
    en: 'A layer norm between the heads and the output projection.',
    ja: 'ヘッドと出力射影の間の LayerNorm。',
    'zh-Hans': '各头与输出投影之间的 LayerNorm。',
    'zh-Hant': '各頭與輸出投影之間的 LayerNorm。',
  },
  ofAllHeads: {
    en: 'Of all heads together; 0 for that of the queries.',
    ja: '全ヘッドの合計。0 ならクエリと同じ。',
    'zh-Hans': '所有头合计；0 表示与查询相同。',
    'zh-Hant': '所有頭合計；0 表示與查詢相同。',
  },
  ofTheOutput: { en: 'Of the output.', ja: '出力のもの。', 'zh-Hans': '指输出。', 'zh-Hant': '指輸出。' },
  paddingIncluded: {
    en: 'Tokens in a sequence, padding included.',
    ja: '列のトークン数。パディングを含む。',
    'zh-Hans': '序列的词元数，含填充。',
    'zh-Hant': '序列的詞元數，含填補。',
  },
  rowsOfTheTable: { en: 'Rows of the table.', ja: '表の行数。', 'zh-Hans': '表的行数。', 'zh-Hant': '表的列數。' },
  widthByHeads: {
    en: '0 for width / heads.',
    ja: '0 なら幅 ÷ ヘッド数。',
    'zh-Hans': '0 表示宽度 ÷ 头数。',
    'zh-Hant': '0 表示寬度 ÷ 頭數。',
  },
} as const satisfies Readonly<Record<string, Translated>>

/** Second lines of boxes. `{n}` is a number or a word. */
export const phrases = {
  comma: { en: ', ', ja: '、', 'zh-Hans': '，', 'zh-Hant': '，' },
  tokens: { en: '{n} tokens', ja: '{n} トークン', 'zh-Hans': '{n} 个词元', 'zh-Hant': '{n} 個詞元' },
  heads: { en: '{n} heads', ja: '{n} ヘッド', 'zh-Hans': '{n} 头', 'zh-Hant': '{n} 頭' },
  forKeys: { en: '{n} for keys', ja: 'キーは {n}', 'zh-Hans': '键 {n}', 'zh-Hant': '鍵 {n}' },
  channels: { en: '{n} channels', ja: '{n} チャンネル', 'zh-Hans': '{n} 通道', 'zh-Hant': '{n} 通道' },
  stride: { en: 'stride {n}', ja: 'ストライド {n}', 'zh-Hans': '步幅 {n}', 'zh-Hant': '步幅 {n}' },
  expand: { en: 'expand {n}', ja: '拡張 {n}', 'zh-Hans': '扩展 {n}', 'zh-Hant': '擴展 {n}' },
  experts: { en: '{n} experts', ja: '{n} エキスパート', 'zh-Hans': '{n} 个专家', 'zh-Hant': '{n} 個專家' },
  noise: { en: 'noise {n}', ja: 'ノイズ {n}', 'zh-Hans': '噪声 {n}', 'zh-Hant': '雜訊 {n}' },
  top: { en: 'top {n}', ja: '上位 {n}', 'zh-Hans': '前 {n}', 'zh-Hant': '前 {n}' },
  capacity: { en: 'capacity × {n}', ja: '容量 × {n}', 'zh-Hans': '容量 × {n}', 'zh-Hant': '容量 × {n}' },
  byPriority: { en: 'by priority', ja: '優先付き', 'zh-Hans': '按优先级', 'zh-Hant': '按優先順序' },
  timesGate: { en: '× gate', ja: '× ゲート', 'zh-Hans': '× 门控', 'zh-Hant': '× 閘控' },
  window: { en: 'window {n}', ja: '窓 {n}', 'zh-Hans': '窗口 {n}', 'zh-Hant': '視窗 {n}' },
  noBias: { en: 'no bias', ja: 'バイアスなし', 'zh-Hans': '无偏置', 'zh-Hant': '無偏置' },
  gated: { en: 'gated {n}', ja: 'ゲート付き {n}', 'zh-Hans': '门控 {n}', 'zh-Hant': '閘控 {n}' },
  from: { en: '{a} from {n}', ja: '{a} の初期値 {n}', 'zh-Hans': '{a} 初值 {n}', 'zh-Hant': '{a} 初值 {n}' },
  classes: { en: '→ {n} classes', ja: '→ {n} クラス', 'zh-Hans': '→ {n} 类', 'zh-Hant': '→ {n} 類' },
  rows: { en: '{n} rows', ja: '{n} 行', 'zh-Hans': '{n} 行', 'zh-Hant': '{n} 列' },
  learned: { en: 'learned', ja: '学習', 'zh-Hans': '可学习', 'zh-Hant': '可學習' },
  frames: { en: '{n} frames', ja: '{n} フレーム', 'zh-Hans': '{n} 帧', 'zh-Hant': '{n} 影格' },
  types: { en: '{n} types', ja: '{n} 種', 'zh-Hans': '{n} 类', 'zh-Hant': '{n} 類' },
  bands: { en: '{n} bands', ja: '{n} 周波数', 'zh-Hans': '{n} 个频带', 'zh-Hant': '{n} 個頻帶' },
  codes: { en: '{n} codes', ja: '{n} コード', 'zh-Hans': '{n} 个码字', 'zh-Hant': '{n} 個碼字' },
  buckets: { en: '{n} buckets', ja: '{n} 区間', 'zh-Hans': '{n} 个桶', 'zh-Hant': '{n} 個桶' },
  backwardOnly: { en: 'backward only', ja: '後方のみ', 'zh-Hans': '仅向后', 'zh-Hant': '僅向後' },
  crossEntropy: { en: 'cross-entropy', ja: '交差エントロピー', 'zh-Hans': '交叉熵', 'zh-Hant': '交叉熵' },
  smoothing: { en: 'smoothing {n}', ja: '平滑化 {n}', 'zh-Hans': '平滑 {n}', 'zh-Hant': '平滑 {n}' },
  eachPair: {
    en: 'a yes or no for each pair',
    ja: '組ごとに正否',
    'zh-Hans': '逐对判断是否',
    'zh-Hant': '逐對判斷是否',
  },
  alongSequence: { en: 'along the sequence', ja: '列方向', 'zh-Hans': '沿序列', 'zh-Hant': '沿序列' },
  alongWidth: { en: 'along the width', ja: '幅方向', 'zh-Hans': '沿宽度', 'zh-Hant': '沿寬度' },
  after: { en: 'after {n}', ja: '{n} の後', 'zh-Hans': '在 {n} 之后', 'zh-Hant': '在 {n} 之後' },
  lastTwoSwapped: { en: 'last two swapped', ja: '最後の 2 次元', 'zh-Hans': '交换末两维', 'zh-Hant': '交換末兩維' },
  ofThem: { en: '{n} of them', ja: '{n} 個', 'zh-Hans': '{n} 个', 'zh-Hant': '{n} 個' },
  bestOne: { en: 'the best one', ja: '最良の 1 つ', 'zh-Hans': '最优 1 个', 'zh-Hant': '最佳 1 個' },
  best: { en: 'the best {n}', ja: '上位 {n}', 'zh-Hans': '最优 {n} 个', 'zh-Hant': '最佳 {n} 個' },
} as const satisfies Readonly<Record<string, Translated>>

/** What the choices of blocks are called. Names that every language writes alike, such as GELU, are not here. */
const choices: Readonly<Record<string, Translated>> = {
  'all heads': { en: 'all heads', ja: '全ヘッド', 'zh-Hans': '所有头', 'zh-Hant': '所有頭' },
  'as bias': { en: 'as bias', ja: 'バイアスと同じ', 'zh-Hans': '同偏置', 'zh-Hant': '同偏置' },
  'as taken': { en: 'as taken', ja: '入力と同じ', 'zh-Hans': '与输入相同', 'zh-Hant': '與輸入相同' },
  'average pool': { en: 'average pool', ja: '平均プーリング', 'zh-Hans': '平均池化', 'zh-Hant': '平均池化' },
  'each head': { en: 'each head', ja: '各ヘッド', 'zh-Hans': '每头', 'zh-Hant': '每頭' },
  'end of text': { en: 'end of text', ja: '文末トークン', 'zh-Hans': '文末词元', 'zh-Hant': '文末詞元' },
  'global entropy': { en: 'global entropy', ja: '大域エントロピー', 'zh-Hans': '全局熵', 'zh-Hant': '全域熵' },
  'image to text': { en: 'image → text', ja: '画像 → テキスト', 'zh-Hans': '图像 → 文本', 'zh-Hant': '影像 → 文字' },
  'in place': { en: 'masks in their place', ja: 'その場でマスク', 'zh-Hans': '原位掩码', 'zh-Hant': '原位遮罩' },
  'local entropy': { en: 'local entropy', ja: '局所エントロピー', 'zh-Hans': '局部熵', 'zh-Hant': '局部熵' },
  'moved to the end': { en: 'moved to the end', ja: '末尾へ移動', 'zh-Hans': '移到末尾', 'zh-Hant': '移到末尾' },
  'own sequence': { en: 'own sequence', ja: '自列のみ', 'zh-Hans': '仅本序列', 'zh-Hant': '僅本序列' },
  padding: { en: 'padding', ja: 'パディング', 'zh-Hans': '填充', 'zh-Hant': '填補' },
  'previous image': { en: 'previous image', ja: '直前の画像', 'zh-Hans': '前一图像', 'zh-Hant': '前一影像' },
  'relative bias': { en: 'relative bias', ja: '相対バイアス', 'zh-Hans': '相对偏置', 'zh-Hant': '相對偏置' },
  'strided convolution': {
    en: 'strided convolution',
    ja: 'ストライド付き畳み込み',
    'zh-Hans': '带步幅卷积',
    'zh-Hant': '帶步幅卷積',
  },
  'text to image': { en: 'text → image', ja: 'テキスト → 画像', 'zh-Hans': '文本 → 图像', 'zh-Hant': '文字 → 影像' },
  'transformer-xl': { en: 'relative positions', ja: '相対位置', 'zh-Hans': '相对位置', 'zh-Hant': '相對位置' },
  'weight standardised': {
    en: 'weight standardised',
    ja: '重み標準化',
    'zh-Hans': '权重标准化',
    'zh-Hant': '權重標準化',
  },
  all: { en: 'all', ja: 'すべて', 'zh-Hans': '全部', 'zh-Hant': '全部' },
  average: { en: 'average', ja: '平均', 'zh-Hans': '平均', 'zh-Hant': '平均' },
  batch: { en: 'batch', ja: 'バッチ', 'zh-Hans': '批', 'zh-Hant': '批次' },
  beam: { en: 'beam search', ja: 'ビームサーチ', 'zh-Hans': '束搜索', 'zh-Hant': '束搜尋' },
  both: { en: 'image ↔ text', ja: '画像 ↔ テキスト', 'zh-Hans': '图像 ↔ 文本', 'zh-Hant': '影像 ↔ 文字' },
  causal: { en: 'causal', ja: '因果', 'zh-Hans': '因果', 'zh-Hant': '因果' },
  custom: { en: 'custom', ja: '独自', 'zh-Hans': '自定义', 'zh-Hant': '自訂' },
  divide: { en: 'divide', ja: '除算', 'zh-Hans': '相除', 'zh-Hant': '相除' },
  first: { en: 'first token', ja: '先頭トークン', 'zh-Hans': '首个词元', 'zh-Hant': '首個詞元' },
  full: { en: 'full', ja: '全体', 'zh-Hans': '全部', 'zh-Hant': '全部' },
  greedy: { en: 'greedy', ja: '貪欲法', 'zh-Hans': '贪心', 'zh-Hant': '貪婪' },
  importance: { en: 'importance', ja: '重要度', 'zh-Hans': '重要性', 'zh-Hant': '重要性' },
  last: { en: 'last token', ja: '末尾トークン', 'zh-Hans': '末个词元', 'zh-Hant': '末個詞元' },
  load: { en: 'load', ja: '負荷', 'zh-Hans': '负载', 'zh-Hant': '負載' },
  max: { en: 'max', ja: '最大', 'zh-Hans': '最大', 'zh-Hant': '最大' },
  mean: { en: 'mean', ja: '平均', 'zh-Hans': '均值', 'zh-Hant': '平均' },
  none: { en: 'none', ja: 'なし', 'zh-Hans': '无', 'zh-Hant': '無' },
  prefix: { en: 'prefix', ja: '接頭辞', 'zh-Hans': '前缀', 'zh-Hant': '前綴' },
  rotary: { en: 'rotary', ja: '回転 (RoPE)', 'zh-Hans': '旋转 (RoPE)', 'zh-Hant': '旋轉 (RoPE)' },
  sampling: { en: 'sampling', ja: 'サンプリング', 'zh-Hans': '采样', 'zh-Hant': '採樣' },
  text: { en: 'text', ja: 'テキスト', 'zh-Hans': '文本', 'zh-Hant': '文字' },
  width: { en: 'width', ja: '幅', 'zh-Hans': '宽度', 'zh-Hant': '寬度' },
  with: { en: 'with', ja: 'あり', 'zh-Hans': '有', 'zh-Hant': '有' },
  without: { en: 'without', ja: 'なし', 'zh-Hans': '无', 'zh-Hant': '無' },
  ...kindWords,
  ...modalityWords,
}

/** Names that are written alike in every language. */
const names: Readonly<Record<string, string>> = {
  alibi: 'ALiBi',
  gelu: 'GELU',
  'gelu tanh': 'GELU (tanh)',
  'quick gelu': 'QuickGELU',
  relu: 'ReLU',
  silu: 'SiLU',
  'squared relu': 'ReLU²',
}

/** A choice of a block for a reader. */
export function choiceWords(choice: string): Translated {
  const found = Object.hasOwn(choices, choice) ? choices[choice] : undefined
  if (found) return found
  const name = (Object.hasOwn(names, choice) ? names[choice] : undefined) ?? choice
  return alike(name)
}

/** Says something in one language, with `{n}` and the like filled in. */
export type Say = (words: Translated, values?: Readonly<Record<string, string>>) => string

export function sayIn(language: Language): Say {
  return (words, values = {}) => words[language].replace(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap)
}
