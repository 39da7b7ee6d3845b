// What is said about editing, in Japanese.
import type { EditingStrings } from './en'

export const editing: EditingStrings = {
  'announce.copied': 'コピーしました: {{count}}',
  'announce.pasted': '挿入しました: {{count}}',
  'arrival.about': '最上位に {{count}} 個のノードを持つ図全体が貼り付けられました。',
  'arrival.insert': 'グループとして挿入',
  'arrival.open': '開く',
  'arrival.title': '「{{title}}」を開きますか、挿入しますか？',
  'clipboard.denied': 'このページはクリップボードの読み取りを許可されていません。Ctrl+V または ⌘V を押してください。',
  'clipboard.empty': 'クリップボードは空です。',
  'clipboard.name': '貼り付けた内容',
  'clipboard.unknown':
    '図に入れられる内容がありません。ノード、Frieze ファイル、または書き出した SVG をコピーしてください。',
  'command.copy': 'コピー',
  'command.copyJson': 'JSON としてコピー',
  'command.copyPng': 'PNG としてコピー',
  'command.copySvg': 'SVG としてコピー',
  'command.cut': '切り取り',
  'command.duplicate': '複製',
  'command.paste': '貼り付け',
  'command.pasteAsText': 'ラベルとして貼り付け',
  'notice.copied': 'コピーしました: {{format}}',
  'reason.noPicture': 'まだ図がありません。',
  'reason.oneGraph': '選択が複数のモジュールにまたがっています。1 つのモジュール内のノードを選択してください。',
}
