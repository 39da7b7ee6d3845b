// What blocks in common say about inputs and settings that do not fit. A block does not know what its neighbours are called.
import { catalogue } from '../shared/message'

export const clashes = catalogue({
  disagreement: {
    en: '“{port}” is {shape}, but “{other}” is {otherShape}: {why}.',
    ja: '「{port}」は {shape} ですが、「{other}」は {otherShape} です。{why}。',
    'zh-Hans': '“{port}”为 {shape}，而“{other}”为 {otherShape}：{why}。',
    'zh-Hant': '「{port}」為 {shape}，而「{other}」為 {otherShape}：{why}。',
  },
  ranks: {
    en: '{rank} and {otherRank} dimensions',
    ja: '{rank} 次元と {otherRank} 次元です',
    'zh-Hans': '一个 {rank} 维，一个 {otherRank} 维',
    'zh-Hant': '一個 {rank} 維，一個 {otherRank} 維',
  },
  order: {
    en: 'the same dimensions in another order',
    ja: '同じ次元が別の順に並んでいます',
    'zh-Hans': '各维相同但顺序不同',
    'zh-Hant': '各維相同但順序不同',
  },
  widths: {
    en: 'widths {size} and {otherSize} differ',
    ja: '幅 {size} と {otherSize} が異なります',
    'zh-Hans': '宽度 {size} 与 {otherSize} 不同',
    'zh-Hant': '寬度 {size} 與 {otherSize} 不同',
  },
  lengths: {
    en: 'lengths {size} and {otherSize} differ',
    ja: '長さ {size} と {otherSize} が異なります',
    'zh-Hans': '长度 {size} 与 {otherSize} 不同',
    'zh-Hant': '長度 {size} 與 {otherSize} 不同',
  },
  dimensions: {
    en: 'dimensions {size} and {otherSize} differ',
    ja: '次元 {size} と {otherSize} が異なります',
    'zh-Hans': '维度 {size} 与 {otherSize} 不同',
    'zh-Hant': '維度 {size} 與 {otherSize} 不同',
  },
  leading: {
    en: 'the dimensions before the last two differ',
    ja: '最後の 2 つより前の次元が異なります',
    'zh-Hans': '末两维之前的各维不同',
    'zh-Hant': '末兩維之前的各維不同',
  },
  flattenFirst: {
    en: 'flatten {shape} into one sequence first',
    ja: '先に {shape} を 1 つの列に平坦化してください',
    'zh-Hans': '请先把 {shape} 展平为一个序列',
    'zh-Hant': '請先把 {shape} 展平為一個序列',
  },
  kinds: {
    en: '“{port}” is of kind {kind}, but “{other}” is of kind {otherKind}.',
    ja: '「{port}」の種類は{kind}ですが、「{other}」は{otherKind}です。',
    'zh-Hans': '“{port}”的类型是{kind}，而“{other}”是{otherKind}。',
    'zh-Hant': '「{port}」的類型是{kind}，而「{other}」是{otherKind}。',
  },
  heads: {
    en: '“{port}” has width {width}, which {heads} heads do not divide: give the width of a head.',
    ja: '「{port}」の幅 {width} は {heads} ヘッドで割り切れません。ヘッドの幅を指定してください。',
    'zh-Hans': '“{port}”的宽度为 {width}，不能被 {heads} 个头整除：请给出每头宽度。',
    'zh-Hant': '「{port}」的寬度為 {width}，不能被 {heads} 個頭整除：請給出每頭寬度。',
  },
  groups: {
    en: '{heads} heads cannot share {groups} heads for keys and values evenly: {groups} has to divide {heads}.',
    ja: '{heads} ヘッドを {groups} 個のキーとバリューのヘッドに等分できません。{groups} は {heads} の約数でなければなりません。',
    'zh-Hans': '{heads} 个头无法平均共用 {groups} 个键值头：{groups} 必须能整除 {heads}。',
    'zh-Hant': '{heads} 個頭無法平均共用 {groups} 個鍵值頭：{groups} 必須能整除 {heads}。',
  },
  valueHeads: {
    en: 'The values are {width} wide in all, which {heads} heads do not divide.',
    ja: 'バリューの幅は全体で {width} ですが、{heads} ヘッドで割り切れません。',
    'zh-Hans': '值的总宽度为 {width}，不能被 {heads} 个头整除。',
    'zh-Hant': '值的總寬度為 {width}，不能被 {heads} 個頭整除。',
  },
  square: {
    en: '“{port}” is {shape}, but pairs need as many rows as columns.',
    ja: '「{port}」は {shape} ですが、組にするには行と列が同数でなければなりません。',
    'zh-Hans': '“{port}”为 {shape}，但配对要求行数与列数相等。',
    'zh-Hant': '「{port}」為 {shape}，但配對要求列數與行數相等。',
  },
  ownShares: {
    en: 'each token needs its own shares',
    ja: 'トークンごとに割合が必要です',
    'zh-Hans': '每个词元都需要自己的份额',
    'zh-Hant': '每個詞元都需要自己的份額',
  },
  changes: {
    en: 'gives {channels} channels',
    ja: '{channels} チャンネルを出力します',
    'zh-Hans': '输出 {channels} 个通道',
    'zh-Hant': '輸出 {channels} 個通道',
  },
  strides: {
    en: 'has stride {stride}',
    ja: 'ストライドが {stride} です',
    'zh-Hans': '步幅为 {stride}',
    'zh-Hant': '步幅為 {stride}',
  },
})

export const shapes = catalogue({
  scalar: { en: 'a scalar', ja: 'スカラー', 'zh-Hans': '标量', 'zh-Hant': '純量' },
  text: { en: 'text', ja: 'テキスト', 'zh-Hans': '文本', 'zh-Hant': '文字' },
  texts: { en: '{count} texts', ja: 'テキスト {count} 個', 'zh-Hans': '{count} 段文本', 'zh-Hant': '{count} 段文字' },
})

/** What a repair would insert. */
export const proposals = catalogue({
  block: { en: 'a {block}', ja: '{block}', 'zh-Hans': '{block}', 'zh-Hant': '{block}' },
  linear: {
    en: 'a Linear {from} → {to}',
    ja: '線形層 {from} → {to} ',
    'zh-Hans': '线性层 {from} → {to}',
    'zh-Hant': '線性層 {from} → {to}',
  },
  unsqueeze: {
    en: 'an Unsqueeze by {sizes}',
    ja: '次元の追加（{sizes}）',
    'zh-Hans': '增加维度（{sizes}）',
    'zh-Hant': '增加維度（{sizes}）',
  },
  transpose: { en: 'a Transpose {axes}', ja: '転置 {axes} ', 'zh-Hans': '转置 {axes}', 'zh-Hant': '轉置 {axes}' },
})

export const settings = catalogue({
  ofField: {
    en: '{field}: {problem}',
    ja: '{field}: {problem}',
    'zh-Hans': '{field}：{problem}',
    'zh-Hant': '{field}：{problem}',
  },
  noParameter: {
    en: '{block} has no parameter “{name}”; it has {names}.',
    ja: '{block}にパラメータ「{name}」はありません。あるのは {names} です。',
    'zh-Hans': '{block}没有参数“{name}”；它有：{names}。',
    'zh-Hant': '{block}沒有參數「{name}」；它有：{names}。',
  },
  noParameters: {
    en: '{block} has no parameter “{name}”; it has none.',
    ja: '{block}にパラメータ「{name}」はありません。パラメータはありません。',
    'zh-Hans': '{block}没有参数“{name}”；它没有参数。',
    'zh-Hant': '{block}沒有參數「{name}」；它沒有參數。',
  },
  noChoice: {
    en: '“{value}” is not a choice; it may be {choices}.',
    ja: '「{value}」は選べません。選べるのは {choices} です。',
    'zh-Hans': '“{value}”不是可选项；可以是 {choices}。',
    'zh-Hant': '「{value}」不是可選項；可以是 {choices}。',
  },
  undecided: {
    en: '“{value}” has no value, so it cannot decide between two.',
    ja: '「{value}」には値がないため、2 つのどちらかを決められません。',
    'zh-Hans': '“{value}”没有值，无法在两者之间决定。',
    'zh-Hant': '「{value}」沒有值，無法在兩者之間決定。',
  },
  noBoolean: {
    en: '“{value}” is neither true nor false.',
    ja: '「{value}」は true でも false でもありません。',
    'zh-Hans': '“{value}”既不是 true 也不是 false。',
    'zh-Hant': '「{value}」既不是 true 也不是 false。',
  },
  noSize: {
    en: '“{value}” is neither a number nor a formula.',
    ja: '「{value}」は数でも式でもありません。',
    'zh-Hans': '“{value}”既不是数也不是公式。',
    'zh-Hant': '「{value}」既不是數也不是公式。',
  },
  noShape: {
    en: '“{value}” is not a list of sizes, such as {example}.',
    ja: '「{value}」は {example} のような大きさの並びではありません。',
    'zh-Hans': '“{value}”不是尺寸列表，例如 {example}。',
    'zh-Hant': '「{value}」不是尺寸列表，例如 {example}。',
  },
  noText: {
    en: '“{value}” is not text.',
    ja: '「{value}」はテキストではありません。',
    'zh-Hans': '“{value}”不是文本。',
    'zh-Hant': '「{value}」不是文字。',
  },
  least: {
    en: 'it is {size}, but must be at least {least}.',
    ja: '{size} ですが、{least} 以上でなければなりません。',
    'zh-Hans': '现为 {size}，必须不小于 {least}。',
    'zh-Hant': '現為 {size}，必須不小於 {least}。',
  },
  most: {
    en: 'it is {size}, but must be at most {most}.',
    ja: '{size} ですが、{most} 以下でなければなりません。',
    'zh-Hans': '现为 {size}，必须不大于 {most}。',
    'zh-Hant': '現為 {size}，必須不大於 {most}。',
  },
  whole: {
    en: 'it is {size}, but must be whole; floor(…) or ceil(…) rounds it.',
    ja: '{size} ですが、整数でなければなりません。floor(…) や ceil(…) で丸められます。',
    'zh-Hans': '现为 {size}，必须是整数；可用 floor(…) 或 ceil(…) 取整。',
    'zh-Hant': '現為 {size}，必須是整數；可用 floor(…) 或 ceil(…) 取整。',
  },
})
