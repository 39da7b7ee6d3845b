// What is wrong with what a diagram means, and what could be done about it.
import { catalogue } from '../shared/message'

export const meanings = catalogue({
  nothingPasses: {
    en: 'It is repeated, but no output has the name of an input, so nothing passes from one copy to the next.',
    ja: '繰り返されていますが、入力と同じ名前の出力がないため、次のコピーに何も渡りません。',
    'zh-Hans': '它被重复，但没有与输入同名的输出，因此各份之间无法传递。',
    'zh-Hant': '它被重複，但沒有與輸入同名的輸出，因此各份之間無法傳遞。',
  },
  doesNotThread: {
    en: 'It is repeated, but “{port}” goes in as {taken} and comes out as {given}: the next copy could not take it.',
    ja: '繰り返されていますが、「{port}」は {taken} で入り {given} で出ます。次のコピーは受け取れません。',
    'zh-Hans': '它被重复，但“{port}”以 {taken} 进入、以 {given} 输出：下一份无法接收。',
    'zh-Hant': '它被重複，但「{port}」以 {taken} 進入、以 {given} 輸出：下一份無法接收。',
  },
  unfed: {
    en: 'Input “{port}” has no edge: connect something to it.',
    ja: '入力「{port}」に辺がありません。何かをつないでください。',
    'zh-Hans': '输入“{port}”没有边：请连接。',
    'zh-Hant': '輸入「{port}」沒有邊：請連接。',
  },
  wrongKind: {
    en: 'Input “{port}” takes {kinds}, but what arrives is {kind} ({shape}).',
    ja: '入力「{port}」が取るのは{kinds}ですが、届くのは{kind}（{shape}）です。',
    'zh-Hans': '输入“{port}”接收{kinds}，但到达的是{kind}（{shape}）。',
    'zh-Hant': '輸入「{port}」接收{kinds}，但到達的是{kind}（{shape}）。',
  },
  unknownModule: {
    en: 'Module “{module}” is not in this document.',
    ja: 'モジュール「{module}」はこの文書にありません。',
    'zh-Hans': '模块“{module}”不在本文档中。',
    'zh-Hant': '模組「{module}」不在本文件中。',
  },
  unknownBlock: {
    en: 'Block “{block}” is not known to this version{meant}; it is kept and drawn as a plain box.',
    ja: 'ブロック「{block}」はこの版にはありません{meant}。そのまま残し、無地の箱で描きます。',
    'zh-Hans': '本版本不认识块“{block}”{meant}；保留它并画成普通方框。',
    'zh-Hant': '本版本不認識區塊「{block}」{meant}；保留它並畫成普通方框。',
  },
  noBeginning: {
    en: '{field}: it begins as {symbol}, which is no symbol here, so it counts as {value}. Add “{symbol}” to the symbols with an example, or state a size.',
    ja: '{field}：初期値は {symbol} ですが、この記号はないので {value} と数えます。記号に「{symbol}」を例とともに加えるか、大きさを指定してください。',
    'zh-Hans':
      '{field}：初始为 {symbol}，但此处没有这个符号，按 {value} 计。请在符号中加入带示例的“{symbol}”，或写明大小。',
    'zh-Hant':
      '{field}：初始為 {symbol}，但此處沒有這個符號，按 {value} 計。請在符號中加入帶示例的「{symbol}」，或寫明大小。',
  },
  sharesNothing: {
    en: 'It is tied to “{owner}”, which has no weights as large as its own: it shares nothing and is counted by itself.',
    ja: '「{owner}」に結び付けられていますが、同じ大きさの重みがないので何も共有せず、別に数えます。',
    'zh-Hans': '它与“{owner}”绑定，但后者没有同样大小的权重：什么也没有共享，单独计数。',
    'zh-Hant': '它與「{owner}」綁定，但後者沒有同樣大小的權重：什麼也沒有共享，單獨計數。',
  },
  parameter: {
    en: 'Parameter “{name}” is “{value}”: {problem}',
    ja: 'パラメータ「{name}」は「{value}」です。{problem}',
    'zh-Hans': '参数“{name}”为“{value}”：{problem}',
    'zh-Hant': '參數「{name}」為「{value}」：{problem}',
  },
  noParameter: {
    en: 'Module “{module}” has no parameter “{name}”; it has: {names}.',
    ja: 'モジュール「{module}」にパラメータ「{name}」はありません。あるのは {names} です。',
    'zh-Hans': '模块“{module}”没有参数“{name}”；它有：{names}。',
    'zh-Hant': '模組「{module}」沒有參數「{name}」；它有：{names}。',
  },
  none: { en: 'none', ja: 'なし', 'zh-Hans': '无', 'zh-Hant': '無' },
  repeat: {
    en: 'The repeat is “{value}”: {problem}',
    ja: '繰り返しは「{value}」です。{problem}',
    'zh-Hans': '重复次数为“{value}”：{problem}',
    'zh-Hant': '重複次數為「{value}」：{problem}',
  },
  tiedIf: {
    en: 'Whether it shares weights depends on “{value}”: {problem}',
    ja: '重みを共有するかどうかは「{value}」によります。{problem}',
    'zh-Hans': '是否共享权重取决于“{value}”：{problem}',
    'zh-Hant': '是否共享權重取決於「{value}」：{problem}',
  },
  repeatNotWhole: {
    en: 'The repeat {value} is {number}; it has to be a whole number that is not negative.',
    ja: '繰り返し {value} は {number} です。負でない整数でなければなりません。',
    'zh-Hans': '重复次数 {value} 为 {number}；必须是非负整数。',
    'zh-Hant': '重複次數 {value} 為 {number}；必須是非負整數。',
  },
  repeatTooLarge: {
    en: 'The repeat {value} is {number}; the limit is {limit}.',
    ja: '繰り返し {value} は {number} です。上限は {limit} です。',
    'zh-Hans': '重复次数 {value} 为 {number}；上限为 {limit}。',
    'zh-Hant': '重複次數 {value} 為 {number}；上限為 {limit}。',
  },
  tooActive: {
    en: 'A token would use {active} of {count} copies; it cannot use more than there are.',
    ja: 'トークンが {count} 個中 {active} 個のコピーを使うことになります。ある以上には使えません。',
    'zh-Hans': '一个词元要用 {count} 份中的 {active} 份；不能多于现有份数。',
    'zh-Hant': '一個詞元要用 {count} 份中的 {active} 份；不能多於現有份數。',
  },
  loop: {
    en: 'These nodes wait for each other, so none can be computed: {nodes}. Remove one edge of the loop.',
    ja: 'これらのノードは互いを待つため計算できません: {nodes}。ループの辺を 1 つ取り除いてください。',
    'zh-Hans': '这些节点互相等待，无法计算：{nodes}。请去掉环中的一条边。',
    'zh-Hant': '這些節點互相等待，無法計算：{nodes}。請去掉環中的一條邊。',
  },
  notComputed: {
    en: 'The shape cannot be computed: {problem}',
    ja: '形状を計算できません。{problem}',
    'zh-Hans': '无法计算形状：{problem}',
    'zh-Hant': '無法計算形狀：{problem}',
  },
  comesToZero: {
    en: '{field}: “{value}” comes to 0, which would stand for the default; write 0 itself for that.',
    ja: '{field}: 「{value}」は 0 になりますが、0 は既定値を表します。既定値にするなら 0 と書いてください。',
    'zh-Hans': '{field}：“{value}”算得 0，而 0 代表默认值；若要默认值请直接写 0。',
    'zh-Hant': '{field}：「{value}」算得 0，而 0 代表預設值；若要預設值請直接寫 0。',
  },
  notWhole: {
    en: 'Output “{port}” would be {shape}; every size has to be a whole number of at least 1.',
    ja: '出力「{port}」が {shape} になります。大きさはすべて 1 以上の整数でなければなりません。',
    'zh-Hans': '输出“{port}”将为 {shape}；每个尺寸都必须是不小于 1 的整数。',
    'zh-Hant': '輸出「{port}」將為 {shape}；每個尺寸都必須是不小於 1 的整數。',
  },
  unknownName: {
    en: '“{name}” is not known here; known are: {names}.',
    ja: '「{name}」はここにはありません。あるのは {names} です。',
    'zh-Hans': '这里没有“{name}”；已有：{names}。',
    'zh-Hant': '這裡沒有「{name}」；已有：{names}。',
  },
  definedByItself: {
    en: '“{name}” is defined by itself: {circle}.',
    ja: '「{name}」は自分自身で定義されています: {circle}。',
    'zh-Hans': '“{name}”由自身定义：{circle}。',
    'zh-Hant': '「{name}」由自身定義：{circle}。',
  },
  symbol: {
    en: '“{name}” is “{value}”: {problem}',
    ja: '「{name}」は「{value}」です。{problem}',
    'zh-Hans': '“{name}”为“{value}”：{problem}',
    'zh-Hant': '「{name}」為「{value}」：{problem}',
  },
  unreached: {
    en: 'It is trainable in phase “{phase}”, but no gradient reaches it: freeze it, or connect its output to a loss.',
    ja: '段階「{phase}」で学習可能ですが、勾配が届きません。凍結するか、出力を損失につないでください。',
    'zh-Hans': '它在阶段“{phase}”可训练，但没有梯度到达：请冻结它，或把其输出接到损失。',
    'zh-Hant': '它在階段「{phase}」可訓練，但沒有梯度到達：請凍結它，或把其輸出接到損失。',
  },
  unlearnt: {
    en: 'It begins from scratch, but is frozen in phase “{phase}” and was not trained before: train it, or say what it was initialised from.',
    ja: 'ゼロから始まりますが、段階「{phase}」では凍結され、それまでに学習もされていません。学習させるか、何で初期化したかを書いてください。',
    'zh-Hans': '它从零开始，却在阶段“{phase}”被冻结，之前也未训练过：请训练它，或写明由什么初始化。',
    'zh-Hant': '它從零開始，卻在階段「{phase}」被凍結，之前也未訓練過：請訓練它，或寫明由什麼初始化。',
  },
  noNodes: {
    en: 'There is no node {nodes} in this variant and phase.',
    ja: 'このバリアントと段階に、ノード {nodes} はありません。',
    'zh-Hans': '此变体与阶段中没有节点 {nodes}。',
    'zh-Hant': '此變體與階段中沒有節點 {nodes}。',
  },
  notMet: {
    en: '{where}: published {published}, computed {computed} ({percent}), tolerance {tolerance} %. Mend the diagram, or say why in a note and mark it unmet.',
    ja: '{where}: 公表値 {published}、計算値 {computed}（{percent}）、許容差 {tolerance} %。図を直すか、理由を注記して unmet としてください。',
    'zh-Hans':
      '{where}：发表值 {published}，计算值 {computed}（{percent}），容差 {tolerance} %。请修正图，或在注释中说明原因并标为 unmet。',
    'zh-Hant':
      '{where}：發表值 {published}，計算值 {computed}（{percent}），容差 {tolerance} %。請修正圖，或在註釋中說明原因並標為 unmet。',
  },
})

export const repairs = catalogue({
  insert: { en: 'Insert {what}', ja: '{what}を挿入', 'zh-Hans': '插入{what}', 'zh-Hant': '插入{what}' },
  insertBoth: {
    en: 'Insert {first}, then {second}',
    ja: '{first}、続けて{second}を挿入',
    'zh-Hans': '插入{first}，再插入{second}',
    'zh-Hant': '插入{first}，再插入{second}',
  },
  insertAnd: {
    en: 'Insert {what}, with {symbols} = 1',
    ja: '{what}を挿入し、{symbols} = 1 とする',
    'zh-Hans': '插入{what}，并令 {symbols} = 1',
    'zh-Hant': '插入{what}，並令 {symbols} = 1',
  },
  insertBefore: {
    en: 'Insert {what} before {path}',
    ja: '{path} の前に{what}を挿入',
    'zh-Hans': '在 {path} 之前插入{what}',
    'zh-Hant': '在 {path} 之前插入{what}',
  },
  takeOut: { en: 'Take {path} out', ja: '{path} を取り除く', 'zh-Hans': '去掉 {path}', 'zh-Hant': '去掉 {path}' },
  connect: {
    en: 'Connect {from} to it',
    ja: '{from} をつなぐ',
    'zh-Hans': '把 {from} 接到它',
    'zh-Hant': '把 {from} 接到它',
  },
  putBack: {
    en: 'Put {field} back to its initial value',
    ja: '{field} を初期値に戻す',
    'zh-Hans': '把 {field} 恢复为初始值',
    'zh-Hant': '把 {field} 恢復為初始值',
  },
  takeAway: {
    en: 'Take the parameter {field} away',
    ja: 'パラメータ {field} を取り除く',
    'zh-Hans': '去掉参数 {field}',
    'zh-Hant': '去掉參數 {field}',
  },
  once: { en: 'Let it stand once', ja: '繰り返しをやめる', 'zh-Hans': '不再重复', 'zh-Hant': '不再重複' },
  remove: { en: 'Remove it', ja: '取り除く', 'zh-Hans': '移除', 'zh-Hant': '移除' },
  freeze: {
    en: 'Freeze it in this phase',
    ja: 'この段階で凍結する',
    'zh-Hans': '在本阶段冻结',
    'zh-Hant': '在本階段凍結',
  },
})

export const joinings = catalogue({
  rank: {
    en: '“{port}” takes {kind} of {rank} dimensions, {takes}, but what arrives is {gives}, {otherRank} dimensions.',
    ja: '「{port}」が取る{kind}は {rank} 次元（{takes}）ですが、届くのは {otherRank} 次元（{gives}）です。',
    'zh-Hans': '“{port}”接收 {rank} 维的{kind}（{takes}），但到达的是 {otherRank} 维（{gives}）。',
    'zh-Hant': '「{port}」接收 {rank} 維的{kind}（{takes}），但到達的是 {otherRank} 維（{gives}）。',
  },
  inside: {
    en: 'What arrives at “{port}” does not fit inside, at {path}: {problem}',
    ja: '「{port}」に届くものは中の {path} で合いません。{problem}',
    'zh-Hans': '到达“{port}”的内容与内部的 {path} 不符：{problem}',
    'zh-Hant': '到達「{port}」的內容與內部的 {path} 不符：{problem}',
  },
})
