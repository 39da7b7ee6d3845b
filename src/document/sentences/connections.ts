// Why an edge cannot begin or end where it should.
import { catalogue } from '../../shared/message'

export const connections = catalogue({
  noGraph: {
    en: 'There is no graph at “{graph}”.',
    ja: '「{graph}」にグラフはありません。',
    'zh-Hans': '“{graph}”处没有图。',
    'zh-Hant': '「{graph}」處沒有圖。',
  },
  noSuchGraph: {
    en: 'There is no such graph.',
    ja: 'そのようなグラフはありません。',
    'zh-Hans': '没有这样的图。',
    'zh-Hant': '沒有這樣的圖。',
  },
  noPortNamed: {
    en: '“{end}” names no port; write it as “node.port”.',
    ja: '「{end}」にポート名がありません。「node.port」と書いてください。',
    'zh-Hans': '“{end}”没有写端口；请写成“node.port”。',
    'zh-Hant': '「{end}」沒有寫連接埠；請寫成「node.port」。',
  },
  noNode: {
    en: 'There is no node “{id}” in this graph.',
    ja: 'このグラフにノード「{id}」はありません。',
    'zh-Hans': '此图中没有节点“{id}”。',
    'zh-Hant': '此圖中沒有節點「{id}」。',
  },
  isInput: {
    en: '“{end}” is an input; an edge begins at an output.',
    ja: '「{end}」は入力です。辺は出力から始まります。',
    'zh-Hans': '“{end}”是输入；边须从输出开始。',
    'zh-Hant': '「{end}」是輸入；邊須從輸出開始。',
  },
  isOutput: {
    en: '“{end}” is an output; an edge ends at an input.',
    ja: '「{end}」は出力です。辺は入力で終わります。',
    'zh-Hans': '“{end}”是输出；边须在输入结束。',
    'zh-Hant': '「{end}」是輸出；邊須在輸入結束。',
  },
  noOutput: {
    en: 'The node “{id}” has no output “{port}”; it has {names}.',
    ja: 'ノード「{id}」に出力「{port}」はありません。あるのは {names} です。',
    'zh-Hans': '节点“{id}”没有输出“{port}”；它有：{names}。',
    'zh-Hant': '節點「{id}」沒有輸出「{port}」；它有：{names}。',
  },
  noInput: {
    en: 'The node “{id}” has no input “{port}”; it has {names}.',
    ja: 'ノード「{id}」に入力「{port}」はありません。あるのは {names} です。',
    'zh-Hans': '节点“{id}”没有输入“{port}”；它有：{names}。',
    'zh-Hant': '節點「{id}」沒有輸入「{port}」；它有：{names}。',
  },
  noWallHere: {
    en: '“{end}” is a port of the surrounding module or group, and here there is none.',
    ja: '「{end}」は外側のモジュールやグループのポートですが、ここには外側がありません。',
    'zh-Hans': '“{end}”是外层模块或组的端口，而这里没有外层。',
    'zh-Hant': '「{end}」是外層模組或群組的連接埠，而這裡沒有外層。',
  },
  wrongSide: {
    en: '“{end}” is on the wrong side: inside, an edge begins at “in.…” and ends at “out.…”.',
    ja: '「{end}」は反対側です。内側では辺は「in.…」から始まり「out.…」で終わります。',
    'zh-Hans': '“{end}”在错误的一侧：在内部，边从“in.…”开始，到“out.…”结束。',
    'zh-Hant': '「{end}」在錯誤的一側：在內部，邊從「in.…」開始，到「out.…」結束。',
  },
  wallNoInput: {
    en: 'This module or group has no input “{port}”; it has {names}.',
    ja: 'このモジュールやグループに入力「{port}」はありません。あるのは {names} です。',
    'zh-Hans': '此模块或组没有输入“{port}”；它有：{names}。',
    'zh-Hant': '此模組或群組沒有輸入「{port}」；它有：{names}。',
  },
  wallNoOutput: {
    en: 'This module or group has no output “{port}”; it has {names}.',
    ja: 'このモジュールやグループに出力「{port}」はありません。あるのは {names} です。',
    'zh-Hans': '此模块或组没有输出“{port}”；它有：{names}。',
    'zh-Hant': '此模組或群組沒有輸出「{port}」；它有：{names}。',
  },
  kindsApart: {
    en: '{from} gives {gives}, and {to} takes {takes}.',
    ja: '{from} が出すのは{gives}、{to} が取るのは{takes}です。',
    'zh-Hans': '{from} 给出{gives}，而 {to} 接收{takes}。',
    'zh-Hant': '{from} 給出{gives}，而 {to} 接收{takes}。',
  },
  anything: {
    en: 'anything',
    ja: '何でも',
    'zh-Hans': '任意内容',
    'zh-Hant': '任意內容',
  },
  feedsItself: {
    en: 'A node cannot feed itself.',
    ja: 'ノードは自分自身に入力できません。',
    'zh-Hans': '节点不能以自身为输入。',
    'zh-Hant': '節點不能以自身為輸入。',
  },
  closesLoop: {
    en: 'That would close a loop: {to} already feeds {from}.',
    ja: 'ループになります。{to} はすでに {from} に入力しています。',
    'zh-Hans': '这会形成环：{to} 已经是 {from} 的输入。',
    'zh-Hant': '這會形成環：{to} 已經是 {from} 的輸入。',
  },
  passesNothing: {
    en: '{node} cannot stand on an edge: it takes nothing in there, or gives nothing out.',
    ja: '{node} は辺の上に置けません。そこで受け取るもの、または渡すものがありません。',
    'zh-Hans': '{node} 不能放在边上：它在此没有输入，或没有输出。',
    'zh-Hant': '{node} 不能放在邊上：它在此沒有輸入，或沒有輸出。',
  },
  ownEdge: {
    en: 'It is joined to this edge already.',
    ja: 'すでにこの辺につながっています。',
    'zh-Hans': '它已经连在这条边上。',
    'zh-Hant': '它已經連在這條邊上。',
  },
})
